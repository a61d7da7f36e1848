// Which questions a drill asks: the flags put into the planner's terms, and a word wherever it is not what was asked for.
import type { Bank } from '../../bank/bank.ts';
import type { ItemId, Topic } from '../../core/items/item.ts';
import { count, listed } from '../../core/text/wording.ts';
import { Failure } from '../../failure.ts';
import { type Chosen, planDrill, poolFor } from '../../learning/choosing/drill.ts';
import type { Learner } from '../../learning/learner/learner.ts';
import { syllabusOf, weightsOf } from '../../learning/learner/syllabus.ts';
import type { Weakest } from '../../learning/standing/weakest.ts';
import type { Context } from '../context.ts';
import { typeNamed } from '../shared/values.ts';
import { aimOf, boardOf, measureOf, USUAL_QUESTIONS } from '../standing/aim.ts';

/** What a drill is limited to, as flags say it, or what was just looked at. */
export interface DrillFlags {
  readonly weak?: boolean;
  readonly due?: boolean;
  readonly missed?: boolean;
  readonly flagged?: boolean;
  readonly new?: boolean;
  readonly confused?: boolean;
  readonly type?: string;
  /** Questions of the exam before; no flag names any. */
  readonly these?: readonly ItemId[];
}

export interface DrillRequest {
  readonly topics: readonly Topic[];
  /** The topics as they were typed. */
  readonly names: readonly string[];
  /** How many questions were asked for; undefined: as many as a drill usually has. */
  readonly wanted: number | undefined;
  readonly seed: string;
  readonly limits: DrillFlags;
}

/** The questions, the limits that were kept in the end, and what has to be said of both. */
export interface DrillChoice {
  readonly chosen: readonly Chosen[];
  readonly limits: DrillFlags;
  readonly remarks: readonly string[];
}

/**
 * Chooses the questions of a drill. That nothing is due, mixed up, missed or flagged is good news and no dead end: then the planner drops
 * these limits, --due and --confused first. Dropping --missed also drops the exam that they are of.
 */
export async function choiceFor(
  context: Context,
  bank: Bank,
  learner: Learner,
  request: DrillRequest,
): Promise<DrillChoice> {
  const { due, confused, ...standing } = request.limits;
  const { missed, flagged, these: _these, ...others } = standing;
  const steps = [request.limits, ...(due || confused ? [standing] : []), ...(missed || flagged ? [others] : [])];
  for (const [step, limits] of steps.entries()) {
    const { chosen, remarks } = await choose(context, bank, learner, { ...request, limits });
    const empty = steps[step - 1];
    if (chosen.length > 0)
      return { chosen, limits, remarks: [...(empty ? [insteadInWords(request, empty, limits)] : []), ...remarks] };
  }
  throw nothingLeft(request.names, others);
}

/** The limits that a drill can do without, as they end the sentence "Nothing is …". */
const WISHES = [
  ['due', 'due'],
  ['confused', 'among what you mixed up'],
  ['missed', 'still missed'],
  ['flagged', 'flagged'],
] as const;

/**
 * Which of the limits came up empty, and what comes instead. Where others stay it says "None of these": something may be due elsewhere.
 */
function insteadInWords({ names }: DrillRequest, empty: DrillFlags, kept: DrillFlags): string {
  const lost = WISHES.filter(([flag]) => empty[flag] && !kept[flag]).map(([, words]) => words);
  const { type, new: fresh, missed, flagged } = kept;
  const isNarrow = names.length > 0 || [type, fresh, missed, flagged].some((limit) => limit !== undefined);
  const what = `is ${lost.length > 1 ? 'at once ' : ''}${listed(lost)}`;
  const isOfMixUps = lost.length === 1 && empty.confused && !kept.confused;
  const none = isNarrow ? `None of these ${what}` : isOfMixUps ? 'Nothing was mixed up so far' : `Nothing ${what}`;
  return `${none}. ${kindInWords(kept)}`;
}

function kindInWords({ new: fresh, missed, flagged, weak }: DrillFlags): string {
  const kinds = [...(fresh ? ['new'] : []), ...(missed ? ['missed'] : []), ...(flagged ? ['flagged'] : [])];
  if (kinds.length > 0) return `Here are ${listed(kinds)} questions instead.`;
  return weak ? 'Here are weak topics instead.' : 'Here are weak topics and new questions instead.';
}

