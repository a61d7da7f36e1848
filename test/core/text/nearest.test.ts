import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest, nearestFew } from '../../../src/core/text/nearest.ts';

const fields = ['id', 'type', 'topics', 'stem', 'options', 'answer', 'quotes'];

test.each([
  ['anwser', 'answer'],
  ['ansewr', 'answer'],
  ['Answer', 'answer'],
  ['option', 'options'],
  ['quote', 'quotes'],
  ['topic', 'topics'],
  ['stme', 'stem'],
  ['explanation', undefined],
  ['zzz', undefined],
])('%s means %s', (word, meant) => {
  expect(nearest(word, fields)).toBe(meant);
});

test('a known word means itself, whatever else is known', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fields), (word) => {
      expect(nearest(word, fields)).toBe(word);
    }),
  );
});

test('one letter dropped, doubled or swapped is forgiven', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{4,12}$/), fc.nat(10), (word, place) => {
      const i = place % (word.length - 1);
      const dropped = word.slice(0, i) + word.slice(i + 1);
      const doubled = word.slice(0, i) + word.slice(i, i + 1) + word.slice(i);
      const swapped = word.slice(0, i) + word.slice(i + 1, i + 2) + word.slice(i, i + 1) + word.slice(i + 2);
      for (const mistyped of [dropped, doubled, swapped]) expect(nearest(mistyped, [word])).toBe(word);
    }),
  );
});

test('nothing known, nothing meant', () => {
  expect(nearest('stem', [])).toBeUndefined();
});

test('the closest come first, and no more than asked for', () => {
  expect(nearestFew('s3-key', ['s3-keys', 's3-key-use', 's3-key', 'kinesis'], 2)).toEqual(['s3-key', 's3-keys']);
});

test('the few are known words, each once', () => {
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 5 }), (word, known, most) => {
      const few = nearestFew(word, known, most);
      expect(few.length).toBeLessThanOrEqual(most);
      expect(new Set(few).size).toBe(few.length);
      expect(known).toEqual(expect.arrayContaining(few));
    }),
  );
});
