// Keys of the review grid, as a function from what it shows and a key to what comes of it.
import type { View } from '../../core/sitting/view.ts';
import { thereAre } from '../../core/text/wording.ts';
import type { Key } from '../input/keys.ts';
import { type Filter, type GridState, matches, NONE } from '../screens/grid.ts';

export interface GridStep {
  readonly grid: GridState;
  readonly message?: string;
  readonly go?: 'submit' | 'question' | { readonly to: number };
}

const FILTERS = Object.keys(NONE) as readonly Filter[]; // its own keys

/** `perRow`: how many questions stand in a row, which is what up and down go by. */
export function pressGrid(grid: GridState, { name }: Key, view: View, perRow: number): GridStep {
  const { cursor, filter, typed } = grid;
  const move = (by: number): GridStep => ({
    grid: { filter, typed: '', cursor: stepAmong(shownBy(view, filter), cursor, by) },
  });
  if (/^\d$/.test(name)) return { grid: { ...grid, typed: (typed + name).slice(-3) } };
  switch (name) {
    case 'backspace':
      return { grid: { ...grid, typed: typed.slice(0, -1) } };
    case 'ctrl-u':
    case 'ctrl-w':
      return { grid: { ...grid, typed: '' } };
    case 'enter':
      return jump(grid, view);
    case 'right':
    case 'l':
      return move(1);
    case 'left':
    case 'h':
      return move(-1);
    case 'down':
    case 'j':
      return move(perRow);
    case 'up':
    case 'k':
      return move(-perRow);
    case 'unanswered':
      return find(grid, view, 'open');
    case 'flag':
      return find(grid, view, 'flagged');
    case 'view':
      return nextFilter(grid, view);
    case 'submit':
      return { grid, go: 'submit' };
    case 'esc':
    case 'review':
    case 'leave':
      return { grid, go: 'question' };
    default:
      return { grid };
  }
}

/** The next filter, with the cursor on a question that it shows. */
function nextFilter(grid: GridState, view: View): GridStep {
  const filter = FILTERS[(FILTERS.indexOf(grid.filter) + 1) % FILTERS.length] ?? 'all';
  const shown = shownBy(view, filter);
  const cursor = shown.find((number) => number >= grid.cursor) ?? shown[0] ?? grid.cursor;
  return { grid: { filter, typed: '', cursor } };
}

function shownBy({ marks }: View, filter: Filter): number[] {
  return marks.flatMap((mark, index) => (matches(mark, filter) ? [index + 1] : []));
}

/** So many steps along the shown questions, not beyond the first and the last. */
function stepAmong(shown: readonly number[], cursor: number, by: number): number {
  const at = Math.max(
    0,
    shown.findIndex((number) => number >= cursor),
  );
  return shown[Math.min(shown.length - 1, Math.max(0, at + by))] ?? cursor;
}

function jump(grid: GridState, { of }: View): GridStep {
  const to = grid.typed === '' ? grid.cursor : Number(grid.typed);
  if (to >= 1 && to <= of) return { grid, go: { to } };
  return { grid: { ...grid, typed: '' }, message: thereAre(of, 'question') };
}

/** The next question after the cursor that the filter lets through, round the end. */
function find(grid: GridState, view: View, filter: Filter): GridStep {
  const shown = shownBy(view, filter);
  const found = shown.find((number) => number > grid.cursor) ?? shown[0];
  return found === undefined ? { grid, message: NONE[filter] } : { grid: { ...grid, cursor: found, typed: '' } };
}
