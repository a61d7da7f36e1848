import type { Format } from '../format.ts';
import { ofLines } from '../reading/bounds.ts';
import { ANSWER_WORDS, COLON } from '../words/words.ts';
import { readMarkdown } from './read.ts';
import { writeMarkdown } from './write.ts';

const ANSWER = new RegExp(`^[ \\t>*_-]*(?:${ANSWER_WORDS})[*_ \\t]*${COLON}`, 'imu');

/** Two options with their letters; a format that has them too is known by what else it has. */
const LETTERED = /^[ \t]*\*?\(?A[.)][ \t]+\S.*\n\s*\*?\(?B[.)][ \t]+\S/im;

export const markdown: Format = {
  name: 'markdown',
  carries: 'all types; reasons, topics, level',
  endings: ['.md', '.markdown', '.txt'],
  recognises: (text) => ANSWER.test(text) || /^\s*[-*] \[[ x]\] /im.test(text) || LETTERED.test(text),
  reads: ofLines(readMarkdown),
  writes: writeMarkdown,
};
