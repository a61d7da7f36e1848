// `quiz doctor`: what the program sees of its surroundings and records, for a bug report; it changes nothing.
import { relative } from 'node:path';
import { openBank } from '../bank/bank.ts';
import { once } from '../core/once.ts';
import { flaw, headOf, isError, type Problem } from '../core/problem.ts';
import { colourChoice } from '../core/text/colour-choice.ts';
import { safe } from '../core/text/safe.ts';
import { count } from '../core/text/wording.ts';
import { type ExitName, exitCodes, Failure, reasonOf } from '../failure.ts';
import { MINUTE_MS } from '../learning/learner/day.ts';
import { type Health, healthBlocks, healthRecords } from '../reports/health.ts';
import { backupsIn, fullestBackups } from '../store/care/backups.ts';
import { type Examination, examine } from '../store/care/examine.ts';
import { unusableFolders } from '../store/care/unusable.ts';
import { lossesOf } from '../store/derived/losses.ts';
import { withLosses } from '../store/journal/flaws.ts';
import { UNKNOWN_BANK } from '../store/journal/start.ts';
import { keptAside } from '../store/sessions/set-aside.ts';
import { readSettings } from '../store/settings/settings-files.ts';
import { asTyped } from '../system/command-line.ts';
import { hasWindow, windowSize } from '../system/output.ts';
import { version } from '../version.ts';
import type { Context } from './context.ts';
import { bankFolder } from './shared/bank-folder.ts';
import { decided } from './shared/decided.ts';
import { type Origin, sharedIds } from './shared/shared-id.ts';
import { dateAndTime } from './shared/when.ts';

export async function doctor(context: Context): Promise<number> {
  const examination = examined(context.places.data);
  const bank = await bankHere(context);
  const unusable = unusableFolders(context.places.data);
  const inRecords = await recordFindings(context, examination, unusable, bank.origin);
  const ofBank = bank.refused ? [bank.refused.finding] : [];
  const findings = [...unusable, ...inRecords, ...ofBank].map((one) => ({ ...one, hint: asTyped(one.hint) }));
  const facts = await factsOf(context, examination, bank.fact);
  if (context.globals.json)
    context.printJson({
      schema: 1,
      facts: Object.fromEntries(facts),
      sessions: examination.sessions.length,
      answers: answersIn(examination),
      findings: findings.map(({ at, ...rest }) => ({ ...rest, ...at })),
    });
  else
    await context.print(
      context.globals.plain ? [healthRecords({ facts, findings })] : healthBlocks({ facts, findings }),
    );
  if (unusable.length > 0) return exitCodes.disk;
  if (inRecords.some(isError)) return exitCodes.store;
  return bank.refused ? exitCodes[bank.refused.exit] : 0;
}

/** What is to be said of the records and settings. */
async function recordFindings(
  { places: { data, cache } }: Context,
  { sessions, findings, isKnown }: ExaminedFolder,
  unusable: readonly Problem[],
  bank: Origin | undefined,
): Promise<Problem[]> {
  if (!isKnown && unusable.length > 0) return []; // why they cannot be read is told already, with what to do
  const ofFiles = isKnown ? withLosses(findings, await lossesOf(data, sessions)) : findings;
  const shared = await sharedIds(bank, knownBanks(sessions), cache);
  const fullest = once(() => fullestBackups(data)); // it reads them all
  const backupWith = (session: string) => (isKnown ? fullest().get(session) : undefined);
  const isTold = ({ at }: Problem) => unusable.some((one) => one.at.file === at.file); // with what to do about the folder
  return [
    ...ofFiles.filter((one) => !isTold(one)),
    ...shared,
    ...answersAhead(sessions, Date.now()),
    ...readSettings(data).problems,
    ...keptAside(data, ofFiles, backupWith),
  ];
}

function knownBanks(sessions: Examination['sessions']): Origin[] {
  return sessions.flatMap(({ bank }) => (bank && bank.id !== UNKNOWN_BANK ? [bank] : []));
}

function answersIn({ sessions }: Examination): number {
  return sessions.reduce((sum, one) => sum + one.answered, 0);
}

