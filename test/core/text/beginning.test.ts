import { expect, test } from 'vitest';
import { beginning, limitedTo } from '../../../src/core/text/beginning.ts';

test.each([
  ['what there is room for is left as it is', 'Tea is green.', 'Tea is green.'],
  ['dots stand for the rest', 'Tea is oxidised.', 'Tea is oxi...'],
  ['no blank stands before the dots', 'Green tea is green', 'Green tea...'],
  ['no full stop stands before the dots', 'It is tea. Drink it.', 'It is tea...'],
  ['no character is cut in two', 'Tea is 🍵🍵🍵🍵', 'Tea is 🍵...'],
])('%s', (_, text, shown) => {
  expect(beginning(text, 13)).toBe(shown);
});

test('a text is cut before a character that would be halved', () => {
  expect(limitedTo('tea🍵', 5)).toBe('tea🍵');
  expect(limitedTo('tea🍵', 4)).toBe('tea');
});
