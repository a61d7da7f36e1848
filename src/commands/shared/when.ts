import { dayOf } from '../../learning/learner/day.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "25 Nov 14:02", local time; with the year where it is not that of `now`: "25 Nov 2025 14:02". */
export function dayAndTime(at: number, now = Date.now()): string {
  const [day, time] = localDateAndTime(at);
  const year = new Date(at).getFullYear();
  return `${day}${year === new Date(now).getFullYear() ? '' : ` ${year}`} ${time}`;
}

/** "25 Nov 2026, 14:02", local time of a moment in ISO 8601: for pages, which are kept. */
export function dateAndTime(iso: string): string {
  const [day, time] = localDateAndTime(Date.parse(iso));
  return `${day} ${new Date(iso).getFullYear()}, ${time}`;
}

function localDateAndTime(at: number): [day: string, time: string] {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return [`${date.getDate()} ${MONTHS[date.getMonth()]}`, `${two(date.getHours())}:${two(date.getMinutes())}`];
}

/** The learner's day here at that time, counted since 1970. */
export function dayAt(at: number): number {
  return dayOf(at, offsetAt(at));
}

/** Noon here of a day as it is set: "2026-12-15". */
export function noonOf(day: string): number {
  return new Date(`${day}T12:00:00`).getTime();
}

/** Minutes east of UTC here, at that time of the year. */
export function offsetAt(at: number): number {
  return -new Date(at).getTimezoneOffset();
}
