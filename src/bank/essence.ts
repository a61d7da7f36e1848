// What of a text decides whether another says the same in the same words: letters, digits, and the signs that carry meaning.
import { garbled, repaired } from '../core/encoding.ts';

export interface Essence {
  readonly text: string;
  /** Where each unit of it starts in the text it was made of, and where the character ends. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * White space, case, Markdown marks, pictograms and punctuation go, and with them the differences between kinds of quotes and
 * dashes. What could change a statement stays: signs (`<`, `+`, `%`), a minus before a number, stops and commas inside one.
 */
export function essenceOf(text: string): Essence {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const char of text) {
    const end = at + char.length;
    if (counts(char, text[at - 1] ?? ' ', text[end] ?? ' ')) {
      const units = char.normalize('NFD').toLowerCase();
      parts.push(units);
      for (let unit = 0; unit < units.length; unit++) {
        from.push(at);
        to.push(end);
      }
    }
    at = end;
  }
  return { text: parts.join(''), from, to };
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
