// Keys of the review grid, as a function from what it shows and a key to what comes of it.
import type { View } from '../core/view.ts';
import type { Key } from './keys.ts';
import { type Filter, type GridState, matches } from './screens/grid.ts';

export interface GridStep {
  readonly grid: GridState;
  readonly message?: string;
  readonly go?: 'submit' | 'question' | { readonly to: number };
}

const FILTERS: readonly Filter[] = ['all', 'open', 'flagged'];

export function pressGrid(grid: GridState, { name }: Key, view: View): GridStep {
  const { cursor, filter, typed } = grid;
  const move = (by: number): GridStep => ({
    grid: { filter, typed: '', cursor: Math.min(view.of, Math.max(1, cursor + by)) },
  });
  if (/^\d$/.test(name)) return { grid: { ...grid, typed: (typed + name).slice(-3) } };
  switch (name) {
    case 'backspace':
      return { grid: { ...grid, typed: typed.slice(0, -1) } };
    case 'enter':
      return jump(grid, view);
    case 'right':
    case 'l':
      return move(1);
    case 'left':
      return move(-1);
    case 'down':
    case 'j':
      return move(10);
    case 'up':
    case 'k':
      return move(-10);
    case 'u':
      return find(grid, view, 'open', 'Every question has an answer.');
    case 'f':
      return find(grid, view, 'flagged', 'No question is flagged.');
    case 'v':
      return { grid: { ...grid, filter: FILTERS[(FILTERS.indexOf(filter) + 1) % FILTERS.length] ?? 'all' } };
    case 's':
      return { grid, go: 'submit' };
    case 'esc':
    case 'r':
    case 'q':
      return { grid, go: 'question' };
    default:
      return { grid };
  }
}

function jump(grid: GridState, { of }: View): GridStep {
  const to = grid.typed === '' ? grid.cursor : Number(grid.typed);
  if (to >= 1 && to <= of) return { grid, go: { to } };
  return { grid: { ...grid, typed: '' }, message: `There are ${of} questions.` };
}

/** The next question after the cursor that the filter lets through, round the end. */
function find(grid: GridState, { marks, of }: View, filter: Filter, otherwise: string): GridStep {
  const order = Array.from({ length: of }, (_, step) => ((grid.cursor + step) % of) + 1);
  const found = order.find((number) => {
    const mark = marks[number - 1];
    return mark !== undefined && matches(mark, filter);
  });
  return found === undefined ? { grid, message: otherwise } : { grid: { ...grid, cursor: found, typed: '' } };
}
