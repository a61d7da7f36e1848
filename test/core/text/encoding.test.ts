import fc from 'fast-check';
import { expect, test } from 'vitest';
import { garbled, repaired } from '../../../src/core/text/encoding.ts';

test('what was read in the wrong encoding is put right', () => {
  expect(repaired('It\u00e2\u20ac\u2122s a caf\u00c3\u00a9')).toBe('It’s a café');
  expect(garbled('It’s a café')).toBe('It\u00e2\u20ac\u2122s a caf\u00c3\u00a9');
});

test('what is right stays as it is', () => {
  for (const text of ['plain', 'späte Öfen', '„Zitat“ – ‘so’', 'ß', '日本語', '🌮']) expect(repaired(text)).toBe(text);
});

test('any text that was garbled comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(repaired(garbled(text))).toBe(text);
    }),
  );
});
