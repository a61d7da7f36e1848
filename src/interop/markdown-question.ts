// What was read of a question in Markdown, made into one of ours.

import { draftOf, refused, type Told, type ToldBody, trueOrFalse } from './draft.ts';
import { isData } from './fields.ts';
import type { Taken } from './format.ts';
import { keysOf } from './keys.ts';
import { markdownToText } from './markdown-text.ts';

export interface Found {
  readonly line: number;
  readonly startedBy: 'meta' | 'heading' | 'numbered' | 'asked' | 'text';
  /** That of a question that begins with one. */
  readonly number?: number;
  /** What our own export says of the question, as JSON. */
  meta?: string;
  heading?: { depth: number; title: string };
  readonly stem: string[];
  readonly options: {
    text: string[];
    readonly label?: string;
    readonly isTask?: boolean;
    readonly isTicked?: boolean;
    readonly why: string[];
  }[];
  readonly rows: (readonly string[])[];
  readonly answers: string[];
  readonly reason: string[];
  /** Whether another answer stands after the reason of the first, so that two questions may have become one. */
  isAnsweredTwice?: boolean;
}

/** Whether this is a question at all, right or wrong, and not prose with a list in it. */
export function isQuestion(found: Found): boolean {
  const { startedBy, options, answers, meta } = found;
  if (meta !== undefined || startedBy === 'asked' || answers.some((answer) => answer.trim() !== '')) return true;
  if (options.some(({ isTask }) => isTask)) return true;
  if (options.length > 1 && options.every(({ label }) => label !== undefined) && (startedBy !== 'text' || asks(found)))
    return true;
  return asks(found) && (options.length > 0 || startedBy === 'numbered');
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

/** The paragraphs; with the heading before them where that asks something, or alone where nothing follows. */
function stemOf({ stem, heading, meta }: Found, toText: (lines: readonly string[]) => string): string {
  const text = toText(stem);
  const title = (heading?.title ?? '').replace(/^(question|q)?\s*#?\d*\s*[.:)-]?\s*/i, '');
  if (meta !== undefined || title === '') return text;
  if (text === '') return toText([title]);
  return /\?$/.test(title) ? `${toText([title])}\n\n${text}` : text;
}

type Reason = { readonly code: string; readonly message: string };

function bodyFrom(found: Found, toText: (lines: readonly string[]) => string): ToldBody | Reason {
  const { options, answers } = found;
  const given = answers.map((answer) => toText([answer])).filter((answer) => answer !== '');
  if (found.isAnsweredTwice)
    return {
      code: 'key-ambiguous',
      message: 'a second answer follows the text after the first: part the questions by headings or numbers',
    };
  if (options.length === 0) return typedBody(given);
  const marked = withoutLabels(options).map(({ text, ...option }) => ({
    ...option,
    ...withoutMark(text, option.isTask ?? false),
    label: option.label,
  }));
  const offered = marked.map(({ text, label }) => ({ text: toText(text), ...(label && { label }) }));
  const whys = marked.map(({ why }) => toText(why));
  const asBody = (keys: readonly number[]): ToldBody => ({
    type: 'choice',
    options: offered.map(({ text }, index) => ({ text, isKey: keys.includes(index), why: whys[index] ?? '' })),
  });
  const ticked = marked.flatMap(({ isTicked }, index) => (isTicked ? [index] : []));
  const [answer] = given;
  if (answer === undefined) {
    const right = ticked.length > 0 ? ticked : marked.flatMap(({ isMarked }, index) => (isMarked ? [index] : []));
    return asBody(right);
  }
  const keys = keysOf(given.join('; '), offered);
  const read = 'keys' in keys ? keys : keysOf(answer, offered);
  if ('code' in read) return read;
  if (ticked.length > 0 && ticked.join() !== read.keys.join())
    return { code: 'key-ambiguous', message: 'the ticked options and the answer below differ' };
  return asBody(read.keys);
}

/** "- [ ] A. London": marks that stand before all options without a label of their own, in order, are labels. */
function withoutLabels(options: Found['options']): Found['options'] {
  const parts = options.map(({ text, label }) =>
    label === undefined ? /^\(?([A-Za-z])(?:[.):]| [-–—])\s+(\S.*)$/.exec(text[0] ?? '') : null,
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

function typedBody(given: readonly string[]): ToldBody | Reason {
  if (given.length === 0) return { code: 'no-options', message: 'the question has neither options nor an answer' };
  const [only = ''] = given;
  if (given.length === 1 && /^(true|false)\.?$/i.test(only)) return trueOrFalse(/^true/i.test(only));
  if (given.some((text) => text.length > 200 || text.includes('\n')))
    return { code: 'answer-too-long', message: 'there are no options, and the answer is too long to be typed' };
  return { type: 'cloze', accept: given };
}

/** An option without the sign that it is right: all of it bold, a tick, "(correct)". Ticked boxes need no other sign. */
function withoutMark(text: readonly string[], isTask: boolean): { text: string[]; isMarked: boolean } {
  const whole = text.join('\n').trim();
  if (isTask) return { text: [...text], isMarked: false };
  const sign =
    /^(?<before>[\s\S]*?)\s*(?:✅|✔️?|✓|\((?:correct|right)(?: answer)?\)|\*\((?:correct)\)\*)\s*(?<bold>\*\*)?$/i.exec(
      whole,
    );
  if (sign) return { text: [`${sign.groups?.before ?? ''}${sign.groups?.bold ?? ''}`], isMarked: true };
  const bold = /^(?:\*\*|__)([^*_][\s\S]*?)(?:\*\*|__)[.\s]*$/.exec(whole);
  const isWhole = bold !== null && !/\*\*|__/.test(bold[1] ?? '');
  return isWhole ? { text: [bold[1] ?? ''], isMarked: true } : { text: [...text], isMarked: false };
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
