// How wide characters are. Those of East Asia take two columns of a terminal, and their keyboards type Latin letters as wide as those.

import { once } from '../once.ts';

/** Latin letters and the program's own signs: one column each. */
const NARROW = /^[\x20-\x7e\xa0-\xac\xae-\u02af\u2010-\u2027\u2190-\u2193\u2500-\u259f]*$/;

// Unicode's tables take a hundredth of a start to look up, so they wait for a text that needs them.

/** What combines with a letter. */
const combining = once(() => /[\p{M}\p{Cf}]/u);

/** Letters of East Asia (the blocks of Markus Kuhn's wcwidth) and pictures. */
const wide = once(
  () =>
    /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u,
);

/** Whether each character of a text takes one column; nearly every text is told at a glance. */
export function isNarrow(text: string): boolean {
  return NARROW.test(text);
}

/** Columns that a text takes in a terminal, near enough to wrap it. What is painted is measured by a library, which need not be loaded for this. */
export function columnsOf(text: string): number {
  if (isNarrow(text)) return text.length;
  return Array.from(text).reduce((sum, char) => sum + (combining().test(char) ? 0 : wide().test(char) ? 2 : 1), 0);
}

/** Wide Latin letters and signs become what they are elsewhere, one for one: "５（％）" is "5(%)". Not by NFKC, which makes 102 of "10²". */
export function narrowed(text: string): string {
  if (!/[\u3000\uff01-\uff5e]/.test(text)) return text;
  return text.replace(/[\u3000\uff01-\uff5e]/g, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}
