import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from '../../../src/core/text/json-fault.ts';

test.each([
  ['', 1, 1],
  ['abc', 1, 1],
  ['{"a":1,}', 1, 8],
  ['{"a" 1}', 1, 6],
  ['{"a":', 1, 6],
  ['{"a":1} x', 1, 9],
  ['{\n  "a": nevr\n}', 2, 9],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
])('%j goes wrong in line %i, column %i', (text, line, column) => {
  expect(jsonFault(text)).toEqual({ line, column });
});

test('a control character put into JSON is found where it stands', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, at) => {
      const place = at % (text.length + 1);
      expect(jsonFault(`${text.slice(0, place)}\u0001${text.slice(place)}`)).toEqual({ line: 1, column: place + 1 });
    }),
  );
});
