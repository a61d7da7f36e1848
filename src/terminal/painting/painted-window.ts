// What stands in the window: only rows that changed are painted. This is done here and not by the prompt that brings the keys, because a
// clock must tick without touching the rest of the screen, and a frame must never leave copies in the scrollback.
import type { Palette } from './colour.ts';
import { layOut, type Screen, type Size } from './layout.ts';
import { rememberingPainter } from './paint.ts';
import { isTooSmall } from './smallest.ts';

/** How much of the page is in sight. */
export interface Sight {
  /** Whether a part of the body lies below the window. */
  hasMoreBelow(): boolean;
  /** Whether the end of the body has stood in the window since the page was turned. */
  wasAtEnd(): boolean;
}

export interface PaintedWindow {
  /** Makes what stands there into the screen; `follows`: scrolled to the row that has the focus. */
  paint(screen: Screen, size: Size, follows: boolean): void;
  /** Nothing of what was painted stands there any more. */
  forget(): void;
  /** So many rows down, or up; seen when it is painted next. */
  scrollBy(rows: number): void;
  /** How many rows of the body are shown at a time. */
  page(): number;
  /** A different page is to be painted: from its top. */
  turnPage(): void;
  readonly sight: Sight;
}

const BEGIN_FRAME = '\u001b[?2026h'; // what comes until its end is shown at once
const END_FRAME = '\u001b[?2026l';
const END_ROW = '\u001b[0m\u001b[K';
const CLEAR = '\u001b[2J';
const CLEAR_BELOW = '\u001b[J';

/** A window in which nothing stands yet; `write` brings text to the terminal. */
export function paintedWindow(palette: Palette, write: (text: string) => void): PaintedWindow {
  const painter = rememberingPainter(palette);
  let shown: readonly string[] | undefined;
  let frame = { below: 0, page: 1 };
  let scroll = 0;
  let hasReachedEnd = false;
  return {
    paint(screen, size, follows) {
      const next = layOut(screen, size, scroll, painter, follows);
      const change = changeOf(shown, next.rows);
      if (change !== '') write(`${BEGIN_FRAME}${change}${END_FRAME}`);
      [shown, frame, scroll] = [next.rows, next, next.above];
      hasReachedEnd ||= next.below === 0 && !isTooSmall(size); // else what stands there only says so
    },
    forget() {
      shown = undefined;
    },
    scrollBy(rows) {
      scroll = Math.max(0, scroll + rows);
    },
    page: () => frame.page,
    turnPage() {
      scroll = 0;
      hasReachedEnd = false;
    },
    sight: { hasMoreBelow: () => frame.below > 0, wasAtEnd: () => hasReachedEnd },
  };
}

/** What makes the rows that are shown into others, or whatever is shown; empty where they are the same. */
function changeOf(shown: readonly string[] | undefined, rows: readonly string[]): string {
  if (shown === undefined) return CLEAR + changeOf([], rows); // within the frame: an empty screen would flicker
  const to = (index: number) => `\u001b[${index + 1};1H`;
  const changed = rows.map((row, index) => (row === shown[index] ? '' : `${to(index)}${row}${END_ROW}`));
  return changed.join('') + (rows.length < shown.length ? `${to(rows.length)}${CLEAR_BELOW}` : '');
}
