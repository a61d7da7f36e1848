// Where words and numbers begin and end: what proves an answer may be cut out of a sentence, never out of another word or number.
import { isNumeral, isUnspaced } from '../notes/unspaced.ts';

/** Whether what stands from one offset to another is no part of a longer word or number there. */
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

/** Letters side by side are of one word, but in scripts without blanks, where numerals alone are of one number. */
function areOneWord(before: string, after: string): boolean {
  return (isNumeral(before) && isNumeral(after)) || !(isUnspaced(before) || isUnspaced(after));
}

function isOfWord(char = ''): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

/** Whether a dash is none of a number that follows: a word goes before it. Where no blanks are written, it may be a minus even so. */
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
