import type { Bank } from '../bank/bank.ts';
import type { Topic } from '../core/items/item.ts';
import { unscoredOf } from '../core/papers/blueprint.ts';
import { slotsFor } from '../core/sitting/form.ts';
import { missedIn, result } from '../core/sitting/result.ts';
import { type State, wasGivenUp } from '../core/sitting/state.ts';
import { exitCodes, Failure } from '../failure.ts';
import { learnerIn } from '../store/derived/derived.ts';
import { finishedElsewhere } from '../store/sessions/sessions.ts';
import { commandLine } from '../system/command-line.ts';
import type { Context } from './context.ts';
import { requireTerminal } from './shared/require-terminal.ts';
import { begunBy, percentValue, unknown } from './shared/values.ts';
import type { Ground } from './sitting/bank-of-session.ts';
import { type ExamPlan, type PlanOptions, planExam, profileNamed, requireSoundValues } from './sitting/exam-plan.ts';
import { allOpenExams, examsOf, type OpenExam, openExams, openInWords } from './sitting/open-exams.ts';
import { sitSession } from './sitting/sit-session.ts';
import { type OpenSitting, resumeSession, sayOutcome, startSession } from './sitting/sitting.ts';
import { tidyDrills } from './sitting/tidy-drills.ts';

export interface ExamOptions extends PlanOptions {
  readonly resume?: string | true;
  readonly failUnder?: string;
  readonly jsonl?: boolean;
}

/** `quiz exam [profile]`: a timed mock exam. Resolves to the exit code. */
export async function exam(given: Context, profile: string | undefined, options: ExamOptions): Promise<number> {
  refuseConflicts(options);
  const failUnder = options.failUnder === undefined ? undefined : percentValue('--fail-under', options.failUnder);
  const { context, bank, remarks } = await groundFor(given, profile, options);
  await tidyDrills(context.sessions, bank.id);
  const opened = await openExam(context, bank, profile, options);
  if (!opened) return 0;
  const { state, next } = await sitSession(context, bank, opened, remarks, options);
  await sayOutcome(context, state);
  if (next !== 'done') await drillAfter(context, state, next);
  return exitCode(state, failUnder);
}

/** A drill of topics, or of what was missed; of weak topics where nothing was. */
async function drillAfter(context: Context, state: State, wish: 'again' | readonly Topic[]): Promise<void> {
  const { drill, drillOf } = await import('./drill.ts');
  const { slots } = state.started.form;
  const these = missedIn(state).flatMap((slot) => slots[slot - 1]?.item ?? []);
  if (wish !== 'again') await drillOf(context, wish);
  else if (these.length > 0) await drill(context, [], { missed: true, these });
  else await drillOf(context, []);
}

async function groundFor(context: Context, profile: string | undefined, { resume }: ExamOptions): Promise<Ground> {
  if (resume === undefined) return { context, bank: await context.bank(), remarks: [] };
  return (await import('./sitting/bank-of-session.ts')).groundToResume(context, resume, profile);
}

function refuseConflicts({ untimed, strict, time, extraTime }: ExamOptions): void {
  if (untimed && (time !== undefined || extraTime !== undefined || strict))
    throw new Failure(
      'usage',
      'conflict',
      '--untimed goes with no other flag about time',
      'leave it out, or leave out --time, --extra-time and --strict',
    );
}

/** An exam that is resumed is the one that was begun, whatever else is asked for; without its name a profile tells which. */
function sayUnchanged(context: Context, profile: string | undefined, options: ExamOptions): void {
  const { resume, untimed, strict, time, extraTime, questions, seed } = options;
  const others = [untimed, strict, time, extraTime, questions, seed, ...(resume === true ? [] : [profile])];
  if (others.some((given) => given !== undefined))
    context.say('This exam goes on as it was begun; its profile, questions and time stay what they are.');
}

