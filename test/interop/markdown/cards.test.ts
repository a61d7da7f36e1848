// Cards of Obsidian: a short back is typed, and prose with "::" in it is none.
import { expect, test } from 'vitest';
import { toldBy } from '../../support/told.ts';

const read = (text: string) => toldBy('markdown', text);

test.each([
  ['Which burns?::wood\n', '1 cloze: Which burns? ["wood"]'],
  ['- Which burns? ::: wood <!--SR:!2023-09-14,3,250-->\n', '1 cloze: Which burns? ["wood"]'],
  ['#flashcards/fire\n\nIt burns::Wood\n', '3 cloze: It burns ["Wood"]'],
  ['Which burns?\n?\nAnswer: wood\n', '1 cloze: Which burns? ["wood"]'],
  ['It burns::#wood #flashcards/fire\n', '1 cloze: It burns ["#wood"]'],
  ['# Fire\n\nWhich burns?\nName one.\n?\nwood\n', '3 cloze: Which burns? Name one. ["wood"]'],
])('a short back of a card is typed: %j', async (text, question) => {
  expect(await read(text)).toEqual([question]);
});

test('a long back, or one of several lines, is told, and so are colons that may be part of a name', async () => {
  expect(
    await read('Why?::It is dry and it is warm\n\nWhat else?\n??\ntin\n\nice\n\nWhich two?\n?\ntin\nice\n'),
  ).toEqual(['1 refused answer-too-long', '3 cloze: What else? ["tin"]', '9 cloze: Which two? ["tin ice"]']);
  expect(
    await read('Which burns?::wood\n\nMaps are of std::map in C++.\n\nlayers :: outer\n\nstatus:: done\n'),
  ).toEqual(['1 cloze: Which burns? ["wood"]', '3 refused card-unclear', '5 cloze: layers ["outer"]']);
});

test('one word with a capital before "::" may be a field of Dataview, and is told', async () => {
  const page = '#flashcards\n\nStatus:: x\nDate:: 2024-05-01\nIce::Cold\nIce :: wet\nHot ice:: wet\n';
  expect(await read(page)).toEqual([
    '3 refused card-unclear',
    '4 refused card-unclear',
    '5 cloze: Ice ["Cold"]',
    '6 cloze: Ice ["wet"]',
    '7 cloze: Hot ice ["wet"]',
  ]);
});

test('a field of Dataview is one in bold and within brackets too', async () => {
  const page =
    '#flashcards\n\n**Status**:: x\n**status**:: x\nIt was [mood:: good].\n(mood:: good) so\nSo [it] is:: good\n';
  expect(await read(page)).toEqual(['3 refused card-unclear', '7 cloze: So [it] is ["good"]']);
});

test('a card with "?" between its sides has no colons that could be unclear', async () => {
  expect(await read('#flashcards\n\nit burns\n?\nwood\n\nIce\n?\n  is wet\n')).toEqual([
    '3 cloze: it burns ["wood"]',
    '7 cloze: Ice ["is wet"]',
  ]);
});

test('a card whose front has options with labels is none that a label is typed for', async () => {
  expect(await read('#flashcards\n\nWhich burns?\nA) tin\nB) wood\n?\nAnswer: B\n')).toEqual([
    '3 refused key-ambiguous',
  ]);
});

test('where no line of a page is a card, colons part nothing', async () => {
  expect(await read('1. What is std::map?\n- [x] a map\n- [ ] std::list\n\nIt is in std::map.\n')).toEqual([
    expect.stringMatching(/^1 single: What is std::map\? \[\*a map \| std::list\]/),
  ]);
  expect(await read('Which burns?::wood\n\n1. What is so?\n- [x] std::map\n- [ ] x :: y\n')).toEqual([
    '1 cloze: Which burns? ["wood"]',
    '3 single: What is so? [*std::map | x :: y]',
  ]);
});

test('a text above options is no card', async () => {
  expect(await read('Which burns? :: or what?\n\n- [x] wood\n- [ ] ice\n')).toEqual([
    '1 single: Which burns? :: or what? [*wood | ice]',
  ]);
});

test('what we export is no card', async () => {
  const own = '<!-- quiz {"type":"cloze"} -->\nWhich burns?::wood\n\nAnswer: ice\n';
  expect(await read(own)).toEqual(['1 cloze: Which burns?::wood ["ice"]']);
});
