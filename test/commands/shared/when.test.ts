// Dates as they are told: with the year where it is not this one.
import { expect, test } from 'vitest';
import { dateAndTime, dayAndTime } from '../../../src/commands/shared/when.ts';

const at = (year: number, month: number, day: number) => new Date(year, month - 1, day, 9, 5).getTime();

test('a day of this year is told without the year, one of another year with it', () => {
  const now = at(2026, 1, 2);
  expect(dayAndTime(at(2026, 11, 25), now)).toBe('25 Nov 09:05');
  expect(dayAndTime(at(2025, 12, 31), now)).toBe('31 Dec 2025 09:05');
  expect(dayAndTime(at(2027, 1, 1), now)).toBe('1 Jan 2027 09:05');
});

test('a page is kept, so that its dates have the year always', () => {
  expect(dateAndTime(new Date(at(2026, 11, 25)).toISOString())).toBe('25 Nov 2026, 09:05');
});