function exitCode(state: State, failUnder: number | undefined): number {
  if (!state.closed) return exitCodes.left;
  return failUnder !== undefined && (wasGivenUp(state) || result(state).percent < failUnder)
    ? exitCodes.errorsFound
    : 0;
}

/** The exam to be sat: an open one, or a new one. Undefined where the candidate thinks better of it. */
async function openExam(
  context: Context,
  bank: Bank,
  profile: string | undefined,
  options: ExamOptions,
): Promise<OpenSitting | undefined> {
  const open = openExams(context.sessions, bank.id);
  if (options.resume !== undefined) {
    // The exam has its own profile, questions and time; a wrong name or value is told all the same.
    if (profile !== undefined && bank.exams.length > 0) profileNamed(bank, profile);
    requireSoundValues(options);
    const { session } = toResume(context, bank, open, profile, options.resume);
    if (!options.jsonl) requireTerminal(context, 'exam');
    sayUnchanged(context, profile, options);
    const { challenges } = await learnerIn(context.sessions, bank.id); // before it: nothing is written beside records of a later version
    return { ...resumeSession(context, session), challenges };
  }
  const learner = await learnerIn(context.sessions, bank.id);
  const plan = planExam(bank, profile, options, learner);
  if (options.jsonl) {
    if (plan.drawing.shortfalls.length > 0) for (const note of plan.notes) context.say(note);
    return begin(context, bank, plan);
  }
  requireTerminal(context, 'exam'); // after the plan, so that a wrong name or number is told wherever it is typed
  const { askStart } = await import('./sitting/exam-start.ts');
  const choice = await askStart(context, plan, open);
  if (choice === 'quit') return undefined;
  const opened = choice === 'start' ? await begin(context, bank, plan) : resumeSession(context, choice.session);
  return { ...opened, challenges: learner.challenges };
}

function toResume(
  context: Context,
  bank: Bank,
  open: readonly OpenExam[],
  profile: string | undefined,
  wanted: string | true,
): OpenExam {
  const [exam] = wanted === true ? examsOf(open, profile) : [examNamed(context, open, wanted)];
  if (exam) return exam;
  const refusal = (message: string, hint: string) => new Failure('usage', 'nothing-to-resume', message, hint);
  if (open.length > 0)
    throw refusal(
      `no exam of the profile "${profile}" is open`,
      open.map((one) => `open is ${wayInto(one)}`).join('\n'),
    );
  const [other] = allOpenExams(context.sessions);
  if (!other)
    throw refusal('no exam is open', `start one: ${commandLine('exam', ...(profile === undefined ? [] : [profile]))}`);
  throw refusal(`no exam of "${bank.title}" is open`, `another bank has one open, ${wayInto(other)}`);
}

function wayInto(exam: OpenExam): string {
  return `"${exam.title}", ${openInWords(exam)}: quiz exam --resume ${exam.session}`;
}

/** The exam whose name begins so; undefined where none is open. */
function examNamed({ sessions }: Context, open: readonly OpenExam[], name: string): OpenExam | undefined {
  const names = open.map(({ session }) => session);
  const found = begunBy(name, 'open exam', names);
  if (found === undefined && sessions.isFinished(name)) throw finishedElsewhere(name);
  if (found === undefined && open.length > 0) throw unknown('open exam', name, names, `open are: ${names.join(', ')}`);
  return open.find(({ session }) => session === found);
}

async function begin(
  context: Context,
  bank: Bank,
  { blueprint, drawing, policy, seed }: ExamPlan,
): Promise<OpenSitting> {
  const paper = bank.load(drawing.items.map(({ id }) => id));
  const unscored = unscoredOf(blueprint, paper.size);
  const form = {
    title: blueprint.title,
    profile: blueprint.id,
    seed,
    slots: slotsFor([...paper.values()], seed, { unscored }),
  };
  const { keepPaper } = await import('../store/sessions/papers.ts');
  return startSession(context, bank, { form, policy }, (session) =>
    keepPaper(context.sessions.folder, session, [...paper.values()]),
  );
}
