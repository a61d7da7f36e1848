import { ofLines } from './bounds.ts';
import type { Format } from './format.ts';
import { readMarkdown } from './markdown-read.ts';
import { writeMarkdown } from './markdown-write.ts';
import { ANSWER_WORDS, COLON } from './words.ts';

const ANSWER = new RegExp(`^[ \\t>*_-]*(?:${ANSWER_WORDS})[*_ \\t]*${COLON}`, 'imu');

export const markdown: Format = {
  name: 'markdown',
  carries: 'all types; reasons, topics, level',
  endings: ['.md', '.markdown', '.txt'],
  recognises: (text) => ANSWER.test(text) || /^\s*[-*] \[[ x]\] /im.test(text),
  reads: ofLines(readMarkdown),
  writes: writeMarkdown,
};
