import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstBadPlace, otherThanUtf8 } from '../../../src/core/text/utf8.ts';

test.each([
  ['a bad first byte', Buffer.from([0xff]), { line: 1, column: 1, byte: 'FF' }],
  [
    'an accent of Latin-1, which begins a character that does not come',
    Buffer.from('# Café\n', 'latin1'),
    { line: 1, column: 6, byte: 'E9' },
  ],
  [
    'a character that is cut off',
    Buffer.concat([Buffer.from('a\nüx'), Buffer.from([0xe2, 0x82])]),
    { line: 2, column: 3, byte: 'E2' },
  ],
])('the first bad place is that of %s', (_, bytes, place) => {
  expect(firstBadPlace(bytes)).toEqual(place);
});

test('the first bad place is where a bad byte was put, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]);
      fc.pre(!before.includes('\ufeff')); // a mark at the head is no column
      const lines = before.split('\n');
      const column = (lines.at(-1)?.length ?? 0) + 1;
      expect(firstBadPlace(bytes)).toEqual({ line: lines.length, column, byte: 'FF' });
    }),
  );
});

test('what people take for text is known by how it begins', () => {
  const whatIs = (...bytes: number[]) => otherThanUtf8(Uint8Array.from(bytes))?.what;
  expect(otherThanUtf8(Buffer.from('%PDF-1.7\n%\xE2'))?.what).toBe('a PDF, not text');
  expect(whatIs(0x50, 0x4b, 3, 4, 20)).toBe('a packed file (as Word makes them), not text');
  expect(whatIs(0xff, 0xfe, 0x68, 0)).toBe('UTF-16 text, not UTF-8');
  expect(whatIs(0xfe, 0xff, 0, 0x68)).toBe('UTF-16 text, not UTF-8');
  expect(whatIs(0xff)).toBeUndefined();
});
