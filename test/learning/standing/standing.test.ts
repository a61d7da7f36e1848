import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normal } from '../../../bench/simulation/world.ts';
import { catalogueOf } from '../../../src/core/items/catalogue.ts';
import type { ItemFacts, Topic } from '../../../src/core/items/item.ts';
import { random } from '../../../src/core/random.ts';
import { boardFor, record } from '../../../src/learning/learner/board.ts';
import { DAY_MS } from '../../../src/learning/learner/day.ts';
import { newLearner } from '../../../src/learning/learner/learner.ts';
import { knowledge, pathTo, priorOf, shareFrom } from '../../../src/learning/learner/mastery.ts';
import { syllabusOf, weightsOf } from '../../../src/learning/learner/syllabus.ts';
import { estimate, READINESS_EVIDENCE, readiness } from '../../../src/learning/standing/readiness.ts';
import { standingsOn, verdictOn } from '../../../src/learning/standing/standing.ts';
import { blueprintOf } from '../../support/arbitraries.ts';
import { attempt, attempts } from '../../support/attempts.ts';
import { advance } from '../../support/learning.ts';

const NOW = 1_700_000_000_000;
const topics = ['s3', 's3/encryption', 's3/lifecycle', 'glue', 'kinesis'];
const homes = ['s3/encryption', 's3/lifecycle', 'glue', 'kinesis'];
const facts: ItemFacts[] = homes.flatMap((topic) =>
  Array.from({ length: 10 }, (_, index) => ({ id: `${topic}-${index}`, rev: 'r', topics: [topic], type: 'single' })),
);
const exam = blueprintOf([
  { title: 'S3', weight: 60, topics: ['s3'] },
  { title: 'Rest', weight: 40, topics: ['glue', 'kinesis'] },
]);
const measure = { pass: 0.72, now: NOW };
const mark = { pass: 0.72, questions: 65 };
const answered = (topic: Topic, count: number, score: number) =>
  Array.from({ length: count }, (_, index) => attempt(`${topic}-${index}`, topic, score, NOW + index));
const boardAfter = (all: Parameters<typeof advance>[1], blueprint = exam) =>
  boardFor(syllabusOf(catalogueOf(facts), weightsOf(blueprint)), advance(newLearner(), all));

