// The ways in which question lists in Markdown write options and answers.
import { expect, test } from 'vitest';
import type { Format } from '../../src/interop/format.ts';
import { formatNamed } from '../../src/interop/index.ts';
import { takenBy } from '../support/interop.ts';
import { told } from '../support/told.ts';

const markdown = formatNamed('markdown') as Format; // it is in the registry
const read = async (text: string) => told(await takenBy(markdown, text));
const choice = '1 single: One? [x | *y]';

test.each([
  'A: x\nB: y',
  'A) x\nB) y',
  'A. x\nB. y',
  'A - x\nB - y',
  '- A: x\n- B: y',
  '* A - x\n* B - y',
  '- [ ] A. x\n- [x] B. y',
])('labels are no part of the text: %j', async (options) => {
  expect(await read(`### One?\n\n${options}\n\n${options.includes('[x]') ? '' : 'Answer: B\n'}`)).toEqual([choice]);
});

test.each([
  'Answer: B',
  '**Answer: B**',
  '*Answer: B*',
  '**Answer:** B',
  '> **Answer: B**',
  '#### Answer: B',
  '### Answer: B',
  'Answer: `B`',
  'Ans. B',
  'Answer - B',
  'The answer is B',
  'The correct answer is **B**.',
  '✅ B',
  '<details><summary><b>Answer</b></summary>\n<p>\n\n#### Answer: B\n\n</p>\n</details>',
  '<details>\n<summary>Answer</summary>\n\n**Answer: B**\n\n</details>',
])('the answer may be written %j', async (answer) => {
  const text = `### One?\n\nA) x\nB) y\n\n${answer}\n\n### Two?\n\nA) p\nB) q\n\nAnswer: A\n`;
  expect(await read(text)).toEqual([choice, expect.stringContaining('single: Two? [*p | q]')]);
});

test('options on one line are not guessed, and the letter is not typed', async () => {
  expect(await read('### One? A) x B) y\n\nAnswer: B\n')).toEqual(['1 refused key-ambiguous']);
  expect(await read('One? A) x B) y\nAnswer: B\n\nTwo? A) p B) q C) r\nAnswer: C\n')).toEqual([
    '1 refused key-ambiguous',
    '4 refused key-ambiguous',
  ]);
});

test('an answer after the reason of another is a second question that nothing parts: both are refused as one', async () => {
  expect(await read('### One?\n\nA) x\nB) y\n\nAnswer: B\n\nTwo follows.\n\nAnswer: A\n')).toEqual([
    '1 refused key-ambiguous',
  ]);
});
