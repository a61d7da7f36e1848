import { expect, test } from 'vitest';
import { linesWith } from '../../../src/core/text/lines-with.ts';

const LINES = ['A shard takes one megabyte', 'a shard', 'One Megabyte for each SHARD', ''];

test('a line is found that holds all the words, in any order and in any capitals', () => {
  expect(linesWith(LINES, ' shard  megabyte ')).toEqual([1, 3]);
  expect(linesWith(LINES, 'shards')).toEqual([]);
});

test('without words every line is one', () => {
  expect(linesWith(LINES, ' ')).toEqual([1, 2, 3, 4]);
});

test('what no keyboard has is found by what is typed for it', () => {
  const lines = ['pO₂ of mixed venous blood', 'A–a gradient', 'Ca²⁺ and 10² cells', 'Fick’s law', '憲法２１条'];
  const found = ['po2', 'a-a', 'ca2+', 'Ca^2+', '10^2', '102', "fick's", '21条', 'PO₂'].map((words) =>
    linesWith(lines, words),
  );
  expect(found).toEqual([[1], [2], [3], [3], [3], [], [4], [5], [1]]);
});
