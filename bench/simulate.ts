// npm run simulate: the planner against the usual ways to choose questions, its estimates against raw accuracy, and how well
// faulty questions are found, on learners that do not follow its model. Prints the tables of docs/learning.md.
import { CHECKPOINTS, live, type Outcome, planFor } from './simulation/life.ts';
import { average, type Figures } from './simulation/measures.ts';
import { printNeeded } from './simulation/needed.ts';
import { KINDS } from './simulation/people.ts';
import { POLICIES } from './simulation/policies.ts';
import { fixed, interval, print } from './simulation/print.ts';
import { printRounds } from './simulation/rounds.ts';
import { printSuspects } from './simulation/suspects.ts';
import { makeWorld } from './simulation/world.ts';

interface Settings {
  readonly learners: number;
  readonly banks: readonly number[];
  readonly policies: readonly string[];
  readonly seed: string;
  readonly parts: readonly string[];
}

/** What `--only` can name. */
const PARTS = ['scores', 'needed', 'items', 'rounds'];

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
    parts: (value('--only') ?? PARTS.join(',')).split(','),
  };
}

export function main(words: readonly string[]): void {
  const settings = settingsFrom(words);
  const { learners, seed, parts } = settings;
  if (parts.includes('scores')) scores(settings);
  if (parts.includes('needed')) printNeeded(Math.min(learners, 126), seed);
  if (parts.includes('items')) printSuspects(Math.ceil(learners / 30), seed);
  if (parts.includes('rounds')) printRounds(Math.min(learners, 40), seed);
}

function scores({ learners, banks, policies, seed }: Settings): void {
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
    const logs = LOGS.flatMap((log) => outcomes.get(log) ?? []);
    print(`calibration error of P(pass), logs of ${LOGS.join(', ')}: ${fixed(calibrationError(logs), 3)}`);
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
    `estimates on the ${log} log: answers, AUC weak (raw), AUC quarter, P@3, MAE/raw, coverage, precision, recall, Brier/raw, log loss/raw, score error, bias, coverage`,
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
        fixed(mean('score coverage'), 2),
      ].join('  '),
    );
  }
  print(`said pass -> passed: ${reliability(list)}`);
}

/** The logs over which calibration is pooled: whatever chose the questions, P(pass) has to mean what it says. */
const LOGS = ['random', 'wrong-only', 'FSRS due-first', 'planner'];

/** Expected calibration error: of ten groups by what was said, the mean distance of what happened (Naeini et al. 2015). */
function calibrationError(list: readonly Outcome[]): number {
  const said = list.flatMap(({ at }) => Object.values(at));
  const tenth = (one: Figures) => Math.min(9, Math.floor(10 * (one['said pass'] ?? 0)));
  const groups = Array.from({ length: 10 }, (_, group) => said.filter((one) => tenth(one) === group));
  const parts = groups
    .filter(({ length }) => length > 0)
    .map((group) => {
      const mean = (name: string) => average(group.map((one) => one[name] ?? 0));
      return (group.length / said.length) * Math.abs(mean('said pass') - mean('did pass'));
    });
  return parts.reduce((a, b) => a + b, 0);
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
