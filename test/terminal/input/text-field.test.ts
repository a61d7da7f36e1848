// What keys make of a text that is typed on the screen.
import { expect, test } from 'vitest';
import { keyOf, pastedKey, type RawKey } from '../../../src/terminal/input/keys.ts';
import { edited } from '../../../src/terminal/input/text-field.ts';

const ctrl = (name: string): RawKey => ({ name, sequence: String.fromCharCode(name.charCodeAt(0) - 96), ctrl: true });

function after(text: string, raw: RawKey): string | undefined {
  const key = keyOf(raw);
  return key && edited(text, key);
}

test('a character is added, Backspace takes one back', () => {
  expect(after('te', { name: 'a', sequence: 'a' })).toBe('tea');
  expect(after('tea🍵', { name: 'backspace', sequence: '\u007f' })).toBe('tea');
});

test('Ctrl-W takes back the last word with the blanks behind it, Ctrl-U all of them', () => {
  expect(after('near real-time  ', ctrl('w'))).toBe('near ');
  expect(after('near ', ctrl('w'))).toBe('');
  expect(after('', ctrl('w'))).toBe('');
  expect(after('near real time', ctrl('u'))).toBe('');
});

test('no other key changes a text', () => {
  for (const name of ['a', 'd', 'k', 'y']) expect(after('tea', ctrl(name))).toBeUndefined();
  for (const name of ['up', 'return', 'escape', 'tab']) expect(after('tea', { name, sequence: '' })).toBeUndefined();
  expect(after('tea', { ...ctrl('u'), meta: true })).toBeUndefined();
});

test('a text that is pasted stands in one row, without marks that nobody sees', () => {
  expect(edited('near ', pastedKey('real\r\n\ttime'))).toBe('near real time');
  expect(edited('', pastedKey('\u202e8\u200b0\u{e0041}\n'))).toBe('80 ');
});
