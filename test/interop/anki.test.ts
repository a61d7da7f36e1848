// Notes of Anki in text: fields by their names, and what has no place is told.
import { expect, test } from 'vitest';
import type { Format } from '../../src/interop/format.ts';
import { formatNamed } from '../../src/interop/index.ts';
import { takenBy } from '../support/interop.ts';
import { told } from '../support/told.ts';

const anki = formatNamed('anki') as Format; // it is in the registry

const read = async (head: readonly string[], ...rows: string[][]) => {
  const lines = ['#separator:tab', ...head, ...rows.map((row) => row.join('\t'))];
  return told(await takenBy(anki, `${lines.join('\n')}\n`, 'a.txt')).map((line) => line.replace(/^\d+ /, ''));
};

test('fields for options are named by "#columns"', async () => {
  const head = [
    '#columns:Guid\tQuestion\tOption A\tOption B\tAnswer\tExplanation\tTags',
    '#guid column:1',
    '#tags column:7',
  ];
  expect(await read(head, ['x1', 'Which <b>burns</b>?', 'ice', 'wood', 'B', 'It is dry.', 'nature'])).toEqual([
    'single: Which burns? [ice | *wood] (why: It is dry.)',
  ]);
  expect(await read(head, ['x1', 'Which?', 'ice', 'wood', 'C', '', ''])).toEqual(['refused key-out-of-range']);
});

test('fields beside those for options that have no place are told by name', async () => {
  const head = ['#columns:Question\tOption A\tOption B\tAnswer\tMnemonic'];
  expect(
    await read(head, ['Which burns?', 'ice', 'wood', 'B', 'wood'], ['Which melts?', 'ice', 'wood', 'A', '']),
  ).toEqual(['single: Which burns? [ice | *wood] (lost: the field "Mnemonic")', 'single: Which melts? [*ice | wood]']);
});

test('front and back may stand anywhere, and fields without a place are told by name', async () => {
  const head = ['#columns:Number\tBack\tFront\tMnemonic'];
  expect(await read(head, ['7', 'Ada', 'Who wrote it?', 'A is first'])).toEqual([
    'cloze: Who wrote it? ["Ada"] (lost: the field "Mnemonic")',
  ]);
});

test('without names, fields after the second are told', async () => {
  expect(await read([], ['Who wrote it?', 'Ada', 'a hint', ''])).toEqual([
    'cloze: Who wrote it? ["Ada"] (lost: fields after the second)',
  ]);
});

test.each([
  [['#notetype:AllInOne (kprim, mc, sc)++'], ['Which burn?', 'Fire', '1', 'ice', 'wood']],
  [['#columns:Question\tTitle\tQType\tQ_1\tQ_2\tAnswers'], ['Which burn?', '', '2', 'ice', 'wood', '0 1']],
  [[], ['Which burn?', '', '2', 'ice', 'wood', '0 1']],
])('a note of the add-on AllInOne is refused: %j', async (head, row) => {
  expect(await read(head, row)).toEqual(['refused unsupported-type']);
});

test('several letters with their texts are all read, and beside letters a number is a text', async () => {
  const front = '"Which burn?\nA) ice\nB) wood\nC) oil"';
  expect(await read([], [front, '"B) wood\nC) oil"'])).toEqual(['multiple: Which burn? [ice | *wood | *oil]']);
  expect(await read([], ['"How many?\nA) 3\nB) 1\nC) 2"', '1'])).toEqual(['single: How many? [3 | *1 | 2]']);
});
