// What is left of a text when two are compared that may differ in typography: letters, digits, and the signs that carry meaning.
import { garbled, repaired } from '../../core/text/encoding.ts';
import { narrowed } from '../../core/text/width.ts';

export interface Essence {
  readonly text: string;
  /** Where the character of each unit of it starts in the text it was made of. */
  readonly from: readonly number[];
}

/**
 * Leaves out white space, case, width, Markdown marks, pictograms and punctuation, and so all differences between kinds of quotation
 * marks and dashes. It keeps what could change a statement: signs (`<`, `+`, `%`), a minus before a number, stops and commas inside
 * one, and what stands between two numbers, so that they do not run into one.
 */
export function essenceOf(written: string): Essence {
  const text = narrowed(written); // each character stays where it is
  const parts: string[] = [];
  const from: number[] = [];
  const keep = (units: string, at: number) => {
    for (let unit = 0; unit < units.length; unit++) from.push(at);
    parts.push(units);
  };
  let at = 0;
  let digit: { readonly at: number; readonly end: number } | undefined; // the one that was kept last, if that was a digit
  for (const char of text) {
    const units = unitsOf(char, text, at);
    const end = at + char.length;
    if (units !== '') {
      if (digit && digit.end < at && beginsNumber(units)) keep(apart(text.slice(digit.end, at)), digit.at);
      keep(units, at);
      digit = isDigit(units) ? { at, end } : undefined;
    }
    at = end;
  }
  return { text: parts.join(''), from };
}

const PLAIN = /^[a-z0-9]$/i;
const DASH = /[\p{Pd}−]/u;

/** What is kept of a character: nothing, or it without its case, and its marks beside it. */
function unitsOf(char: string, text: string, at: number): string {
  if (PLAIN.test(char)) return char.toLowerCase();
  if (!counts(char, text[at - 1] ?? ' ', text[at + char.length] ?? ' ')) return '';
  return DASH.test(char) ? '-' : char.normalize('NFD').toLowerCase();
}

function counts(char: string, before: string, after: string): boolean {
  if (/[\p{L}\p{M}\p{N}]/u.test(char)) return true;
  if (/[.,]/.test(char)) return isDigit(after) && !/[\p{L}.,]/u.test(before);
  if (DASH.test(char)) return isDigit(after) && !/[\p{L}\p{N}]/u.test(before);
  if (char === '!') return after === '=';
  if (char === '~') return isDigit(after); // about so many, and no mark of Markdown
  return /[%‰′″&#@/]/.test(char) || (/\p{S}/u.test(char) && !/[`|\u{fffd}\p{Extended_Pictographic}]/u.test(char));
}

function isDigit(char: string): boolean {
  return char <= '9' ? char >= '0' : char > '~' && /\p{N}/u.test(char);
}

function beginsNumber(units: string): boolean {
  return isDigit(units) || /[-.,]/.test(units);
}

/** What keeps two numbers apart: white space and borders of cells are one, dashes are one, all else is itself. */
function apart(gap: string): string {
  return ` ${gap.replace(/[\s|`_]+/g, '').replace(/[\p{Pd}−]+/gu, '–')}`;
}

/** A text as it may stand in the notes if one of the two was read in the wrong encoding. The first is the text itself. */
export function encodings(text: string): string[] {
  return [...new Set([text, repaired(text), garbled(text)])];
}
