// What is found of a question while the lines of a Markdown list are read.
import { limits } from '../../../core/limits.ts';
import { type KeyMark, withoutMark } from '../../words/marks.ts';
import { QUESTION_WORDS } from '../../words/words.ts';
import { endsAsking } from '../lines/line-words.ts';
import type { MarkdownLine } from '../lines/lines.ts';
import { truthBehind, truthsIn } from './truth.ts';

export interface Found {
  readonly line: number;
  readonly startedBy: 'meta' | 'heading' | 'numbered' | 'asked' | 'bullet' | 'text';
  /** The number of a question that begins with one. */
  readonly number?: number;
  /** What stands behind its number, and how far the line is set in. */
  readonly sign?: string;
  /** Whether a word before the number calls it a question. */
  readonly says?: boolean;
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
    /** Whether its letter is a heading, so that all below it up to the next is its text. */
    readonly isHeaded?: boolean;
    readonly mark?: KeyMark;
    readonly indent: number;
    readonly why: string[];
  }[];
  readonly rows: (readonly string[])[];
  readonly answers: string[];
  readonly reason: string[];
  /** What stands below the options and is neither an option nor an answer: a remark, a link. */
  readonly aside: string[];
  /** Answers that somebody gave, or voted for: they are left out. */
  hasChoices?: boolean;
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
  const { startedBy, options, meta } = found;
  if (meta !== undefined || startedBy === 'asked' || found.broken !== undefined || saysAnything(found.answers))
    return true;
  if (options.some(({ isTask }) => isTask)) return true;
  if (options.length > 1 && options.every(({ label }) => label !== undefined) && (startedBy !== 'text' || asks(found)))
    return true;
  if (asks(found) && (options.length > 0 || startedBy === 'numbered' || startedBy === 'bullet')) return true;
  if ((found.says && saysAnything(found.stem)) || truthBehind(found) || namesPlacing(found)) return true;
  const title = found.heading?.title ?? '';
  return isNamedQuestion(found) && (endsAsking(title) || saysAnything(found.stem));
}

const PLACING = /^[*_\s]*(?:#?\d{1,4}[.):]?[*_\s]*)?(?:DRAG[- ]?(?:AND[- ]|&[- ]?)?DROP|HOT[- ]?SPOT)(?![\p{L}\p{N}])/u;

/** Whether it calls itself a question whose answer is to put or to find something in a picture, as dumps of exams do. */
export function namesPlacing({ stem, heading }: Found): boolean {
  const first = stem.find((line) => line.trim() !== '') ?? '';
  return PLACING.test(first) || PLACING.test(heading?.title ?? '');
}

/** Whether a line below another question begins one that calls itself so: a paragraph, or the words alone. */
export function opensPlacing(line: string, isParagraph: boolean): boolean {
  return PLACING.test(line) && (isParagraph || !/[\p{L}\p{N}]/u.test(line.replace(PLACING, '')));
}

const PICTURE = /^\s*(?:!\[[^\]]*\]\([^()]*\)|<img\b[^<>]*>)\s*$/i;

/** Whether it calls itself one and the rest of it is pictures: a text that asks below it is another question. */
export function isPlacedInPicture(found: Found): boolean {
  if (!namesPlacing(found)) return false;
  const last = found.stem.findLast((line) => line.trim() !== '' && !PICTURE.test(line)); // from the end: it is asked at each text
  return (last === undefined || PLACING.test(last)) && found.stem.some((line) => PICTURE.test(line));
}

/** Whether any of these lines has a text: of what it asks besides a heading, of its answers, of its reason. */
export function saysAnything(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim() !== '');
}

/** Whether anything that was read says what is right: an answer, or a mark of an option. */
export function hasKey(found: Found): boolean {
  const isMarked = ({ isTicked, mark, text }: Found['options'][number]) =>
    isTicked || mark === 'right' || withoutMark(text).mark !== undefined;
  return saysAnything(found.answers) || found.options.some(isMarked);
}

/** Whether it begins with words in bold, as all questions of a page do that have neither numbers nor headings. */
export function beginsBold({ startedBy, stem }: Found): boolean {
  return startedBy === 'text' && isBold(stem[0] ?? '');
}

/** Whether a line begins in bold. */
export function isBold(line: string): boolean {
  return /^\s*(?:\*\*|__)\S/.test(line);
}

/** Whether its heading calls it a question. */
export function isNamedQuestion({ heading }: Found): boolean {
  return SAID_NUMBER.test(heading?.title ?? '');
}

/** "Question 3": a heading that calls itself one, with any text below it. */
const SAID_NUMBER = new RegExp(`^[*_]*(?:${QUESTION_WORDS})\\s*#?\\d{1,4}(?![\\d\\p{L}])`, 'iu');

/** Whether it asks, or has a gap to be filled, so that an answer of a key may be meant for it. */
export function mayHaveKey(found: Found): boolean {
  return asks(found) || (found.startedBy === 'numbered' && found.stem.some((line) => GAP.test(line)));
}

const GAP = /_{3,}|\.{4,}|…{2,}/;

/** Whether its text, or its heading, ends like a question, or asks whether a statement is true. */
export function asks(found: Found): boolean {
  const { stem, heading } = found;
  const text = stem.findLast((line) => line.trim() !== '') ?? heading?.title ?? '';
  const bare = text.replace(/\p{Extended_Pictographic}|\ufe0f/gu, '');
  return endsAsking(bare.trim()) || truthsIn(found) !== undefined;
}

/** The question being read and what the next line belongs to. */
export interface OpenQuestion {
  readonly found: Found;
  zone: 'stem' | 'options' | 'answer' | 'reason';
  isHidden: boolean;
  /** Whether the last line was blank. */
  wasBlank: boolean;
  /** Characters of its lines. What goes beyond a record's is passed over. */
  length: number;
  /** Its lines, and the question in whose reason they stand if they ask nothing. */
  readonly lines: string[];
  readonly reasonOf?: Found | undefined;
}

/** Lines that a question may begin with, other than text. */
const STARTS = ['meta', 'numbered', 'heading', 'asked', 'bullet'] as const;

/** A question that begins on a line, of which nothing is known besides, below the reason of another. */
export function begin(at: number, line?: MarkdownLine, reasonOf?: Found): OpenQuestion {
  const startedBy = STARTS.find((kind) => kind === line?.kind) ?? 'text';
  const number = line?.kind === 'numbered' ? { number: line.number, sign: line.sign, says: line.says } : {};
  const indent = line && 'indent' in line ? { indent: line.indent } : {};
  return {
    found: {
      line: at,
      startedBy,
      ...number,
      ...indent,
      stem: [],
      options: [],
      rows: [],
      answers: [],
      reason: [],
      aside: [],
    },
    zone: 'stem',
    isHidden: false,
    wasBlank: false,
    length: 0,
    lines: [],
    reasonOf,
  };
}

/** Whether it has more characters than a record may have. */
export function isTooLong({ length }: OpenQuestion): boolean {
  return length > limits.importRecordLength;
}

/** Where a line goes that says nothing of its own. */
export function place({ found, zone }: OpenQuestion): string[] {
  if (zone === 'stem') return found.stem;
  if (found.aside.length > 0 && zone === 'options') return found.aside;
  if (zone === 'options') return found.options.at(-1)?.text ?? found.stem;
  return found.reason;
}
