// Questions of a Markdown list that were read and are not told yet: they wait for a key, or for the rest of their reason.
import type { Taken } from '../../format.ts';
import { tooLong } from '../../reading/bounds.ts';
import { refused } from '../../reading/taken.ts';
import type { Waiting } from '../keys/key-match.ts';
import type { MarkdownLine } from '../lines/lines.ts';
import { type Found, isQuestion, mayHaveKey } from './found.ts';
import { type NumberRow, textsInRow } from './number-row.ts';
import { isTooLong, type OpenQuestion } from './open.ts';
import { questionFrom } from './question.ts';

export interface Gathered {
  readonly waiting: Waiting[];
  isOne(found: Found): boolean;
  /** Takes what was read, and tells what is known by it. */
  add(reading: OpenQuestion, section: string | undefined): Iterable<Taken>;
  /** Tells the questions that wait for no key. */
  tell(): Iterable<Taken>;
  /** The question in whose reason a number or a point stands with which another begins, or none. */
  reasonAbove(line: MarkdownLine): Found | undefined;
}

/** `hasKeys`: whether keys stand apart in the file, for which all questions wait. `areOptions`: see questionFrom. */
export function gather(file: string, hasKeys: boolean, areOptions: boolean): Gathered {
  const waiting: Waiting[] = [];
  const row: NumberRow = { texts: [] };
  /** Numbers and points in a reason that asked nothing: more of it, unless they are known to be questions later. */
  const rest = new Map<Found, OpenQuestion>();
  let above: Found | undefined;
  const isOne = (found: Found) => isQuestion(found) || (hasKeys && mayHaveKey(found));
  const tell = function* (): Iterable<Taken> {
    for (const { reasonOf, lines } of rest.values()) reasonOf?.reason.push('', ...lines);
    rest.clear();
    for (const { found, section } of hasKeys ? [] : waiting.splice(0))
      yield questionFrom(file, found, section, areOptions);
  };
  return {
    waiting,
    isOne,
    *add(reading, section) {
      const { found, zone, reasonOf } = reading;
      const isQuestion = isOne(found);
      const texts = textsInRow(row, found, isQuestion);
      above = isQuestion ? (zone === 'reason' ? found : undefined) : reasonOf;
      if (reasonOf && !isQuestion) rest.set(found, reading);
      for (const text of texts) rest.delete(text);
      if (isQuestion || texts.length > 0) yield* tell();
      for (const text of texts) yield questionFrom(file, text, section);
      if (!isQuestion) return;
      if (isTooLong(reading)) yield refused({ file, line: found.line }, 'too-large', tooLong());
      else waiting.push({ found, section });
    },
    tell,
    reasonAbove: ({ kind }) => (kind === 'numbered' || kind === 'bullet' ? above : undefined),
  };
}
