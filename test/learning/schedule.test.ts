import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardFor } from '../../src/learning/board.ts';
import { DAY_MS } from '../../src/learning/day.ts';
import { advance, newLearner } from '../../src/learning/learner.ts';

import { examInWords, type Schedule, scheduleInWords, scheduleOf, todayInWords } from '../../src/learning/schedule.ts';
import { syllabusOf, weightsOf } from '../../src/learning/syllabus.ts';
import { attempt, attempts } from '../support/records.ts';

const NOW = Date.UTC(2026, 10, 20, 18);
const facts = Array.from({ length: 40 }, (_, index) => {
  return { id: `q${index}`, rev: 'r', topics: ['glue'] as [string], type: 'single' as const };
});
const missed = (count: number) =>
  Array.from({ length: count }, (_, index) => attempt(`q${index}`, 'glue', 0, NOW - index));
const boardAfter = (all: Parameters<typeof advance>[1]) =>
  boardFor(syllabusOf(facts, weightsOf(undefined)), advance(newLearner(), all));
const planned = (answers: number, examAt?: number, minutes?: number): Schedule =>
  scheduleOf(boardAfter(missed(answers)), { now: NOW, seed: '', ...(examAt !== undefined && { examAt }) }, minutes);

describe('the plan', () => {
  test('shares what is left among the days', () => {
    expect(planned(4, NOW + 10 * DAY_MS)).toMatchObject({ days: 10, unseen: 36, open: 4, aDay: 4, quota: 4, today: 4 });
  });

  test('has no quota without an exam day and minutes, and says how to get one', () => {
    const schedule = planned(4);
    expect(schedule.quota).toBeUndefined();
    expect(scheduleInWords(schedule)).toBe(
      '4 missed or unsure and 36 new questions left. With an exam day there is a plan: quiz config set exam-date YYYY-MM-DD.',
    );
  });

  test('in words, where the days are enough', () => {
    expect(scheduleInWords(planned(1, NOW + 10 * DAY_MS))).toBe(
      "1 missed or unsure and 39 new questions left. Exam in 10 days: 4 a day, about 4 minutes, covers all. 1 of today's 4 questions answered.",
    );
  });

  test('in words, where the minutes are too few, without a word of reproach', () => {
    expect(scheduleInWords(planned(0, NOW + 4 * DAY_MS, 5))).toBe(
      "40 new questions left. Exam in 4 days: 5 minutes a day are about 5 questions, 20 until then; what counts most comes first. 0 of today's 5 questions answered.",
    );
  });

  test('in words, with minutes and no exam day', () => {
    expect(scheduleInWords(planned(0, undefined, 20))).toBe(
      "40 new questions left. 20 minutes a day are about 20 questions, so all are through in 2 days. 0 of today's 20 questions answered.",
    );
  });

  test('says so when the exam day is over, and when everything was asked', () => {
    expect(scheduleInWords(planned(0, NOW - DAY_MS))).toContain('The exam day you set is over');
    const all = facts.map(({ id }, index) => attempt(id, 'glue', 1, NOW - index));
    expect(scheduleInWords(scheduleOf(boardAfter(all), { now: NOW, seed: '' }))).toBe(
      'Every question was asked, and none waits for another look.',
    );
  });

  test('the exam day lasts until the next day of the learner begins, and has no quota', () => {
    const noon = NOW - 6 * 3_600_000;
    const at = (hours: number) =>
      scheduleOf(boardAfter([]), { now: noon + hours * 3_600_000, seed: '', examAt: noon }, 20);
    expect(scheduleInWords(at(0))).toBe('40 new questions left. Exam today; what counts most comes first.');
    expect([at(-1), at(15.9)].map(({ date, quota }) => [date, quota])).toEqual([
      ['known', undefined],
      ['known', undefined],
    ]);
    expect([at(16.1), at(240)].map(({ date, quota }) => [date, quota])).toEqual([
      ['past', undefined],
      ['past', undefined],
    ]);
  });

  test('takes what was only crammed for new, and tells of it apart', () => {
    const crammed = missed(6).map((one, index) => (index < 4 ? { ...one, cram: true as const } : one));
    const schedule = scheduleOf(boardAfter(crammed), { now: NOW, seed: '', examAt: NOW + 10 * DAY_MS });
    expect(schedule).toMatchObject({ unseen: 34, crammed: 4, open: 2, aDay: 4 });
    expect(scheduleInWords(schedule)).toContain('2 missed or unsure, 4 only crammed and 34 new questions left.');
  });

  test('praises a day that is done, and allows more', () => {
    expect(todayInWords(planned(5, NOW + 10 * DAY_MS))).toBe("Today's 4 questions answered; more is welcome.");
  });

  test('counts days as a calendar does: the exam is at noon of its day', () => {
    const at = (hours: number) => examInWords(planned(0, NOW + hours * 3_600_000));
    expect([at(1), at(11), at(18), at(42), at(66)]).toEqual([
      'Exam today',
      'Exam today',
      'Exam in 1 day',
      'Exam in 2 days',
      'Exam in 3 days',
    ]);
    expect(examInWords(planned(0))).toBeUndefined();
  });

  test('a quota for the days left covers what is left, or is what fits into the minutes', () => {
    fc.assert(
      fc.property(attempts, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 90 }), (all, days, minutes) => {
        const aim = { now: NOW, seed: '', examAt: NOW + days * DAY_MS };
        const { unseen, crammed, open, quota = 0, wanted } = scheduleOf(boardAfter(all), aim, minutes);
        if (quota < (wanted?.questions ?? 0)) expect(quota * days).toBeGreaterThanOrEqual(unseen + crammed + open);
        expect(quota).toBeLessThanOrEqual(wanted?.questions ?? 0);
      }),
    );
  });
});
