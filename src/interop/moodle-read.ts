// Moodle XML in (question/format/xml): each <question> is taken out of the text and read by itself, so that a broken one
// costs no other.
import { draftOf, refused, type ToldBody, type ToldOption } from './draft.ts';
import type { Place, Source, Taken } from './format.ts';
import { CUT_HTML, eitherToText, htmlToText } from './html.ts';
import { markdownToText } from './markdown-text.ts';
import { lineCounter } from './source.ts';
import { childNamed, childrenNamed, descendants, type Element, parseXml, textIn } from './xml.ts';

export function* readMoodleXml({ file, text }: Source): Iterable<Taken> {
  const lineAt = lineCounter(text);
  let topics: string[] = [];
  for (const piece of piecesOf(text)) {
    const at = { file, line: lineAt(piece.from) };
    if (piece.isForbidden) {
      yield refused(at, 'document-type', 'it has a document type (DOCTYPE), which is not read: take the line out');
      return;
    }
    const parsed = parseXml(text.slice(piece.from, piece.to));
    if ('error' in parsed) yield refused(at, 'broken-xml', `this question cannot be read: ${parsed.error}`);
    else if (parsed.root.attributes.type === 'category') {
      const category = textIn(childNamed(childNamed(parsed.root, 'category'), 'text')).trim();
      topics = category === '' ? [] : [category];
    } else yield readQuestion(at, parsed.root, topics);
  }
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly isForbidden: boolean;
}

const MARKS = /<!--|-->|<!\[CDATA\[|\]\]>|<question(?=[\s>])|<\/question\s*>|<!DOCTYPE/gi;

/** Where each question stands. What looks like a tag in a comment or in CDATA is text. */
function* piecesOf(text: string): Iterable<Piece> {
  let from = -1;
  let until: string | undefined;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (until !== undefined) {
      if (mark === until) until = undefined;
    } else if (mark === '<!--') until = '-->';
    else if (mark === '<![CDATA[') until = ']]>';
    else if (/^<!doctype/i.test(mark)) {
      yield { from: index, to: index, isForbidden: true };
      return;
    } else if (mark.startsWith('</')) {
      if (from >= 0) yield { from, to: index + mark.length, isForbidden: false };
      from = -1;
    } else if (mark.startsWith('<question')) {
      if (from >= 0) yield { from, to: index, isForbidden: false };
      from = index;
    }
  }
  if (from >= 0) yield { from, to: text.length, isForbidden: false };
}

const UNSUPPORTED: Readonly<Record<string, string>> = {
  description: 'a description asks nothing',
  essay: 'an essay has no key',
  cloze: 'embedded answers (Cloze) are not taken in',
};

function readQuestion(at: Place, question: Element, category: readonly string[]): Taken {
  const { type = '' } = question.attributes;
  const seen = { media: 0, isCut: false };
  const read: ToText = (element) => {
    const { text, media, isCut } = plainTextOf(element);
    seen.media += media;
    seen.isCut ||= isCut;
    return text;
  };
  const body = bodyOf(type, question, read);
  if ('code' in body) return refused(at, body.code, body.message);
  const tags = childrenNamed(childNamed(question, 'tags') ?? NOTHING, 'tag').map((tag) =>
    textIn(childNamed(tag, 'text')),
  );
  const [stem, why] = [read(childNamed(question, 'questiontext')), read(childNamed(question, 'generalfeedback'))];
  if (seen.isCut) return refused(at, 'truncated-html', CUT_HTML);
  if (isInLanguages(question))
    return refused(at, 'several-languages', 'its text stands there in several languages (multilang): keep one of them');
  const lost = [
    ...(seen.media > 0 ? ['pictures'] : []),
    ...(hasPartialCredit(question, type) ? ['partial credit'] : []),
  ];
  const topics = [...new Set([...category, ...tags].map((topic) => topic.trim()))];
  return draftOf({ at, stem, why, topics, body, lost });
}

