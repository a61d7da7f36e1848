// A list to pick one thing from.
import { labelled, span } from '../../core/text/styled.ts';
import { type ListCursor, movedByKey } from '../input/list-cursor.ts';
import { footerKeys, heading } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import type { App, Terminal } from '../terminal.ts';

export interface PickerEntry<T> {
  readonly value: T;
  readonly text: string;
  /** Levels below the top of a tree. */
  readonly depth: number;
  readonly aside: string;
}

/** Header, footer, what they stand apart by, and the row that tells of more. */
const CHROME_ROWS = 5;

/** An app in which one entry is picked; undefined where none is. */
export function picker<T>(
  title: string,
  entries: readonly PickerEntry<T>[],
  { glyphs, keys }: Look,
  terminal: Pick<Terminal, 'follow'>,
  done: (picked: T | undefined) => void,
): App {
  let cursor: ListCursor = { at: 0, typed: '' };
  let page = 1;
  const texts = entries.map(({ text }) => text);
  return {
    scrolling: () => 'focus',
    screen: (size) => {
      page = Math.max(1, size.rows - CHROME_ROWS);
      return {
        header: heading(title, size, glyphs),
        isList: true,
        body: entries.map(({ text, depth, aside }, index) => {
          const focused = index === cursor.at;
          const lead = [span(focused ? `${glyphs.focus} ` : '  ', 'focus'), span('  '.repeat(depth))];
          const words = span(text, focused ? 'focus' : 'plain');
          return { ...labelled(lead, words), right: [span(aside, 'quiet')], focused };
        }),
        footer: [footerKeys(`↑↓ move  Enter pick  ${keys.leave} back  ${keys.keys} keys`)],
      };
    },
    press({ name }) {
      if (name === 'enter') done(entries[cursor.at]?.value);
      else if (name === 'leave') done(undefined);
      else {
        cursor = movedByKey(cursor, name, texts, page) ?? cursor;
        terminal.follow();
      }
    },
  };
}
