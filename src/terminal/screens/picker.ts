// A list to pick one thing from.
import { labelled, line, span } from '../../core/text/text.ts';
import { footerKeys, rule } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import type { App, Terminal } from '../terminal.ts';

export interface Entry<T> {
  readonly value: T;
  readonly text: string;
  /** Levels below the top of a tree. */
  readonly depth: number;
  readonly aside: string;
}

/** An app in which one entry is picked; undefined where none is. */
export function picker<T>(
  title: string,
  entries: readonly Entry<T>[],
  { glyphs, keys }: Look,
  terminal: Pick<Terminal, 'follow'>,
  done: (picked: T | undefined) => void,
): App {
  let at = 0;
  const move = (by: number) => {
    at = Math.min(entries.length - 1, Math.max(0, at + by));
    terminal.follow();
  };
  return {
    screen: (size) => ({
      header: [line(span(title, 'strong')), rule(size.columns, glyphs.rule)],
      body: entries.map(({ text, depth, aside }, index) => {
        const focused = index === at;
        const lead = [span(focused ? `${glyphs.focus} ` : '  ', 'focus'), span('  '.repeat(depth))];
        const words = span(text, focused ? 'focus' : 'plain');
        return { ...labelled(lead, words), right: [span(aside, 'quiet')], focused };
      }),
      footer: [footerKeys(`up down move  Enter pick  ${keys.leave} back  ${keys.keys} keys`)],
    }),
    press({ name }) {
      if (name === 'down' || name === 'j') move(1);
      else if (name === 'up' || name === 'k') move(-1);
      else if (name === 'home') move(-entries.length);
      else if (name === 'end') move(entries.length);
      else if (name === 'enter') done(entries[at]?.value);
      else if (name === 'leave' || name === 'esc') done(undefined);
    },
  };
}
