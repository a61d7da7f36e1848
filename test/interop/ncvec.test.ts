// Question pools of radio licences: the key stands beside the number of the question.
import { expect, test } from 'vitest';
import { formatOf } from '../../src/interop/index.ts';
import { toldBy } from '../support/told.ts';

const read = (...lines: string[]) => toldBy('ncvec', lines.join('\n'));
const OPTIONS = ['A. A tern', 'B. A newt', 'of the pond'];

test('a question has its key in brackets, and its rule is the reason', async () => {
  const pool = [
    'SUBELEMENT N1 - Birds',
    '',
    'N1A - Names',
    'N1A01 (B) [7.1]',
    'Which one',
    'swims?',
    ...OPTIONS,
    '~~',
    'N1B - More',
  ];
  expect(await read(...pool)).toEqual(['4 single: Which one\nswims? [A tern | *A newt\nof the pond] (why: [7.1])']);
  expect(formatOf('pool.txt', pool.join('\n'))?.name).toBe('ncvec');
});

test.each([
  [
    ['3-12A1 (A)', 'Which flies?', ...OPTIONS, '3-12A2 (C)', 'Which swims?', ...OPTIONS],
    ['1 single: Which flies? [*A tern | A newt\nof the pond]', '6 refused key-out-of-range'],
  ],
  [
    ['N1A01 (A)', 'Which is that in figure N-1?', 'A. 1', 'B. 2'],
    ['1 single: Which is that in figure N-1? [*1 | 2] (lost: pictures)'],
  ],
  [['N1A01 (A)', 'Which?', '~~', 'A. 1', 'B. 2'], ['1 refused no-options']],
])('%j', async (lines, wanted) => {
  expect(await read(...lines)).toEqual(wanted);
});