async function factsOf(context: Context, examination: ExaminedFolder, bank: string): Promise<Health['facts']> {
  const { data, cache } = context.places;
  const { sessions, isKnown } = examination;
  const { columns, rows } = windowSize();
  const { TERM = '(not set)', LANG = '(not set)' } = process.env;
  const recorded = `${count(sessions.length, 'session')}, ${count(answersIn(examination), 'answer')}`;
  return [
    ['quiz', `${version}, Node ${process.version}, ${process.platform} ${process.arch}`],
    ['terminal', hasWindow() ? `${columns} by ${rows}, TERM ${TERM}` : 'none: the output goes elsewhere'],
    ['language', `LANG ${LANG}`],
    ['colour', await colourFact(context)],
    ['screen', screenFact(context)],
    ['bank', bank],
    ['records', `${data}: ${isKnown ? recorded : 'not known'}`],
    ...(knownBanks(sessions).length > 0 ? [['records of', banksInWords(sessions)] as const] : []),
    ['backups', String(backupsIn(data).length)],
    ['cache', cache ?? 'none'],
  ];
}

function screenFact({ isLinear }: Context): string {
  if (isLinear) return 'plain lines';
  return hasWindow() ? 'full screen' : 'none here, a full screen in a terminal';
}

async function colourFact({ globals, settings: chosen, isLinear }: Context): Promise<string> {
  const { colourRule } = await import('../terminal/painting/colour.ts');
  const { value, source } = decided('color', { globals, env: process.env, chosen });
  const { isOn, by } = colourRule(colourChoice(value), process.env, hasWindow() && !isLinear);
  return `${isOn ? 'on' : 'off'}: ${value === 'auto' ? by : source}`;
}

/** `isKnown`: false where a folder of the records cannot be looked into; that is the only finding then. */
interface ExaminedFolder extends Examination {
  readonly isKnown: boolean;
}

function examined(data: string): ExaminedFolder {
  try {
    return { ...examine(data), isKnown: true };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'unreadable-records') throw error;
    const { at, cause } = error;
    const place = headOf(relative(data, at?.file ?? data));
    const what = `this folder cannot be read (${reasonOf(cause)}), and what is in it is not known`;
    const hint = 'check that it is a folder, and its permissions';
    return { sessions: [], findings: [flaw('unreadable', place, what, hint)], isKnown: false };
  }
}

/** The clocks of machines that share records may differ by so much. An answer from further ahead is a finding. */
const TOLERATED_MS = 60 * MINUTE_MS;

/** Answers of a clock that was ahead. They count as the newest until their time has come, since sessions are ordered by their ends. */
function answersAhead(sessions: Examination['sessions'], now: number): Problem[] {
  const ahead = sessions.flatMap(({ file, times }) => {
    const late = times.filter((at) => at > now + TOLERATED_MS);
    return late.length > 0 ? [{ file, answers: late.length, until: Math.max(...late) }] : [];
  });
  const last = ahead.toSorted((a, b) => a.until - b.until).at(-1);
  if (!last) return [];
  const answers = ahead.reduce((sum, one) => sum + one.answers, 0);
  const until = dateAndTime(new Date(last.until).toISOString());
  const what = `${count(answers, 'answer')} in ${count(ahead.length, 'session')} ${answers === 1 ? 'has' : 'have'} a time that is still to come, up to ${until}; until then that counts as newer than what you answer now`;
  const hint =
    'check the date of this computer; where it is right, another clock was ahead, and there is nothing to do: it passes by then';
  return [flaw('clock-ahead', headOf(last.file), what, hint, 'warning')];
}

/** So many banks are named; of the others, how many there are. */
const MOST_BANKS = 8;

/** The banks that there are records of, most answers first. A bank whose id was changed is named nowhere else. */
function banksInWords(sessions: Examination['sessions']): string {
  const answers = new Map<string, number>();
  for (const { bank, answered } of sessions) if (bank) answers.set(bank.id, (answers.get(bank.id) ?? 0) + answered);
  const banks = [...answers].sort(([, a], [, b]) => b - a);
  const named = banks
    .slice(0, MOST_BANKS)
    .map(([id, number]) => `${safe(id) || 'a bank not known any more'} (${count(number, 'answer')})`);
  const more = banks.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** The bank in use. One that cannot be opened is a finding. */
interface BankSeen {
  /** What it is, in words. */
  readonly fact: string;
  readonly origin?: Origin;
  readonly refused?: { readonly finding: Problem; readonly exit: ExitName };
}

async function bankHere(context: Context): Promise<BankSeen> {
  const folder = bankFolder(context);
  try {
    const { id, facts, problems } = await openBank(folder, context.places.cache);
    const fact = `${folder}: ${count(facts.length, 'question')}, ${count(problems.length, 'problem')}`;
    return { fact, origin: { id, folder } };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { exit, code, message, hint, at } = error;
    const finding = flaw(code, { ...headOf(folder), ...at }, message, hint);
    return { fact: `${folder}: cannot be used`, refused: { finding, exit } };
  }
}
