// The review of nine questions, three in a row, with the focus on the one in the middle.
import { expect, test } from 'vitest';
import type { View } from '../../../src/core/sitting/view.ts';
import type { GridState } from '../../../src/terminal/screens/grid.ts';
import { pressGrid } from '../../../src/terminal/sitting/grid-keys.ts';

const view = { of: 9, marks: Array.from({ length: 9 }, () => ({ status: 'blank' })) } as unknown as View;

/** The grid after these keys. */
function after(...names: string[]) {
  const start: GridState = { cursor: 5, filter: 'all', typed: '' };
  return names.reduce((grid, name) => pressGrid(grid, { name, text: '' }, view, 3).grid, start);
}

test.each([
  ['left', 'h', 4],
  ['down', 'j', 8],
  ['up', 'k', 2],
  ['right', 'l', 6],
])('%s and %s move the focus', (arrow, letter, to) => {
  expect([after(arrow).cursor, after(letter).cursor]).toEqual([to, to]);
});

test.each(['ctrl-u', 'ctrl-w'])('%s takes back the number that was typed', (name) => {
  expect(after('1', '2')).toMatchObject({ typed: '12' });
  expect(after('1', '2', name)).toMatchObject({ typed: '', cursor: 5 });
});
