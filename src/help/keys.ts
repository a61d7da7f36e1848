import { firstOfEach } from '../core/grouped.ts';
import { type Action, type KeyedPage, type Keymap, keyedPages, movedActions, usualKeys } from '../core/keymap.ts';
import { type Block, blank, labelled, line, span } from '../core/text/styled.ts';
import { type Keys, type KeysPage, keysOf, keysPages } from '../terminal/screens/key-table.ts';
import { titledRows } from './rows.ts';

/** As many pages have a key in the same meaning: it is named once. */
const MANY = 3;

/**
 * The keys of all pages as a learner has them: the tables that are shown behind "?". What was moved stands first, then what several
 * pages have, and the names by which keys are moved last.
 */
export function keysPage(keys: Keymap): Block[] {
  const tables = new Map(keysPages.map((page) => [page, keysOf(page, keys)]));
  const rowsOf = (page: KeysPage) => tables.get(page) ?? [];
  const holders = (row: Keys[number]) =>
    keysPages.filter((page) => rowsOf(page).some((one) => nameOf(one) === nameOf(row)));
  const isEverywhere = (row: Keys[number]) => holders(row).length >= MANY;
  const isAsking = (row: Keys[number]) => holders(row).join() === 'exam,drill';
  const everywhere = firstOfEach(keysPages.flatMap(rowsOf).filter(isEverywhere), nameOf);
  return [
    ...movedLines(keys),
    ...titledRows('On most screens', everywhere),
    ...titledRows('In exams and drills', rowsOf('exam').filter(isAsking)),
    ...keysPages.flatMap((page) => {
      const own = rowsOf(page).filter((row) => !isEverywhere(row) && !isAsking(row));
      return own.length === 0 ? [] : titledRows(titleOf(page), own);
    }),
    ...movingLines(keys),
  ];
}

/** What stands elsewhere than with everybody; nothing where no key was moved. */
function movedLines(keys: Keymap): Block[] {
  const rows = movedActions(keys).map((action) => [action, `${keys[action]} instead of ${usualKeys[action]}`] as const);
  return rows.length === 0 ? [] : titledRows('You moved these keys; what follows has them where they are now', rows);
}

/** How keys are moved, with the name of each action on the first page that has it. */
function movingLines(keys: Keymap): Block[] {
  const told = new Set<Action>();
  const rows = Object.values(keyedPages).flatMap(({ where, actions }) => {
    const own = actions.filter((action) => !told.has(action));
    for (const action of own) told.add(action);
    const named = own.map((action) => `${action}=${keys[action]}`).join(' ');
    return own.length === 0 ? [] : [labelled('  ', `${where}: ${named}`)]; // in a column of their own they would have no room at 40
  });
  return [
    line(span('To move keys, by these names', 'strong')),
    ...rows,
    blank,
    line('quiz config set keys "flag=m guess=y" moves two, quiz config unset keys moves all of them back.'),
    line('Digits, the letters of options, arrows and keys with a name stay what they are.'),
  ];
}

function titleOf(page: KeyedPage): string {
  const { where } = keyedPages[page];
  return where.charAt(0).toUpperCase() + where.slice(1);
}

/** What tells rows apart. */
function nameOf([key, meaning]: Keys[number]): string {
  return `${key}\n${meaning}`;
}
