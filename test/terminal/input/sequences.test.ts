// What a terminal sends, taken apart: keys come out, and nothing else does, however the bytes are cut.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  giveUp,
  pastedIn,
  patienceOf,
  type Reading,
  read,
  startReading,
  typedText,
} from '../../../src/terminal/input/sequences.ts';

const screen = startReading();

/** The keys of the bytes, read in these pieces, and what was pasted. */
function keysOf(pieces: readonly Uint8Array[], from = screen): { keys: string[]; pasted: string; reading: Reading } {
  let reading = from;
  const all = pieces.flatMap((piece) => {
    const step = read(reading, piece);
    reading = step.reading;
    return step.keys;
  });
  const isPressed = (key: string) => pastedIn(key) === undefined;
  return { keys: all.filter(isPressed), pasted: all.map((key) => pastedIn(key) ?? '').join(''), reading };
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const keysIn = (text: string, from = screen) => keysOf([bytesOf(text)], from).keys;
const joined = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** A byte from the columns of the code table: 2/0 to 3/15 are written 0x20, 0x3f. */
const byte = (min: number, max: number) => fc.integer({ min, max });
const bytes = (min: number, max: number, most = 20) =>
  fc.array(byte(min, max), { maxLength: most }).map((some) => Uint8Array.from(some));

/** An introducer in two bytes, in the two of a C1 control in UTF-8, and in the one of an 8-bit terminal. */
const opener = (letter: string) =>
  fc.constantFrom(
    Uint8Array.of(0x1b, letter.charCodeAt(0)),
    Uint8Array.of(0xc2, letter.charCodeAt(0) + 0x40),
    Uint8Array.of(letter.charCodeAt(0) + 0x40),
  );

/** Two of two bytes that could also be one character of two: what the report of a mouse means then, nobody can tell. */
const isCharacter = (first: number, second: number) => first >= 0xc2 && second >= 0x80 && second <= 0xbf;
const place = fc
  .tuple(byte(0x20, 0xff), byte(0x20, 0xff), byte(0x20, 0xff))
  .filter(([a, b, c]) => !isCharacter(a, b) && !isCharacter(b, c) && c < 0xc2)
  .map((three) => Uint8Array.from(three));

const KEY_SHAPES = /^\u001b\[(?:(?:1;[2-8])?[A-DFH]|[1-8](?:;[2-8])?~|Z)$/;
const controlSequence = fc
  .tuple(opener('['), bytes(0x30, 0x3f), bytes(0x20, 0x2f, 2), byte(0x40, 0x7e))
  .map(([introducer, parameters, intermediate, final]) =>
    joined([introducer, parameters, intermediate, Uint8Array.of(final)]),
  )
  .filter((sequence) => {
    const text = Buffer.from(sequence).toString('latin1');
    const bare = text.replace(/^(?:\u001b\[|\u00c2?\u009b)/, '');
    return !KEY_SHAPES.test(text) && !['M', 't', 'T', '[', '200~'].includes(bare);
  });
const controlString = fc
  .tuple(
    fc.constantFrom(...'PX]^_').chain(opener),
    fc.oneof(
      bytes(0x20, 0x7e, 200),
      fc.string({ unit: 'grapheme' }).map((text) => bytesOf(text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ''))),
    ),
    fc.constantFrom(Uint8Array.of(7), Uint8Array.of(0x1b, 0x5c), Uint8Array.of(0xc2, 0x9c), Uint8Array.of(0x9c)),
  )
  .map(joined);
const mouse = fc.tuple(opener('['), place).map(([introducer, where]) => joined([introducer, bytesOf('M'), where]));
const consoleKey = byte(0x41, 0x45).map((letter) => Uint8Array.of(0x1b, 0x5b, 0x5b, letter));
const shifted = fc
  .tuple(opener('O'), byte(0x40, 0x7e))
  .map(([introducer, letter]) => joined([introducer, Uint8Array.of(letter)]))
  .filter((sequence) => !/^\u001bO[A-DFH]$/.test(Buffer.from(sequence).toString('latin1')));
const charset = fc
  .tuple(byte(0x20, 0x2f), byte(0x30, 0x7e))
  .map(([intermediate, final]) => Uint8Array.of(0x1b, intermediate, final));
const paste = fc
  .string({ unit: 'binary' })
  .filter((text) => !text.includes('\u001b'))
  .map((text) => bytesOf(`\u001b[200~${text}\u001b[201~`));
const notKeys = fc.oneof(controlSequence, controlString, mouse, consoleKey, shifted, charset, paste);

const KEYS = [
  ...['a', '1', '?', ' ', '\r', '\t', '\u007f', '\u0003', 'é', '語', '🫖'],
  ...['\u001b[A', '\u001b[D', '\u001bOA', '\u001b[H', '\u001b[1;5C', '\u001b[3~', '\u001b[5~', '\u001b[Z', '\u001ba'],
];
const key = fc.constantFrom(...KEYS);

/** The bytes in pieces, cut at these places. */
function cut(whole: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [0, ...places.map((place) => place % (whole.length + 1)).toSorted((a, b) => a - b), whole.length];
  return at.slice(1).map((end, index) => whole.subarray(at[index], end));
}

describe('laws', () => {
  const anything = fc.oneof(notKeys, key.map(bytesOf), fc.uint8Array({ maxLength: 8 }));

  test('it makes no difference where the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(anything), fc.array(fc.nat()), (parts, places) => {
        const whole = joined(parts);
        expect(keysOf(cut(whole, places))).toEqual(keysOf([whole]));
      }),
    );
  });

  test('any sequences, then a key: that key alone', () => {
    fc.assert(
      fc.property(fc.array(notKeys, { minLength: 1 }), key, (sequences, last) => {
        expect(keysOf([joined(sequences), bytesOf(last)]).keys).toEqual([last]);
      }),
      { numRuns: 2000 },
    );
  });

  test('keys alone come out as they are', () => {
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        expect(keysIn(keys.join(''))).toEqual(keys);
      }),
    );
  });

  test('whatever came: what comes out is a character, a character with Alt, or a sequence of a key', () => {
    const known = /^(?:[^\u001b\u0080-\u009f\ufffd]|\u001b{1,2}(?:[^\u001b]|\[[\d;]*[A-DFHZ~]|O[A-DFH]))$/u;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (some) => {
        for (const one of keysOf([some]).keys) expect(one).toMatch(known);
      }),
      { numRuns: 2000 },
    );
  });

  test('whatever came: once it is given up, every key works', () => {
    fc.assert(
      fc.property(fc.array(anything), key, (parts, next) => {
        const { reading } = keysOf(parts);
        const given = giveUp(reading).reading;
        const rest = given.mode === 'told' ? giveUp(given).reading : given;
        expect(patienceOf(rest)).toBeUndefined();
        expect(keysIn(next, rest)).toEqual([next]);
      }),
    );
  });

  test('what is kept of it is bounded', () => {
    fc.assert(
      fc.property(fc.constantFrom('\u001b[', '\u001b]', '\u001bP', '\u001bO', '\u001b[200~', '\u001b', ''), (begun) => {
        const { reading } = keysOf([bytesOf(begun), new Uint8Array(10_000).fill(0x31), bytesOf('\u001b'.repeat(50))]);
        expect(JSON.stringify(reading).length).toBeLessThan(200);
      }),
    );
  });
});