describe('standings', () => {
  const log = [...answered('s3/encryption', 8, 0), ...answered('glue', 10, 1), ...answered('kinesis', 2, 1)];
  const standings = standingsOn(boardAfter(log), topics, measure);
  const of = (topic: Topic) => standings.find((one) => one.topic === topic);

  test('weakest first, those without an answer last', () => {
    const asked = standings.filter(({ answers }) => answers > 0).map(({ mean }) => mean);
    expect(asked).toEqual(asked.toSorted((a, b) => a - b));
    expect(standings.slice(0, 2).map(({ topic }) => topic)).toContain('s3/encryption');
    expect(standings.at(-1)?.topic).toBe('s3/lifecycle');
  });

  test('a verdict needs answers in the topic itself', () => {
    expect(of('s3/encryption')?.verdict).toMatch(/weak/);
    const good = boardAfter(['glue', 'kinesis'].flatMap((topic) => answered(topic, 10, 1)));
    expect(standingsOn(good, ['glue'], measure)[0]?.verdict).toBe('strong');
    expect(of('kinesis')?.verdict).toBe('few');
    expect(of('s3/lifecycle')?.verdict).toBe('few');
  });

  test('nothing is called weak, or strong, on fewer than three first tries in it', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        for (const { verdict, firstTries } of standingsOn(boardAfter(all), topics, measure))
          expect(verdict === 'few').toBe(firstTries < 3);
      }),
    );
  });

  test('a topic of few first tries is called weak or strong only where they say so too', () => {
    const neighbours = answered('s3/encryption', 10, 0);
    const among = (score: number, others: typeof neighbours) =>
      standingsOn(boardAfter([...others, ...answered('s3/lifecycle', 3, score)]), ['s3/lifecycle'], measure)[0];
    expect(among(1, neighbours)).toMatchObject({ verdict: 'unclear' });
    expect(among(1, neighbours)?.weak).toBeGreaterThan(0.5);
    expect(among(0, neighbours)?.verdict).toBe('weak');
  });

  test('a topic with many first tries is judged by what is believed now, not by those of long ago', () => {
    const tries = (from: number, count: number, score: number) =>
      Array.from({ length: count }, (_, n) => attempt(`glue-${from + n}`, 'glue', score, NOW + from + n));
    const [learned] = standingsOn(boardAfter([...tries(0, 12, 0), ...tries(12, 28, 1)]), ['glue'], measure);
    expect(learned?.right).toBeLessThan(0.72 * 40);
    expect(learned?.low).toBeGreaterThan(0.72);
    expect(learned?.verdict).toBe('strong');
  });

  test('due are the questions in it and below that FSRS would ask again, but none that was edited since', () => {
    const inAYear = { ...measure, now: NOW + 365 * 86_400_000 };
    const dueIn = (known: readonly ItemFacts[]) => {
      const board = boardFor(syllabusOf(catalogueOf(known), weightsOf(exam)), advance(newLearner(), log));
      return Object.fromEntries(standingsOn(board, topics, inAYear).map(({ topic, due }) => [topic, due]));
    };
    expect(dueIn(facts)).toEqual({ s3: 8, 's3/encryption': 8, 's3/lifecycle': 0, glue: 10, kinesis: 2 });
    const edited = facts.map((item) => (item.id === 'glue-0' ? { ...item, rev: 'new' } : item));
    expect(dueIn(edited)).toEqual({ s3: 8, 's3/encryption': 8, 's3/lifecycle': 0, glue: 9, kinesis: 2 });
    const board = boardAfter(log);
    expect(standingsOn(board, topics, measure).map(({ due }) => due)).toEqual([0, 0, 0, 0, 0]);
    record(board, { ...attempt('glue-0', 'glue', 1, NOW + 20), rev: 'another' }); // in a wording that the bank does not have
    expect(standingsOn(board, ['glue'], inAYear)[0]?.due).toBe(10);
  });

  test('the verdict alone is the one of the standing', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const board = boardAfter(all);
        for (const { topic, verdict } of standingsOn(board, topics, measure))
          expect(verdictOn(board, topic, measure.pass)).toBe(verdict);
      }),
    );
  });

  test('shares are those of the blueprint; a parent has those of its children', () => {
    expect(of('s3')?.share).toBeCloseTo(0.6);
    expect(of('s3/encryption')?.share).toBeCloseTo(0.3);
    expect(of('glue')?.share).toBeCloseTo(0.2);
  });

  test('a topic that was never asked is guessed from its neighbours, with a wide interval', () => {
    const near = of('s3/lifecycle');
    expect(near?.mean).toBeLessThan(of('glue')?.mean ?? 0);
    expect((near?.high ?? 0) - (near?.low ?? 0)).toBeGreaterThan((of('glue')?.high ?? 0) - (of('glue')?.low ?? 0));
  });

  test('are numbers from 0 to 1 with the mean inside its interval, whatever was answered', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        for (const { mean, low, high, weak } of standingsOn(boardAfter(all), topics, measure)) {
          for (const share of [mean, low, high, weak]) expect(share >= 0 && share <= 1).toBe(true);
          expect(low <= mean && mean <= high).toBe(true);
        }
      }),
    );
  });
});