/** Whether a text is written out in several languages, of which Moodle shows one. */
function isInLanguages(question: Element): boolean {
  return descendants(question, /^text$/).some((text) => {
    const spans = (textIn(text).match(/<span\b[^<>]*>/gi) ?? []).filter((span) => /\bmultilang\b/i.test(span));
    return new Set(spans.map((span) => /\blang=["']?([\w-]+)/i.exec(span)?.[1])).size > 1;
  });
}

const NOTHING: Element = { name: '', attributes: {}, children: [], offset: 0 };

type ToText = (element: Element | undefined) => string;
type Reason = { readonly code: string; readonly message: string };

/** The text of an element that holds <text>, in the format it names. Files inside it are pictures and the like. */
function plainTextOf(element: Element | undefined): { text: string; media: number; isCut: boolean } {
  if (!element) return { text: '', media: 0, isCut: false };
  const text = textIn(childNamed(element, 'text')).trim();
  switch (element.attributes.format) {
    case 'html':
      return htmlToText(text);
    case 'plain_text':
      return { text, media: 0, isCut: false };
    case 'markdown':
      return { ...markdownToText(text.split('\n')), isCut: false };
    default:
      return eitherToText(text);
  }
}

function bodyOf(type: string, question: Element, read: ToText): ToldBody | Reason {
  switch (type) {
    case 'multichoice':
      return choiceBody(question, read);
    case 'truefalse':
      return trueFalseBody(question, read);
    case 'matching':
      return matchingBody(question, read);
    case 'ordering':
      return { type: 'ordering', steps: stepsOf(question, read) };
    case 'shortanswer':
      return shortBody(question);
    case 'numerical':
      return numberBody(question);
    default:
      return {
        code: 'unsupported-type',
        message: UNSUPPORTED[type] ?? `questions of type "${type.slice(0, 40)}" are not taken in`,
      };
  }
}

function fractionOf({ attributes: { fraction = '0' } }: Element): number {
  return Number(fraction);
}

function choiceBody(question: Element, read: ToText): ToldBody | Reason {
  const answers = childrenNamed(question, 'answer');
  const isSingle = !/^\s*(false|0)\s*$/i.test(textIn(childNamed(question, 'single')));
  const right = answers.filter((answer) => (isSingle ? fractionOf(answer) >= 99.99 : fractionOf(answer) > 0));
  if (isSingle && right.length > 1)
    return {
      code: 'several-full-keys',
      message: `${right.length} answers are each fully right: which is the key is not said`,
    };
  const best = Math.max(0, ...answers.map(fractionOf));
  if (isSingle && right.length === 0 && best > 0)
    return { code: 'no-key', message: `the best answer counts ${best} %; the key is the one that counts 100 %` };
  const sum = right.reduce((total, answer) => total + fractionOf(answer), 0);
  if (!isSingle && right.length > 0 && Math.abs(sum - 100) > 2)
    return { code: 'weights-unclear', message: `the right answers weigh ${sum} % together, not 100 %` };
  return {
    type: 'choice',
    options: answers.map((answer) => ({
      text: read(answer),
      isKey: right.includes(answer),
      why: read(childNamed(answer, 'feedback')),
    })),
  };
}

function trueFalseBody(question: Element, read: ToText): ToldBody | Reason {
  const answers = childrenNamed(question, 'answer').map((answer) => ({
    word: textIn(childNamed(answer, 'text')).trim().toLowerCase(),
    isKey: fractionOf(answer) >= 99.99,
    why: read(childNamed(answer, 'feedback')),
  }));
  if (answers.some(({ word }) => word !== 'true' && word !== 'false'))
    return { code: 'unreadable-answer', message: 'an answer of a true/false question is neither true nor false' };
  const options = ['true', 'false'].map((word): ToldOption => {
    const answer = answers.find((one) => one.word === word);
    return { text: word === 'true' ? 'True' : 'False', isKey: answer?.isKey ?? false, why: answer?.why ?? '' };
  });
  return { type: 'choice', options };
}

function matchingBody(question: Element, read: ToText): ToldBody {
  const pairs = childrenNamed(question, 'subquestion').map((sub) => ({
    left: read(sub),
    right: eitherToText(textIn(childNamed(childNamed(sub, 'answer'), 'text')).trim()).text,
  }));
  const isSpare = ({ left }: { left: string }) => left === '';
  return {
    type: 'matching',
    pairs: pairs.filter((pair) => !isSpare(pair)),
    spare: pairs.filter(isSpare).map(({ right }) => right),
  };
}

/** Steps stand in the right order; where fractions number them (1, 2, 3), these count. */
function stepsOf(question: Element, read: ToText): { text: string; why: string }[] {
  const answers = childrenNamed(question, 'answer');
  const numbers = answers.map(fractionOf);
  const isNumbered = new Set(numbers).size === numbers.length && numbers.every((number) => number >= 1);
  const inOrder = isNumbered ? answers.toSorted((a, b) => fractionOf(a) - fractionOf(b)) : answers;
  return inOrder.map((answer) => ({ text: read(answer), why: read(childNamed(answer, 'feedback')) }));
}

function fullAnswers(question: Element): string[] {
  return childrenNamed(question, 'answer')
    .filter((answer) => fractionOf(answer) >= 99.99)
    .map((answer) => textIn(childNamed(answer, 'text')).trim());
}

function shortBody(question: Element): ToldBody | Reason {
  const full = fullAnswers(question);
  if (full.some((text) => /(?<!\\)\*/.test(text)))
    return { code: 'unsupported-type', message: 'an accepted answer holds the wildcard *' };
  return { type: 'cloze', accept: full.map((text) => text.replace(/\\\*/g, '*')) };
}

function numberBody(question: Element): ToldBody | Reason {
  const full = childrenNamed(question, 'answer').filter((answer) => fractionOf(answer) >= 99.99);
  const [one] = full;
  if (!one || full.length > 1)
    return { code: 'several-numbers', message: `${full.length} numbers are fully right; one is needed` };
  const number = textIn(childNamed(one, 'text')).trim();
  if (number === '' || number === '*') return { code: 'no-key', message: 'no number is given' };
  const units = childrenNamed(childNamed(question, 'units') ?? NOTHING, 'unit').map((unit) =>
    textIn(childNamed(unit, 'unit_name')).trim(),
  );
  const [unit] = units;
  return {
    type: 'number',
    number: Number(number),
    tolerance: Number(textIn(childNamed(one, 'tolerance')).trim() || '0'),
    ...(unit && { unit }),
  };
}

function hasPartialCredit(question: Element, type: string): boolean {
  if (type !== 'multichoice' && type !== 'shortanswer' && type !== 'numerical') return false;
  if (type === 'multichoice' && /^\s*(false|0)\s*$/i.test(textIn(childNamed(question, 'single')))) return false;
  return childrenNamed(question, 'answer').some((answer) => fractionOf(answer) > 0 && fractionOf(answer) < 99.99);
}
