// Which questions a drill asks: the flags put into the planner's terms, and a word wherever it is not what was asked for.
import type { Bank } from '../bank/bank.ts';
import type { ItemId, Topic } from '../core/item.ts';
import { type ItemType, itemTypes } from '../core/kinds/index.ts';
import { count, listed } from '../core/text.ts';
import { Failure } from '../failure.ts';
import { itemsConfusing } from '../learning/confusion.ts';
import { type Chosen, planDrill, poolFor, weakestFirst } from '../learning/drill.ts';
import type { Learner } from '../learning/learner.ts';
import { bankSyllabus } from '../learning/syllabus.ts';
import type { Weakest } from '../learning/weakest.ts';
import type { Context } from './context.ts';
import { aimOf, boardOf, confusionsOf, measureOf, weakestIn } from './standing.ts';
import { unknown } from './values.ts';

/** What a drill is limited to, as flags say it. */
export interface Limits {
  readonly weak?: boolean;
  readonly due?: boolean;
  readonly missed?: boolean;
  readonly flagged?: boolean;
  readonly new?: boolean;
  readonly confused?: boolean;
  readonly type?: string;
}

export interface Wish {
  readonly topics: readonly Topic[];
  /** The topics as they were typed. */
  readonly names: readonly string[];
  /** How many questions were asked for; undefined: as many as a drill usually has. */
  readonly wanted: number | undefined;
  readonly seed: string;
  readonly limits: Limits;
}

/** The questions, and the limits that were kept in the end. */
export interface Choice {
  readonly chosen: readonly Chosen[];
  readonly limits: Limits;
}

const USUAL_QUESTIONS = 10;
/** So many pairs of concepts are drilled at a time. */
const MOST_CONFUSED = 5;

/** Chooses the questions of a drill. Nothing due, or nothing mixed up, is good news and no dead end: the planner goes on. */
export function choiceFor(context: Context, bank: Bank, learner: Learner, wish: Wish): Choice {
  const { limits } = wish;
  const first = choose(context, bank, learner, wish);
  if (first.length > 0) return { chosen: first, limits };
  const { due, confused, ...others } = limits;
  if (due || confused) {
    context.say(`${due ? 'Nothing is due' : 'Nothing was mixed up so far'}. ${insteadInWords(others)}`);
    const chosen = choose(context, bank, learner, { ...wish, limits: others });
    if (chosen.length > 0) return { chosen, limits: others };
  }
  throw nothingLeft(wish.names, others);
}

function insteadInWords({ new: fresh, missed, flagged, weak }: Limits): string {
  const kinds = [...(fresh ? ['new'] : []), ...(missed ? ['missed'] : []), ...(flagged ? ['flagged'] : [])];
  if (kinds.length > 0) return `Here are ${listed(kinds)} questions instead.`;
  return weak ? 'Here are weak topics instead.' : 'Here are weak topics and new questions instead.';
}

function choose(context: Context, bank: Bank, learner: Learner, { topics, wanted, seed, limits }: Wish): Chosen[] {
  const syllabus = bankSyllabus(bank.facts, bank.exams[0]);
  const { pass, now } = measureOf(bank);
  const among = amongOf(bank, learner, limits);
  const { due, missed, flagged, new: fresh, weak: isWeak } = limits;
  const facts = { isDue: due === true, isMissed: missed === true, isFlagged: flagged === true, isNew: fresh === true };
  const poolOf = (some: readonly Topic[]) =>
    poolFor(syllabus, learner, { topics: some, ...facts, ...(among && { among }) }, now);
  const weak = isWeak ? weakestIn(bank, boardOf(bank, learner), topics) : undefined;
  const pool = poolOf(topics);
  const weakPool = weak && weak.topics.length > 0 ? poolOf(weak.topics) : undefined;
  const both = weakPool ? pool.map((allowed, index) => allowed & (weakPool[index] ?? 0)) : pool;
  const count = wanted ?? USUAL_QUESTIONS;
  const chosen = planDrill(syllabus, learner, { ...aimOf(context, now, seed), pool: both, count, pass });
  if (chosen.length === 0) return [];
  if (weak) sayGround(context, weak);
  if (wanted !== undefined && chosen.length < wanted) context.say(shortageInWords(chosen.length, sum(both)));
  return weak ? weakestFirst(chosen, weak.topics, syllabus) : chosen;
}

function sum(numbers: Uint8Array): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function sayGround({ say }: Context, { ground, topics }: Weakest): void {
  if (ground === 'none') say('No topic looks weak; these are the least sure.');
  if (ground !== 'thin') return;
  if (topics.length === 0)
    say('There are no answers yet to tell what is weak; these questions are spread over the topics.');
  else say('There are too few answers to be sure; these topics are the likeliest to be weak.');
}

/** Why there are fewer questions than were asked for; `fitting` counts those that the limits let through. */
function shortageInWords(asked: number, fitting: number): string {
  const fits = fitting === 1 ? '1 question fits' : `${fitting} questions fit`;
  if (asked === fitting) return `${fits}; you get ${fitting === 1 ? 'it' : 'them all'}.`;
  return `${fits}; ${count(asked, 'question')} without those that are variants of one another or give each other away.`;
}

/** The questions of one type, and those that tell apart what was mixed up; undefined: all. */
function amongOf(bank: Bank, learner: Learner, { type: name, confused }: Limits): ReadonlySet<ItemId> | undefined {
  const type = name === undefined ? undefined : typeNamed(name);
  if (!type && !confused) return undefined;
  const ofType = bank.facts.filter((item) => !type || item.type === type).map(({ id }) => id);
  if (!confused) return new Set(ofType);
  return new Set(itemsConfusing(bank.load(ofType).values(), confusionsOf(bank, learner).slice(0, MOST_CONFUSED)));
}

function typeNamed(name: string): ItemType {
  const type = itemTypes.find((known) => known === name);
  if (type) return type;
  throw unknown('type', name, itemTypes, `the types are ${listed(itemTypes)}`);
}

const NOTHING_LEFT: readonly (readonly [keyof Limits, code: string, message: string])[] = [
  ['missed', 'nothing-missed', 'no missed question is open'],
  ['flagged', 'nothing-flagged', 'no question is flagged'],
  ['new', 'nothing-new', 'you have seen every question'],
];

function nothingLeft(names: readonly string[], limits: Limits): Failure {
  const where = names.length > 0 ? ` on ${listed(names)}` : '';
  const [, code, message] = NOTHING_LEFT.find(([flag]) => limits[flag]) ?? [];
  if (code !== undefined)
    return new Failure('usage', code, `${message}${where}`, 'let the planner choose instead: quiz drill');
  return new Failure('usage', 'no-questions', `no question fits${where}`, 'quiz topics shows what there is');
}
