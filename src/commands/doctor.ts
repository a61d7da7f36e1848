// `quiz doctor`: what the program sees of its surroundings and records, for a bug report; it changes nothing.
import { relative } from 'node:path';
import { openBank } from '../bank/bank.ts';
import { once } from '../core/once.ts';
import { headOf, type Problem } from '../core/problem.ts';
import { colourChoice } from '../core/text/colour-choice.ts';
import { safe } from '../core/text/safe.ts';
import { count } from '../core/text/text.ts';
import { type ExitName, exitCodes, Failure, reasonOf } from '../failure.ts';
import { MINUTE_MS } from '../learning/learner/day.ts';
import { type Health, healthBlocks } from '../reports/health.ts';
import { backupsIn, fullestBackups } from '../store/care/backups.ts';
import { type Examination, examine } from '../store/care/examine.ts';
import { unusableFolders } from '../store/care/unusable.ts';
import { lossesOf } from '../store/derived/losses.ts';
import { flaw, withLosses } from '../store/journal/flaws.ts';
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
  const { data, cache } = context.places;
  const { sessions: counted, findings: inFiles, isKnown } = examined(data);
  const found = isKnown ? withLosses(inFiles, await lossesOf(data, counted)) : inFiles;
  const unusable = unusableFolders(data);
  const isReadable = isKnown || unusable.length === 0; // else it is told once, with what to do
  const { fact: bank, origin, refused } = await bankHere(context);
  const known = counted.flatMap(({ bank }) => (bank && bank.id !== UNKNOWN_BANK ? [bank] : []));
  const shared = await sharedIds(origin, known, cache);
  const fullest = once(() => fullestBackups(data)); // it reads them all
  const kept = () => keptAside(data, found, (session) => (isKnown ? fullest().get(session) : undefined));
  const inFolder = isReadable
    ? [...found, ...shared, ...answersAhead(counted, Date.now()), ...readSettings(data).problems, ...kept()]
    : [];
  const ofRecords = [...unusable, ...inFolder];
  const all = refused ? [...ofRecords, refused.finding] : ofRecords;
  const findings = all.map((one) => ({ ...one, hint: asTyped(one.hint) }));
  const sessions = counted.length;
  const answers = counted.reduce((sum, one) => sum + one.answered, 0);
  const { columns, rows } = windowSize();
  const { TERM = '(not set)', LANG = '(not set)' } = process.env;
  const facts: Health['facts'] = [
    ['quiz', `${version}, Node ${process.version}, ${process.platform} ${process.arch}`],
    ['terminal', hasWindow() ? `${columns} by ${rows}, TERM ${TERM}` : 'none: the output goes elsewhere'],
    ['language', `LANG ${LANG}`],
    ['colour', await colourFact(context)],
    ['screen', screenFact(context)],
    ['bank', bank],
    ['records', `${data}: ${isKnown ? `${count(sessions, 'session')}, ${count(answers, 'answer')}` : 'not known'}`],
    ...(known.length > 0 ? [['records of', banksInWords(counted)] as const] : []),
    ['backups', String(backupsIn(data).length)],
    ['cache', cache ?? 'none'],
  ];
  if (context.globals.json)
    context.printJson({
      schema: 1,
      facts: Object.fromEntries(facts),
      sessions,
      answers,
      findings: findings.map(({ at, ...rest }) => ({ ...rest, ...at })),
    });
  else await context.print(healthBlocks({ facts, findings }));
  if (unusable.length > 0) return exitCodes.disk;
  if (ofRecords.some(({ severity }) => severity === 'error')) return exitCodes.store;
  return refused ? exitCodes[refused.exit] : 0;
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

/** The records as they are seen; where a folder of theirs cannot be looked into, that is the finding, and what is in it is not known. */
function examined(data: string): Examination & { readonly isKnown: boolean } {
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

/** Clocks of machines that share records may differ by so much; what is later was answered by one that was ahead. */
const TOLERATED_MS = 60 * MINUTE_MS;

/** Answers of a clock that was ahead: sessions go by their ends, so these stay the newest until their time has come. */
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

/** So many banks are named. */
const MOST_BANKS = 8;

/** The banks that there are records of, most answers first: under an id that was changed they are shown nowhere else. */
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

/** The bank as it is seen, or why it is not: what nobody can practise with is a finding too. */
interface BankSeen {
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
    const finding = { code, severity: 'error', at: { ...headOf(folder), ...at }, message, hint } as const;
    return { fact: `${folder}: cannot be used`, refused: { finding, exit } };
  }
}
