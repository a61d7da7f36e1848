// The learner's notes on the screen: from a quote to its place and back, by heading, by search.
import { windowSize } from '../../system/output.ts';
import type { Key } from '../input/keys.ts';
import { heightOf } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { textWidth } from '../painting/paint.ts';
import type { App } from '../terminal.ts';
import { noteCursor } from './note-cursor.ts';
import { noteFinder } from './note-finder.ts';
import type { Spot } from './note-rows.ts';
import { noteLine, noteLines, notesAt, notesHeader, notesKeys, type OpenNotes } from './notes-page.ts';

export function notesReader(
  open: OpenNotes,
  { glyphs, palette, keys }: Look,
  repaint: () => void,
  done: () => void,
): App {
  const { notes, quote, search = '', drill } = open;
  let size = windowSize();
  const header = (top: Spot) => notesHeader(open, top, size, glyphs);
  const footer = () => [...finder.lines(textWidth(size.columns)), notesKeys(open, size, keys, finder.isTyping())];
  const cursor = noteCursor(notes, quote, search, {
    rowsOf: (spot) => heightOf([noteLine(open, spot, undefined, glyphs)], size.columns, palette),
    roomAt: (spot) => Math.max(1, size.rows - 1 - heightOf([...header(spot), ...footer()], size.columns, palette)),
  });
  const finder = noteFinder(cursor, search, keys);
  const drillAt = (spot: Spot) => drill?.(notesAt(open, spot).file, spot.line);
  const command = ({ name }: Key) => {
    if (name === 'next' || name === 'before') return finder.find(name === 'next' ? 1 : -1);
    if (name === 'leave') done();
    else if (name === 'down' || name === 'j') cursor.scroll(1);
    else if (name === 'up' || name === 'k') cursor.scroll(-1);
    else if (['space', 'right', 'pgdn'].includes(name)) cursor.page(1);
    else if (['b', 'left', 'pgup'].includes(name)) cursor.page(-1);
    else if (name === 'heading') cursor.heading(1);
    else if (name === 'heading-before') cursor.heading(-1);
    else if (name === 'find') finder.open();
    else if (name === 'enter') drillAt(cursor.hit() ?? cursor.top());
    finder.fallSilent(); // only now: a page is what was seen above it
  };
  return {
    scrolling: () => 'itself',
    isTyping: finder.isTyping,
    screen(now) {
      size = now;
      const [top, hit] = [cursor.top(), cursor.hit()];
      const body = noteLines(open, top, hit, size.rows, glyphs);
      return { header: header(top), body, above: top.row, footer: footer() };
    },
    press(key) {
      if (!finder.isTyping()) command(key);
      else if (!finder.press(key)) return;
      repaint();
    },
    paste(text) {
      if (!finder.isTyping()) return;
      finder.paste(text);
      repaint();
    },
  };
}
