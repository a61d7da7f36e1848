import { expect, test } from 'vitest';
import { keyOf } from '../../../src/terminal/input/keys.ts';
import { type ListCursor, movedInList } from '../../../src/terminal/input/list-cursor.ts';

const ENTRIES = [
  'Amazon S3',
  '  Buckets',
  '  Data lake',
  'Kinesis',
  '  Data Streams',
  '  Data Firehose',
  '  12  - Streams',
];

/** Where one stands after keys, each pressed by its name or typed. */
function after(keys: readonly string[], at = 0): number {
  let cursor: ListCursor = { at, typed: '' };
  for (const key of keys) {
    const pressed = key.length === 1 ? { sequence: key } : { name: key };
    cursor = movedInList(cursor, keyOf(pressed) ?? { name: key, text: '' }, ENTRIES, 3) ?? cursor;
  }
  return cursor.at;
}

test.each([
  [['down', 'down', 'up'], 1],
  [['up'], 0],
  [['pagedown'], 3],
  [['pagedown', 'pagedown', 'pagedown'], 6],
  [['end', 'pageup'], 3],
  [['end', 'down'], 6],
  [['end', 'home'], 0],
])('%j from the top leads to %i', (keys, at) => {
  expect(after(keys)).toBe(at);
});

test('what is typed leads to the next entry that begins so, or has a word that does', () => {
  expect(after([...'kin'])).toBe(3);
  expect(after([...'data'])).toBe(2);
  expect(after([...'data f'])).toBe(5);
  expect(after([...'str'])).toBe(4);
  expect(after([...'12'])).toBe(6);
});

test('one letter again and again goes round, another word begins anew, and a key that moves ends what was typed', () => {
  expect([1, 2, 3, 4].map((times) => after(Array(times).fill('d')))).toEqual([2, 4, 5, 2]);
  expect(after([...'datk'])).toBe(3);
  expect(after(['d', 'down', 'd'])).toBe(4);
});

test('what nothing begins with moves nothing', () => {
  expect(after(['down', ...'xyz'])).toBe(1);
  expect(after([' '])).toBe(0);
});
