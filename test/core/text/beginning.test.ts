import { expect, test } from 'vitest';
import { beginning } from '../../../src/core/text/beginning.ts';

test.each([
  ['what there is room for is left as it is', 'Tea is green.', 'Tea is green.'],
  ['dots stand for the rest', 'Tea is oxidised.', 'Tea is oxi...'],
  ['no blank stands before the dots', 'Green tea is green', 'Green tea...'],
  ['no full stop stands before the dots', 'It is tea. Drink it.', 'It is tea...'],
  ['no character is cut in two', 'Tea is 🍵🍵🍵🍵', 'Tea is 🍵...'],
])('%s', (_, text, shown) => {
  expect(beginning(text, 13)).toBe(shown);
});
