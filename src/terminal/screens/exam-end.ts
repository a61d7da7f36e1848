// The pages on which an exam is handed in, left or given up, and the one that ends it when the time is up.
import { countsOf, unfinishedInWords } from '../../core/sitting/counts.ts';
import type { View } from '../../core/sitting/view.ts';
import { blank, line } from '../../core/text/styled.ts';
import { clockTime } from '../../core/text/wording.ts';
import { footerKeys, heading, type Screen, type Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { wayOn } from './way-on.ts';

/** Asked before an exam is handed in; the default keeps working. */
export function submitScreen(view: View, { glyphs }: Look, size: Size): Screen {
  const clock = view.remainingMs === undefined ? '' : `, ${clockTime(view.remainingMs)} left`;
  return {
    header: heading('Submit now?', size, glyphs),
    body: [blank, line(`${unfinishedInWords(view)}${clock}.`), line('You cannot change answers afterwards.')],
    footer: [footerKeys('y submit  n keep working (also Enter, Esc)')],
  };
}

/** Asked before leaving an exam in the middle; `goOn`: the command that takes it up again. */
export function leaveScreen(view: View, { glyphs }: Look, size: Size, goOn: string): Screen {
  return {
    header: heading('Leave for now?', size, glyphs),
    body: [
      blank,
      line(`Everything is saved: ${unfinishedInWords(view)}. ${clockNote(view)}`.trim()),
      ...wayOn('Go on later with:', goOn, size.columns, 'The command to go on with is told as you leave.'),
    ],
    footer: [footerKeys('y leave  n keep working (also Enter, Esc)  g give up for good')],
  };
}

/** Asked before an exam is given up; the default keeps working. */
export function giveUpScreen(view: View, { glyphs }: Look, size: Size): Screen {
  return {
    header: heading('Give up this exam for good?', size, glyphs),
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
    header: heading('Time is up', size, glyphs),
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
