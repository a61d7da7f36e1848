import { expect, test } from 'vitest';
import { parseObject } from '../../../src/core/text/parse-object.ts';

test.each([
  ['{"a":1}', { a: 1 }],
  [' \n{}', {}],
  ['[1]', undefined],
  ['"a"', undefined],
  ['null', undefined],
  ['{"a":', undefined],
  ['', undefined],
])('the object that %j is', (text, value) => {
  expect(parseObject(text)).toEqual(value);
});
