// When a learner practised, and how the mocks went: small pictures made of characters, each with its numbers in words.
import type { Glyphs } from '../core/text/glyphs.ts';
import { type Block, count, labelled, line, span } from '../core/text/text.ts';
import type { Typed } from './topics.ts';

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** From how many answers a day on each shade stands for. */
export const SHADES = [0, 1, 10, 25, 50];

/** A map of the last weeks, a row a weekday, a column a week. `days` counts since 1970 UTC. */
export function activityLines(
  days: readonly (readonly [day: number, answers: number])[],
  today: number,
  weeks: number,
  glyphs: Glyphs,
): Block[] {
  if (glyphs.heat.length === 0) return [activityInWords(days, today - 7 * weeks, weeks)];
  const answersOn = new Map(days);
  const monday = today - weekdayOf(today);
  const rows = WEEKDAYS.map((name, weekday) => {
    const cells = Array.from({ length: weeks }, (_, week) => monday + weekday - 7 * (weeks - 1 - week));
    return labelled(
      [span(`${name}  `, 'quiet')],
      cells.map((day) => (day > today ? ' ' : shade(answersOn.get(day) ?? 0, glyphs))).join(' '),
    );
  });
  return [...rows, line(span(`${legend(glyphs).join('  ')}  answers a day`, 'quiet'))];
}

const STRIP_WEEKS = 4;

/** The last four weeks in one row, Monday to Sunday each, for a window that is too short for the map. */
export function activityStrip(
  days: readonly (readonly [day: number, answers: number])[],
  today: number,
  glyphs: Glyphs,
): Block[] {
  const answersOn = new Map(days);
  const monday = today - weekdayOf(today);
  const weeks = Array.from({ length: STRIP_WEEKS }, (_, week) => monday - 7 * (STRIP_WEEKS - 1 - week));
  const shadeOn = (day: number) => (day > today ? ' ' : shade(answersOn.get(day) ?? 0, glyphs));
  const cells = weeks.map((first) => WEEKDAYS.map((_, weekday) => shadeOn(first + weekday)).join(''));
  return [labelled([span('Weeks   ', 'quiet')], `${cells.join(' ').trimEnd()}  the last four`)];
}

function legend(glyphs: Glyphs): string[] {
  return SHADES.map((from, index) => {
    const to = (SHADES[index + 1] ?? 0) - 1;
    return `${glyphs.heat[index]} ${from === to ? from : to < 0 ? `${from}+` : `${from}${glyphs.dash}${to}`}`;
  });
}

/** The map for those who listen. */
function activityInWords(
  days: readonly (readonly [day: number, answers: number])[],
  since: number,
  weeks: number,
): Block {
  const recent = days.filter(([day]) => day > since);
  const answers = recent.reduce((sum, [, each]) => sum + each, 0);
  return line(`${count(answers, 'answer')} on ${count(recent.length, 'day')} of the last ${count(weeks, 'week')}.`);
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function shade(answers: number, glyphs: Glyphs): string {
  const level = SHADES.findLastIndex((from) => answers >= from);
  return glyphs.heat[level] ?? '';
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

export function dueLine({ now, tomorrow, week }: { now: number; tomorrow: number; week: number }, typed: Typed): Block {
  return labelled(
    [span('Due     ', 'quiet')],
    `now ${now} · by tomorrow ${tomorrow} · in 7 days ${week}, for ${typed('drill', '--due')}`,
  );
}
