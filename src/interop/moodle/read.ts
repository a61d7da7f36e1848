// Moodle XML in (question/format/xml).
import type { Place, Source, Taken } from '../format.ts';
import { formattedText } from '../markdown/formatted.ts';
import { extentsOf } from '../markup/extents.ts';
import { eitherToText } from '../markup/html.ts';
import { noting, type PlainText } from '../markup/plain-text.ts';
import { childNamed, childrenNamed, descendants, type Element, parseXml, textIn } from '../markup/xml.ts';
import { sized } from '../reading/bounds.ts';
import { lineCounter } from '../reading/lines.ts';
import { refused, takenFrom } from '../reading/taken.ts';
import { bodyOf } from './body.ts';
import { hasImage, lostIn } from './lost.ts';

export function* readMoodleXml({ file, text }: Source): Iterable<Taken> {
  const lineAt = lineCounter(text);
  let topics: string[] = [];
  for (const extent of extentsOf(text, 'question')) {
    const at = { file, line: lineAt(extent.from) };
    if (extent.isDoctype) {
      yield refused(at, 'document-type', 'it has a document type (DOCTYPE), which is not read: take the line out');
      return;
    }
    const parsed = parseXml(text.slice(extent.from, extent.to));
    if ('error' in parsed)
      yield sized(refused(at, 'broken-xml', `this question cannot be read: ${parsed.error}`), parsed.offset);
    else if (parsed.root.attributes.type === 'category') {
      const category = eitherToText(textIn(childNamed(childNamed(parsed.root, 'category'), 'text'))).text.trim();
      topics = category === '' ? [] : [category];
    } else yield sized(readQuestion(at, parsed.root, topics), parsed.size);
  }
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
    seen: { ...seen, media: seen.media + Number(hasImage(question)) },
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
