// The review of an exam before it is handed in: every question's state, and the way to each.
import { handlingInWords } from '../../core/sitting/conduct.ts';
import { countsOf } from '../../core/sitting/counts.ts';
import type { Mark, View } from '../../core/sitting/view.ts';
import type { Glyphs } from '../../core/text/glyphs.ts';
import { blank, type Line, line, span } from '../../core/text/styled.ts';
import { clockTime, keptTogether } from '../../core/text/wording.ts';
import { footerKeys, heading, type Screen, type Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { textWidth } from '../painting/paint.ts';
import { type Entering, toldLines } from './footer.ts';

/** What the grid can be narrowed to, and what it says where nothing is left. */
export const NONE = {
  all: 'There are no questions.',
  open: 'Every question has an answer.',
  unanswered: 'No question is unanswered.',
  incomplete: 'No answer is incomplete.',
  flagged: 'No question is flagged.',
} as const;

export type Filter = keyof typeof NONE;

export interface GridState {
  readonly cursor: number;
  readonly filter: Filter;
  /** Digits typed so far, to jump to a question. */
  readonly typed: string;
}

/** The review grid. `told.clockHidden`: the candidate does not want to see the time. */
export function gridScreen(
  view: View,
  { cursor, filter, typed }: GridState,
  { glyphs, keys }: Look,
  size: Size,
  told: Pick<Entering, 'message' | 'notice'> & { readonly clockHidden?: boolean } = {},
): Screen {
  const { answered, incomplete, blank: unanswered, flagged } = countsOf(view);
  const time = view.remainingMs === undefined ? 'no time limit' : `${clockTime(view.remainingMs)} left`;
  const clock = told.clockHidden ? `clock hidden (${keys.clock})` : time;
  const legend = [
    `${glyphs.answered} answered ${answered}`,
    `${glyphs.incomplete} incomplete ${incomplete}`,
    `${glyphs.blank} unanswered ${unanswered}`,
    `${glyphs.flag} flagged ${flagged}`,
  ]
    .map(keptTogether)
    .join('   ');
  const here = view.marks[cursor - 1];
  const title = filter === 'all' ? 'Review' : `Review · ${filter}`;
  return {
    header: heading(title, size, glyphs, span(clock, 'strong')),
    body: [...cells(view, cursor, filter, glyphs, size), blank],
    fixed: [
      ...(here && matches(here, filter) ? [line(span(`Question ${cursor}: `, 'strong'), markInWords(here))] : []),
      line(legend),
      line('A blank counts as wrong; a guess costs nothing.'),
    ],
    footer: [
      ...toldLines(told),
      ...(typed ? [line(span(`Go to question ${typed}_`, 'strong'))] : []),
      footerKeys(
        view.marks.length > 1 ? `1-${view.marks.length} Enter go` : 'Enter go',
        `${keys.unanswered} next open`,
        `${keys.flag} flagged`,
        `${keys.view} view`,
        `${keys.submit} submit`,
        'Esc back',
        `${keys.keys} keys`,
      ),
    ],
  };
}

const CELL = 8;

/** How many questions stand in a row of the grid. */
export function cellsPerRow({ columns }: Size): number {
  return Math.min(10, Math.floor((textWidth(columns) + 1) / CELL));
}

function cells({ marks, slot }: View, cursor: number, filter: Filter, glyphs: Glyphs, size: Size): Line[] {
  const perRow = cellsPerRow(size);
  const shown = marks.flatMap((mark, index) => (matches(mark, filter) ? [{ mark, number: index + 1 }] : []));
  if (shown.length === 0) return [line(NONE[filter])];
  const rows: Line[] = [];
  for (let at = 0; at < shown.length; at += perRow) {
    const inRow = shown.slice(at, at + perRow);
    const parts = inRow.map(({ mark, number }, place) => {
      const focused = number === cursor;
      const text = `${focused ? glyphs.focus : number === slot ? '-' : ' '}${String(number).padStart(3)} ${sign(mark, glyphs)}${mark.flagged ? glyphs.flag : ' '}`;
      return span(place < inRow.length - 1 ? text.padEnd(CELL) : text, focused ? 'focus' : 'plain');
    });
    const isHere = inRow.some(({ number }) => number === cursor);
    rows.push({ ...line(...parts), focused: isHere });
  }
  return rows;
}

/** "answered, flagged, 2 options crossed out, changed once". */
function markInWords(mark: Mark): string {
  return [mark.status === 'blank' ? 'unanswered' : mark.status, ...handlingInWords(mark)].join(', ');
}

export function matches({ status, flagged }: Mark, filter: Filter): boolean {
  if (filter === 'flagged') return flagged;
  if (filter === 'incomplete') return status === 'incomplete';
  if (filter === 'unanswered') return status === 'blank';
  return filter === 'all' || status === 'blank' || status === 'incomplete';
}

function sign({ status }: Mark, glyphs: Glyphs): string {
  if (status === 'answered') return glyphs.answered;
  if (status === 'withdrawn') return glyphs.dash;
  return status === 'incomplete' ? glyphs.incomplete : glyphs.blank;
}