describe('Esc', () => {
  test('is the key when nothing follows it in time, and waits no longer than for that', () => {
    const { reading, keys } = read(screen, bytesOf('\u001b'));
    expect([keys, patienceOf(reading)]).toEqual([[], 50]);
    expect(giveUp(reading).keys).toEqual(['\u001b']);
  });

  test('that is held down is one key', () => {
    const { reading, keys } = read(screen, bytesOf('\u001b\u001b\u001b'));
    expect([keys, giveUp(reading).keys]).toEqual([[], ['\u001b']]);
  });

  const told = giveUp(read(screen, bytesOf('\u001b')).reading).reading;

  test('does not let the rest of a sequence through that was late for it', () => {
    expect(keysIn('[?62;1;2;4c1', told)).toEqual(['1']);
    expect(keysIn(']11;rgb:1e1e/1e1e/1e1e\u0007', told)).toEqual([]);
  });

  test('takes nothing from a key that is pressed after it', () => {
    for (const next of KEYS) expect(keysIn(next, told)).toEqual([next]);
    expect(keysOf([bytesOf('['), bytesOf('1')], told).keys).toEqual(['[', '1']);
  });

  test('with a character is that character with Alt, also where a sequence could go on', () => {
    expect(keysIn('\u001bx')).toEqual(['\u001bx']);
    expect(giveUp(read(screen, bytesOf('\u001b/')).reading).keys).toEqual(['\u001b/']);
  });
});

describe('pastes', () => {
  test('are no keys, and the controls in them are nothing', () => {
    const sent = '\u001b[200~1\r2\n\t3\u0003\u0004\u001a\u007f\u001b]x\u0007é\u001b[201~f';
    expect(keysOf([bytesOf(sent)])).toMatchObject({ keys: ['f'], pasted: '1\r2\n\t3é' });
  });

  test.each([
    ['colours', 'a\u001b[1;31mred\u001b[0m b', 'ared b'],
    ['a link', '\u001b]8;;https://a.b/\u0007here\u001b]8;;\u001b\\.', 'here.'],
    ['colours and a title in eight bits', 'a\u009b1;31mred\u009b0m\u009d0;title\u009c b\u001b]0;t\u009c.', 'ared b.'],
    ['a set of characters', 'x\u001b(By', 'xy'],
    ['a sequence that its line cuts off', '\u001b[3\ny\u001b]0;title\nz', '\ny\nz'],
    ['a sequence that a letter of no sequence cuts off', '\u001b[é\u009b2é', 'éé'],
    ['an escape before the end', 'x\u001b', 'x'],
  ])('lose %s whole, however the bytes are cut', (_, text, left) => {
    const bytes = bytesOf(`\u001b[200~${text}\u001b[201~f`);
    const cut = [...bytes].map((one) => Uint8Array.of(one));
    for (const pieces of [[bytes], cut]) expect(keysOf(pieces)).toMatchObject({ keys: ['f'], pasted: left });
  });

  test('are text in a line that the terminal put together', () => {
    expect(typedText('\u001b[200~ab\u001b[201~c')).toBe('abc');
  });
});

test('Ctrl-C and Ctrl-Z are keys in the middle of anything but a paste', () => {
  for (const begun of ['\u001b[', '\u001b[?62', '\u001bO', '\u001b]11;rgb', '\u001bP', '\u001b('])
    for (const control of ['\u0003', '\u001a']) expect(keysIn(begun + control)).toEqual([control]);
});

test('a line that the terminal put together is left with its text', () => {
  expect(typedText('\u001b[?62;1;2;4c80')).toBe('80');
  expect(typedText('Gr\u001b[Düner\u001b]11;rgb:0/0/0\u0007 Tee \u001b')).toBe('Grüner Tee ');
});
