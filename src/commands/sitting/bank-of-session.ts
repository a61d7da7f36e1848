// The bank with which a session goes on or is looked back on. That is the bank in use if the session belongs to it; otherwise the
// one that its journal names; and for an open exam whose bank cannot be used, the copy of the questions that the exam keeps.
import type { Bank } from '../../bank/bank.ts';
import type { Item } from '../../core/items/item.ts';
import type { Started } from '../../core/sitting/events.ts';
import { keptTogether } from '../../core/text/wording.ts';
import { Failure, unlessFailed } from '../../failure.ts';
import { UNKNOWN_BANK } from '../../store/journal/start.ts';
import type { Sessions } from '../../store/sessions/sessions.ts';
import { carryFlags, shellWord } from '../../system/command-line.ts';
import type { Context } from '../context.ts';
import { bankFolder } from '../shared/bank-folder.ts';
import { allOpenExams, examsOf } from './open-exams.ts';
import { sessionsNamed, stateOf } from './sessions-named.ts';

/** What a session is sat or shown with: its bank, a context in which that is the bank in use, and what has to be said of it. */
export interface Ground {
  readonly context: Context;
  readonly bank: Bank;
  readonly remarks: readonly string[];
}

/** A session by its name and its bank. */
type Named = Pick<Started, 'session' | 'bank'>;

/** The bank in use, or why it cannot be used. */
interface Here {
  readonly folder: string;
  readonly bank: Bank | Failure;
}

/**
 * The ground of an exam that is to be resumed: the one of that name, of whichever bank, or (`true`) the latest of the bank in use, and of
 * the profile where one is named.
 * Where no single exam fits, the ground is the bank in use, and its failure is thrown if it has one. Throws a usage failure where
 * an exam has neither its bank nor a copy.
 */
export async function groundToResume(
  context: Context,
  wanted: string | true,
  profile: string | undefined,
): Promise<Ground> {
  const here = await bankHere(context);
  const open = allOpenExams(context.sessions);
  const meant = wanted === true ? examsOf(open, profile) : open.filter(({ session }) => session.startsWith(wanted));
  const own = meant.find((exam) => isOf(exam, here.bank));
  if (own && isBank(here.bank)) return { context, bank: here.bank, remarks: await begunElsewhere(context, own, here) };
  const ofFolder = meant.filter(({ bank }) => bank.folder === here.folder);
  const [exam, ...others] = wanted === true ? ofFolder.slice(0, 1) : meant;
  if (!exam || others.length > 0) return groundHere(context, here);
  const there = await bankThere(context, here, exam);
  if (isBank(there) && isOf(exam, there)) return groundThere(context, there, exam);
  return (await groundOfCopy(context, here, exam, there)) ?? refuse(here, exam, there, `exam --resume ${exam.session}`);
}

/** What is said of an exam that another bank with the same id began. */
async function begunElsewhere({ places }: Context, { bank }: Named, { folder }: Here): Promise<string[]> {
  if (bank.folder === folder) return [];
  const { sharedId } = await import('../shared/shared-id.ts');
  const found = await sharedId(bank.id, [folder, bank.folder], places.cache);
  return found.map(() => `This exam was begun in ${bank.folder}, another bank with the id "${bank.id}".`);
}

/** The ground of a session that is over: its own bank, even where another one is in use. */
export async function groundToLookBack(
  context: Context,
  verb: 'review' | 'report',
  wanted: string | undefined,
): Promise<Ground> {
  const here = await bankHere(context);
  const past = wanted === undefined ? undefined : startOf(context.sessions, wanted);
  if (!past || past.bank.id === UNKNOWN_BANK || (isBank(here.bank) && isOf(past, here.bank)))
    return groundHere(context, here);
  const there = await bankThere(context, here, past);
  if (isBank(there) && isOf(past, there)) return groundThere(context, there, past);
  return refuse(here, past, there, `${verb} ${past.session}`);
}

