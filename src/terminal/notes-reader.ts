// The learner's notes on the screen: from a quote to its place and back, by heading, by search.
import { count, line, span } from '../core/text.ts';
import { windowSize } from '../system/output.ts';
import type { Key } from './keys.ts';
import { heightOf } from './layout.ts';
import type { Look } from './look.ts';
import { noteCursor } from './note-cursor.ts';
import type { Spot } from './note-rows.ts';
import { noteLine, noteLines, notesHeader, notesKeys, type Reading } from './notes-page.ts';
import type { App } from './terminal.ts';

export function notesReader(reading: Reading, { glyphs, palette }: Look, repaint: () => void, done: () => void): App {
  const { notes, quote, search = '' } = reading;
  let size = windowSize();
  let query = search;
  let typing = false;
  const header = (top: Spot) => notesHeader(reading, top, size, glyphs);
  const footer = () => {
    const foot = typing ? line(span(`Find: ${query}_`, 'strong')) : line(span(message, 'caution'));
    return [...(typing || message ? [foot] : []), notesKeys(size)];
  };
  const cursor = noteCursor(notes, quote, search, {
    rowsOf: (spot) => heightOf([noteLine(reading, spot, undefined, glyphs)], size.columns, palette),
    roomAt: (spot) => Math.max(1, size.rows - 1 - heightOf([...header(spot), ...footer()], size.columns, palette)),
  });
  const noneFound = () => `"${query}" does not stand in the notes.`;
  const foundAt = (number: number, of: number) => `${number} of ${count(of, 'line')} with "${query}"`;
  let message = query.trim() === '' ? '' : cursor.hit() ? foundAt(1, cursor.count(query)) : noneFound();

  const find = (step: 1 | -1) => {
    const found = cursor.find(query, step);
    message = found ? foundAt(found.number, found.of) : noneFound();
  };
  const type = ({ name, text }: Key) => {
    if (name === 'enter' || name === 'esc') {
      typing = false;
      if (name === 'enter') find(1);
    } else if (name === 'backspace') query = query.slice(0, -1);
    else query += text;
  };
  const command = ({ name }: Key) => {
    if (name === 'n' || name === 'p') return find(name === 'n' ? 1 : -1);
    if (name === 'q' || name === 'esc') done();
    else if (name === 'down' || name === 'j') cursor.scroll(1);
    else if (name === 'up' || name === 'k') cursor.scroll(-1);
    else if (['space', 'right', 'pgdn'].includes(name)) cursor.page(1);
    else if (['b', 'left', 'pgup'].includes(name)) cursor.page(-1);
    else if (name === ']') cursor.heading(1);
    else if (name === '[') cursor.heading(-1);
    else if (name === '/') [typing, query] = [true, ''];
    message = ''; // only now: a page is what was seen above it
  };
  return {
    scrollsItself: true,
    isTyping: () => typing,
    screen(now) {
      size = now;
      const [top, hit] = [cursor.top(), cursor.hit()];
      const body = noteLines(reading, top, hit, size.rows, glyphs);
      return { header: header(top), body, above: top.row, footer: footer() };
    },
    press(key) {
      if (typing) type(key);
      else command(key);
      repaint();
    },
  };
}
