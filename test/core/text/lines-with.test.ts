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
