import { count, duration } from './text.ts';
import type { View } from './view.ts';

const MINUTE_MS = 60_000;

/** What is told when the clock passes half of the time and these minutes before the end. */
const MINUTES = [15, 5, 1];

/** The notice that falls due between two looks at the clock, if one does. It is told as text that stays. */
export function timeNotice(
  before: number | undefined,
  { remainingMs: now, limitMs }: View,
  minutes: readonly number[] = MINUTES,
): string | undefined {
  if (before === undefined || now === undefined || limitMs === undefined) return undefined;
  const passed = (mark: number) => before > mark && now <= mark;
  const late = minutes.findLast((minute) => minute * MINUTE_MS < limitMs && passed(minute * MINUTE_MS));
  if (late !== undefined) return `${count(late, 'minute')} left.`;
  return passed(limitMs / 2) ? 'Half of the time is over.' : undefined;
}

/** What is told after time in which nobody was there: how long, and what the clock did. Drills have no clock to tell of. */
export function awayNotice(before: View['pauses'], { mode, pauses, clock, remainingMs }: View): string | undefined {
  if (mode === 'drill' || pauses.count === before.count) return undefined;
  const time = remainingMs === undefined ? '' : clock === 'wall' ? ' The clock ran on.' : ' The clock stood still.';
  return `You were away for ${duration(pauses.lost - before.lost)}.${time}`;
}

/** A rest of time in words, for ears: "31 minutes", "50 seconds". */
export function restInWords(ms: number): string {
  return ms >= MINUTE_MS ? count(Math.ceil(ms / MINUTE_MS), 'minute') : count(Math.ceil(ms / 1000), 'second');
}
