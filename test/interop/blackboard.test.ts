// Tab-delimited files of Blackboard: each row names its type, and says of each option whether it is right.
import { expect, test } from 'vitest';
import { formatOf } from '../../src/interop/index.ts';
import { toldBy } from '../support/told.ts';

test.each([
  ['MC|Which flies?|tern|correct|newt|incorrect||', 'single: Which flies? [*tern | newt]'],
  ['MA|Which <b>fly</b>?|tern|Correct|newt|Incorrect|gull|Correct', 'multiple: Which fly? [*tern | newt | *gull]'],
  ['TF|Newts fly.|false', 'single: Newts fly. [True | *False]'],
  ['FIB|A ___ flies.|tern|gull', 'cloze: A ___ flies. ["tern","gull"]'],
  ['NUM|How many wings?|2|0', 'cloze: How many wings? {"number":2,"tolerance":0}'],
  ['ORD|Sort.|egg|chick|bird', 'ordering: Sort. [egg | chick | bird]'],
  ['MAT|Match.|tern|sea|newt|pond', 'matching: Match. [tern=sea | newt=pond] of 2'],
  ['ESS|Write.|', 'refused unsupported-type'],
  ['MC|Which fly?|tern|correct|gull|correct', 'refused several-full-keys'],
  ['MC|Which flies?|tern|right|newt|wrong', 'refused unreadable-answer'],
  ['MC|Which flies?|tern|correct|newt', 'refused unreadable-answer'],
  ['TF|Newts fly.|perhaps', 'refused key-unknown'],
])('%s', async (row, wanted) => {
  const text = `${row.replaceAll('|', '\t')}\n`;
  expect(await toldBy('blackboard', text)).toEqual([`1 ${wanted}`]);
  expect(formatOf('pool.txt', text)?.name).toBe('blackboard');
});
