import type { Format } from '../format.ts';
import { ofLines } from '../reading/bounds.ts';
import { ANSWER_WORDS, COLON } from '../words/words.ts';
import { readGift } from './read.ts';
import { writeGift } from './write.ts';

export const gift: Format = {
  name: 'gift',
  carries: 'single, multiple, matching, cloze; reasons, topics',
  endings: ['.gift', '.gift.txt', '.txt'],
  recognises: (text) => looksLikeGift(text.slice(0, 100_000)),
  reads: ofLines(readGift),
  writes: writeGift,
};

/**
 * It names a question or a category, or has an answer in braces. Braces in a list with labelled options and lines with answers are
 * text: nobody writes both.
 */
function looksLikeGift(text: string): boolean {
  if (/^[ \t]*::|^\$CATEGORY:/m.test(text)) return true;
  const hasBraces = /(?<!\\)\{\s*(?:[=~#%}]|(?:t|f|true|false)\s*[#}])/i.test(text);
  return hasBraces && !(LABELLED.test(text) && ANSWERED.test(text));
}

const LABELLED = /^[ \t]*\(?A[.)][ \t].*\n+[ \t]*\(?B[.)][ \t]/im;
const ANSWERED = new RegExp(`^[ \\t*_]*(?:${ANSWER_WORDS})[*_]*[ \\t]*${COLON}[^{}\\n]*$`, 'imu');
