// The notes as rows of a window: a line takes several where it is long, and may be longer than the window.
import type { Notes } from '../../bank/notes/notes.ts';

/** A line, from 1, of the file with that index. */
export interface Spot {
  readonly file: number;
  readonly line: number;
}

/** The first row on the screen: of the line there, from 0. */
export interface Top extends Spot {
  readonly row: number;
}

/** Lines that belong on the screen together, from `line` to `last`. */
export interface Stretch extends Spot {
  readonly last: number;
}

/** How the notes lie in the window as it is now. */
export interface NotesLayout {
  /** How many rows a line takes, one at least. */
  rowsOf(spot: Spot): number;
  /** How many rows there are for the notes where this line is the first. */
  roomAt(spot: Spot): number;
}

export interface NoteRows {
  /** A row down, or up. At the end of a file the next one begins. */
  scrolled(from: Top, step: 1 | -1): Top;
  /** As far as leaves one row of what is on the screen, so that none is missed. */
  paged(from: Top, step: 1 | -1): Top;
  /** The same, where its line takes fewer rows by now. */
  atMost(top: Top): Top;
  /** With these lines on the screen: below a few others where all of them fit, else on top. */
  around(sought: Stretch): Top;
}

/** So many lines stand above those that are sought, where they take no more than this share of the room. */
const ABOVE = 4;
const SHARE_ABOVE = 1 / 3;

export function noteRows(all: readonly Notes[], { rowsOf, roomAt }: NotesLayout): NoteRows {
  const lastOf = ({ file }: Spot) => all[file]?.lines.length ?? 0;
  const lastRow = (spot: Spot): Top => ({ ...spot, row: rowsOf(spot) - 1 });
  const after = ({ row, ...spot }: Top): Top | undefined => {
    if (row + 1 < rowsOf(spot)) return { ...spot, row: row + 1 };
    return spot.line < lastOf(spot) ? { ...spot, line: spot.line + 1, row: 0 } : undefined;
  };
  const before = ({ row, ...spot }: Top): Top | undefined => {
    if (row > 0) return { ...spot, row: row - 1 };
    return spot.line > 1 ? lastRow({ ...spot, line: spot.line - 1 }) : undefined;
  };
  const beyond = (from: Top, step: 1 | -1): Top => {
    const next = { file: from.file + step, line: 1, row: 0 };
    if (!all[next.file]) return from;
    return step > 0 ? next : lastRow({ ...next, line: lastOf(next) });
  };
  const heightOf = ({ file, line }: Spot, end: number) =>
    Array.from({ length: end - line }, (_, index) => rowsOf({ file, line: line + index })).reduce((a, b) => a + b, 0);
  return {
    scrolled: (from, step) => (step > 0 ? after(from) : before(from)) ?? beyond(from, step),
    paged(from, step) {
      let to = from;
      for (let moved = 1; ; moved++) {
        const next = step > 0 ? after(to) : before(to);
        const room = next && roomAt(step > 0 ? from : next); // headings above the notes differ in height
        if (!next || !room || (moved > 1 && moved >= room)) break;
        to = next;
      }
      return to === from ? beyond(from, step) : to;
    },
    atMost: (top) => ({ ...top, row: Math.min(top.row, rowsOf(top) - 1) }),
    around({ file, line, last }) {
      const wanted = heightOf({ file, line }, last + 1);
      for (let first = Math.max(1, line - ABOVE); first < line; first++) {
        const room = roomAt({ file, line: first });
        const above = heightOf({ file, line: first }, line);
        if (above <= room * SHARE_ABOVE && above + wanted <= room) return { file, line: first, row: 0 };
      }
      return { file, line, row: 0 };
    },
  };
}
