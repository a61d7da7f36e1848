import type { Bank } from '../bank/bank.ts';
import type { Blueprint } from '../core/blueprint.ts';
import { type Drawing, draw, slotsFor } from '../core/form.ts';
import { examPolicy, type Policy } from '../core/policy.ts';
import { result } from '../core/result.ts';
import type { State } from '../core/session.ts';
import { clockTime, count, duration } from '../core/text.ts';
import { exitCodes, Failure } from '../failure.ts';
import type { Learner } from '../learning/learner.ts';
import { coverageNote } from '../reports/result.ts';
import { learnerIn } from '../store/derived.ts';
import { type Context, requireTerminal } from './context.ts';
import { freshSeed } from './drill.ts';
import { type OpenExam, openExams, tidyDrills } from './open-sessions.ts';
import { type Opened, resumeSession, sayOutcome, sitHeadless, startSession } from './sitting.ts';
import { durationMs, extraMs, percentValue, unknown, wholeNumber } from './values.ts';

export interface ExamOptions {
  readonly questions?: string;
  readonly time?: string;
  readonly extraTime?: string;
  readonly untimed?: boolean;
  readonly strict?: boolean;
  readonly seed?: string;
  readonly resume?: string | true;
  readonly failUnder?: string;
  readonly jsonl?: boolean;
}

/** `quiz exam [profile]`: a timed mock exam. Resolves to the exit code. */
export async function exam(context: Context, profile: string | undefined, options: ExamOptions): Promise<number> {
  if (!options.jsonl) requireTerminal(context, 'exam');
  if (options.untimed && (options.time !== undefined || options.extraTime !== undefined || options.strict)) {
    throw new Failure(
      'usage',
      'conflict',
      '--untimed goes with no other flag about time',
      'leave it out, or leave out --time, --extra-time and --strict',
    );
  }
  const failUnder = options.failUnder === undefined ? undefined : percentValue('--fail-under', options.failUnder);
  const bank = await context.bank();
  tidyDrills(context.sessions);
  const opened = await openExam(context, bank, profile, options);
  if (!opened) return 0;
  const { state, next } = options.jsonl
    ? { state: await sitHeadless(context, bank, opened), next: 'done' as const }
    : await (await import('./terminal-sitting.ts')).sitInTerminal(context, bank, opened);
  sayOutcome(context, state);
  if (next === 'again') await (await import('./drill.ts')).drill(context, [], { weak: true });
  return exitCode(state, failUnder);
}

function exitCode(state: State, failUnder: number | undefined): number {
  if (!state.closed) return exitCodes.left;
  return failUnder !== undefined && result(state).percent < failUnder ? exitCodes.errorsFound : 0;
}

/** The exam to be sat: an open one, or a new one. Undefined where the candidate thinks better of it. */
async function openExam(
  context: Context,
  bank: Bank,
  profile: string | undefined,
  options: ExamOptions,
): Promise<Opened | undefined> {
  const open = openExams(context.sessions, bank.id);
  if (options.resume !== undefined) return resumeSession(context, toResume(open, options.resume).session);
  const plan = planExam(bank, profile, options, await learnerIn(context.sessions, bank.id));
  if (options.jsonl) {
    if (plan.drawing.shortfalls.length > 0) for (const note of plan.notes) context.say(note);
    return begin(context, bank, plan);
  }
  const { askStart } = await import('./exam-start.ts');
  const choice = await askStart(context, plan, open);
  if (choice === 'quit') return undefined;
  return choice === 'start' ? begin(context, bank, plan) : resumeSession(context, choice.session);
}

function toResume(open: readonly OpenExam[], wanted: string | true): OpenExam {
  const [latest] = open;
  if (wanted === true && latest) return latest;
  const named = open.find(({ session }) => wanted !== true && session.startsWith(wanted));
  if (named) return named;
  if (!latest) throw new Failure('usage', 'nothing-to-resume', 'no exam is open', 'start one: quiz exam');
  throw unknown(
    'open exam',
    String(wanted),
    open.map(({ session }) => session),
    `open are: ${open.map(({ session }) => session).join(', ')}`,
  );
}

export interface ExamPlan {
  readonly blueprint: Blueprint;
  readonly drawing: Drawing;
  readonly policy: Policy;
  readonly seed: string;
  /** Sentences about the paper: its parts, what is missing, how much of it was seen before. */
  readonly notes: readonly string[];
}

