import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyInNumbers } from '../../../bench/why.ts';
import { catalogueOf } from '../../../src/core/items/catalogue.ts';
import { nextOn } from '../../../src/learning/choosing/next.ts';
import { horizon } from '../../../src/learning/choosing/search.ts';
import { type DrillWish, reasonFor, whyInWords } from '../../../src/learning/choosing/why.ts';
import type { Attempt } from '../../../src/learning/learner/attempts.ts';
import { boardFor, levelAt } from '../../../src/learning/learner/board.ts';
import { DAY_MS } from '../../../src/learning/learner/day.ts';
import { newLearner } from '../../../src/learning/learner/learner.ts';
import { noteHints } from '../../../src/learning/learner/left.ts';
import { expectedShare } from '../../../src/learning/learner/mastery.ts';
import { recallAt } from '../../../src/learning/learner/memory.ts';
import { syllabusOf, weightsOf } from '../../../src/learning/learner/syllabus.ts';
import { attempt, blankAt } from '../../support/attempts.ts';
import { advance } from '../../support/learning.ts';

const NOW = 1_700_000_000_000;
const topics = ['s3/encryption', 'glue'];
const bank = Array.from({ length: 12 }, (_, index) => ({
  ...{ id: `q${index}`, rev: 'r', type: 'single' as const, chance: 0.25 },
  topics: [topics[index % 2] ?? ''] as [string],
}));
const syllabus = syllabusOf(catalogueOf(bank), weightsOf(undefined));
const titles = new Map([
  ['s3/encryption', 'Encryption modes'],
  ['glue', 'AWS Glue'],
]);
const logs = fc
  .array(fc.record({ index: fc.nat(11), score: fc.constantFrom(0, 1), hours: fc.integer({ min: 1, max: 300 }) }), {
    maxLength: 30,
  })
  .map((list) =>
    list
      .map(({ index, score, hours }) => attempt(`q${index}`, topics[index % 2] ?? '', score, NOW - hours * 3_600_000))
      .sort((a, b) => a.at - b.at),
  );

function asked(log: readonly Attempt[], pool?: Uint8Array) {
  const learner = advance(newLearner(), log);
  const board = boardFor(syllabus, learner);
  const aim = { now: NOW, seed: '1', ...(pool && { pool }) };
  const turn = nextOn(board, aim);
  if (!turn) throw new Error('nothing to ask');
  return { learner, board, aim, turn, reason: reasonFor(board, aim, turn, 0.72) };
}

const only = (id: string) => Uint8Array.from(bank, (item) => (item.id === id ? 1 : 0));
const words = (log: readonly Attempt[], id: string, wish?: DrillWish) =>
  whyInWords(asked(log, only(id)).reason, titles, wish);

test('a question of several topics is asked for the sake of the one that was named, else of the one that is known least', () => {
  const both = syllabusOf(
    catalogueOf([{ id: 'q', rev: 'r', topics: ['glue', 's3/encryption'] }]),
    weightsOf(undefined),
  );
  const board = boardFor(both, advance(newLearner(), [attempt('other', 's3/encryption', 1, NOW - DAY_MS)]));
  const why = (named?: string) => {
    const aim = { now: NOW, seed: '1', ...(named && { topics: [named] }) };
    return reasonFor(board, aim, { index: 0, rule: 'new' }, 0.72).topic;
  };
  expect([why(), why('s3'), why('glue'), why('kinesis')]).toEqual(['glue', 's3/encryption', 'glue', 'glue']);
});

