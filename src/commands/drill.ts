import { randomBytes } from 'node:crypto';
import type { Bank } from '../bank/bank.ts';
import { slotsFor } from '../core/form.ts';
import { type ItemFacts, isWithin, type Topic } from '../core/item.ts';
import { type ItemType, itemTypes } from '../core/kinds/index.ts';
import { drillPolicy } from '../core/policy.ts';
import type { Form } from '../core/session.ts';
import { count, listed } from '../core/text.ts';
import { Failure } from '../failure.ts';
import { type Choice, chooseNext } from '../learning/next.ts';
import type { Progress } from '../learning/progress.ts';
import { progressIn } from '../store/derived.ts';
import { type Context, requireTerminal } from './context.ts';
import { tidyDrills } from './open-sessions.ts';
import { sayOutcome, sitHeadless, startSession } from './sitting.ts';
import { topicsNamed, unknown, wholeNumber } from './values.ts';

export interface DrillOptions {
  readonly questions?: string;
  readonly missed?: boolean;
  readonly new?: boolean;
  readonly type?: string;
  readonly seed?: string;
  readonly jsonl?: boolean;
}

/** `quiz drill [topic…]`: practice with feedback after each answer. Resolves to the exit code. */
export async function drill(context: Context, names: readonly string[], options: DrillOptions): Promise<number> {
  if (!options.jsonl) requireTerminal(context, 'drill');
  const bank = await context.bank();
  tidyDrills(context.sessions);
  const opened = startSession(context, bank, {
    form: await drillForm(context, bank, names, options),
    policy: drillPolicy,
  });
  if (options.jsonl) {
    await sitHeadless(context, bank, opened);
    return 0;
  }
  const { sitInTerminal } = await import('./terminal-sitting.ts');
  const { state, next } = await sitInTerminal(context, bank, opened);
  sayOutcome(context, state);
  if (next === 'again') return drill(context, names, options);
  if (next === 'review') return (await import('./review.ts')).review(context, state.started.session, {});
  return 0;
}

async function drillForm(context: Context, bank: Bank, names: readonly string[], options: DrillOptions): Promise<Form> {
  const total = options.questions === undefined ? 10 : wholeNumber('--questions', options.questions, 1, 500);
  const topics = topicsNamed(names, bank.topics);
  const progress = await progressIn(context.sessions, bank.id);
  const pool = wanted(bank.facts, topics, progress, options);
  if (pool.length === 0) throw nothingLeft(names, options);
  const seed = options.seed ?? freshSeed();
  const chosen = chooseNext(pool, progress, total, seed);
  if (chosen.length < total && options.questions !== undefined)
    context.say(`There are ${count(chosen.length, 'question')} to ask; you get them all.`);
  return { title: drillTitle(topics, bank), seed, slots: slotsOf(bank, chosen, seed) };
}

function wanted(
  facts: readonly ItemFacts[],
  topics: readonly Topic[],
  { items }: Progress,
  options: DrillOptions,
): ItemFacts[] {
  const type = options.type === undefined ? undefined : typeNamed(options.type);
  return facts.filter((item) => {
    const seen = items[item.id];
    if (topics.length > 0 && !item.topics.some((topic) => topics.some((named) => isWithin(topic, named)))) return false;
    if (type && item.type !== type) return false;
    if (options.new && seen) return false;
    return !(options.missed && (!seen || seen.known));
  });
}

function typeNamed(name: string): ItemType {
  const type = itemTypes.find((known) => known === name);
  if (type) return type;
  throw unknown('type', name, itemTypes, `the types are ${listed(itemTypes)}`);
}

function nothingLeft(names: readonly string[], { missed, new: fresh }: DrillOptions): Failure {
  const where = names.length > 0 ? ` on ${listed(names)}` : '';
  if (missed)
    return new Failure(
      'usage',
      'nothing-missed',
      `no missed question is open${where}`,
      'practise the weakest topics instead: quiz drill',
    );
  if (fresh)
    return new Failure(
      'usage',
      'nothing-new',
      `you have seen every question${where}`,
      'practise the weakest topics instead: quiz drill',
    );
  return new Failure('usage', 'no-questions', `no question fits${where}`, 'quiz topics shows what there is');
}

function drillTitle(topics: readonly Topic[], bank: Bank): string {
  return topics.length === 0 ? 'Drill' : `Drill · ${listed(topics.map((topic) => bank.topics.get(topic) ?? topic))}`;
}

function slotsOf(bank: Bank, chosen: readonly Choice[], seed: string) {
  const paper = bank.load(chosen.map(({ item }) => item));
  const reasons = new Map(chosen.map(({ item, why }) => [item, why]));
  return slotsFor([...paper.values()], seed, { why: ({ id }) => reasons.get(id) });
}

/** A seed that nobody chose, short enough to be typed again. */
export function freshSeed(): string {
  return randomBytes(4).toString('hex');
}
