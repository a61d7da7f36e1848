export const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** Practice after midnight belongs to the evening before. */
const ROLL_OVER_MS = 4 * HOUR_MS;

/** The learner's day in which something happened, counted since 1970. `offset`: minutes east of UTC where the learner was. */
export function dayOf(at: number, offset = 0): number {
  return calendarDayOf(at - ROLL_OVER_MS, offset);
}

/** The day of the calendar, from midnight to midnight, counted likewise: appointments have such days, an exam among them. */
export function calendarDayOf(at: number, offset = 0): number {
  return Math.floor((at + offset * MINUTE_MS) / DAY_MS);
}

/** The name of such a day, "2026-11-25". */
export function nameOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