describe('in words', () => {
  const wrong = (id: string, days: number) => attempt(id, 's3/encryption', 0, NOW - days * DAY_MS);
  const right = (id: string, days: number) => attempt(id, 's3/encryption', 1, NOW - days * DAY_MS);

  test.each([
    ['a new question of a new topic', [], 'q1', 'new: AWS Glue, not asked yet'],
    [
      'a new question of a good topic',
      [right('q0', 1), right('q2', 1), right('q4', 1), right('q6', 1)],
      'q8',
      'new: Encryption modes, 4 of 4 right so far',
    ],
    [
      'a new question of a weak topic',
      [wrong('q0', 1), wrong('q2', 1), right('q4', 1)],
      'q6',
      'probably weak: Encryption modes, 1 of 3 right',
    ],
    [
      'a new question of a topic with too few answers to be called weak',
      [wrong('q0', 1), wrong('q2', 1)],
      'q6',
      'new: Encryption modes, 0 of 2 right so far',
    ],
    [
      'an error that was thought to be right',
      [{ ...wrong('q0', 3), confidence: 'sure' as const }],
      'q0',
      'missed 3 days ago, though you were sure: Encryption modes, 0 of 1 right',
    ],
    [
      'a question that was only crammed',
      [{ ...right('q0', 1), cram: true as const }],
      'q0',
      'only crammed so far: Encryption modes, 1 of 1 right',
    ],
    [
      'a question left blank in an exam',
      [{ ...wrong('q0', 3), mode: 'exam' as const, response: null }],
      'q0',
      'left blank in an exam 3 days ago: Encryption modes, not answered yet',
    ],
    [
      'a question left blank in an exam and answered since',
      [{ ...wrong('q0', 3), mode: 'exam' as const, response: null }, right('q0', 2), wrong('q0', 1)],
      'q0',
      'missed 1 day ago: Encryption modes, 1 of 2 right',
    ],
    ['a missed question', [wrong('q0', 3)], 'q0', 'missed 3 days ago: Encryption modes, 0 of 1 right'],
    [
      'a guess',
      [{ ...right('q0', 2), confidence: 'guess' as const }],
      'q0',
      'right 2 days ago, but you marked it a guess: Encryption modes, 1 of 1 right',
    ],
    [
      'an edited question',
      [{ ...right('q0', 2), rev: 'old' }],
      'q0',
      'edited since you saw it: Encryption modes, 1 of 1 right',
    ],
    [
      'a question left blank in an exam and edited since',
      [{ ...blankAt('q0', 's3/encryption', NOW - DAY_MS), rev: 'old' }],
      'q0',
      'edited since you saw it: Encryption modes',
    ],
    [
      'an edited question left blank in an exam since',
      [{ ...right('q0', 4), rev: 'old' }, blankAt('q0', 's3/encryption', NOW - 2 * DAY_MS)],
      'q0',
      'left blank in an exam 2 days ago: Encryption modes, 1 of 1 right',
    ],
  ])('%s', (_, log, id, sentence) => {
    expect(words(log, id)).toBe(sentence);
  });

  test('in numbers a question left blank in an exam is not told as one that was never asked', () => {
    const inNumbers = (log: readonly Attempt[]) => {
      const { board, aim, turn } = asked(log, only('q0'));
      return whyInNumbers(board, aim, turn, 0.72, titles);
    };
    expect(inNumbers([])).toMatch(/; not asked before$/);
    expect(inNumbers([blankAt('q0', 's3/encryption', NOW - DAY_MS)])).toMatch(/; left blank in an exam$/);
  });

  test('a question that was left with a hint, answered before or not: the hint is shown again', () => {
    const why = (log: readonly Attempt[], rev = 'r') => {
      const learner = advance(newLearner(), log);
      noteHints(learner, { item: 'q0', rev, hints: [{ wrong: 'b' }], at: NOW });
      const board = boardFor(syllabus, learner);
      return whyInWords(reasonFor(board, { now: NOW, seed: '1' }, { index: 0, rule: 'new' }, 0.72), titles);
    };
    expect(why([])).toBe('left with a hint: Encryption modes, not answered yet');
    expect(why([wrong('q0', 3)])).toBe('left with a hint: Encryption modes, 0 of 1 right');
    expect(why([wrong('q0', 3)], 'older')).toBe('missed 3 days ago: Encryption modes, 0 of 1 right');
  });

  test.each([
    ['due', [right('q0', 9)], 'q0', 'due for 6 days: Encryption modes, 1 of 1 right'],
    ['flagged', [{ ...right('q0', 2), flagged: true }], 'q0', 'flagged: Encryption modes, 1 of 1 right'],
    ['confused', [wrong('q0', 2)], 'q0', 'on what you mixed up: Encryption modes, 0 of 1 right'],
    ['weak', [wrong('q0', 2)], 'q2', 'likeliest to be weak: Encryption modes, 0 of 1 right'],
    ['weak', [wrong('q0', 2)], 'q0', 'missed 2 days ago: Encryption modes, 0 of 1 right'],
  ] as const)('asked as %s, says so', (wish, log, id, sentence) => {
    expect(words(log, id, wish)).toBe(sentence);
  });
});

test('every number in a why-line can be worked out again from the log', () => {
  fc.assert(
    fc.property(logs, fc.option(fc.nat(11)), (log, one) => {
      const { learner, board, aim, turn, reason } = asked(log, one === null ? undefined : only(`q${one}`));
      const id = bank[turn.index]?.id ?? '';
      const own = log.filter((one) => one.topics[0] === reason.topic);
      const tries = own.filter((one, index) => own.findIndex(({ item }) => item === one.item) === index);
      const right = (some: readonly Attempt[]) => some.filter(({ score }) => score === 1).length;
      const strand = syllabus.strands.findIndex(({ topic }) => topic === reason.topic);
      const { mean, low, high } = expectedShare(levelAt(board, strand), 0.25);
      const percent = (share: number) => Math.round(share * 100);
      const numbers = (text: string) => [...text.matchAll(/\d+/g)].map(Number);
      const item = learner.items[id];
      const days = item && Math.floor((NOW - item.at) / DAY_MS);
      const past =
        item && days !== undefined ? [...(days > 0 ? [days] : []), percent(recallAt(item, horizon(aim)))] : [];

      const named = new Map([...titles.keys()].map((topic) => [topic, 'T']));
      const inNumbers = whyInNumbers(board, aim, turn, 0.72, named);
      expect(numbers(inNumbers.replace('less than a day', ''))).toEqual([
        ...(tries.length > 0 ? [right(tries), tries.length] : []),
        ...[percent(mean), percent(low), percent(high)],
        ...[percent(syllabus.strands[strand]?.share ?? 0)],
        ...past,
      ]);
      const inWords = whyInWords(reason, titles).replace('less than a day', '');
      const told = own.length > 0 ? [right(own), own.length] : [];
      expect(numbers(inWords)).toEqual([...(days ? [days] : []), ...told]);
    }),
  );
});
