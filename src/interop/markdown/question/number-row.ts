// Numbered texts among numbered questions. One whose number is in their row is a question too, although it neither asks nor has an answer.
import { type Found, hasStem } from './found.ts';

/** Longer rows of texts that ask nothing are lists. */
const LONGEST = 50;

/** The question read last, if it has a number, and the numbered texts since. */
export interface NumberRow {
  last?: Found;
  texts: Found[];
}

/**
 * The texts that are known to be questions by what was read now: those whose numbers lead up to it, where it is one (`isOne`), or itself, where
 * its number follows the last question's.
 */
export function textsInRow(row: NumberRow, found: Found, isOne: boolean): readonly Found[] {
  if (!isOne && (found.startedBy !== 'numbered' || !hasStem(found))) return [];
  const above = row.texts.at(-1);
  const goesOn = above !== undefined && isNext(above, found);
  const follows = row.last !== undefined && isNext(row.last, found);
  if (!isOne && !follows) {
    row.texts = goesOn ? [...row.texts, found].slice(-LONGEST) : [found];
    return [];
  }
  const texts = row.texts.splice(0);
  row.last = found;
  return isOne ? (goesOn ? texts : []) : [found];
}

function isNext(one: Found, other: Found): boolean {
  return other.number === (one.number ?? Number.NaN) + 1 && other.sign === one.sign && other.indent === one.indent;
}