/** A failure to open a bank. Where an exam of that bank is open, which can go on all the same, the hint says how. */
export async function namingOpenExam(error: unknown, sessions: Sessions, folder: string): Promise<unknown> {
  if (!isContent(error)) return error;
  const open = unlessFailed(() => allOpenExams(sessions)) ?? []; // what is wrong with the bank comes first
  const exam = open.find(({ bank, isRunning }) => bank.folder === folder && !isRunning);
  if (!exam || (await copyOf(sessions, exam)).length === 0) return error;
  const { exit, code, message, hint, at, cause } = error;
  const wayOn = `An exam of this bank is open and goes on from its own copy of the questions: quiz exam --resume ${exam.session}`;
  return new Failure(exit, code, message, `${hint}\n${wayOn}`, at, cause);
}

async function bankHere(context: Context): Promise<Here> {
  const folder = bankFolder(context);
  return { folder, bank: await bankIn(context, folder) };
}

async function bankIn(context: Context, folder: string): Promise<Bank | Failure> {
  try {
    return await context.bank(folder);
  } catch (error) {
    if (isContent(error)) return error;
    throw error;
  }
}

function bankThere(context: Context, here: Here, { bank: { folder } }: Named): Promise<Bank | Failure> {
  return folder === here.folder ? Promise.resolve(here.bank) : bankIn(context, folder);
}

function groundHere(context: Context, { bank }: Here): Ground {
  if (isBank(bank)) return { context, bank, remarks: [] };
  throw bank;
}

function groundThere(context: Context, bank: Bank, { session }: Named): Ground {
  const remark = `Session ${session} belongs to the bank "${bank.id}" in ${bank.folder}, which is used for it.`;
  return { context: withBank(context, bank.folder), bank, remarks: [remark] };
}

/** The copy of its questions that an exam keeps; undefined where there is none that reads. */
async function groundOfCopy(
  context: Context,
  here: Here,
  exam: Named,
  there: Bank | Failure,
): Promise<Ground | undefined> {
  const { bank } = exam;
  const items = await copyOf(context.sessions, exam);
  if (items.length === 0) return undefined;
  const { bankOfCopy } = await import('../../bank/bank-of-copy.ts');
  const noNotes = new Failure('content', 'no-notes', 'the bank cannot be opened, and the notes are in it', 'mend it');
  return {
    context: bank.folder === here.folder ? context : withBank(context, bank.folder),
    bank: bankOfCopy(bank, items, noNotes),
    remarks: [`The bank cannot be used: ${whyNot(bank, there)}. The exam goes on from its own copy of the questions.`],
  };
}

/** The questions that an exam kept, as far as they read. */
async function copyOf({ folder }: Sessions, { session }: Named): Promise<readonly Item[]> {
  return (await import('../../store/sessions/papers.ts')).keptPaper(folder, session).items;
}

/** Throws what is wrong with the bank of a session for which there is no copy either. */
function refuse(here: Here, { session, bank }: Named, there: Bank | Failure, command: string): never {
  if (bank.folder === here.folder && !isBank(there)) throw there;
  throw new Failure(
    'usage',
    'other-bank',
    `session ${session} belongs to the bank "${bank.id}", which cannot be used: ${whyNot(bank, there)}`,
    `where it lies elsewhere now, name that folder: ${keptTogether(`quiz ${command} --bank ${shellWord(bank.folder)}`)}`,
  );
}

function whyNot({ id, folder }: Named['bank'], there: Bank | Failure): string {
  if (isBank(there)) return `in ${folder} is "${there.id}" now, and it was "${id}"`;
  const { at, message } = there;
  return at?.line === undefined ? message : `${at.file}:${at.line}:${at.column ?? 1}: ${message}`;
}

/** The context with another bank in use. Commands that the program recommends name that bank from here on. */
function withBank(context: Context, folder: string): Context {
  const globals = { ...context.globals, bank: folder };
  carryFlags(globals);
  return { ...context, globals, bank: (other = folder) => context.bank(other) };
}

/** How the session began that has this name, or whose name alone begins with it. */
function startOf(sessions: Sessions, name: string): Named | undefined {
  const [file, ...others] = sessionsNamed(sessions, name);
  return file && others.length === 0 ? stateOf(sessions, file)?.started : undefined;
}

function isOf({ bank }: Named, other: Bank | Failure): boolean {
  return isBank(other) && other.id === bank.id;
}

function isBank(found: Bank | Failure): found is Bank {
  return !(found instanceof Failure);
}

/** Whether a bank is at fault, and not the disk or the records. */
function isContent(error: unknown): error is Failure {
  return error instanceof Failure && error.exit === 'content';
}
