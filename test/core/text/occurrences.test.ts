import fc from 'fast-check';
import { expect, test } from 'vitest';
import { occurrencesIn } from '../../../src/core/text/occurrences.ts';

function byScanning(long: string, text: string): number[] {
  return Array.from({ length: long.length }, (_, at) => at).filter((at) => long.startsWith(text, at));
}

test('however often it is asked, it tells the places that reading through the text finds', () => {
  const some = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é'), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      fc.array(some, { maxLength: 12 }),
      fc.nat(),
      fc.integer({ min: 1, max: 60 }),
      some,
      (parts, from, size, other) => {
        const long = parts.join('');
        const cut = long.slice(from % (long.length + 1)).slice(0, size);
        const placesOf = occurrencesIn(long);
        for (const text of [cut, other, cut + other].filter((each) => each !== '')) {
          const expected = byScanning(long, text);
          const answers = Array.from({ length: 20 }, () => [...placesOf(text, { left: 1e9 })]);
          expect(answers).toEqual(Array(20).fill(expected));
        }
      },
    ),
  );
});

test('ten thousand texts that do not stand in two million characters are not read through it each', () => {
  const placesOf = occurrencesIn(Array.from({ length: 200_000 }, (_, at) => `word ${at}, `).join(''));
  const found = Array.from(
    { length: 10_000 },
    (_, at) => [...placesOf(`word ${at}, word ${at + 2}, `, { left: 1e9 })].length,
  );
  expect(Math.max(...found)).toBe(0);
});
