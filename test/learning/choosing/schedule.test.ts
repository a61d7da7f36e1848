import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/core/items/catalogue.ts';
import {
  examInWords,
  type Schedule,
  scheduleInWords as scheduleInPieces,
  scheduleOf,
  todayInWords,
} from '../../../src/learning/choosing/schedule.ts';
import type { Attempt } from '../../../src/learning/learner/attempts.ts';
import { boardFor } from '../../../src/learning/learner/board.ts';
import { DAY_MS } from '../../../src/learning/learner/day.ts';
import { newLearner } from '../../../src/learning/learner/learner.ts';
import { syllabusOf, weightsOf } from '../../../src/learning/learner/syllabus.ts';
import { attempt, attempts, blankAt } from '../../support/attempts.ts';
import { advance } from '../../support/learning.ts';

/** Without the marks by which its commands stay in one piece. */
const scheduleInWords = (schedule: Schedule) => scheduleInPieces(schedule).replaceAll('\u00a0', ' ');

const NOW = Date.UTC(2026, 10, 20, 18);
const facts = Array.from({ length: 40 }, (_, index) => {
  return { id: `q${index}`, rev: 'r', topics: ['glue'] as [string], type: 'single' as const };
});
const missed = (count: number) =>
  Array.from({ length: count }, (_, index) => attempt(`q${index}`, 'glue', 0, NOW - index));
const boardAfter = (all: Parameters<typeof advance>[1]) =>
  boardFor(syllabusOf(catalogueOf(facts), weightsOf(undefined)), advance(newLearner(), all));
const planned = (answers: number, examAt?: number, minutes?: number): Schedule =>
  scheduleOf(boardAfter(missed(answers)), { now: NOW, seed: '', ...(examAt !== undefined && { examAt }) }, minutes);

