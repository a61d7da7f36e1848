import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint, fnv1a } from '../../src/core/fingerprint.ts';

// Test vectors of the authors' reference (http://www.isthe.com/chongo/tech/comp/fnv/): 32 bit FNV-1a of ASCII texts.
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['b', 0xe70c2de5],
  ['foobar', 0xbf9cf968],
])('fnv1a of %j is the published value', (text, value) => {
  expect(fnv1a(text)).toBe(value);
});

test('a fingerprint is 16 hexadecimal digits, always the same for the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fingerprint(text)).toMatch(/^[0-9a-f]{16}$/);
      expect(fingerprint(text)).toBe(fingerprint(text));
    }),
  );
});

test('a changed text has another fingerprint', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      fc.pre(a !== b);
      expect(fingerprint(a)).not.toBe(fingerprint(b));
    }),
  );
});

test('no two of 100,000 similar texts share one', () => {
  expect(new Set(Array.from({ length: 100_000 }, (_, n) => fingerprint(`question ${n}`))).size).toBe(100_000);
});
