import { expect, test } from 'vitest';
import { withPlainDigits } from '../../../src/core/text/digits.ts';

test.each([
  ['Arabic', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['Persian, with its signs between', '۱٬۵۰۰٫۲۵', '1,500.25'],
  ['Devanagari', '१९४७ वर्ष', '1947 वर्ष'],
  ['of a formula', '𝟓𝟵', '59'],
  ['our own', '1,000.5 mg', '1,000.5 mg'],
])('digits, %s', (_, text, plain) => {
  expect(withPlainDigits(text)).toBe(plain);
});

test('what is no digit stays: powers, fractions, numbers in a circle', () => {
  expect(withPlainDigits('10² ½ ① Ⅻ 五')).toBe('10² ½ ① Ⅻ 五');
});
