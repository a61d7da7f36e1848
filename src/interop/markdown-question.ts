// What was read of a question in Markdown, made into one of ours.

import { draftOf, refused, type Told, type ToldBody, trueOrFalse } from './draft.ts';
import { isData } from './fields.ts';
import type { Taken } from './format.ts';
import { type Keys, keysOf, type Offered } from './keys.ts';
import { LABEL, LETTER, labelOf } from './labels.ts';
import { namedLabel } from './lettered.ts';
import type { Mark } from './markdown-lines.ts';
import { markedKeys, withoutMark } from './markdown-marks.ts';
import { markdownToText } from './markdown-text.ts';

export interface Found {
  readonly line: number;
  readonly startedBy: 'meta' | 'heading' | 'numbered' | 'asked' | 'bullet' | 'text';
  /** That of a question that begins with one. */
  readonly number?: number;
  /** What stands behind its number, and how far the line is set in. */
  readonly sign?: string;
  readonly indent?: number;
  /** What our own export says of the question, as JSON. */
  meta?: string;
  heading?: { depth: number; title: string };
  readonly stem: string[];
  readonly options: {
    text: string[];
    readonly label?: string;
    readonly isTask?: boolean;
    readonly isTicked?: boolean;
    readonly mark?: Mark;
    readonly indent: number;
    readonly why: string[];
  }[];
  readonly rows: (readonly string[])[];
  readonly answers: string[];
  readonly reason: string[];
  /** Whether another answer stands after the reason of the first, so that two questions may have become one. */
  isAnsweredTwice?: boolean;
  /** Whether a list stands in its text that could be the options, were there no lettered ones below it. */
  hasList?: boolean;
  /** Whether the answer is a list of points. */
  listsAnswers?: boolean;
  /** Why its options are none: their labels begin again, or leave letters out. */
  broken?: string;
}

/** Whether this is a question at all, right or wrong, and not prose with a list in it. */
export function isQuestion(found: Found): boolean {
  const { startedBy, options, answers, meta } = found;
  if (
    meta !== undefined ||
    startedBy === 'asked' ||
    found.broken !== undefined ||
    answers.some((answer) => answer.trim() !== '')
  )
    return true;
  if (options.some(({ isTask }) => isTask)) return true;
  if (options.length > 1 && options.every(({ label }) => label !== undefined) && (startedBy !== 'text' || asks(found)))
    return true;
  return asks(found) && (options.length > 0 || startedBy === 'numbered' || startedBy === 'bullet');
}

/** Whether its text, or its heading, ends like a question. */
export function asks({ stem, heading }: Found): boolean {
  const text = stem.filter((line) => line.trim() !== '').at(-1) ?? heading?.title ?? '';
  return /[?？]\s*[*_]*\s*(\([^()]*\))?\s*[*_]*$/.test(text.trim());
}

export function questionFrom(file: string, read: Found, section: string | undefined): Taken {
  const found = withTypedAnswer(read);
  const at = { file, line: found.line };
  const seen = { media: 0 };
  const toText = (lines: readonly string[]): string => {
    const { text, media } = markdownToText(lines);
    seen.media += media;
    return text;
  };
  const meta = metaOf(found.meta);
  if (meta === undefined) return refused(at, 'broken-meta', 'the comment before this question is not JSON');
  const body = meta.type === undefined ? bodyFrom(found, toText) : ownBody(meta, found, toText);
  if ('code' in body) return refused(at, body.code, body.message);
  const topics = Array.isArray(meta.topics) ? meta.topics.map(String) : section ? [section] : [];
  const level = ['recall', 'understand', 'apply', 'analyse'].find((known) => known === meta.level) as Told['level']; // one of the four
  const [stem, why] = [stemOf(found, toText), toText(found.reason)];
  return draftOf({ at, stem, why, topics, body, ...(level && { level }), lost: seen.media > 0 ? ['pictures'] : [] });
}

/** "Q: …" with "A: …" and no B: the answer, and no option. */
function withTypedAnswer(found: Found): Found {
  const { startedBy, options, answers } = found;
  const [only] = options;
  const isAnswer = startedBy === 'asked' && options.length === 1 && only?.label === 'A' && answers.length === 0;
  return isAnswer ? { ...found, options: [], answers: [only.text.join('\n')] } : found;
}

