import { expect, test } from 'vitest';
import type { Item } from '../../../src/core/items/item.ts';
import type { Response } from '../../../src/core/items/kinds/kind.ts';
import { packed } from '../../../src/core/packed.ts';
import { distractorsOf } from '../../../src/learning/standing/distractors.ts';
import { itemOf } from '../../support/arbitraries.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const chosenIn = (item: Item, ...misses: Response[]) =>
  distractorsOf(item, { misses: packed(misses), answers: misses.length, right: 0 }).map(({ chosen, count }) => [
    chosen,
    count,
  ]);

test('of several answers only the wrong ones are distractors', () => {
  const item = itemOf('q', { type: 'multiple', options, answer: ['a', 'b'] });
  expect(chosenIn(item, ['a', 'c'], ['b', 'c'])).toEqual([['c', 2]]);
});

test('of pairs those that are not in the key are distractors', () => {
  const item = itemOf('q', { type: 'matching', left: options, right: options, answer: { a: 'a', b: 'b', c: 'c' } });
  expect(chosenIn(item, { a: 'b', b: 'a', c: 'c' })).toEqual([
    ['a=b', 1],
    ['b=a', 1],
  ]);
});

test('of gaps what was typed is a distractor, and of orders nothing is', () => {
  expect(chosenIn(itemOf('q', { type: 'cloze', answer: { accept: ['x'] } }), 'y', 'y', 'z')).toEqual([
    ['y', 2],
    ['z', 1],
  ]);
  expect(chosenIn(itemOf('q', { type: 'ordering', options, answer: ['a', 'b', 'c'] }), ['c', 'b', 'a'])).toEqual([]);
});
