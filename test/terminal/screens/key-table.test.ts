import { expect, test } from 'vitest';
import { type Action, keyedPages, keymapOf, usualKeys } from '../../../src/core/keymap.ts';
import { keysOf, keysPages } from '../../../src/terminal/screens/key-table.ts';

/** What says of a key only why it does nothing on this page. */
const IDLE: Readonly<Partial<Record<string, readonly Action[]>>> = {
  exam: ['guess', 'hint', 'undo', 'notes', 'compare', 'submit'],
  drill: ['review', 'clock'],
};

const named = (page: (typeof keysPages)[number], keys = usualKeys) =>
  keysOf(page, keys).flatMap(([names]) => names.split(' '));

test.each(keysPages.filter((page) => page !== 'home'))(
  'the table of a page names what can be done there: %s',
  (page) => {
    const actions = keyedPages[page].actions.filter((action) => action !== 'keys' && !IDLE[page]?.includes(action));
    expect(actions.filter((action) => !named(page).includes(usualKeys[action]))).toEqual([]);
  },
);

test('a key that was moved is named in its place, and the old one no more', () => {
  const keys = keymapOf('flag=m leave=z heading=}');
  expect(named('drill', keys)).toEqual(expect.arrayContaining(['m', 'z', 'Esc']));
  for (const page of ['drill', 'exam', 'grid'] as const) expect(named(page, keys)).not.toContain('f');
  for (const page of keysPages) expect(named(page, keys)).not.toContain('q');
  expect(keysOf('reader', keys)).toContainEqual(['} [', 'next heading, heading before']);
});
