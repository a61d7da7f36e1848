// `quiz check [file…]`: every problem of a bank at once, with its place and what to do; with --coverage, how far it covers the notes.
import { sep } from 'node:path';
import type { Change } from '../bank/editing/fix.ts';
import { listFolder } from '../bank/files.ts';
import { noQuestions } from '../bank/no-questions.ts';
import { isError } from '../core/problem.ts';
import { count } from '../core/text/wording.ts';
import { exitCodes, Failure } from '../failure.ts';
import { commandPiece } from '../system/command-line.ts';
import { currentFolder } from '../system/given-folders.ts';
import { type CheckedBank, checkBank } from './checking/checked-bank.ts';
import { checkDocument } from './checking/document.ts';
import { checkRecords, printGithub, printGithubFailure, printPretty } from './checking/print.ts';
import { type CheckTarget, targetsOf } from './checking/targets.ts';
import { refuseWatching, watchChecks } from './checking/watch.ts';
import type { Context } from './context.ts';
import { oneNamed, wholeNumber } from './shared/values.ts';

export interface CheckOptions {
  readonly format?: string;
  readonly maxWarnings?: string;
  readonly coverage?: boolean;
  /** Mends what needs no guess, and checks again. */
  readonly fix?: boolean;
  /** Goes on, and checks again after each change. */
  readonly watch?: boolean;
  /** Shows all problems, however many. */
  readonly all?: boolean;
}

export const FORMATS = ['pretty', 'json', 'github'];

export async function check(context: Context, files: readonly string[], given: CheckOptions): Promise<number> {
  const options = { ...given, format: formatOf(context, given) };
  const mostWarnings = wholeNumber('--max-warnings', options.maxWarnings, 0, 1_000_000) ?? Number.POSITIVE_INFINITY;
  if (options.watch) refuseWatching(options);
  const targets = targetsOf(context, files, currentFolder() ?? sep);
  refuseEmpty(targets);
  const changes = options.fix ? await (await import('./checking/fix.ts')).fix(targets, context.places.cache) : [];
  const look = () => checkAll(context, targets, options);
  const checkOnce = async () => {
    const checked = await look();
    if (options.format !== 'json') sayWhich(context, checked);
    await print(context, { checked, files, changes }, options);
    return checked;
  };
  if (options.watch) return watchChecks(context, targets, files, options, { first: checkOnce, again: look });
  const checked = await checkOnce();
  refuseUnreadable(checked);
  const problems = checked.flatMap((one) => one.problems);
  const errors = problems.filter(isError).length;
  return errors > 0 || problems.length - errors > mostWarnings ? exitCodes.errorsFound : 0;
}

function formatOf({ globals }: Context, { format }: CheckOptions): string {
  if (format === undefined) return globals.json ? 'json' : 'pretty';
  oneNamed('format', format, FORMATS, `the formats are ${FORMATS.join(', ')}`);
  if (!globals.json || format === 'json') return format;
  const message = `--json and --format ${format} cannot go together`;
  throw new Failure('usage', 'conflict', message, 'leave one of them out: --json is --format json');
}

/** What keeps a bank from being checked stands beside its line too, where the lines of a pull request are all that is looked at. */
async function checkAll(
  context: Context,
  targets: readonly CheckTarget[],
  { format }: CheckOptions,
): Promise<CheckedBank[]> {
  const checked: CheckedBank[] = [];
  for (const target of targets) {
    try {
      checked.push(await checkBank(target, context.places.cache));
    } catch (error) {
      if (format === 'github' && error instanceof Failure) printGithubFailure(target.folder, error);
      throw error;
    }
  }
  return checked;
}

async function print(context: Context, { checked, files, changes }: Findings, options: CheckOptions): Promise<void> {
  if (options.format === 'json') return context.printJson(checkDocument(checked, options, changes));
  for (const { file, line, message } of changes) context.say(`Mended ${file}:${line}: ${message}.`);
  if (options.fix && changes.length === 0 && checked.some(({ problems }) => problems.length > 0))
    context.say('Nothing could be mended without a guess.');
  if (options.format === 'github') {
    printGithub(checked);
    if (options.coverage)
      context.say(`--format github shows no coverage. See it: ${commandPiece('check', ...files, '--coverage')}`);
  } else if (context.globals.plain) await context.print([checkRecords(checked, options)]);
  else await printPretty(context, checked, files, options);
}

interface Findings {
  readonly checked: readonly CheckedBank[];
  /** The names that were given. */
  readonly files: readonly string[];
  /** What --fix has mended. */
  readonly changes: readonly Change[];
}

/** A folder with nothing of a bank in it is a wrong one, sooner than a bank without mistakes. */
function refuseEmpty(targets: readonly CheckTarget[]): void {
  for (const { folder, only } of targets) {
    if (only) continue;
    const { manifest, questions } = listFolder(folder);
    if (manifest === undefined && questions.length === 0) throw noQuestions(folder);
  }
}

/** Which bank it is, since the shipped one stands in where there is none here. */
function sayWhich(context: Context, checked: readonly CheckedBank[]): void {
  for (const { bank, target } of checked) {
    const advice = target.isShipped ? ' It comes with quiz: name yours with --bank.' : '';
    const files = target.only?.map(target.nameOf).join(', ');
    context.say(
      files ? `Checking ${files}, outside any bank.` : `Checking "${bank.title}" in ${bank.folder}.${advice}`,
    );
  }
}

/** A bank without a readable manifest cannot be used by any command: that is more than an error in it. */
function refuseUnreadable(checked: readonly CheckedBank[]): void {
  for (const { bank, target } of checked) {
    const [first] = bank.manifestErrors;
    if (!first) continue;
    const file = target.nameOf(first.at.file);
    throw new Failure(
      'content',
      first.code,
      `the bank cannot be used: ${count(bank.manifestErrors.length, 'mistake')} in ${file}, first: ${first.message}`,
      first.hint,
      { ...first.at, file },
    );
  }
}
