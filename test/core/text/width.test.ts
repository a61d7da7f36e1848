import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrowed } from '../../../src/core/text/width.ts';

test('wide letters, digits, signs and blanks are those of the keyboard', () => {
  expect(narrowed('ＡＢｃ　５，０００（％）～')).toBe('ABc 5,000(%)~');
});

test('all else stays, and everything where it is', () => {
  expect(narrowed('10² ½ ㎎ カ「」')).toBe('10² ½ ㎎ カ「」');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => narrowed(text).length === text.length));
});
