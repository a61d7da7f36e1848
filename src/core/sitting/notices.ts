import { count, duration } from '../text/wording.ts';
import { countsOf } from './counts.ts';
import type { View } from './view.ts';

const MINUTE_MS = 60_000;

/** What is told when the clock passes half of the time and these minutes before the end. */
const MINUTES = [15, 5, 1];

/** Remembers the last look at the clock; what has to be told at the next one, if anything. */
export function noticer(minutes: readonly number[] = MINUTES): (view: View) => string | undefined {
  let before: View | undefined;
  return (view) => {
    const notice =
      timeNotice(before?.remainingMs, view, minutes) ??
      (before === undefined ? resumeNotice(view) : awayNotice(before.pauses.count, view));
    before = view;
    return notice;
  };
}

/** The notice that falls due between two looks at the clock, if one does. It is told as text that stays. */
function timeNotice(
  before: number | undefined,
  { remainingMs: now, limitMs }: View,
  minutes: readonly number[],
): string | undefined {
  if (before === undefined || now === undefined || limitMs === undefined) return undefined;
  const passed = (mark: number) => before > mark && now <= mark;
  const late = minutes.findLast((minute) => minute * MINUTE_MS < limitMs && passed(minute * MINUTE_MS));
  if (late !== undefined) return `${count(late, 'minute')} left.`;
  return passed(limitMs / 2) ? 'Half of the time is over.' : undefined;
}

/** What is told after time in which nobody was there: how long, and what the clock did. Drills have no clock to tell of. */
function awayNotice(before: number, { mode, pauses, clock, remainingMs }: View): string | undefined {
  if (mode === 'drill' || pauses.count === before) return undefined;
  const time = remainingMs === undefined ? '' : clock === 'wall' ? ' The clock ran on.' : ' The clock stood still.';
  return pauses.last > 0 ? `You were away for ${duration(pauses.last)}.${time}` : clockBehind(clock);
}

/** Told where the clock of the computer was set back, or is behind that of the machine before: how long nobody was there cannot be known. */
export function clockBehind(clock: View['clock']): string {
  const effect = clock === 'wall' ? ' The deadline may come later than it should.' : '';
  return `The clock of this computer is behind the last thing you did here, so how long you were away is not known.${effect}`;
}

/** Told once, when an exam is taken up again. */
function resumeNotice(view: View): string | undefined {
  return [awayNotice(0, view), withdrawnNotice(view)].filter(Boolean).join(' ') || undefined;
}

/** What is told of questions that left the bank, or were changed in it, since the exam began. */
function withdrawnNotice(view: View): string | undefined {
  const { withdrawn } = countsOf(view);
  if (withdrawn === 0) return undefined;
  if (withdrawn === 1) return '1 question was changed or removed since and does not count.';
  return `${withdrawn} questions were changed or removed since and do not count.`;
}

/** A rest of time in words, for ears: "31 minutes", "50 seconds". Of a minute and a bit it is a minute. */
export function restInWords(ms: number): string {
  return ms >= MINUTE_MS ? count(Math.round(ms / MINUTE_MS), 'minute') : count(Math.ceil(ms / 1000), 'second');
}
