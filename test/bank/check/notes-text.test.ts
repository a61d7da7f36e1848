import { expect, test } from 'vitest';
import { notesProblems } from '../../../src/bank/check/notes-text.ts';
import { readNotes } from '../../../src/bank/notes/notes.ts';

const told = (source: string) =>
  notesProblems([readNotes('n.md', source)]).map(({ at, message }) => `${at.line}:${at.column} ${message}`);

test.each([
  ['a zero-width space', '# A\n\nAmazon\u200bS3 \u200b', '3:7 the character \\u{200b} cannot be seen'],
  ['a control character', 'ab\u001b[1m', '1:3 the character \\u{1b} cannot be seen'],
  ['a bidi override', 'a\n\u202eb', '2:1 the character \\u{202e} cannot be seen'],
  ['a byte order mark within', 'a\ufeff', '1:2 the character \\u{feff} cannot be seen'],
  ['a tag character', 'a\u{e0041}', '1:2 the character \\u{e0041} cannot be seen'],
])('%s is told with its place, once a line', (_, source, problem) => {
  expect(told(source)).toEqual([problem]);
});

test('what can be seen, or is needed to see it, is not told', () => {
  expect(told('tab\there – “quotes” 日本語 👩\u200d🔬 می\u200cخواهم\r\nnon\u00a0breaking')).toEqual([]);
});
