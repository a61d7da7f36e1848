// "2. The moon is a planet. (False)": a statement with its truth behind it.
import { ENGLISH, type Truths, truthsAsked } from '../../words/truths.ts';
import { endsAsking } from '../lines/line-words.ts';
import type { Found } from './found.ts';

const TRUTH = /(?:[([]\s*(true|false|[TF])\s*[)\]]|[*_]{1,3}(true|false)[*_]{1,3}|\s[-–—]\s*(true|false))[.\s*_]*$/i;
const SENTENCE_END = /[.!。！]["”»*_)]*$/;
const FEWEST_WORDS = 3;

export interface Truth {
  readonly statement: string;
  readonly isTrue: boolean;
  /** Whether the statement is a sentence, and ends with no truth itself. One that is none may be a value with its default. */
  readonly isSentence: boolean;
}

/** A line as a statement and its truth, where it ends with one. */
export function truthIn(line: string): Truth | undefined {
  const [end = '', ...words] = TRUTH.exec(line) ?? [];
  const said = words.find((word) => word !== undefined);
  const statement = line.slice(0, line.length - end.length).trim();
  const isSentence = SENTENCE_END.test(statement) && !TRUTH.test(statement);
  if (said === undefined || /^[tf]$/.test(said)) return undefined;
  if (!isSentence && statement.split(/\s+/).length < FEWEST_WORDS) return undefined;
  return { statement, isTrue: /^t/i.test(said), isSentence };
}

/** The truth behind the text of a numbered statement that has neither options nor an answer. */
export function truthBehind({ startedBy, stem, options, answers }: Found): Truth | undefined {
  const isBare = startedBy === 'numbered' && options.length === 0 && answers.length === 0;
  return isBare ? truthIn(stem.findLast((line) => line.trim() !== '') ?? '') : undefined;
}

/** The words between which its text or its heading lets choose, where it asks whether a statement is true. */
export function truthsIn({ stem, heading }: Pick<Found, 'stem' | 'heading'>): Truths | undefined {
  const isText = (line: string) => line.trim() !== '';
  const [first = '', last = ''] = [stem.find(isText), stem.findLast(isText)];
  return truthsAsked(first) ?? truthsAsked(last) ?? truthsAsked(heading?.title ?? '');
}

/** What parts a truth from its reason: no hyphen of a word ("False-positive"), and no comma of a list ("False, 0 and null"). */
const APART = (signs: string) => `[*_]*(?:\\s*[${signs}]+[*_]*\\s+|\\s*[–—]+[*_]*\\s*|\\s+-+[*_]*\\s+)`;

/** "False. The sun is a star.": the truth as the answer, and the reason behind it apart. */
export function withTruthApart(found: Found): Found {
  const [only = '', ...others] = found.answers;
  if (found.options.length > 0 || others.length > 0) return found;
  const truths = truthsIn(found);
  const mayList = truths === undefined && found.stem.some((line) => endsAsking(line.trim()));
  const words = (truths ?? ENGLISH).join('|');
  const form = new RegExp(`^[*_]*(${words})${APART(mayList ? '.:;' : '.,:;')}(\\S[\\s\\S]*)$`, 'iu');
  const [, said, reason] = form.exec(only.trim()) ?? [];
  if (said === undefined || reason === undefined) return found;
  return { ...found, answers: [said], reason: [reason, ...found.reason] };
}

/** A sentence with its truth as the answer. */
export function withTruth(found: Found): Found {
  const { statement, isTrue, isSentence } = truthBehind(found) ?? {};
  if (statement === undefined || !isSentence) return found;
  const last = found.stem.findLastIndex((line) => line.trim() !== '');
  return { ...found, stem: found.stem.with(last, statement), answers: [isTrue ? 'True' : 'False'] };
}
