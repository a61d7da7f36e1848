import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/core/items/catalogue.ts';
import { type ItemFacts, isWithin } from '../../../src/core/items/item.ts';
import { planDrill, poolFor } from '../../../src/learning/choosing/drill.ts';
import { dueFigures } from '../../../src/learning/choosing/due.ts';
import { scheduleOf } from '../../../src/learning/choosing/schedule.ts';
import type { Attempt } from '../../../src/learning/learner/attempts.ts';
import { boardFor } from '../../../src/learning/learner/board.ts';
import { seenAmong } from '../../../src/learning/learner/history.ts';
import { newLearner } from '../../../src/learning/learner/learner.ts';
import { syllabusOf, weightsOf } from '../../../src/learning/learner/syllabus.ts';
import { banks, blueprintOf, seeds } from '../../support/arbitraries.ts';
import { attempt, attempts, blankAt, pasts } from '../../support/attempts.ts';
import { advance } from '../../support/learning.ts';
import { shippedBank } from '../../support/shipped.ts';

const NOW = 1_700_000_000_000;
const counts = fc.integer({ min: 0, max: 15 });
const facts = (id: string, topic: string): ItemFacts => ({ id, rev: 'r', topics: [topic], type: 'single' });
const plainBanks = banks.map((bank) => bank.map(({ id, topics: [home] }) => facts(id, home)));

function planned(bank: readonly ItemFacts[], all: Parameters<typeof advance>[1], count: number, seed: string) {
  const syllabus = syllabusOf(catalogueOf(bank), weightsOf(blueprintOf([])));
  return planDrill(syllabus, advance(newLearner(), all), { now: NOW, seed, count, pass: 0.72 });
}

const ids = (chosen: readonly { item: string }[]) => chosen.map(({ item }) => item);

describe('a drill', () => {
  test('is the same for the same records, seed, time and bank', () => {
    fc.assert(
      fc.property(banks, attempts, counts, seeds, (bank, all, count, seed) => {
        expect(planned(bank, all, count, seed)).toEqual(planned(bank, all, count, seed));
      }),
    );
  });

  test('of the first days is a mix of types as the bank is, not of those that a guess helps least with', async () => {
    const { bank } = await shippedBank();
    const syllabus = syllabusOf(bank.catalogue, weightsOf(bank.exams[0]));
    const typeOf = new Map(bank.facts.map(({ id, type }) => [id, type]));
    const asked = Array.from({ length: 30 }, (_, seed) =>
      ids(planDrill(syllabus, newLearner(), { now: NOW, seed: String(seed), count: 10, pass: 0.72 })),
    ).flat();
    const share = (of: readonly string[], type: string) =>
      of.filter((id) => typeOf.get(id) === type).length / of.length;
    for (const type of new Set(typeOf.values()))
      expect(Math.abs(share(asked, type) - share([...typeOf.keys()], type)), type).toBeLessThan(0.12);
  });

  test('has no more questions than asked for, none twice, and only those of the bank', () => {
    fc.assert(
      fc.property(banks, attempts, counts, seeds, (bank, all, count, seed) => {
        const chosen = ids(planned(bank, all, count, seed));
        expect(chosen.length).toBeLessThanOrEqual(count);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(bank.map(({ id }) => id)).toEqual(expect.arrayContaining(chosen));
      }),
    );
  });

  test('never has two of a family, nor two enemies', () => {
    fc.assert(
      fc.property(banks, attempts, counts, seeds, (bank, all, count, seed) => {
        const chosen = ids(planned(bank, all, count, seed)).map((id) => bank.find((item) => item.id === id));
        const families = chosen.flatMap((item) => item?.family ?? []);
        expect(new Set(families).size).toBe(families.length);
        for (const item of chosen)
          for (const other of chosen) if (item !== other) expect(item?.enemies ?? []).not.toContain(other?.id);
      }),
    );
  });

  test('has as many questions as there are, where nothing has to stay apart', () => {
    fc.assert(
      fc.property(plainBanks, attempts, counts, seeds, (bank, all, count, seed) => {
        expect(planned(bank, all, count, seed)).toHaveLength(Math.min(count, bank.length));
      }),
    );
  });

  test('in portions fills each in its order, as far as its pool goes, and the rest from all', () => {
    const bank = ['a', 'b', 'c'].flatMap((topic) => [1, 2, 3].map((number) => facts(`${topic}${number}`, topic)));
    const syllabus = syllabusOf(catalogueOf(bank), weightsOf(undefined));
    const poolOf = (topic: string) => Uint8Array.from(bank, ({ topics: [home] }) => (home === topic ? 1 : 0));
    const portions = ['c', 'a'].map((topic, place) => ({ topics: [topic], pool: poolOf(topic), count: 2 + 2 * place }));
    const plan = { now: NOW, seed: '1', pass: 0.72, portions, count: 7 };
    const letters = ids(planDrill(syllabus, newLearner(), plan)).map((id) => id[0]);
    expect(letters.slice(0, 5)).toEqual(['c', 'c', 'a', 'a', 'a']);
    expect(letters).toHaveLength(7);
  });

  test('with nothing known yet leaves it to the seed where to begin, so that no topic always comes first', () => {
    const topics = ['analytics', 'firehose', 'glue', 's3', 'streams', 'video'];
    const bank = topics.flatMap((topic) => [facts(`${topic}-1`, topic), facts(`${topic}-2`, topic)]);
    const first = Array.from({ length: 100 }, (_, seed) => ids(planned(bank, [], 1, `${seed}`))[0]?.split('-')[0]);
    expect([...new Set(first)].sort()).toEqual(topics);
  });
});

