// npm run simulate: the planner against the usual ways to choose questions, and its estimates against raw accuracy, on
// learners that do not follow its model. Prints the table of docs/learning.md.
import { random } from '../src/core/random.ts';
import { boardFor, record } from '../src/learning/board.ts';
import { newLearner } from '../src/learning/learner.ts';
import { DAY_MS } from '../src/learning/memory.ts';
import { factual } from './simulation/facts.ts';
import { average, type Figures, figures, margin, nameTopics, passing, type Raw } from './simulation/measures.ts';
import { examScore, KINDS, type Traits, topicScores } from './simulation/people.ts';
import { POLICIES } from './simulation/policies.ts';
import { skilled } from './simulation/skills.ts';
import { makeWorld, type World } from './simulation/world.ts';

interface Plan {
  readonly traits: Traits;
  readonly start: number;
  readonly seed: string;
  readonly days: number;
  readonly aDay: number;
}

interface Outcome {
  readonly kind: string;
  /** Expected share right in the exam, on its day. */
  readonly score: number;
  readonly pass: number;
  /** By number of answers. */
  readonly at: Readonly<Record<number, Figures>>;
}

const CHECKPOINTS = [50, 100, 200];
const START = Date.UTC(2026, 0, 5, 18);
const MINUTE_MS = 60_000;

