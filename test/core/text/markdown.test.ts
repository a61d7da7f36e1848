import { expect, test } from 'vitest';
import { bare } from '../../../src/core/text/markdown.ts';

test.each([
  ['- a point', 'a point'],
  ['    - a point', 'a point'],
  ['12. a point', 'a point'],
  ['### A heading', 'A heading'],
  ['> quoted', 'quoted'],
  ['**bold** and `code`', 'bold and code'],
  ['_one_ *two*', 'one two'],
  ['a<br>b<br/>c', 'a b c'],
  ['snake_case_name stays', 'snake_case_name stays'],
  ['3 * 4 stays', '3 * 4 stays'],
  ['2024 was a year', '2024 was a year'],
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
