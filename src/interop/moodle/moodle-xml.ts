import type { Format } from '../format.ts';
import { readMoodleXml } from './read.ts';
import { writeMoodleXml } from './write.ts';

export const moodleXml: Format = {
  name: 'moodle-xml',
  carries: 'all types; reasons, topics, units',
  endings: ['.xml'],
  recognises: (text) => /<quiz[\s>]|<question\s+type=/.test(text.slice(0, 100_000)),
  reads: readMoodleXml,
  writes: writeMoodleXml,
};
