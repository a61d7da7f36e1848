// The review of nine questions, three in a row, with the focus on the one in the middle.
import { expect, test } from 'vitest';
import type { View } from '../../../src/core/sitting/view.ts';
import { pressGrid } from '../../../src/terminal/sitting/grid-keys.ts';

const view = { of: 9, marks: Array.from({ length: 9 }, () => ({ status: 'blank' })) } as unknown as View;
const cursorAfter = (name: string) =>
  pressGrid({ cursor: 5, filter: 'all', typed: '' }, { name, text: '' }, view, 3).grid.cursor;

test.each([
  ['left', 'h', 4],
  ['down', 'j', 8],
  ['up', 'k', 2],
  ['right', 'l', 6],
])('%s and %s move the focus', (arrow, letter, to) => {
  expect([cursorAfter(arrow), cursorAfter(letter)]).toEqual([to, to]);
});
