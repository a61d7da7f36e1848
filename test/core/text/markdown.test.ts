import { expect, test } from 'vitest';
import { bare } from '../../../src/core/text/markdown.ts';

test.each([
  ['**Bold** and **bolder**', 'Bold and bolder'],
  ['the end of bold** words', 'the end of bold words'],
  ['***both***', 'both'],
  ['un**believ**able', 'unbelievable'],
  ['・未成年者', '未成年者'],
  ['  • a point', 'a point'],
  ['**5** 6', '5 6'],
  ['**5** **6**', '5 6'],
  ['**`key`**', 'key'],
  ['a ` alone, and **bold**', 'a  alone, and bold'],
  ['10**9 keys', '10**9 keys'],
  ['**10**9** keys**', '10**9 keys'],
  ['2 ** 3 is 8', '2 ** 3 is 8'],
  ['call `f(**kwargs)` **now**', 'call f(**kwargs) now'],
  ['``2**n`` is a power', '2**n is a power'],
])('%s is %s without its marks', (line, plain) => {
  expect(bare(line)).toBe(plain);
});