/** The questions within the limits, and what has to be said of them. */
async function choose(context: Context, bank: Bank, learner: Learner, { topics, wanted, seed, limits }: DrillRequest) {
  const syllabus = syllabusOf(bank.catalogue, weightsOf(bank.exams[0]));
  const { pass, now } = measureOf(bank);
  const among = await amongOf(bank, learner, limits);
  const { due, missed, flagged, new: fresh } = limits;
  const facts = { isDue: due === true, isMissed: missed === true, isFlagged: flagged === true, isNew: fresh === true };
  const poolOf = (some: readonly Topic[]) =>
    poolFor(syllabus, learner, { topics: some, ...facts, ...(among && { among }) }, now);
  const count = wanted ?? USUAL_QUESTIONS;
  const weak = limits.weak
    ? (await import('../standing/standing.ts')).weakestIn(bank, boardOf(bank, learner), topics)
    : undefined;
  const named = weak?.topics ?? [];
  const whole = poolOf(topics);
  const pool = named.length > 0 ? both(whole, poolOf(named)) : whole;
  const portions = named.flatMap((topic) => {
    const own = both(whole, poolOf([topic]));
    return own ? [{ topics: [topic], pool: own, count: Math.ceil(count / STAGES) }] : [];
  });
  const plan = { ...aimOf(context, learner, now, seed), ...(pool && { pool }), topics, portions, count, pass };
  const chosen = planDrill(syllabus, learner, plan);
  const isShort = wanted !== undefined && chosen.length < wanted;
  const remarks = [
    ...(weak ? groundInWords(weak) : []),
    ...(isShort ? [shortageInWords(chosen.length, pool ? sum(pool) : bank.facts.length)] : []),
  ];
  return { chosen, remarks };
}

/** A drill on weaknesses is about this many topics, one after the other, where their questions suffice. */
const STAGES = 3;

/** What both pools let through; an undefined one lets everything through. */
function both(pool: Uint8Array | undefined, other: Uint8Array | undefined): Uint8Array | undefined {
  return pool && other ? pool.map((allowed, index) => allowed & (other[index] ?? 0)) : (pool ?? other);
}

function sum(numbers: Uint8Array): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function groundInWords({ ground, topics }: Weakest): string[] {
  if (ground === 'evidence') return [];
  if (ground === 'none') return ['No topic looks weak; these are the least sure.'];
  if (topics.length === 0)
    return ['There are no answers yet to tell what is weak; these questions are spread over the topics.'];
  return ['There are too few answers to be sure; these topics are the likeliest to be weak.'];
}

/** Why there are fewer questions than were asked for; `fitting` counts those that the limits let through. */
function shortageInWords(asked: number, fitting: number): string {
  const fits = fitting === 1 ? '1 question fits' : `${fitting} questions fit`;
  if (asked === fitting) return `${fits}; you get ${fitting === 1 ? 'it' : 'them all'}.`;
  return `${fits}; ${count(asked, 'question')} without those that are variants of one another or give each other away.`;
}

/** The questions of one type, of an exam, and those that tell apart what was mixed up; undefined: all. */
async function amongOf(
  bank: Bank,
  learner: Learner,
  { type: name, confused, these }: DrillFlags,
): Promise<ReadonlySet<ItemId> | undefined> {
  const type = name === undefined ? undefined : typeNamed(name);
  if (!type && !confused) return these && new Set(these);
  const ofType = bank.facts.filter((item) => !type || item.type === type).map(({ id }) => id);
  if (!confused) return new Set(ofType);
  const { tellingApart } = await import('../standing/standing.ts');
  return new Set(tellingApart(bank, learner, ofType));
}

function nothingLeft(names: readonly string[], { type, new: fresh }: DrillFlags): Failure {
  const where = names.length > 0 ? ` on ${listed(names)}` : '';
  const kind = type === undefined ? 'question' : `${type} question`;
  if (!fresh) return new Failure('usage', 'no-questions', `no ${kind} fits${where}`, 'quiz topics shows what there is');
  return new Failure(
    'usage',
    'nothing-new',
    `no ${kind}${where} is new to you`,
    'let the planner choose instead: quiz drill',
  );
}
