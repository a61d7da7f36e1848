// Scripts that part no words by blanks: a quote may be cut anywhere in them, and a line that ends goes on without a blank.

/** Chinese and Japanese, with the signs that stand in them alone. */
const CJK = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}`;
/** A class of characters, for patterns. */
export const UNSPACED = String.raw`[${CJK}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]`;
const ANY_UNSPACED = new RegExp(UNSPACED, 'u');
const NUMERAL = /[\p{N}零一二三四五六七八九十百千万萬億亿兆两]/u;

/** Whether a text has letters of a script without blanks between words. */
export function isUnspaced(text: string): boolean {
  return ANY_UNSPACED.test(text);
}

/** Whether a letter is a digit, or one of those that Chinese and Japanese numbers are written with. */
export function isNumeral(letter: string): boolean {
  return NUMERAL.test(letter);
}

const WIDE = String.raw`[${CJK}\uff01-\uff0f\uff1a-\uff20]`;
const BLANK = new RegExp(String.raw`(?<=${WIDE})\s(?=${WIDE})`, 'gu');

/** Without the blanks that have Chinese or Japanese on both sides, but for those between two numerals. */
export function withoutBlanks(text: string): string {
  if (!/[\u3000-\u9fff\uff01-\uff20]/.test(text)) return text; // the pattern is slow, and most notes have nothing for it
  return text.replace(BLANK, (blank, at: number) =>
    isNumeral(text[at - 1] ?? '') && isNumeral(text[at + 1] ?? '') ? blank : '',
  );
}
