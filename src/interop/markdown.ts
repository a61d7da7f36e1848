import { ofLines } from './bounds.ts';
import type { Format } from './format.ts';
import { readMarkdown } from './markdown-read.ts';
import { writeMarkdown } from './markdown-write.ts';

export const markdown: Format = {
  name: 'markdown',
  endings: ['.md', '.markdown'],
  reads: ofLines(readMarkdown),
  writes: writeMarkdown,
};
