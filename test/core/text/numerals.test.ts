import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersIn } from '../../../src/core/text/numerals.ts';

test.each<[string, readonly number[]]>([
  ['5', [5]],
  ['-2.5', [-2.5]],
  ['- 5', [-5]],
  ['.5', [0.5]],
  ['1e3', [1000]],
  ['1,5e3', [1500]],
  ['3,9', [3.9]],
  ['0,5', [0.5]],
  [',5', [0.5]],
  ['00,5', [0.5]],
  ['5,0', [5]],
  ['1000,5', [1000.5]],
  ['4,5678', [4.5678]],
  ['0,125', [0.125]],
  ['0.125', [0.125]],
  ['1234,567', [1234.567]],
  ['1 000', [1000]],
  ['1\u202f000,5', [1000.5]],
  ['1,000,000', [1000000]],
  ['1.000.000', [1000000]],
  ['1,000.5', [1000.5]],
  ['1.000,5', [1000.5]],
  ['1,000', [1000, 1]],
  ['-1,234', [-1234, -1.234]],
  ['1.000', [1, 1000]],
])('%s may be %j', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});

test.each(['', '-', 'five', '5 mg', '1 2', '10 00', '1,00,000', '1.2.3', '1,2,3', '1,000,5', '5,', '1e999'])(
  '"%s" is no number',
  (text) => {
    expect(numbersIn(text)).toEqual([]);
  },
);

test('a text of a million digits is read through a few times, not once for each of them', () => {
  const many = '1'.repeat(1_000_000);
  for (const text of [`${many},`, `${many}x`, `${many}..1`, `- ${' '.repeat(1_000_000)}x`, `${'1,'.repeat(500_000)}x`])
    expect(numbersIn(text)).toEqual([]);
});

test('a number written with a comma or without is among its readings, whatever it is', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(numbersIn(String(number))).toContain(number + 0);
      expect(numbersIn(String(number).replace('.', ','))).toContain(number + 0);
      expect(numbersIn(number.toLocaleString('en', { maximumFractionDigits: 20 }))).toContain(
        Number(number.toLocaleString('en', { maximumFractionDigits: 20, useGrouping: false })),
      );
    }),
  );
});
