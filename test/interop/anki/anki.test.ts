// Notes of Anki in text: fields by their names, and what has no place is told.
import { expect, test } from 'vitest';
import { toldWithoutLines } from '../../support/told.ts';

const read = async (head: readonly string[], ...rows: string[][]) => {
  const lines = ['#separator:tab', ...head, ...rows.map((row) => row.join('\t'))];
  return await toldWithoutLines('anki', `${lines.join('\n')}\n`, 'a.txt');
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
  [
    ['#notetype:AllInOne (kprim, mc, sc)++'],
    ['Which burns?', '', '2', 'ice', 'wood', '', '', '0 1', 'A book', 'It is dry.'],
  ],
  [
    ['#columns:Question\tTitle\tQType\tQ_1\tQ_2\tAnswers\tSources\tExtra'],
    ['Which burns?', '', '2', 'ice', 'wood', '0 1', 'A book', 'It is dry.'],
  ],
  [
    ['#guid column:1', '#tags column:2'],
    ['g1', '1', 'Which burns?', '', '2', 'ice', 'wood', '0 1', 'A book', 'It is dry.'],
  ],
])('a note of the add-on AllInOne has its key in a row of 0 and 1: %j', async (head, row) => {
  expect(await read(head, row)).toEqual(['single: Which burns? [ice | *wood] (why: A book\n\nIt is dry.)']);
});

test.each([
  [
    ['Which burn?', 'Fire', '1', 'ice', 'wood', 'oil', '0 1 1'],
    'multiple: Which burn? [ice | *wood | *oil] (lost: the title)',
  ],
  [['Which burn?', '', '0', 'ice burns', 'wood burns', '0 1'], 'single: Which burn? [ice burns | *wood burns]'],
  [['Which burns?', '', '2', 'ice', 'wood', 'oil', '0 1 1'], 'refused several-full-keys'],
  [['Which burns?', '', '2', 'ice', 'wood', 'oil', '0 1'], 'refused answers-unclear'],
  [['Which burns?', '', '2', 'ice', 'wood'], 'refused no-key'],
])('a note of the add-on AllInOne, %j, is read as its signs say', async (row, wanted) => {
  expect(await read(['#notetype:AllInOne (kprim, mc, sc)'], row)).toEqual([wanted]);
});

test('what stands below the letter on the back is the reason', async () => {
  const front = 'Which burns?<div>A. ice</div><div>B. wood</div>';
  expect(await read(['#html:true'], [front, '<div>B. wood</div><div>It is dry.</div>'])).toEqual([
    'single: Which burns? [ice | *wood] (why: It is dry.)',
  ]);
});

test('a part of a picture, or a whole text, is no gap to be typed', async () => {
  const head = ['#notetype:Cloze'];
  expect(await read(head, ['{{c1::image-occlusion:rect:left=.1:top=.2}} A map', ''])).toEqual(['refused only-picture']);
  expect(await read(head, ['{{c1::Wood}}.', 'burns'])).toEqual(['refused no-stem']);
  expect(await read(head, ['{{c1::Wood::what burns}}.', ''])).toEqual(['cloze: ____ (what burns). ["Wood"]']);
});

test('several letters with their texts are all read, and beside letters a number is a text', async () => {
  const front = '"Which burn?\nA) ice\nB) wood\nC) oil"';
  expect(await read([], [front, '"B) wood\nC) oil"'])).toEqual(['multiple: Which burn? [ice | *wood | *oil]']);
  expect(await read([], ['"How many?\nA) 3\nB) 1\nC) 2"', '1'])).toEqual(['single: How many? [3 | *1 | 2]']);
});

test('a separator of an unknown name is the first letter of it', async () => {
  expect(await toldWithoutLines('anki', '#separator:constructor\nWhat burns?cWood\n', 'a.txt')).toEqual([
    'cloze: What burns? ["Wood"]',
  ]);
});

test('a row with more fields than "#columns" names is refused, since one of them is shifted', async () => {
  const rows = [
    ['What is HTTP', ' in words?', 'a protocol'],
    ['What is TCP?', 'a protocol', ''],
  ];
  expect(await read(['#columns:Front\tBack'], ...rows)).toEqual([
    'refused surplus-cells',
    'cloze: What is TCP? ["a protocol"]',
  ]);
});
