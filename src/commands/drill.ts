import { randomBytes } from 'node:crypto';
import type { Bank } from '../bank/bank.ts';
import { slotsFor } from '../core/form.ts';
import type { ItemId, Topic } from '../core/item.ts';
import { type ItemType, itemTypes } from '../core/kinds/index.ts';
import { drillPolicy } from '../core/policy.ts';
import type { Form } from '../core/session.ts';
import { count, listed } from '../core/text.ts';
import { Failure } from '../failure.ts';
import { itemsConfusing } from '../learning/confusion.ts';
import { type Chosen, type Limits, planDrill, poolFor, weakestFirst, weaknesses } from '../learning/drill.ts';
import type { Learner } from '../learning/learner.ts';
import { bankSyllabus } from '../learning/syllabus.ts';
import { whyInWords } from '../learning/why.ts';
import { learnerIn } from '../store/derived.ts';
import { type Context, requireTerminal } from './context.ts';
import { tidyDrills } from './open-sessions.ts';
import { sayOutcome, sitHeadless, startSession } from './sitting.ts';
import { aimOf, confusionsOf, measureOf } from './standing.ts';
import { topicsNamed, unknown, wholeNumber } from './values.ts';

export interface DrillOptions {
  readonly questions?: string;
  readonly weak?: boolean;
  readonly due?: boolean;
  readonly missed?: boolean;
  readonly flagged?: boolean;
  readonly new?: boolean;
  readonly confused?: boolean;
  readonly type?: string;
  readonly cram?: boolean;
  readonly seed?: string;
  readonly jsonl?: boolean;
}

/** So many pairs of concepts are drilled at a time. */
const MOST_CONFUSED = 5;

/** `quiz drill [topic…]`: practice with feedback after each answer. Resolves to the exit code. */
export async function drill(context: Context, names: readonly string[], options: DrillOptions): Promise<number> {
  if (!options.jsonl) requireTerminal(context, 'drill');
  const bank = await context.bank();
  tidyDrills(context.sessions);
  const opened = startSession(context, bank, {
    form: await drillForm(context, bank, names, options),
    policy: options.cram ? { ...drillPolicy, cram: true } : drillPolicy,
  });
  if (options.jsonl) {
    await sitHeadless(context, bank, opened);
    return 0;
  }
  const { sitInTerminal } = await import('./terminal-sitting.ts');
  const { state, next } = await sitInTerminal(context, bank, opened);
  sayOutcome(context, state);
  return next === 'again' ? drill(context, names, options) : 0;
}

async function drillForm(context: Context, bank: Bank, names: readonly string[], options: DrillOptions): Promise<Form> {
  const total = options.questions === undefined ? 10 : wholeNumber('--questions', options.questions, 1, 500);
  const topics = topicsNamed(names, bank.topics);
  const learner = await learnerIn(context.sessions, bank.id);
  const seed = options.seed ?? freshSeed();
  const asked = choose(context, bank, learner, { topics, total, seed, options });
  const chosen = asked.length > 0 ? asked : insteadOf(context, bank, learner, { topics, total, seed, options });
  if (chosen.length === 0) throw nothingLeft(names, options);
  if (chosen.length < total && options.questions !== undefined)
    context.say(`There are ${count(chosen.length, 'question')} to ask; you get them all.`);
  return { title: drillTitle(topics, bank), seed, slots: slotsOf(bank, chosen, seed, options) };
}

/** Nothing due, or nothing mixed up, is good news and no dead end: the planner goes on. */
function insteadOf(context: Context, bank: Bank, learner: Learner, wish: Wish): Chosen[] {
  const { due, confused, ...options } = wish.options;
  if (!due && !confused) return [];
  context.say(
    due
      ? 'Nothing is due. Here is what helps most instead.'
      : 'Nothing was mixed up so far. Here is what helps most instead.',
  );
  return choose(context, bank, learner, { ...wish, options });
}

interface Wish {
  readonly topics: readonly Topic[];
  readonly total: number;
  readonly seed: string;
  readonly options: DrillOptions;
}

function choose(context: Context, bank: Bank, learner: Learner, { topics, total, seed, options }: Wish): Chosen[] {
  const syllabus = bankSyllabus(bank.facts, bank.exams[0]);
  const { pass, now } = measureOf(bank);
  const weak = options.weak ? weaknesses(syllabus, learner, { pass, now }) : undefined;
  const among = amongOf(bank, learner, options);
  const limits = { ...limitsOf(options), ...(among && { among }) };
  const pool = poolFor(syllabus, learner, { topics, ...limits }, now);
  const weakPool = weak && poolFor(syllabus, learner, { topics: weak.topics, ...limits }, now);
  const both = weakPool ? pool.map((allowed, index) => allowed & (weakPool[index] ?? 0)) : pool;
  if (weak?.isThin) context.say('There are too few answers to be sure; these topics are the likeliest to be weak.');
  const chosen = planDrill(syllabus, learner, { ...aimOf(context, now, seed), pool: both, count: total, pass });
  return weak ? weakestFirst(chosen, weak.topics, syllabus) : chosen;
}

function limitsOf({ due, missed, flagged, new: fresh }: DrillOptions): Limits {
  return { isDue: due === true, isMissed: missed === true, isFlagged: flagged === true, isNew: fresh === true };
}

/** The questions of one type, and those that tell apart what was mixed up; undefined: all. */
function amongOf(bank: Bank, learner: Learner, options: DrillOptions): ReadonlySet<ItemId> | undefined {
  const type = options.type === undefined ? undefined : typeNamed(options.type);
  if (!type && !options.confused) return undefined;
  const ofType = bank.facts.filter((item) => !type || item.type === type).map(({ id }) => id);
  if (!options.confused) return new Set(ofType);
  return new Set(itemsConfusing(bank.load(ofType).values(), confusionsOf(bank, learner).slice(0, MOST_CONFUSED)));
}

function typeNamed(name: string): ItemType {
  const type = itemTypes.find((known) => known === name);
  if (type) return type;
  throw unknown('type', name, itemTypes, `the types are ${listed(itemTypes)}`);
}

const NOTHING_LEFT: readonly (readonly [keyof DrillOptions, code: string, message: string])[] = [
  ['missed', 'nothing-missed', 'no missed question is open'],
  ['new', 'nothing-new', 'you have seen every question'],
  ['flagged', 'nothing-flagged', 'no question is flagged'],
];

function nothingLeft(names: readonly string[], options: DrillOptions): Failure {
  const where = names.length > 0 ? ` on ${listed(names)}` : '';
  const [, code, message] = NOTHING_LEFT.find(([flag]) => options[flag]) ?? [];
  if (code !== undefined)
    return new Failure('usage', code, `${message}${where}`, 'let the planner choose instead: quiz drill');
  return new Failure('usage', 'no-questions', `no question fits${where}`, 'quiz topics shows what there is');
}

function drillTitle(topics: readonly Topic[], bank: Bank): string {
  return topics.length === 0 ? 'Drill' : `Drill · ${listed(topics.map((topic) => bank.topics.get(topic) ?? topic))}`;
}

function slotsOf(bank: Bank, chosen: readonly Chosen[], seed: string, { due }: DrillOptions) {
  const paper = bank.load(chosen.map(({ item }) => item));
  const reasons = new Map(
    chosen.map(({ item, reason }) => [item, whyInWords(reason, bank.topics, due ? 'due' : 'any')]),
  );
  return slotsFor([...paper.values()], seed, { why: ({ id }) => reasons.get(id) });
}

/** A seed that nobody chose, short enough to be typed again. */
export function freshSeed(): string {
  return randomBytes(4).toString('hex');
}
