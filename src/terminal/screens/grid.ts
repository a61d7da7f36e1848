// The review of an exam before it is handed in: every question's state, and the way to each.
import { handlingInWords } from '../../core/sitting/conduct.ts';
import { countsOf, unfinishedInWords } from '../../core/sitting/counts.ts';
import type { Mark, View } from '../../core/sitting/view.ts';
import type { Glyphs } from '../../core/text/glyphs.ts';
import { blank, type Line, line, sides, span } from '../../core/text/styled.ts';
import { clockTime, keptTogether } from '../../core/text/wording.ts';
import { footerKeys, rule, type Screen, type Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { textWidth } from '../painting/paint.ts';
import { wayOn } from './way-on.ts';

export type Filter = 'all' | 'open' | 'unanswered' | 'incomplete' | 'flagged';

export interface GridState {
  readonly cursor: number;
  readonly filter: Filter;
  /** Digits typed so far, to jump to a question. */
  readonly typed: string;
}

/** The review grid. `clockHidden`: the candidate does not want to see the time. */
export function gridScreen(
  view: View,
  { cursor, filter, typed }: GridState,
  { glyphs, keys }: Look,
  size: Size,
  { message, notice, clockHidden = false }: { message?: string; notice?: string; clockHidden?: boolean } = {},
): Screen {
  const { answered, incomplete, blank: unanswered, flagged } = countsOf(view);
  const time = view.remainingMs === undefined ? 'no time limit' : `${clockTime(view.remainingMs)} left`;
  const clock = clockHidden ? `clock hidden (${keys.clock})` : time;
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
    header: [sides([span(title, 'strong')], [span(clock, 'strong')]), rule(size.columns, glyphs.rule)],
    body: [...cells(view, cursor, filter, glyphs, size), blank],
    fixed: [
      ...(here && matches(here, filter) ? [line(span(`Question ${cursor}: `, 'strong'), markInWords(here))] : []),
      line(legend),
      line('A blank counts as wrong; a guess costs nothing.'),
    ],
    footer: [
      ...(notice ? [line(span(`! ${notice}`, 'caution'))] : []),
      ...(message ? [line(span(message, 'caution'))] : []),
      ...(typed ? [line(span(`Go to question ${typed}_`, 'strong'))] : []),
      footerKeys(
        [
          `1-${view.marks.length} Enter go`,
          `${keys.unanswered} next open`,
          `${keys.flag} flagged`,
          `${keys.view} view`,
          `${keys.submit} submit`,
          'Esc back',
          `${keys.keys} keys`,
        ].join('  '),
      ),
    ],
  };
}

const NONE: Readonly<Record<Filter, string>> = {
  all: 'There are no questions.',
  open: 'Every question has an answer.',
  unanswered: 'No question is unanswered.',
  incomplete: 'No answer is incomplete.',
  flagged: 'No question is flagged.',
};

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

/** Asked before an exam is handed in; the default keeps working. */
export function submitScreen(view: View, glyphs: Glyphs, size: Size): Screen {
  const clock = view.remainingMs === undefined ? '' : `, ${clockTime(view.remainingMs)} left`;
  return {
    header: [line(span('Submit now?', 'strong')), rule(size.columns, glyphs.rule)],
    body: [blank, line(`${unfinishedInWords(view)}${clock}.`), line('You cannot change answers afterwards.')],
    footer: [footerKeys('y submit  n keep working (also Enter, Esc)')],
  };
}

/** Asked before leaving an exam in the middle; `goOn`: the command that takes it up again. */
export function leaveScreen(view: View, glyphs: Glyphs, size: Size, goOn: string): Screen {
  return {
    header: [line(span('Leave for now?', 'strong')), rule(size.columns, glyphs.rule)],
    body: [
      blank,
      line(`Everything is saved: ${unfinishedInWords(view)}. ${clockNote(view)}`.trim()),
      ...wayOn('Go on later with:', goOn, size.columns, 'The command to go on with is told as you leave.'),
    ],
    footer: [footerKeys('y leave  n keep working (also Enter, Esc)  g give up for good')],
  };
}

/** Asked before an exam is given up; the default keeps working. */
export function giveUpScreen(view: View, glyphs: Glyphs, size: Size): Screen {
  return {
    header: [line(span('Give up this exam for good?', 'strong')), rule(size.columns, glyphs.rule)],
    body: [blank, line(`${unfinishedInWords(view)}.`), ...GIVING_UP.map((text) => line(text))],
    footer: [footerKeys('y give up  n keep working (also Enter, Esc)')],
  };
}

/** What it means to give an exam up, sentence by sentence. */
export const GIVING_UP = [
  'You cannot go on with it afterwards, and it counts as no mock exam.',
  'What you answered is graded now and counts as practice.',
] as const;

function clockNote({ remainingMs, clock }: View): string {
  if (remainingMs === undefined) return '';
  return clock === 'wall'
    ? 'The clock runs on while you are away (--strict).'
    : `The clock stops at ${clockTime(remainingMs)}.`;
}

/** The time is over: what stood is saved and handed in. Takes the view from before the grading; `reported`: whose report was being typed. */
export function timeUpScreen(view: View, reported: number | undefined, { glyphs, keys }: Look, size: Size): Screen {
  const { answered, incomplete, blank: unanswered } = countsOf(view);
  return {
    header: [line(span('Time is up', 'strong')), rule(size.columns, glyphs.rule)],
    body: [
      blank,
      line(`Time is up (${clockTime(view.limitMs ?? 0)}). Your answers as they stood are saved and submitted:`),
      line(`${answered} answered, ${incomplete} incomplete, ${unanswered} blank.`),
      ...(reported === undefined ? [] : [line(keptReport(reported, keys.report))]),
    ],
    footer: [footerKeys('Enter result')],
  };
}

function keptReport(slot: number, key: string): string {
  return `Your report of question ${slot} is kept as far as you had typed it; when it is asked again, ${key} goes on with it.`;
}
