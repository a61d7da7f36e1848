import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safe, unsafeCharacter } from '../../../src/core/text/safe.ts';
import { tries } from '../../support/laws.ts';

/** By Unicode's own properties, so that the list in the source is not its own witness. Line feeds end lines. */
const UNSAFE = /(?!\n)\p{Cc}|\p{Bidi_Control}|\p{Zl}|\p{Zp}|\p{Cs}|[\u200b\u2060\ufeff\u00ad\u{e0000}-\u{e007f}]/u;

const nasty = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom('\u001b', '\u009b', '\u202e', '\u2066', '\u2028', '\u200b', '\ud800', '\udfff', '\u{e0041}'),
    fc.constantFrom('a', ' ', '\n', '\t', '\r', '\\', '👋🏽', 'é'),
  ),
});

test('what comes out holds no code point that could drive a terminal or hide', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(safe(text)).not.toMatch(UNSAFE);
    }),
    { numRuns: tries(300) },
  );
});

test('every single unsafe code point is shown as an escape', () => {
  for (let point = 0; point <= 0x10ffff; point++) {
    const char = String.fromCodePoint(point);
    if (char !== '\t' && UNSAFE.test(char)) expect(safe(char)).toBe(`\\u{${point.toString(16)}}`);
  }
});

test('what is safe already stays as it is', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(safe(safe(text))).toBe(safe(text));
    }),
  );
});

test.each(['plain', 'Zwölf Straßen, 東京, हिन्दी, עברית', '👩‍👩‍👧 👋🏽 ✏️', 'line one\nline two', 'e\u0301', '\\u{1b}'])(
  'people’s texts stay as written: %s',
  (text) => {
    expect(safe(text)).toBe(text);
  },
);

test.each([
  ['\u001b[2J', '\\u{1b}[2J'],
  ['\u001b]52;c;aGk=\u0007', '\\u{1b}]52;c;aGk=\\u{7}'],
  ['a\rb', 'a\\u{d}b'],
  ['a\tb', 'a    b'],
  ['user\u202etxt.exe', 'user\\u{202e}txt.exe'],
  ['\u{e0068}i', '\\u{e0068}i'],
])('%j is shown as %s', (text, shown) => {
  expect(safe(text)).toBe(shown);
});

test('no authored text holds a noncharacter of any plane, and each is told as an escape', () => {
  for (let point = 0; point <= 0x10ffff; point++)
    if ((point & 0xfffe) === 0xfffe || (point >= 0xfdd0 && point <= 0xfdef))
      expect(unsafeCharacter(`a${String.fromCodePoint(point)}b`)).toBe(`\\u{${point.toString(16)}}`);
});
