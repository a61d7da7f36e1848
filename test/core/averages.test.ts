import { expect, test } from 'vitest';
import { meanOf, medianOf } from '../../src/core/averages.ts';

test.each([
  [[3], 3],
  [[1, 10, 2], 2],
  [[9, 1, 2, 4], 3],
  [[], 0],
])('the median of %j is %d', (values, median) => {
  expect(medianOf(values)).toBe(median);
});

test('the mean of 1, 2 and 6 is 3', () => {
  expect(meanOf([1, 2, 6])).toBe(3);
});