describe('readiness', () => {
  test('abstains with too few answers, and where most of the exam has no questions', () => {
    const few = answered('glue', READINESS_EVIDENCE - 1, 1);
    expect(readiness(boardAfter(few), mark, 0)).toBeUndefined();
    const partly = blueprintOf([
      { title: 'S3', weight: 20, topics: ['s3'] },
      { title: 'Modelling', weight: 80, topics: [] },
    ]);
    expect(readiness(boardAfter(answered('s3/lifecycle', 10, 1), partly), mark, 0)).toBeUndefined();
  });

  test('a part without questions widens the interval', () => {
    const log = homes.flatMap((topic) => answered(topic, 8, 1));
    const partly = blueprintOf([...exam.parts, { title: 'Modelling', weight: 15, topics: [] }]);
    const [whole, gap] = [readiness(boardAfter(log), mark, 0), readiness(boardAfter(log, partly), mark, 0)];
    const width = (one = { low: 0, high: 0 }) => one.high - one.low;
    expect(width(gap)).toBeGreaterThan(width(whole));
    expect(gap?.covered).toBeCloseTo(100 / 115);
  });

  test('its 80 % interval holds the truth of three learners in four and more, in a world that is as the model says', () => {
    const next = random('readiness');
    const learners = 150;
    const held = Array.from({ length: learners }, () => {
      const truth = new Map<string, number>();
      const levelIn = (topic: Topic) =>
        pathTo(topic).reduce((sum, node) => {
          const { mean, variance } = priorOf(node);
          const own = truth.get(node) ?? mean + Math.sqrt(variance) * normal(next);
          truth.set(node, own);
          return sum + own;
        }, 0);
      const knows = (topic: Topic) => next() < 1 / (1 + Math.exp(-(levelIn(topic) - 1.2 * normal(next))));
      const log = homes.flatMap((topic) =>
        Array.from({ length: 10 }, (_, index) => {
          const score = next() < (knows(topic) ? 0.93 : 0.25) ? 1 : 0;
          return { ...attempt(`${topic}-${index}`, topic, score, NOW + index), mode: 'exam' as const };
        }),
      );
      const { low, high } = estimate(boardAfter(log), mark);
      const share = (topic: Topic) => shareFrom(knowledge({ mean: levelIn(topic), variance: 0 }), 0.25);
      const score =
        0.3 * share('s3/encryption') + 0.3 * share('s3/lifecycle') + 0.2 * (share('glue') + share('kinesis'));
      return low <= score && score <= high;
    }).filter(Boolean).length;
    expect(held / learners).toBeGreaterThan(0.75);
    expect(held / learners).toBeLessThan(0.95);
  });

  test('rises with right answers, falls with the mark and with time without study', () => {
    const [good, poor] = [1, 0].map((score) => boardAfter(homes.flatMap((topic) => answered(topic, 6, score))));
    if (!good || !poor) throw new Error('two boards');
    expect(estimate(good, mark).pass).toBeGreaterThan(estimate(poor, mark).pass);
    expect(estimate(good, { ...mark, pass: 0.8 }).pass).toBeLessThanOrEqual(estimate(good, mark).pass);
    expect(estimate(good, mark, 30).score).toBeLessThan(estimate(good, mark).score);
    expect(readiness(good, mark, 30)).toEqual(estimate(good, mark, 30));
  });

  test('what a pause takes comes back answer by answer, not with the first one', () => {
    const before = homes.flatMap((topic) => answered(topic, 6, 1));
    const back = (count: number) => {
      const after = Array.from({ length: count }, (_, index) => {
        const topic = homes[index % homes.length] ?? '';
        return attempt(`${topic}-later-${index}`, topic, index % 5 > 0 ? 1 : 0, NOW + 21 * DAY_MS + index * 1000);
      });
      return boardAfter([...before, ...after]);
    };
    const paused = estimate(back(0), mark, 21).score;
    expect(estimate(back(1), mark).score).toBeLessThan(paused + 0.02);
    const scores = [1, 10, 20, 30, 40, 50].map(
      (count) => estimate(back(count), mark).score - estimate({ ...back(count), learner: newLearner() }, mark).score,
    );
    expect(scores.slice(1).every((loss, index) => loss > (scores[index] ?? 0))).toBe(true);
    expect(scores.at(-1)).toBe(0);
  });
});