function metaOf(text = '{}'): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isData(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a heading says before its text: "Question #3", "Topic 1 Question 3:", "3.". */
const TITLE_NUMBER =
  /^(?:topic\s+\d{1,3}\s*[-–,:]?\s*)?(?:(?:new\s+)?(?:question|q|frage|aufgabe|pregunta|domanda|问题|第)\s*(?:#|no\.?\s*:?|nr\.?)?\s*(?:\d{1,4}\s*[.:)–-]?|[.:)#-]|$)|#?\d{1,4}\s*(?:[.:)-]|$))\s*/i;

/** The paragraphs; with the heading before them where that asks something or they do not, or alone where nothing follows. */
function stemOf({ stem, heading, meta }: Found, toText: (lines: readonly string[]) => string): string {
  const text = toText(stem);
  const title = (heading?.title ?? '').replace(TITLE_NUMBER, '');
  if (meta !== undefined || title === '') return text;
  if (text === '') return toText([title]);
  const isHeading = /[?？]\s*[*_]*$/.test(title) || !/[?？]/.test(text);
  return isHeading ? `${toText([title])}\n\n${text}` : text;
}

type Reason = { readonly code: string; readonly message: string };

function bodyFrom(found: Found, toText: (lines: readonly string[]) => string): ToldBody | Reason {
  const { options, answers } = found;
  const given = answers.map((answer) => toText([answer])).filter((answer) => answer !== '');
  const against = againstParts(found);
  if (against) return against;
  if (options.length === 0) return typedBody(found, given);
  const marked = withoutLabels(options).map(({ text, ...option }) => {
    const bare = withoutMark(text, option.isTask);
    return { ...option, text: bare.text, mark: option.mark ?? bare.mark };
  });
  const offered = marked.map(({ text, label }) => ({ text: toText(text), ...(label && { label }) }));
  const ticked = marked.flatMap(({ isTicked }, index) => (isTicked ? [index] : []));
  const signed = markedKeys(marked);
  const keys = given.length === 0 ? { keys: ticked.length > 0 ? ticked : signed } : answerKeys(given, offered);
  if ('code' in keys) return keys;
  if (found.hasList && !given.some((answer) => namesLabel(answer, offered)))
    return {
      code: 'options-unclear',
      message: 'a list stands above the lettered options, and the answer is none of their letters',
    };
  for (const other of [ticked, marked.some(({ mark }) => mark === 'right') ? signed : []])
    if (other.length > 0 && other.join() !== keys.keys.join())
      return { code: 'key-ambiguous', message: 'the marked options and the answer below differ' };
  return {
    type: 'choice',
    options: offered.map(({ text }, index) => ({
      text,
      isKey: keys.keys.includes(index),
      why: toText(marked[index]?.why ?? []),
    })),
  };
}

/** What was read of the lines and cannot be one question. */
function againstParts({ isAnsweredTwice, broken }: Found): Reason | undefined {
  if (broken !== undefined) return { code: 'labels-broken', message: broken };
  return isAnsweredTwice
    ? {
        code: 'key-ambiguous',
        message: 'a second answer follows the text after the first: part the questions by headings or numbers',
      }
    : undefined;
}

/** The keys that every line with an answer names. Beside letters a number is a text, and no place. */
function answerKeys(given: readonly string[], offered: readonly Offered[]): Keys {
  const areLettered = offered.every(({ label }) => label !== undefined && !/^\d/.test(label));
  const [first, ...others] = given.map((answer) => keysOf(answer, offered, areLettered ? 'texts' : undefined));
  if (!first || 'code' in first) return first ?? { code: 'no-key', message: 'no answer is given' };
  const isOne = others.every((other) => 'keys' in other && other.keys.join() === first.keys.join());
  return isOne ? first : { code: 'key-ambiguous', message: 'there are two lines with an answer, and they differ' };
}

/** Whether an answer begins with the letter of an option, or is several of them. */
function namesLabel(answer: string, offered: readonly Offered[]): boolean {
  const [, first] = new RegExp(`^[*_([]*(?:option\\s+)?(${LETTER})(?![\\p{L}\\p{N}])`, 'iu').exec(answer.trim()) ?? [];
  return (
    /^[A-Z]{2,8}$/.test(answer.trim()) || offered.some(({ label }) => first !== undefined && label === labelOf(first))
  );
}

/** "- [ ] A. London": marks that stand before all options without a label of their own, in order, are labels. */
function withoutLabels(options: Found['options']): Found['options'] {
  const parts = options.map(({ text, label }) =>
    label === undefined ? /^\(?([A-Za-z])(?:[.):]\s+| [-–—]\s+|[)．）、：]\s*)(\S.*)$/.exec(text[0] ?? '') : null,
  );
  const areLabels =
    parts.length > 1 && parts.every((part, index) => part?.[1]?.toUpperCase() === String.fromCharCode(65 + index));
  if (!areLabels) return options;
  return options.map((option, index) => ({
    ...option,
    label: parts[index]?.[1]?.toUpperCase() ?? '',
    text: [parts[index]?.[2] ?? '', ...option.text.slice(1)],
  }));
}

/** A label with nothing but space behind it, at the start of a line. */
const BARE_LABEL = new RegExp(`^\\s*(${LABEL})\\s+(?=\\S)`, 'u');

function typedBody(found: Found, given: readonly string[]): ToldBody | Reason {
  if (given.length === 0) return { code: 'no-options', message: 'the question has neither options nor an answer' };
  const [only = ''] = given;
  if (given.some((text) => text.trim().toLowerCase() !== only.trim().toLowerCase()))
    return { code: 'key-ambiguous', message: `there are ${given.length} lines with an answer, and they differ` };
  if (/^(true|false)\.?$/i.test(only)) return trueOrFalse(/^true/i.test(only));
  if (only.length > 200 || only.includes('\n'))
    return { code: 'answer-too-long', message: 'there are no options, and the answer is too long to be typed' };
  if (/^\(?[A-Za-z]\)\s*\S|^[A-Z][.:]\s+\S.*[,;&]\s*[A-Z][.:]\s/.test(only))
    return { code: 'no-options', message: 'the answer names an option, and there are none' };
  const lines = found.stem.map((line) => line.replace(BARE_LABEL, '$1) '));
  const isPlace = found.startedBy === 'numbered' && !asks(found) && !/[_=…]/.test(found.stem.join(''));
  if (namedLabel(only, lines.join('\n')) || (isPlace && namedLabel(only, '1) 2) A) B)')))
    return {
      code: 'key-ambiguous',
      message: `"${only}" names an option, and what the options are is not sure: give each a line with a letter, as in "A) …"`,
    };
  return { type: 'cloze', accept: [only] };
}

/** The types that only our own export can tell apart. */
function ownBody(
  meta: Readonly<Record<string, unknown>>,
  found: Found,
  toText: (lines: readonly string[]) => string,
): ToldBody | Reason {
  const parts = found.options.map(({ text, why, isTicked }) => ({
    text: toText(text),
    why: toText(why),
    isKey: isTicked ?? false,
  }));
  switch (meta.type) {
    case 'single':
    case 'multiple':
      return { type: 'choice', options: parts };
    case 'ordering':
      return { type: 'ordering', steps: parts };
    case 'matching': {
      const pairs = found.rows
        .slice(2)
        .map(([left = '', right = '']) => ({ left: toText([left]), right: toText([right]) }));
      const spare = pairs.filter(({ left }) => left === '').map(({ right }) => right);
      return { type: 'matching', pairs: pairs.filter(({ left }) => left !== ''), spare };
    }
    case 'cloze': {
      const { number, tolerance = 0, unit } = meta;
      if (typeof number !== 'number')
        return { type: 'cloze', accept: found.answers.map((answer) => toText([answer])), isTyped: true };
      return { type: 'number', number, tolerance: Number(tolerance), ...(typeof unit === 'string' && { unit }) };
    }
    default:
      return {
        code: 'unsupported-type',
        message: `questions of type "${String(meta.type).slice(0, 40)}" are not known`,
      };
  }
}
