// What a mock exam is to be: its profile, the paper drawn for it, its time, and what is said of all that beforehand.
import type { Bank } from '../../bank/bank.ts';
import { type ItemFacts, isWithin } from '../../core/items/item.ts';
import { type Blueprint, unscoredOf } from '../../core/papers/blueprint.ts';
import { type Drawing, draw, type Shortfall } from '../../core/papers/draw.ts';
import type { Age } from '../../core/papers/pools.ts';
import { examPolicy, type Policy } from '../../core/sitting/policy.ts';
import { count, duration, listed } from '../../core/text/wording.ts';
import { Failure } from '../../failure.ts';
import { lastSeen } from '../../learning/learner/history.ts';
import type { Learner } from '../../learning/learner/learner.ts';
import { coverageNote } from '../../reports/result.ts';
import { seedWord } from '../../system/chance.ts';
import { durationMs, extraMs, LONGEST_MS, questionsWanted, seedFrom, unknown } from '../shared/values.ts';

/** The flags of `quiz exam` that make a new one. */
export interface PlanOptions {
  readonly questions?: string;
  readonly time?: string;
  readonly extraTime?: string;
  readonly untimed?: boolean;
  readonly strict?: boolean;
  readonly seed?: string;
}

export interface ExamPlan {
  readonly blueprint: Blueprint;
  readonly drawing: Drawing;
  readonly policy: Policy;
  readonly seed: string;
  /** Sentences about the paper: its parts, what is missing, how much of it was seen before. */
  readonly notes: readonly string[];
}

export function planExam(bank: Bank, profile: string | undefined, options: PlanOptions, learner: Learner): ExamPlan {
  const blueprint = profileNamed(bank, profile);
  const total = questionsWanted(options) ?? blueprint.questions;
  const seed = seedFrom(options) ?? seedWord();
  const age = options.seed === undefined ? ageFor(learner) : undefined; // a seed that was named gives the same paper again
  const drawing = draw(blueprint, bank.facts, total, seed, age);
  if (drawing.items.length === 0) throw nothingDrawn(blueprint, bank, total);
  const limitMs = limitOf(blueprint, drawing.items.length, options);
  const policy = examPolicy({
    pass: blueprint.pass,
    strict: options.strict ?? false,
    ...(limitMs !== undefined && { limitMs }),
  });
  const notes = notesOn(blueprint, drawing, bank, total, learner);
  return { blueprint, drawing, policy, seed, notes };
}

/** How long ago the learner saw an item. */
function ageFor(learner: Learner): Age {
  return (item) => {
    const seen = lastSeen(learner, item);
    return seen === undefined ? Number.POSITIVE_INFINITY : Date.now() - seen;
  };
}

/** Throws a usage failure where a number or a time is impossible: told also where an exam is resumed, which has its own. */
export function requireSoundValues(options: PlanOptions): void {
  const { time, extraTime } = options;
  questionsWanted(options);
  seedFrom(options);
  if (time !== undefined) durationMs('--time', time);
  if (extraTime !== undefined) extraMs(extraTime, 0);
}

/** Why there is no paper: the bank has no questions on the profile's parts, or only cases that are larger than the paper. */
function nothingDrawn({ title, parts }: Blueprint, { facts }: Bank, total: number): Failure {
  if (facts.some(isAskedIn(parts)))
    return new Failure(
      'usage',
      'too-few',
      `${count(total, 'question')} cannot be drawn for ${title}: its questions come in cases that have more, or some of another part`,
      'questions that share a case come together: ask for more of them with --questions',
    );
  return new Failure(
    'content',
    'empty-exam',
    `the bank has no question on any part of ${title}`,
    'quiz exam without a profile takes the default one',
  );
}

/** Whether a question belongs to a part that has places on the paper. */
function isAskedIn(parts: Blueprint['parts']): (item: ItemFacts) => boolean {
  const asked = parts.filter(({ weight }) => weight > 0).flatMap(({ topics }) => topics);
  return ({ topics: [home] }) => parts.length === 0 || asked.some((one) => isWithin(home, one));
}

/** Why the paper has fewer questions than were asked for: the bank has no more, or they do not all go on one paper. */
function shortNote({ parts }: Blueprint, { facts }: Bank, { items }: Drawing, total: number): string[] {
  if (items.length >= total) return [];
  if (facts.filter(isAskedIn(parts)).length < total)
    return [`The bank has ${items.length} of the ${count(total, 'question')} that were asked for.`];
  return [
    `Only ${items.length} of the ${count(total, 'question')} that were asked for go on one paper: cases come whole, and of a family comes one.`,
  ];
}

