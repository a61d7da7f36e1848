import { expect, test } from 'vitest';
import { withoutFormulas } from '../../../src/core/text/formulas.ts';

test.each([
  ['\\( and \\(x_1\\)', '\\( and _'],
  ['\\[ and \\[\\hat{x}_1\\]', '\\[ and _'],
  ['\\[a \\\\[2pt] \\hat{x}_1\\] and \\(\\{x\\}\\)', '_ and _'],
])('a formula begins where the last one opens: %s', (text, left) => {
  const hidden = withoutFormulas(text);
  expect(hidden.text.replaceAll(/\ue000\d+\ue001/g, '_')).toBe(left);
  expect(hidden.shown(hidden.text)).toBe(text);
});
