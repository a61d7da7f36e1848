import type { Format } from './format.ts';
import { readGift } from './gift-read.ts';
import { writeGift } from './gift-write.ts';

export const gift: Format = {
  name: 'gift',
  endings: ['.gift', '.gift.txt', '.txt'],
  recognises: (text) => /^\s*::|^\$CATEGORY:|(?<!\\)\{[\s\S]*?(?<!\\)\}/m.test(text.slice(0, 100_000)),
  reads: readGift,
  writes: writeGift,
};
