// One of several, pointed at: a prompt of our own, since inquirer's list knows neither pages nor its ends.
import { createPrompt, isEnterKey, makeTheme, useKeypress, usePagination, usePrefix, useState } from '@inquirer/core';
import { keyOf, type RawKey } from './keys.ts';
import { movedInList } from './list-cursor.ts';

interface Choices {
  readonly message: string;
  /** Each on one row. */
  readonly names: readonly string[];
  /** What stands behind the message once a choice was made, for each of them. */
  readonly shorts: readonly string[];
  readonly first: number;
  readonly pageSize: number;
  /** Which keys there are. */
  readonly hint: string;
  /** What stands before the choice pointed at. */
  readonly pointer: string;
  readonly theme: object;
  /** Called with the place of the cursor wherever it moves. */
  pointed(at: number): void;
}

const HIDE_CURSOR = '\u001b[?25l';

/** Answers with the place of the choice. */
export const choicePrompt = createPrompt<number, Choices>((choices, done) => {
  const { message, names, shorts, first, pageSize, hint, pointer, pointed } = choices;
  const theme = makeTheme(choices.theme);
  const [status, setStatus] = useState<'idle' | 'done'>('idle');
  const [cursor, setCursor] = useState({ at: first, typed: '' });
  const prefix = usePrefix({ status, theme });
  useKeypress((pressed, rl) => {
    Object.assign(rl, { line: '', cursor: 0 }); // nothing is written here
    if (isEnterKey(pressed)) {
      setStatus('done');
      return done(cursor.at);
    }
    const key = keyOf(pressed as RawKey); // readline tells more of a key than the library's type
    const moved = key && movedInList(cursor, key, names, pageSize);
    if (!moved) return;
    pointed(moved.at);
    setCursor(moved);
  });
  const page = usePagination({
    items: names,
    active: cursor.at,
    renderItem: ({ item, isActive }) => (isActive ? theme.style.highlight(`${pointer} ${item}`) : `  ${item}`),
    pageSize,
    loop: false,
  });
  const asked = `${prefix} ${theme.style.message(message, status)}`;
  if (status === 'done') return `${asked} ${theme.style.answer(shorts[cursor.at] ?? '')}`;
  return `${asked}\n${page}\n \n${hint}${HIDE_CURSOR}`;
});
