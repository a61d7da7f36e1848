import { ofLines } from './bounds.ts';
import type { Format } from './format.ts';
import { readGift } from './gift-read.ts';
import { writeGift } from './gift-write.ts';

export const gift: Format = {
  name: 'gift',
  endings: ['.gift', '.gift.txt', '.txt'],
  recognises: (text) => looksLikeGift(text.slice(0, 100_000)),
  reads: ofLines(readGift),
  writes: writeGift,
};

/** It names a question or a category, or has braces around something. */
function looksLikeGift(text: string): boolean {
  if (/^[ \t]*::|^\$CATEGORY:/m.test(text)) return true;
  const open = text.search(/(?<!\\)\{/);
  return open >= 0 && /(?<!\\)\}/.test(text.slice(open));
}
