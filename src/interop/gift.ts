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

/** It names a question or a category, or has an answer in braces. */
function looksLikeGift(text: string): boolean {
  return /^[ \t]*::|^\$CATEGORY:/m.test(text) || /(?<!\\)\{\s*(?:[=~#%}]|(?:t|f|true|false)\s*[#}])/i.test(text);
}