function planFor(number: number, seed: string): Plan {
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

/** One learner with one policy, from the first day to the exam. */
function live(world: World, plan: Plan, policyName: string): Outcome {
  const { traits, start, seed, days, aDay } = plan;
  const model = traits.model === 'facts' ? factual : skilled;
  const person = model(world, traits, start, random(`${seed}/person`));
  const board = boardFor(world.syllabus, newLearner());
  nameTopics(
    world.syllabus,
    world.topics.map(({ path }) => path),
  );
  const examAt = START + days * DAY_MS;
  const policy = POLICIES[policyName]?.({ world, board, person, seed, examAt, aDay });
  if (!policy) throw new Error(`there is no policy "${policyName}"`);
  const raw: Raw = { right: world.topics.map(() => 0), of: world.topics.map(() => 0), allRight: 0, all: 0 };
  const seen = new Set<number>();
  const at: Record<number, Figures> = {};
  for (let day = 0; day < days; day++) {
    for (let place = 0; place < aDay; place++) {
      const now = START + day * DAY_MS + place * MINUTE_MS;
      const index = policy.choose(now);
      const { right, confidence } = person.answer(index, now / DAY_MS);
      policy.told(index, right, now);
      const { id, topics, domain = '', chance = 0 } = world.syllabus.subjects[index] ?? { id: '', topics: [] };
      record(board, {
        ...{ session: '', mode: 'drill', at: now, item: id, rev: '', topics, domain, chance, flagged: false, spent: 0 },
        ...{ response: [], score: right ? 1 : 0, ...(confidence && { confidence }) },
      });
      note(raw, world.practice[index]?.topics ?? [], right, !seen.has(index));
      seen.add(index);
      if (CHECKPOINTS.includes(raw.all)) {
        const tomorrow = now / DAY_MS + 1;
        at[raw.all] = figures(board, raw, topicScores(world, person, tomorrow), examScore(world, person, tomorrow));
      }
    }
  }
  const score = examScore(world, person, examAt / DAY_MS);
  return { kind: traits.kind, score, pass: passing(score), at };
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

interface Settings {
  readonly learners: number;
  readonly banks: readonly number[];
  readonly policies: readonly string[];
  readonly seed: string;
}

function settingsFrom(words: readonly string[]): Settings {
  const value = (flag: string) => {
    const place = words.indexOf(flag);
    return place < 0 ? undefined : words[place + 1];
  };
  const quick = words.includes('--quick');
  return {
    learners: Number(value('--learners') ?? (quick ? 36 : 315)),
    banks: (value('--banks') ?? (quick ? '120,240' : '120,240,1500')).split(',').map(Number),
    policies: (value('--policies') ?? Object.keys(POLICIES).join(',')).split(','),
    seed: value('--seed') ?? '1',
  };
}

export function main(words: readonly string[]): void {
  const { learners, banks, policies, seed } = settingsFrom(words);
  for (const bank of banks) {
    const outcomes = new Map<string, Outcome[]>(policies.map((name) => [name, []]));
    for (let number = 0; number < learners; number++) {
      const plan = planFor(number, seed);
      const world = makeWorld(bank, plan.seed);
      for (const name of policies) outcomes.get(name)?.push(live(world, plan, name));
    }
    print(`\nBank of ${bank} questions, ${learners} learners, seed ${seed}`);
    printScores(outcomes);
    for (const log of ['random', 'planner']) printEstimates(log, outcomes.get(log) ?? []);
    printKinds(outcomes);
  }
}

function printScores(outcomes: ReadonlyMap<string, readonly Outcome[]>): void {
  print('policy           exam score  against random     pass %   of random');
  const base = outcomes.get('random') ?? [];
  for (const [name, list] of outcomes) {
    const gains = list.map(({ score }, index) => 100 * (score - (base[index]?.score ?? score)));
    const pass = average(list.map((one) => one.pass));
    const ratio = pass / average(base.map((one) => one.pass));
    print(
      `${name.padEnd(16)} ${fixed(100 * average(list.map(({ score }) => score)), 2).padStart(10)}  ${interval(gains).padStart(14)}  ${fixed(100 * pass, 1).padStart(9)}  ${fixed(ratio, 2).padStart(10)}`,
    );
  }
  const wrongOnly = outcomes.get('wrong-only');
  const ours = outcomes.get('planner');
  if (wrongOnly && ours)
    print(
      `planner against wrong-only: ${interval(ours.map(({ score }, index) => 100 * (score - (wrongOnly[index]?.score ?? 0))))}`,
    );
}

/** The gain of each kind of learner over random and over wrong-only. */
function printKinds(outcomes: ReadonlyMap<string, readonly Outcome[]>): void {
  const [ours, base, wrongOnly] = ['planner', 'random', 'wrong-only'].map((name) => outcomes.get(name));
  if (!ours || !base) return;
  const gains = KINDS.map(({ kind }) => {
    const over = (others: readonly Outcome[] | undefined) =>
      average(
        ours.flatMap((one, index) => (one.kind === kind ? [100 * (one.score - (others?.[index]?.score ?? 0))] : [])),
      );
    return `${kind} ${fixed(over(base), 1)}/${wrongOnly ? fixed(over(wrongOnly), 1) : '-'}`;
  });
  print(`planner over random/wrong-only by kind: ${gains.join(', ')}`);
}

function printEstimates(log: string, list: readonly Outcome[]): void {
  if (list.length === 0) return;
  print(
    `estimates on the ${log} log: answers, AUC weak (raw), AUC quarter, P@3, MAE/raw, coverage, precision, recall, Brier/raw, log loss/raw, score error, bias`,
  );
  for (const count of CHECKPOINTS) {
    const all = list.flatMap(({ at }) => (at[count] ? [at[count]] : []));
    if (all.length === 0) continue;
    const mean = (name: string) => average(all.map((one) => one[name] ?? Number.NaN));
    const ratio = (name: string) => fixed(mean(name) / mean(`raw ${name}`), 2);
    print(
      [
        `${count}`.padStart(4),
        `${fixed(mean('auc'), 3)} (${fixed(mean('raw auc'), 3)})`,
        fixed(mean('auc quarter'), 3),
        fixed(mean('P@3'), 2),
        `${fixed(mean('mae'), 3)} = ${ratio('mae')}`,
        fixed(mean('coverage'), 2),
        fixed(mean('precision'), 2),
        fixed(mean('recall'), 2),
        `${fixed(mean('brier'), 3)} = ${ratio('brier')}`,
        `${fixed(mean('logloss'), 3)} = ${ratio('logloss')}`,
        fixed(mean('score error'), 3),
        fixed(mean('score bias'), 3),
      ].join('  '),
    );
  }
  print(`said pass -> passed: ${reliability(list)}`);
}

/** Of all moments, in five groups by what was said: what happened. */
function reliability(list: readonly Outcome[]): string {
  const said = list.flatMap(({ at }) => Object.values(at));
  const groups = [0, 0.2, 0.4, 0.6, 0.8].map((from) =>
    said.filter((one) => (one['said pass'] ?? 0) >= from && (one['said pass'] ?? 0) < from + 0.2),
  );
  return groups
    .filter((group) => group.length > 0)
    .map(
      (group) =>
        `${fixed(average(group.map((one) => one['said pass'] ?? 0)), 2)}->${fixed(average(group.map((one) => one['did pass'] ?? 0)), 2)}`,
    )
    .join(' ');
}

function interval(values: readonly number[]): string {
  return `${fixed(average(values), 2)} +-${fixed(margin(values), 2)}`;
}

function fixed(value: number, digits: number): string {
  return value.toFixed(digits);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