/** The profile of that name, in capitals or not; the first without a name. Throws a usage failure where there is none. */
export function profileNamed({ exams }: Bank, name: string | undefined): Blueprint {
  const [first] = exams;
  const found = name === undefined ? first : exams.find(({ id }) => id.toLowerCase() === name.toLowerCase());
  if (found) return found;
  const ids = exams.map(({ id }) => id);
  throw unknown('profile', name ?? '', ids, `the profiles are ${ids.join(', ')}`);
}

/** The profile's minutes; in proportion where the paper is shorter or longer than the profile's. */
function limitOf(blueprint: Blueprint, total: number, { time, extraTime, untimed }: PlanOptions): number | undefined {
  if (untimed) return undefined;
  const usual = Math.max(60_000, Math.round((blueprint.minutes * 60_000 * total) / blueprint.questions));
  const limit = time === undefined ? usual : durationMs('--time', time);
  return extraTime === undefined ? limit : withExtra(limit, extraTime);
}

function withExtra(limit: number, extraTime: string): number {
  const whole = limit + extraMs(extraTime, limit);
  if (whole <= LONGEST_MS) return whole;
  throw new Failure(
    'usage',
    'bad-time',
    `with ${extraTime} more the exam would last more than 24 hours`,
    'give it less',
  );
}

function notesOn(blueprint: Blueprint, drawing: Drawing, bank: Bank, total: number, learner: Learner): string[] {
  const { items, parts, shortfalls } = drawing;
  const before = items.filter(({ id }) => lastSeen(learner, id) !== undefined).length;
  const unscored = unscoredOf(blueprint, items.length);
  const asked = parts.filter(({ got }) => got > 0);
  return [
    ...statusNotes(blueprint),
    ...(parts.length > 1 ? [asked.map(({ title, got }) => `${title} ${got}`).join(' · ')] : []),
    ...leftOut(blueprint, drawing),
    ...(unscored > 0 ? [`${unscored} of these questions will not count, as in the real exam.`] : []),
    ...shortNote(blueprint, bank, drawing, total),
    ...shortfalls.flatMap((shortfall) => lackNote(blueprint, bank, shortfall)),
    ...coverageNote(blueprint),
    `You have seen ${before === 0 ? 'none' : before} of these questions before.`,
    "The result is percent right, on no vendor's scale.",
  ];
}

/** Which part of the paper has too few questions: because the bank has no more, or because not all it has go together. */
function lackNote({ parts }: Blueprint, { facts }: Bank, { part, wanted, got }: Shortfall): string[] {
  if (part === '') return []; // without weights the whole bank is one part
  const own = parts.filter(({ title }) => title === part);
  const hasMore = facts.filter(isAskedIn(own)).length > got;
  const lacks = `${part}: ${count(wanted, 'question')} on such a paper, ${got === 0 ? 'none' : `only ${got}`}`;
  return [hasMore ? `${lacks} on this one: cases come whole, and of a family comes one.` : `${lacks} here.`];
}

/** Parts for which so short a paper has no place; one without any weight has none on a longer one either. */
function leftOut(blueprint: Blueprint, { parts, shortfalls }: Drawing): string[] {
  const weighing = new Set(blueprint.parts.filter(({ weight }) => weight > 0).map(({ title }) => title));
  const missing = parts.filter(
    ({ title, got }) => got === 0 && weighing.has(title) && !shortfalls.some(({ part }) => part === title),
  );
  return missing.length > 0 ? [`A paper this short leaves out ${listed(missing.map(({ title }) => title))}.`] : [];
}

function statusNotes({ status, asOf, remark }: Blueprint): string[] {
  const dated = asOf ? ` (as of ${asOf})` : '';
  return [
    ...(status === 'current' ? [] : [`This exam is ${status === 'beta' ? 'in beta' : 'retired'}${dated}.`]),
    ...(remark ? [remark] : []),
  ];
}

/** "65 questions in 2 h 10 min, pass line 72 %". */
export function planInWords({ drawing, policy }: ExamPlan): string {
  const time = policy.limitMs === undefined ? 'without a time limit' : `in ${duration(policy.limitMs)}`;
  return `${count(drawing.items.length, 'question')} ${time}, pass line ${policy.pass} %`;
}
