import type { Format } from '../format.ts';
import { readQti } from './read.ts';
import { writeQti } from './write.ts';

export const qti: Format = {
  name: 'qti',
  carries: 'all types; reasons',
  endings: ['.zip', '.xml'],
  recognises: (text) =>
    /<(?:\w+:)?(?:assessmentItem|qti-assessment-item|questestinterop|assessmentTest|qti-assessment-test)[\s>]/.test(
      text.slice(0, 100_000),
    ),
  reads: readQti,
  writes: writeQti,
};
