// One made-up learner from the first day to the exam, and what was measured on the way.
import { random } from '../../src/core/random.ts';
import { type Board, boardFor, record } from '../../src/learning/learner/board.ts';
import { DAY_MS, MINUTE_MS } from '../../src/learning/learner/day.ts';
import { newLearner } from '../../src/learning/learner/learner.ts';
import { factual } from './facts.ts';
import { type Figures, figures, nameTopics, passing, type Raw } from './measures.ts';
import { examScore, KINDS, type Person, type Traits, topicScores } from './people.ts';
import { POLICIES } from './policies.ts';
import { skilled } from './skills.ts';
import type { World } from './world.ts';

export interface Plan {
  readonly traits: Traits;
  readonly start: number;
  readonly seed: string;
  readonly days: number;
  readonly aDay: number;
}

export interface Outcome {
  readonly kind: string;
  /** Expected share right in the exam, on its day. */
  readonly score: number;
  readonly pass: number;
  /** By number of answers. */
  readonly at: Readonly<Record<number, Figures>>;
}

export const CHECKPOINTS = [50, 100, 200];
const START = Date.UTC(2026, 0, 5, 18);

export function planFor(number: number, seed: string): Plan {
  const next = random(`${seed}/plan/${number}`);
  const days = 10 + Math.floor(next() * 21);
  const total = 250 + next() * 380;
  return {
    traits: KINDS[number % KINDS.length] as Traits, // the index is within the list
    start: -1 + 2 * next(),
    seed: `${seed}/${number}`,
    days,
    aDay: Math.round(total / days),
  };
}

/** A question that was just answered. */
export interface Step {
  readonly board: Board;
  readonly index: number;
  readonly right: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

export function personOf(world: World, { traits, start, seed }: Plan): Person {
  const model = traits.model === 'facts' ? factual : skilled;
  return model(world, traits, start, random(`${seed}/person`));
}

/** Lets a policy ask a person until the exam, or until `told` says that it is enough. What was learned of the person. */
export function study(
  world: World,
  plan: Plan,
  person: Person,
  policyName: string,
  told: (step: Step) => boolean,
): Board {
  const { seed, days, aDay } = plan;
  const board = boardFor(world.syllabus, newLearner());
  const policy = POLICIES[policyName]?.({ world, board, person, seed, examAt: examAt(plan), aDay });
  if (!policy) throw new Error(`there is no policy "${policyName}"`);
  for (let day = 0; day < days; day++) {
    for (let place = 0; place < aDay; place++) {
      const now = START + day * DAY_MS + place * MINUTE_MS;
      const index = policy.choose(now);
      const { right, confidence } = person.answer(index, now / DAY_MS);
      policy.told(index, right, now);
      const { id, topics, domain = '', chance = 0 } = world.syllabus.subjects.at(index) ?? { id: '', topics: [] };
      record(board, {
        ...{ session: '', mode: 'drill', at: now, item: id, rev: '', topics, domain, chance, flagged: false, spent: 0 },
        ...{ response: [], score: right ? 1 : 0, ...(confidence && { confidence }) },
      });
      if (told({ board, index, right, now })) return board;
    }
  }
  return board;
}

function examAt({ days }: Plan): number {
  return START + days * DAY_MS;
}

/** One learner with one policy, from the first day to the exam. */
export function live(world: World, plan: Plan, policyName: string): Outcome {
  const person = personOf(world, plan);
  nameTopics(
    world.syllabus,
    world.topics.map(({ path }) => path),
  );
  const raw: Raw = { right: world.topics.map(() => 0), of: world.topics.map(() => 0), allRight: 0, all: 0 };
  const seen = new Set<number>();
  const at: Record<number, Figures> = {};
  study(world, plan, person, policyName, ({ board, index, right, now }) => {
    note(raw, world.practice[index]?.topics ?? [], right, !seen.has(index));
    seen.add(index);
    if (CHECKPOINTS.includes(raw.all)) {
      const tomorrow = now / DAY_MS + 1;
      at[raw.all] = figures(board, raw, topicScores(world, person, tomorrow), examScore(world, person, tomorrow));
    }
    return false;
  });
  const score = examScore(world, person, examAt(plan) / DAY_MS);
  return { kind: plan.traits.kind, score, pass: passing(score), at };
}

function note(raw: Raw, topics: readonly number[], right: boolean, isFirst: boolean): void {
  raw.all++;
  if (right) raw.allRight++;
  if (!isFirst) return;
  for (const topic of topics) {
    raw.of[topic] = (raw.of[topic] ?? 0) + 1;
    if (right) raw.right[topic] = (raw.right[topic] ?? 0) + 1;
  }
}