describe('the plan', () => {
  test('shares among the days what is left, and what will be missed again', () => {
    const settled = 6 / 10; // nobody has answered yet
    const aDay = Math.ceil(40 / settled / 10);
    expect(planned(0, NOW + 10 * DAY_MS)).toMatchObject({
      days: 10,
      unseen: 40,
      answers: 67,
      aDay,
      quota: aDay,
      today: 0,
    });
  });

  test.each([
    ['five hours before the exam', 5, (20 * 5) / 24],
    ['five hours behind it, on its day', -5, 0],
    ['on the day after it, two weeks being assumed again', -24, 20 * 13.25],
  ])('%s there is room for what fits', (_, hours, room) => {
    expect(planned(0, NOW + (hours * DAY_MS) / 24).room).toBe(Math.floor(room));
  });

  test("a day's share stays what it was in the morning, whatever is answered", () => {
    const examAt = NOW + 10 * DAY_MS;
    const yesterday = Array.from({ length: 12 }, (_, index) =>
      attempt(`q${index}`, 'glue', index % 3 > 0 ? 1 : 0, NOW - DAY_MS),
    );
    const { quota } = scheduleOf(boardAfter(yesterday), { now: NOW - 5000, seed: '', examAt });
    for (let answers = 1; answers <= 10; answers++) {
      const today = Array.from({ length: answers }, (_, index) =>
        attempt(`q${12 + index}`, 'glue', index % 4 > 0 ? 1 : 0, NOW - 1000 + index),
      );
      const schedule = scheduleOf(boardAfter([...yesterday, ...today]), { now: NOW, seed: '', examAt });
      expect(schedule).toMatchObject({ quota, today: answers });
    }
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
      "1 missed or unsure and 39 new questions left. Exam in 10 days: about 7 a day, 7 minutes, should cover these. 1 of today's 7 questions answered.",
    );
  });

  test('in words, where the minutes are too few, without a word of reproach', () => {
    expect(scheduleInWords(planned(0, NOW + 4 * DAY_MS, 5))).toBe(
      "40 new questions left. Exam in 4 days: 5 minutes a day are about 5 questions; what counts most comes first. 0 of today's 5 questions answered.",
    );
  });

  test('in words, with minutes and no exam day', () => {
    expect(scheduleInWords(planned(0, undefined, 20))).toBe(
      "40 new questions left. 20 minutes a day are about 20 questions, so these take about 4 days. 0 of today's 20 questions answered.",
    );
  });

  test('in words, where there is more time than these need', () => {
    expect(scheduleInWords(planned(0, NOW + 20 * DAY_MS, 20))).toBe(
      "40 new questions left. Exam in 20 days: about 4 a day, 4 minutes, should cover these; the rest of your time goes to what helps most. 0 of today's 20 questions answered.",
    );
  });

  test('says one number of a day and of its share where fewer questions are left than answers should get them through', () => {
    expect(scheduleInWords(planned(0, NOW + DAY_MS))).toBe(
      "40 new questions left. Exam tomorrow: about 40 today, 40 minutes, should cover these. 0 of today's 40 questions answered.",
    );
  });

  test('asks nobody for more than two hours a day, and says on the last day what can be done on it', () => {
    const many = Array.from({ length: 400 }, (_, index) => ({
      id: `q${index}`,
      rev: 'r',
      topics: ['glue'] as [string],
      type: 'single' as const,
    }));
    const board = boardFor(syllabusOf(catalogueOf(many), weightsOf(undefined)), newLearner());
    expect(scheduleInWords(scheduleOf(board, { now: NOW, seed: '', examAt: NOW + DAY_MS }))).toBe(
      "400 new questions left. Exam tomorrow: 120 minutes today are about 120 questions; what counts most comes first. 0 of today's 120 questions answered.",
    );
  });

  test('says so when the exam day is over, and when everything was asked', () => {
    expect(scheduleInWords(planned(0, NOW - DAY_MS))).toContain('The exam day you set is over');
    const all = facts.map(({ id }, index) => attempt(id, 'glue', 1, NOW - index));
    expect(scheduleInWords(scheduleOf(boardAfter(all), { now: NOW, seed: '' }))).toBe(
      'Every question was asked, and none is missed or unsure.',
    );
  });

  test('the exam day lasts until midnight, and has no quota; then the plan goes on without it', () => {
    const noon = NOW - 6 * 3_600_000;
    const at = (hours: number) =>
      scheduleOf(boardAfter([]), { now: noon + hours * 3_600_000, seed: '', examAt: noon }, 20);
    expect(scheduleInWords(at(0))).toBe('40 new questions left. Exam today; what counts most comes first.');
    expect([at(-1), at(11.9)].map(({ date, quota }) => [date, quota])).toEqual([
      ['known', undefined],
      ['known', undefined],
    ]);
    expect([at(12.1), at(240)].map(({ date, quota }) => [date, quota])).toEqual([
      ['past', 20],
      ['past', 20],
    ]);
    expect(scheduleInWords(at(240))).toBe(
      "40 new questions left. The exam day you set is over; quiz config set exam-date YYYY-MM-DD sets another, quiz config unset exam-date removes it. 20 minutes a day are about 20 questions, so these take about 4 days. 0 of today's 20 questions answered.",
    );
  });

  test('takes what was edited since it was seen for new, and tells of it apart', () => {
    const seen = missed(4).map((one, index) => (index < 2 ? { ...one, rev: 'older' } : one));
    const blank = { ...blankAt('q4', 'glue', NOW - 9), rev: 'older' };
    const crammed = { ...attempt('q5', 'glue', 1, NOW - 8), rev: 'older', cram: true as const };
    const schedule = scheduleOf(boardAfter([blank, crammed, ...seen]), { now: NOW, seed: '' });
    expect(schedule).toMatchObject({ unseen: 34, edited: 4, crammed: 0, open: 2 });
    expect(scheduleInWords(schedule)).toContain('2 missed or unsure, 4 edited and 34 new questions left.');
  });

  test('takes what was only crammed for new, and tells of it apart', () => {
    const crammed = missed(6).map((one, index) => (index < 4 ? { ...one, cram: true as const } : one));
    const schedule = scheduleOf(boardAfter(crammed), { now: NOW, seed: '', examAt: NOW + 10 * DAY_MS });
    expect(schedule).toMatchObject({ unseen: 34, crammed: 4, open: 2 });
    expect(scheduleInWords(schedule)).toContain('2 missed or unsure, 4 only crammed and 34 new questions left.');
  });

  test('takes what an exam left blank for missed, not for new', () => {
    const blank = facts.slice(0, 3).map(({ id }) => blankAt(id, 'glue', NOW));
    const schedule = scheduleOf(boardAfter(blank), { now: NOW, seed: '', examAt: NOW + 10 * DAY_MS });
    expect(schedule).toMatchObject({ unseen: 37, crammed: 0, open: 3 });
    expect(scheduleInWords(schedule)).toContain('3 missed or unsure and 37 new questions left.');
  });

  test("a day's share stays what it was where an exam leaves settled questions blank, and where they are answered", () => {
    const examAt = NOW + 10 * DAY_MS;
    const settled = facts.slice(0, 12).map(({ id }) => attempt(id, 'glue', 1, NOW - DAY_MS));
    const today = [attempt('q20', 'glue', 1, NOW - 5000)];
    const blank = facts.slice(0, 8).map(({ id }) => blankAt(id, 'glue', NOW - 3000));
    const answered = facts.slice(0, 8).map(({ id }) => attempt(id, 'glue', 1, NOW - 1000));
    const quotaAfter = (...logs: Attempt[][]) =>
      scheduleOf(boardAfter(logs.flat()), { now: NOW, seed: '', examAt }).quota;
    const quota = quotaAfter(settled, today);
    expect([quotaAfter(settled, today, blank), quotaAfter(settled, today, blank, answered)]).toEqual([quota, quota]);
  });

  test('praises a day that is done, and allows more', () => {
    expect(todayInWords(planned(7, NOW + 10 * DAY_MS))).toBe("Today's 7 questions answered; more is welcome.");
  });

  test('counts down to the exam by the calendar, also where the clocks change before it', () => {
    const examAt = Date.UTC(2027, 3, 1, 10); // noon in Berlin, where it is summer time by then
    const on = (day: number, hours: number, zone = 60) => {
      const now = Date.UTC(2027, 2, day, hours) - zone * 60_000;
      return examInWords(scheduleOf(boardAfter([]), { now, seed: '', examAt, offset: zone }));
    };
    expect([on(20, 22), on(20, 23.5), on(21, 0.5), on(21, 5)]).toEqual([
      ...Array(2).fill('Exam in 12 days'),
      ...Array(2).fill('Exam in 11 days'),
    ]);
    expect([on(31, 23.5, 120), on(32, 3, 120), on(32, 23.5, 120)]).toEqual([
      'Exam tomorrow',
      'Exam today',
      'Exam today',
    ]);
    expect(on(33, 0.5, 120)).toContain('The exam day you set is over');
    expect(examInWords(planned(0))).toBeUndefined();
  });

  test('after midnight a day is nearer the exam, and its share is still that of the evening', () => {
    const midnight = Date.UTC(2026, 10, 21);
    const around = [-1, 1].map((hours) =>
      scheduleOf(boardAfter([]), { now: midnight + hours * 3_600_000, seed: '', examAt: midnight + 9.5 * DAY_MS }),
    );
    expect(around.map(examInWords)).toEqual(['Exam in 10 days', 'Exam in 9 days']);
    expect(around.map(({ days, quota }) => [days, quota])).toEqual([
      [10, 7],
      [10, 7],
    ]);
  });

  test('a quota is what fits into the minutes, of each question one at most; without them it covers what is left in the days left, or fits into two hours', () => {
    fc.assert(
      fc.property(attempts, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 90 }), (all, days, minutes) => {
        const aim = { now: NOW, seed: '', examAt: NOW + days * DAY_MS };
        const { unseen, edited, crammed, open, quota = 0, wanted } = scheduleOf(boardAfter(all), aim, minutes);
        expect(quota).toBe(Math.min(wanted?.questions ?? 0, facts.length));
        const { quota: share = 0, fitting } = scheduleOf(boardAfter(all), aim);
        if (share < Math.min(fitting.questions, facts.length))
          expect(share * days).toBeGreaterThanOrEqual(unseen + edited + crammed + open);
      }),
    );
  });
});
