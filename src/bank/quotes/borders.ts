// Where words and numbers begin and end. A quote may be part of a sentence, but not part of a word or of a number.
import { isNumeral, isUnspaced } from '../notes/unspaced.ts';

/** Whether neither end of what stands from one offset to another falls inside a word or a number. */
export function standsWhole(text: string, from: number, to: number): boolean {
  return !cuts(text, from) && !cuts(text, to) && !takesSign(text, from);
}

/** Whether a boundary falls inside a word or number: between its letters, at a sign inside it, or behind the sign before it. */
function cuts(text: string, boundary: number): boolean {
  const [before, after] = [text[boundary - 1] ?? '', text[boundary] ?? ''];
  if (isOfWord(before) && isOfWord(after)) return areOneWord(before, after);
  if (isOfWord(before)) return isMark(after) || (isInside(after) && isDigit(before) && isDigit(text[boundary + 1]));
  if (!isDigit(after)) return false;
  const front = text[boundary - 2];
  if (isInside(before)) return isDigit(front) || (isDecimalSign(before) && (front === undefined || front === ' '));
  return isDash(before) && !isAfterWord(front);
}

/** Whether it begins with the dash of a range, which would be a minus there: "–8 °C" out of "2–8 °C". */
function takesSign(text: string, from: number): boolean {
  return isDash(text[from]) && isOfWord(text[from - 1]) && isDigit(text[from + 1]);
}

/** Two letters side by side are of one word. In scripts without blanks that is not so; there it holds for two numerals only. */
function areOneWord(before: string, after: string): boolean {
  return (isNumeral(before) && isNumeral(after)) || !(isUnspaced(before) || isUnspaced(after));
}

function isOfWord(char = ''): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

/** Whether a dash is no minus, because a word stands before it. In scripts without blanks it may be a minus even so. */
function isAfterWord(front = ''): boolean {
  return isOfWord(front) && (isNumeral(front) || !isUnspaced(front));
}

/** A vowel or an accent that belongs to the letter before it. */
function isMark(char: string): boolean {
  return /\p{M}/u.test(char);
}

function isDigit(char = ''): boolean {
  return /\p{N}/u.test(char);
}

/** Signs that stand inside a number, a time, a share, a date. */
function isInside(char: string): boolean {
  return /[.,:/．，：／]/.test(char);
}

function isDecimalSign(char: string): boolean {
  return /[.,．，]/.test(char);
}

function isDash(char = ''): boolean {
  return /[-‐-―−－]/.test(char);
}
