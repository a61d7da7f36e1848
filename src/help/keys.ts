import type { Block } from '../core/text/text.ts';
import { type Keys, type KeysPage, keysOf } from '../terminal/screens/key-table.ts';
import { titledRows } from './rows.ts';

const TITLES: Readonly<Record<KeysPage, string>> = {
  home: 'At home',
  picker: 'In a list of topics',
  start: 'Before an exam',
  exam: 'In an exam',
  drill: 'In a drill',
  grid: 'In the review of all questions',
  result: 'At a result',
  review: 'In a review',
  stats: 'Where you stand',
  reader: 'In the notes',
};

/** As many pages have a key in the same meaning: it is named once. */
const MANY = 3;

/** The keys of all pages: the tables that are shown behind "?". What several pages have stands first. */
export function keysPage(): Block[] {
  const pages = Object.keys(TITLES) as KeysPage[]; // its own keys
  const holders = (row: Keys[number]) => pages.filter((page) => keysOf[page].some((other) => isSame(other, row)));
  const isEverywhere = (row: Keys[number]) => holders(row).length >= MANY;
  const isAsking = (row: Keys[number]) => holders(row).join() === 'exam,drill';
  const everywhere = distinct(pages.flatMap((page) => keysOf[page].filter(isEverywhere)));
  return [
    ...titledRows('On most screens', everywhere),
    ...titledRows('In exams and drills', keysOf.exam.filter(isAsking)),
    ...pages.flatMap((page) => {
      const own = keysOf[page].filter((row) => !isEverywhere(row) && !isAsking(row));
      return own.length === 0 ? [] : titledRows(TITLES[page], own);
    }),
  ];
}

function isSame(a: Keys[number], b: Keys[number]): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function distinct(rows: Keys): Keys {
  return rows.filter((row, index) => rows.findIndex((other) => isSame(other, row)) === index);
}
