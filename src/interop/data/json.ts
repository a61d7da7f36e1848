import type { Format } from '../format.ts';
import { bankIn } from './json-bank.ts';
import { readJson } from './json-read.ts';
import { writeJson } from './json-write.ts';

export const json: Format = {
  name: 'json',
  carries: 'everything',
  endings: ['.json', '.jsonl', '.ndjson', '.txt'],
  recognises: (text) => /^\s*(?:\[\s*)?\{\s*"[^"\n]{1,60}"\s*:/.test(text),
  reads: readJson,
  bankIn,
  writes: writeJson,
};
