import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, narrowed } from '../../../src/core/text/width.ts';

test('wide letters, digits, signs and blanks are those of the keyboard', () => {
  expect(narrowed('ＡＢｃ　５，０００（％）～')).toBe('ABc 5,000(%)~');
});

test('all else stays, and everything where it is', () => {
  expect(narrowed('10² ½ ㎎ カ「」')).toBe('10² ½ ㎎ カ「」');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => narrowed(text).length === text.length));
});

test('letters of East Asia and pictures take two columns, marks on a letter none, all others one', () => {
  expect(['緑茶', 'お茶', '차', '，５', 'ｶﾌｪ', '🍵', 'é', 'e\u0301', 'чай', 'ชา'].map(columnsOf)).toEqual([
    4, 4, 2, 4, 3, 2, 1, 1, 3, 2,
  ]);
});