describe('a pool', () => {
  const poolOf = (
    bank: readonly ItemFacts[],
    all: Parameters<typeof advance>[1],
    limits: Parameters<typeof poolFor>[2],
  ) => {
    const syllabus = syllabusOf(catalogueOf(bank), weightsOf(undefined));
    const pool = poolFor(syllabus, advance(newLearner(), all), limits, NOW);
    return bank.filter(({ id }) => !pool || pool[syllabus.indexOf.get(id) ?? -1] === 1).map(({ id }) => id);
  };

  test('without limits is the whole bank', () => {
    fc.assert(
      fc.property(banks, attempts, (bank, all) => {
        expect(poolOf(bank, all, {})).toEqual(bank.map(({ id }) => id));
      }),
    );
  });

  test('of topics is what lies in them and below', () => {
    fc.assert(
      fc.property(plainBanks, fc.constantFrom('s3', 'kinesis', 's3/encryption'), (bank, topic) => {
        const within = bank.filter(({ topics: [home] }) => isWithin(home, topic)).map(({ id }) => id);
        expect(poolOf(bank, [], { topics: [topic] })).toEqual(within);
      }),
    );
  });

  test('of missed, new and flagged questions is each of these, for ids of any name', () => {
    const bank = ['missed', 'known', 'toString', 'constructor', 'valueOf'].map((id) => facts(id, 's3'));
    const crammed = { ...attempt('valueOf', 's3', 1), cram: true as const };
    const all = [attempt('missed', 's3', 0), { ...attempt('known', 's3', 1), flagged: true }, crammed];
    expect(poolOf(bank, all, { isMissed: true })).toEqual(['missed']);
    expect(poolOf(bank, all, { isNew: true })).toEqual(['toString', 'constructor']);
    expect(poolOf(bank, all, { isFlagged: true })).toEqual(['known']);
    expect(poolOf(bank, all, { isMissed: true, isFlagged: true })).toEqual([]);
  });

  test('of missed questions has none that was edited since: it is new again', () => {
    const edited = (past: Attempt) => ({ ...past, rev: 'older' });
    const bank = ['missed', 'blank', 'crammed', 'kept', 'q0', 'q1', 'constructor'].map((id) => facts(id, 'glue'));
    const all = [
      edited(attempt('missed', 'glue', 0)),
      edited(blankAt('blank', 'glue')),
      edited({ ...attempt('crammed', 'glue', 0), cram: true }),
      attempt('kept', 'glue', 0),
    ];
    expect(poolOf(bank, all, { isMissed: true })).toEqual(['kept']);
    expect(poolOf(bank, all, { isNew: true }).slice(0, 3)).toEqual(['missed', 'blank', 'crammed']);
    expect(poolOf(bank, [...all, blankAt('missed', 'glue', 2000)], { isMissed: true })).toEqual(['missed', 'kept']);
    fc.assert(
      fc.property(pasts, (past) => {
        expect(poolOf(bank, past, { isMissed: true, isNew: true })).toEqual([]);
      }),
    );
  });

  test('of new questions has none that was seen, and all others, whatever exams left blank', () => {
    const bank = ['q0', 'q1', 'q2', 'q3', 'q4', 'constructor', 'toString', 'valueOf'].map((id) => facts(id, 'glue'));
    fc.assert(
      fc.property(pasts, (all) => {
        const own = all.filter(({ rev }) => rev === 'r'); // a question that was edited is new again
        const fresh = poolOf(bank, own, { isNew: true });
        const learner = advance(newLearner(), own);
        expect(fresh).toHaveLength(bank.length - seenAmong(bank, learner));
        const board = boardFor(syllabusOf(catalogueOf(bank), weightsOf(undefined)), learner);
        expect(fresh).toHaveLength(dueFigures(board, NOW).unseen);
        expect(fresh).toHaveLength(scheduleOf(board, { now: NOW, seed: '' }).unseen);
      }),
    );
  });

  test('of missed questions has each that an exam left blank, until it is answered', () => {
    fc.assert(
      fc.property(pasts, fc.constantFrom(0, 1), (all, score) => {
        const bank = [facts('q0', 'glue')];
        const at = 40 * 3_600_000;
        const left = [...all, blankAt('q0', 'glue', at)];
        expect(poolOf(bank, left, { isMissed: true })).toEqual(['q0']);
        expect(poolOf(bank, [...left, attempt('q0', 'glue', score, at + 1000)], { isMissed: true })).toEqual(
          score === 1 ? [] : ['q0'],
        );
      }),
    );
  });

  test('of due questions has none that was only left blank, and none that was answered in another wording', () => {
    const bank = ['blank', 'edited', 'answered'].map((id) => facts(id, 'glue'));
    const all = [
      ...[blankAt('blank', 'glue'), { ...attempt('edited', 'glue', 0), rev: 'older' }, attempt('answered', 'glue', 0)],
      ...[blankAt('edited', 'glue', 2000), blankAt('answered', 'glue', 2000)],
    ];
    expect(poolOf(bank, all, { isDue: true })).toEqual(['answered']);
    expect(poolOf(bank, all, { isMissed: true })).toEqual(['blank', 'edited', 'answered']);
    const board = boardFor(syllabusOf(catalogueOf(bank), weightsOf(undefined)), advance(newLearner(), all));
    expect(dueFigures(board, NOW)).toMatchObject({ now: 1, open: 3, unseen: 0 });
  });
});
