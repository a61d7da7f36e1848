import { expect, test } from 'vitest';
import { type Edit, edited, sheetOf } from '../../../src/bank/editing/edits.ts';

const SOURCE = 'a: one # first\nb: two\n';
const sheet = sheetOf(SOURCE);
if (!sheet) throw new Error('it can be parsed');
const edit = (from: number, to: number, text: string, value = text): Edit => ({
  from,
  to,
  text,
  path: ['a'],
  value,
  message: '',
});

test('a value is changed in its place', () => {
  expect(edited(sheet, [edit(3, 6, '"uno"', 'uno')]).text).toBe('a: "uno" # first\nb: two\n');
});

test('a text in which anything but the value would change stays as it was', () => {
  expect(edited(sheet, [edit(3, 18, 'uno')])).toEqual({ text: SOURCE, made: [] }); // eats the name of the next field
  expect(edited(sheet, [edit(3, 6, 'uno: dos')]).text).toBe(SOURCE);
  expect(edited(sheet, [edit(3, 6, 'uno #', 'uno')]).text).toBe('a: uno # # first\nb: two\n');
});

test('an edit that cannot be made keeps no other from being made', () => {
  const bad = edit(3, 6, 'uno: dos');
  const good = { ...edit(18, 21, 'dos'), path: ['b'] };
  expect(edited(sheet, [bad, good])).toEqual({ text: 'a: one # first\nb: dos\n', made: [good] });
});

test('a file with errors, or nested without end, is nothing to edit', () => {
  expect(sheetOf('a: [')).toBeUndefined();
  expect(sheetOf('a: 1\na: 2\n')).toBeUndefined();
  expect(sheetOf('['.repeat(50_000))).toBeUndefined();
});
