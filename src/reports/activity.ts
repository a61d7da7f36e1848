// When a learner practised, and how the mocks went: small pictures made of characters, each with its numbers in words.
import type { Glyphs } from '../core/text/glyphs.ts';
import { type Block, labelled, line, span } from '../core/text/styled.ts';
import { count } from '../core/text/wording.ts';
import type { DueFigures } from '../learning/choosing/due.ts';
import type { Typed } from './typed.ts';

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** From how many answers a day on each shade stands for. */
export const SHADES = [0, 1, 10, 25, 50];

/** The learner's days, counted since 1970 UTC, with their answers. */
type Days = readonly (readonly [day: number, answers: number])[];

/** A map of the last weeks, a row a weekday, a column a week. */
export function activityLines(days: Days, today: number, weeks: number, glyphs: Glyphs): Block[] {
  if (glyphs.heat.length === 0) return [activityInWords(days, today - 7 * weeks, weeks)];
  const shadeOn = shades(days, today, glyphs);
  const mondays = lastMondays(today, weeks);
  const rows = WEEKDAYS.map((name, weekday) =>
    labelled([span(`${name}  `, 'quiet')], mondays.map((monday) => shadeOn(monday + weekday)).join(' ')),
  );
  return [...rows, line(span(`${legend(glyphs).join('  ')}  answers a day`, 'quiet'))];
}

const STRIP_WEEKS = 4;

/** The last four weeks in one row, Monday to Sunday each, and what its signs mean: for a window that is too short for the map. */
export function activityStrip(days: Days, today: number, glyphs: Glyphs): Block[] {
  const shadeOn = shades(days, today, glyphs);
  const weeks = lastMondays(today, STRIP_WEEKS).map((monday) =>
    WEEKDAYS.map((_, weekday) => shadeOn(monday + weekday)).join(''),
  );
  const signs = SHADES.map((from, index) => `${glyphs.heat[index]} ${from}${from > 0 ? '+' : ''}`).join('  ');
  return [
    labelled([span('Weeks   ', 'quiet')], `${weeks.join(' ').trimEnd()}  the last four, by day`),
    labelled([span('Answers ', 'quiet')], span(signs, 'quiet')),
  ];
}

/** The first days of the last weeks, that of today included. */
export function lastMondays(today: number, weeks: number): number[] {
  const weekday = (((today + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
  return Array.from({ length: weeks }, (_, week) => today - weekday - 7 * (weeks - 1 - week));
}

/** The sign of each day; a blank for those that are still to come. */
function shades(days: Days, today: number, glyphs: Glyphs): (day: number) => string {
  const answersOn = new Map(days);
  return (day) => (day > today ? ' ' : (glyphs.heat[shadeOf(answersOn.get(day) ?? 0)] ?? ''));
}

/** The shade that so many answers have. */
export function shadeOf(answers: number): number {
  return SHADES.findLastIndex((from) => answers >= from);
}

function legend({ heat, dash }: Glyphs): string[] {
  return SHADES.map((_, shade) => `${heat[shade]} ${shadeInWords(shade, dash)}`);
}

/** How many answers a shade stands for: "1-9", "50+". */
export function shadeInWords(shade: number, dash: string): string {
  const [from = 0, next] = SHADES.slice(shade);
  if (next === undefined) return `${from}+`;
  return next === from + 1 ? `${from}` : `${from}${dash}${next - 1}`;
}

/** The map for those who listen. */
function activityInWords(days: Days, since: number, weeks: number): Block {
  const recent = days.filter(([day]) => day > since);
  const answers = recent.reduce((sum, [, each]) => sum + each, 0);
  return line(`${count(answers, 'answer')} on ${count(recent.length, 'day')} of the last ${count(weeks, 'week')}.`);
}

const LAST_MOCKS = 12;

/** The mocks one after the other: a line of blocks, and the first and last in numbers. */
export function trendLine(percents: readonly number[], glyphs: Glyphs): Block[] {
  const last = percents.slice(-LAST_MOCKS);
  const [first, latest] = [last[0], last.at(-1)];
  if (first === undefined || latest === undefined) return [];
  const steps = glyphs.spark.length - 1;
  const blocks = last.map((percent) => glyphs.spark[Math.round((percent / 100) * steps)] ?? '').join('');
  const change = last.length === 1 ? `${latest} %` : `${first} % to ${latest} %`;
  const mocks = count(percents.length, 'mock');
  const told = last.length < percents.length ? `the last ${LAST_MOCKS} of ${mocks}` : mocks;
  return [labelled([span('Mocks   ', 'quiet')], `${blocks === '' ? '' : `${blocks}  `}${change}, ${told}`)];
}

/** How many questions are due now, by tomorrow and within seven days, with the command that asks them. */
export function dueLine({ now, tomorrow, week }: DueFigures, typed: Typed): Block {
  const figures = `now ${now} · by tomorrow ${tomorrow} · in 7 days ${week}, for ${typed('drill', '--due')}`;
  return labelled([span('Due     ', 'quiet')], figures);
}
