// What stands above the open question and its explanation: the place in the sitting, how it goes, and the clock.
import { countsOf } from '../../core/sitting/counts.ts';
import type { View } from '../../core/sitting/view.ts';
import { bar } from '../../core/text/bar.ts';
import type { Glyphs } from '../../core/text/glyphs.ts';
import { type Line, line, sides, span } from '../../core/text/styled.ts';
import { clockTime, timeSpent } from '../../core/text/wording.ts';
import { NARROW, rule, type Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { cut, stringWidth, textWidth } from '../painting/paint.ts';

/** The header of a question; a narrow window has no title and no bar in it. `clockHidden`: the candidate does not want to see the time of an exam. */
export function header(view: View, look: Look, size: Size, clockHidden = false): Line[] {
  return view.mode === 'exam' ? examHeader(view, look, size, clockHidden) : drillHeader(view, look, size);
}

function drillHeader(view: View, { glyphs, keys }: Look, { columns }: Size): Line[] {
  const { title, slot, of, activeMs, why, flagged, challenge, graded } = view;
  const { right, missed } = countsOf(view);
  const notes = [
    ...(why ? [why] : []),
    ...(graded?.unflagged ? [`its flag is off now; ${keys.flag} puts it back`] : []),
    ...(challenge ? ['you reported it'] : []),
  ];
  const place = `${slot} of ${of}${flagNote(flagged, glyphs)}`;
  const figures = `${right} right · ${missed} missed · ${timeSpent(activeMs)}`;
  return [
    sides([span(columns < NARROW ? place : titled(title, ` · ${place}`, figures, columns), 'strong')], [span(figures)]),
    rule(columns, glyphs.rule),
    ...(notes.length > 0 ? [line(span(notes.join(' · '), 'quiet'))] : []),
  ];
}

function examHeader(view: View, { glyphs, keys }: Look, { columns }: Size, clockHidden: boolean): Line[] {
  const { title, slot, of, remainingMs, activeMs } = view;
  const { answered, flagged } = countsOf(view);
  const clock = remainingMs === undefined ? timeSpent(activeMs) : `${clockTime(remainingMs)} left`;
  const shown = clockHidden ? `clock hidden (${keys.clock})` : clock;
  const isNarrow = columns < NARROW;
  const note = flagNote(view.flagged, glyphs);
  const place = isNarrow
    ? `Exam ${slot}/${of}${note}`
    : titled(title, ` · question ${slot} of ${of}${note}`, shown, columns);
  const guess = view.isGuess ? ` · ${isNarrow ? '' : 'this one '}a guess` : '';
  const facts = `answered ${answered} · flagged ${flagged}${guess}`;
  return [
    sides([span(place, 'strong')], [span(shown, 'strong')]),
    isNarrow ? line(facts) : sides([facts], [span(bar(answered / of, 30, glyphs), 'quiet')]),
    rule(columns, glyphs.rule),
  ];
}

/** A long title is cut, so that no question loses rows to it: whole it stands where a sitting begins and ends. */
function titled(title: string, place: string, beside: string, columns: number): string {
  const room = textWidth(columns) - stringWidth(place) - BETWEEN - stringWidth(beside);
  return cut(title, Math.max(LEAST_TITLE, room)) + place;
}

/** Columns between the sides of the first row, and those that a title has at least. */
const BETWEEN = 2;
const LEAST_TITLE = 8;

function flagNote(isFlagged: boolean, glyphs: Glyphs): string {
  return isFlagged ? ` ${glyphs.flag} flagged` : '';
}
