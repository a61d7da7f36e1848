// How well faulty questions are found from answers: 5 % of a bank have a wrong key or two readings.
import { type Random, random, shuffle } from '../../src/core/random.ts';
import { surpriseOf, type Tally } from '../../src/learning/standing/item-figures.ts';
import { personOf, planFor, study } from './life.ts';
import { auc, average } from './measures.ts';
import type { Person } from './people.ts';
import { fixed, print } from './print.ts';
import { makeWorld, type World } from './world.ts';

const BANK = 240;
const FAULTY = 0.05;
const MERGED = [1, 5, 30];
const NOTABLE = -2.2;

/** So many banks with thirty learners each. */
export function printSuspects(banks: number, seed: string): void {
  print(
    `\nFaulty questions (5 % of ${BANK}), ${banks} banks with ${MERGED.at(-1)} learners each, planner, seed ${seed}`,
  );
  print('learners merged  AUC surprise  of two readings  AUC share right  recall and precision of "check this"');
  const classes = Array.from({ length: banks }, (_, bank) => classIn(`${seed}/items/${bank}`, bank));
  for (const merged of MERGED) {
    const found = classes.flatMap(({ tallies, faultOf }) => {
      const groups = Math.floor(tallies.length / merged);
      return Array.from({ length: groups }, (_, group) =>
        detection(tallies.slice(group * merged, (group + 1) * merged), faultOf),
      );
    });
    const mean = (name: keyof (typeof found)[number]) => average(found.map((one) => one[name]));
    print(
      `${String(merged).padStart(15)}  ${fixed(mean('surprise'), 3).padStart(12)}  ${fixed(mean('readings'), 3).padStart(15)}  ${fixed(mean('share'), 3).padStart(15)}  ${fixed(mean('recall'), 2)}, ${fixed(mean('hits') / mean('called'), 2)} of ${fixed(mean('called'), 1)}`,
    );
  }
}

type Fault = 'none' | 'key' | 'readings';

interface Class {
  /** For each learner the tallies by question. */
  readonly tallies: readonly Readonly<Record<string, Tally>>[];
  readonly faultOf: ReadonlyMap<string, Fault>;
}

function classIn(seed: string, first: number): Class {
  const world = makeWorld(BANK, seed);
  const numbers = world.practice.map((_, index) => index);
  const chosen = shuffle(numbers, random(`${seed}/faulty`)).slice(0, Math.round(FAULTY * BANK));
  const faults = new Map(chosen.map((index, place): [number, Fault] => [index, place % 2 === 0 ? 'key' : 'readings']));
  const tallies = Array.from({ length: MERGED.at(-1) ?? 1 }, (_, number) => {
    const plan = planFor(first + number, `${seed}/${number}`);
    const person = misled(personOf(world, plan), world, faults, random(`${plan.seed}/faults`));
    return study(world, plan, person, 'planner', () => false).learner.items;
  });
  return {
    tallies,
    faultOf: new Map(
      Array.from({ length: world.syllabus.subjects.length }, (_, index) => [
        world.syllabus.subjects.at(index)?.id ?? '',
        faults.get(index) ?? 'none',
      ]),
    ),
  };
}

/** Over the questions that somebody answered. */
function detection(learners: Class['tallies'], faultOf: Class['faultOf']) {
  const rows = [...faultOf].flatMap(([id, fault]) => {
    const tallies = learners.flatMap((items) => items[id] ?? []);
    const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
    const share = sum(({ right }) => right) / sum(({ answers }) => answers);
    return tallies.length === 0 ? [] : [{ fault, surprise: surpriseOf(tallies), share }];
  });
  const truth = rows.map(({ fault }) => fault !== 'none');
  const subtle = rows.filter(({ fault }) => fault !== 'key');
  const called = rows.filter(({ surprise }) => surprise < NOTABLE);
  const hits = called.filter(({ fault }) => fault !== 'none').length;
  return {
    surprise: auc(
      rows.map(({ surprise }) => -surprise),
      truth,
    ),
    readings: auc(
      subtle.map(({ surprise }) => -surprise),
      subtle.map(({ fault }) => fault !== 'none'),
    ),
    share: auc(
      rows.map(({ share }) => -share),
      truth,
    ),
    recall: hits / truth.filter(Boolean).length,
    called: called.length,
    hits,
  };
}

/**
 * The same person before faulty questions. Half have a wrong key: who knows is wrong, who guesses hits the key among the
 * other options. Half can be read in two ways: who knows is wrong every other time. Either key may be remembered.
 */
function misled(person: Person, world: World, faults: ReadonlyMap<number, Fault>, next: Random): Person {
  const seen = new Map<number, { times: number; at: number }>();
  return {
    ...person,
    answer(index, time) {
      const outcome = person.answer(index, time);
      const fault = faults.get(index);
      if (fault === undefined) return outcome;
      const before = seen.get(index);
      seen.set(index, { times: (before?.times ?? 0) + 1, at: time });
      const memory = before ? Math.min(0.8, 0.4 * before.times) * Math.exp((before.at - time) / 10) : 0;
      if (next() < memory) return { ...outcome, right: true };
      const { chance = 0.25 } = world.practice[index] ?? {};
      const isMiskeyed = fault === 'key';
      const right = outcome.right ? !isMiskeyed && next() < 0.5 : isMiskeyed && next() < chance / (1 - chance);
      return { ...outcome, right };
    },
  };
}
