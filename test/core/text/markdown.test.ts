import { expect, test } from 'vitest';
import { bare, unmarked } from '../../../src/core/text/markdown.ts';

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

test.each([
  ['- _one_, *two* and **three**', 'one, two and three'],
  ['* *one* of `two`', 'one of two'],
  ['(*one*) "_two words_", *three*.', '(one) "two words", three.'],
  ['$E = \\frac{1}{2} m_{0} v_{1}^{2}$', '$E = \\frac{1}{2} m_{0} v_{1}^{2}$'],
  ['$\\hat{y}_i$ and $\\hat{z}_i$ of $\\mu_*$', '$\\hat{y}_i$ and $\\hat{z}_i$ of $\\mu_*$'],
  ['$x_{i}*y_{i}*z$', '$x_{i}*y_{i}*z$'],
  ['rate = (volume/time)*60, not 2*(3)', 'rate = (volume/time)*60, not 2*(3)'],
  ['cut *off here', 'cut *off here'],
  ['__two__ and _one_ of __init__.py', 'two and one of init.py'],
])('%s is read as %s', (line, read) => {
  expect(unmarked(line)).toBe(read);
});
