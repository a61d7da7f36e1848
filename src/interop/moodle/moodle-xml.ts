// Moodle XML (question/format/xml), and how it is read: what is asked, and what a question holds beside it that one of ours cannot carry.
import type { Format, Place, Source, Taken } from '../format.ts';
import { formattedText } from '../markdown/text.ts';
import { eitherToText } from '../markup/html.ts';
import { noting, type PlainText } from '../markup/plain-text.ts';
import { takenFromXml } from '../markup/records.ts';
import { childNamed, childrenNamed, descendants, type Element, textIn } from '../markup/xml.ts';
import { lostParts } from '../reading/refusals.ts';
import { refused, takenFrom } from '../reading/taken.ts';
import type { ToldBody } from '../reading/told.ts';
import { bodyOf, fractionOf, isFull, isSingle, unitsOf } from './body.ts';
import { writeMoodleXml } from './write.ts';

export const moodleXml: Format = {
  name: 'moodle-xml',
  carries: 'all types; reasons, topics, units',
  endings: ['.xml'],
  recognises: (text) => /<quiz[\s>]|<question\s+type=/.test(text.slice(0, 100_000)),
  reads: readMoodleXml,
  writes: writeMoodleXml,
};

function readMoodleXml(source: Source): Iterable<Taken> {
  let topics: string[] = [];
  return takenFromXml(source, {
    element: 'question',
    called: 'question',
    againstType: () => 'it has a document type (DOCTYPE), which is not read: take the line out',
    read(at, question) {
      if (question.attributes.type !== 'category') return readQuestion(at, question, topics);
      const category = eitherToText(textIn(childNamed(childNamed(question, 'category'), 'text'))).text.trim();
      topics = category === '' ? [] : [category];
      return undefined;
    },
  });
}

function readQuestion(at: Place, question: Element, category: readonly string[]): Taken {
  const { type = '' } = question.attributes;
  const { toText: read, seen } = noting(plainTextOf);
  const asked = read(childNamed(question, 'questiontext'));
  const answered = bodyOf(type, question, asked, read);
  if ('code' in answered) return { at, ...answered };
  const tags = childrenNamed(childNamed(question, 'tags'), 'tag').map((tag) => textIn(childNamed(tag, 'text')));
  const why = read(childNamed(question, 'generalfeedback'));
  if (isInLanguages(question))
    return refused(at, 'several-languages', 'its text stands there in several languages (multilang): keep one of them');
  const topics = [...new Set([...category, ...tags].map((topic) => topic.trim()))];
  const { stem = asked, body, lost = [] } = answered;
  return takenFrom({
    at,
    stem,
    why,
    topics,
    body,
    seen: { ...seen, media: seen.media + Number(hasText(childNamed(question, 'image'))) }, // beside the text, as in files of old
    lost: [...lost, ...lostIn(question, body)],
  });
}

/** Whether a text is written out in several languages, of which Moodle shows one: `<span lang="en" class="multilang">`, `{mlang en}`. */
function isInLanguages(question: Element): boolean {
  return descendants(question, /^text$/).some((element) => {
    const text = textIn(element);
    const spans = (text.match(/<span\b[^<>]*>/gi) ?? []).filter((span) => /\bmultilang\b/i.test(span));
    const languages = new Set(spans.map((span) => /\blang=["']?([\w-]+)/i.exec(span)?.[1]));
    return languages.size > 1 || new Set(text.match(/\{mlang\s+[\w,-]+\}/gi)).size > 1;
  });
}

/** The text of an element that holds <text>, in the format it names. Files inside it are pictures and the like. */
function plainTextOf(element: Element | undefined): PlainText {
  return formattedText(textIn(childNamed(element, 'text')).trim(), element?.attributes.format);
}

/** What is lost of a question, in the words in which it is told. */
function lostIn(question: Element, body: ToldBody): string[] {
  const isTyped = body.type === 'cloze' || body.type === 'number';
  const common = lostParts({
    partialCredit: hasPartialCredit(question),
    typedFeedback:
      isTyped && childrenNamed(question, 'answer').some((answer) => hasText(childNamed(answer, 'feedback'))),
    case: question.attributes.type === 'shortanswer' && textIn(childNamed(question, 'usecase')).trim() === '1',
    hints: childrenNamed(question, 'hint').some(hasText),
    verdicts: COMBINED.some((name) => isSaid(childNamed(question, name))),
  });
  return unitsOf(question).length > 1 ? [...common, 'further units'] : common;
}

const COMBINED = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'];

/** Moodle fills these in itself. */
const STANDARD = /^\s*(<p>)?Your answer is (partially )?(in)?correct\.(<\/p>)?\s*$/;

function isSaid(feedback: Element | undefined): boolean {
  return hasText(feedback) && !STANDARD.test(textIn(childNamed(feedback, 'text')));
}

function hasText(element: Element | undefined): boolean {
  return textIn(element).trim() !== '';
}

function hasPartialCredit(question: Element): boolean {
  const { type = '' } = question.attributes;
  if (!/^(multichoice|shortanswer|numerical)$/.test(type) || (type === 'multichoice' && !isSingle(question)))
    return false;
  return childrenNamed(question, 'answer').some((answer) => fractionOf(answer) > 0 && !isFull(answer));
}
