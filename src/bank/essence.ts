// What of a text decides whether another says the same in the same words: letters, digits, and the signs that carry meaning.
import { garbled, repaired } from '../core/encoding.ts';

export interface Essence {
  readonly text: string;
  /** Where the character of each unit of it starts in the text it was made of. */
  readonly from: readonly number[];
}

/**
 * White space, case, Markdown marks, pictograms and punctuation go, and with them the differences between kinds of quotes and
 * dashes. What could change a statement stays: signs (`<`, `+`, `%`), a minus before a number, stops and commas inside one.
 */
export function essenceOf(text: string): Essence {
  const parts: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const char of text) {
    const units = unitsOf(char, text, at);
    for (let unit = 0; unit < units.length; unit++) from.push(at);
    if (units !== '') parts.push(units);
    at += char.length;
  }
  return { text: parts.join(''), from };
}

const PLAIN = /^[a-z0-9]$/i;

/** What is kept of a character: nothing, or it without its case, and its marks beside it. */
function unitsOf(char: string, text: string, at: number): string {
  if (PLAIN.test(char)) return char.toLowerCase();
  const isKept = counts(char, text[at - 1] ?? ' ', text[at + char.length] ?? ' ');
  return isKept ? char.normalize('NFD').toLowerCase() : '';
}

function counts(char: string, before: string, after: string): boolean {
  if (/[\p{L}\p{M}\p{N}]/u.test(char)) return true;
  if (/[.,]/.test(char)) return /\p{N}/u.test(before) && /\p{N}/u.test(after);
  if (/[-−]/.test(char)) return /\p{N}/u.test(after) && !/[\p{L}\p{N}]/u.test(before);
  if (char === '!') return after === '=';
  if (char === '~') return /\p{N}/u.test(after); // about so many, and no mark of Markdown
  return /[%&#@/]/.test(char) || (/\p{S}/u.test(char) && !/[`|\u{fffd}\p{Extended_Pictographic}]/u.test(char));
}

/** A text as it may stand in the notes if one of the two was read in the wrong encoding. The first is the text itself. */
export function encodings(text: string): string[] {
  return [...new Set([text, repaired(text), garbled(text)])];
}