export function planExam(bank: Bank, profile: string | undefined, options: ExamOptions, learner: Learner): ExamPlan {
  const blueprint = profileNamed(bank, profile);
  const total =
    options.questions === undefined ? blueprint.questions : wholeNumber('--questions', options.questions, 1, 500);
  const seed = options.seed ?? freshSeed();
  const age =
    options.seed !== undefined
      ? undefined
      : (item: string) => {
          const seen = learner.items[item];
          return seen ? Date.now() - seen.at : Number.POSITIVE_INFINITY;
        };
  const drawing = draw(blueprint, bank.facts, total, seed, age);
  if (drawing.items.length === 0)
    throw new Failure(
      'content',
      'empty-exam',
      `the bank has no question for ${blueprint.title}`,
      'quiz exam without a profile takes the default one',
    );
  const limitMs = limitOf(blueprint, drawing.items.length, options);
  const policy = examPolicy({
    pass: blueprint.pass,
    strict: options.strict ?? false,
    ...(limitMs !== undefined && { limitMs }),
  });
  return { blueprint, drawing, policy, seed, notes: notesOn(blueprint, drawing, total, learner) };
}

function profileNamed({ exams }: Bank, name: string | undefined): Blueprint {
  const [first] = exams;
  const found = name === undefined ? first : exams.find(({ id }) => id.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw unknown(
    'profile',
    name ?? '',
    exams.map(({ id }) => id),
    `the profiles are ${exams.map(({ id }) => id).join(', ')}`,
  );
}

/** The profile's minutes; in proportion where the paper is shorter or longer than the profile's. */
function limitOf(blueprint: Blueprint, total: number, { time, extraTime, untimed }: ExamOptions): number | undefined {
  if (untimed) return undefined;
  const usual = Math.max(60_000, Math.round((blueprint.minutes * 60_000 * total) / blueprint.questions));
  const limit = time === undefined ? usual : durationMs('--time', time);
  return extraTime === undefined ? limit : limit + extraMs('--extra-time', extraTime, limit);
}

function notesOn(
  blueprint: Blueprint,
  { items, parts, shortfalls }: Drawing,
  total: number,
  { items: seen }: Learner,
): string[] {
  const before = items.filter(({ id }) => seen[id]).length;
  return [
    ...statusNotes(blueprint),
    ...(parts.length > 1
      ? [
          parts
            .filter(({ got }) => got > 0)
            .map(({ title, got }) => `${title} ${got}`)
            .join(' · '),
        ]
      : []),
    ...(items.length < total ? [`The bank can give ${count(items.length, 'question')} of ${total}.`] : []),
    ...shortfalls.map(
      ({ part, wanted, got }) =>
        `${part}: ${got === 0 ? 'no questions here' : `only ${got}`} of ${wanted} in the blueprint.`,
    ),
    ...[coverageNote(blueprint)].filter(Boolean),
    before === 0
      ? 'You have seen none of these questions before.'
      : `You have answered ${before} of these questions before.`,
    "The result is percent right, on no vendor's scale.",
  ];
}

function statusNotes({ status, asOf, remark }: Blueprint): string[] {
  const dated = asOf ? ` (as of ${asOf})` : '';
  return [
    ...(status === 'current' ? [] : [`This exam is ${status === 'beta' ? 'in beta' : 'retired'}${dated}.`]),
    ...(remark ? [remark] : []),
  ];
}

function begin(context: Context, bank: Bank, { blueprint, drawing, policy, seed }: ExamPlan): Opened {
  const paper = bank.load(drawing.items.map(({ id }) => id));
  const unscored = Math.round((blueprint.unscored * paper.size) / blueprint.questions);
  const form = {
    title: blueprint.title,
    profile: blueprint.id,
    seed,
    slots: slotsFor([...paper.values()], seed, { unscored }),
  };
  return startSession(context, bank, { form, policy });
}

/** "65 questions in 2 h 10 min, pass line 72 %". */
export function examInWords({ drawing, policy }: ExamPlan): string {
  const time = policy.limitMs === undefined ? 'without a time limit' : `in ${duration(policy.limitMs)}`;
  return `${count(drawing.items.length, 'question')} ${time}, pass line ${policy.pass} %`;
}

/** "12 of 30 answered, 31:10 left". */
export function openInWords({ answered, of, remainingMs }: OpenExam): string {
  return `${answered} of ${of} answered${remainingMs === undefined ? '' : `, ${clockTime(remainingMs)} left`}`;
}
