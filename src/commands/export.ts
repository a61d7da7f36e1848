// `quiz export`: the bank in a format of others, or in our own machine form.

import { extname } from 'node:path';
import { allItems, type Bank } from '../bank/bank.ts';
import { MISSING_QUOTE, MOVED_QUOTE } from '../bank/quotes/problems.ts';
import { isError, type Problem } from '../core/problem.ts';
import { safe } from '../core/text/safe.ts';
import { count } from '../core/text/wording.ts';
import { Failure } from '../failure.ts';
import type { Format, Written } from '../interop/format.ts';
import { formatNamed, formatNames, formats } from '../interop/index.ts';
import { commandLine } from '../system/command-line.ts';
import { hasWindow, print } from '../system/output.ts';
import type { Context } from './context.ts';
import { isThere, type OutputFile, writeFiles } from './shared/output-file.ts';
import { fileName, unknown } from './shared/values.ts';

const TEXT_ENDINGS = formats.flatMap(({ endings }) => endings).filter((ending) => ending !== '.zip');

export interface ExportOptions {
  readonly format?: string;
  readonly output?: string;
  /** Says what would be written, and writes nothing. */
  readonly dryRun?: boolean;
}

export async function exportBank(context: Context, options: ExportOptions): Promise<void> {
  if (options.output !== undefined) fileName('--output', options.output);
  const output = options.output === '-' ? undefined : options.output;
  const format = chosenFormat(options, output, context.globals.json ?? false);
  const bank = await context.bank();
  const items = allItems(bank);
  const ending = options.output === undefined ? format.endings[0] : extname(options.output).toLowerCase();
  const { id, title, topics, exams } = bank;
  const written = format.writes({ id, title, topics, exams, items }, ending);
  const lossy = [...lostByErrors(bank), ...written.lossy];
  const files = output === undefined ? [] : filesOf(output, written);
  if (options.dryRun) {
    const went = { all: items.length, left: written.leftOut };
    tellDryRun(context, { format: format.name, title, files: files.map(({ path }) => path), lossy, ...went });
    return;
  }
  sayLosses(context, lossy);
  if (files.length === 0) toStdout(written);
  else if (!(await writeFiles(context, files))) return;
  if (output !== undefined)
    context.say(safe(`${wentIn(items.length, written.leftOut)} of ${title}, as ${format.name}, in ${output}`));
}

/** What errors of the bank keep out: questions, and quotes of questions that can be asked all the same. */
function lostByErrors({ problems }: Bank): string[] {
  const errors = problems.filter((one) => isError(one) && one.code !== MOVED_QUOTE);
  const isQuote = ({ code }: Problem) => MISSING_QUOTE.includes(code);
  const nameOf = ({ item, at }: Problem) => item ?? `${at.file}:${at.line}`;
  const broken = new Set(errors.filter((one) => !isQuote(one)).map(nameOf));
  const unproved = new Set(errors.map(nameOf).filter((name) => !broken.has(name)));
  return [
    ...(broken.size > 0
      ? [`problems that keep questions out: ${broken.size}; ${commandLine('check')} lists them`]
      : []),
    ...(unproved.size > 0
      ? [`quotes that the notes do not have are left out: ${count(unproved.size, 'question')}`]
      : []),
  ];
}

function sayLosses({ say }: Context, lossy: readonly string[]): void {
  for (const line of lossy) say(safe(`lossy: ${line}`));
}

interface DryRun {
  readonly format: string;
  readonly title: string;
  readonly all: number;
  readonly left: number;
  /** Empty: standard output. */
  readonly files: readonly string[];
  readonly lossy: readonly string[];
}

/** The report of a dry run is what the command is asked for, so it goes to standard output. */
function tellDryRun(context: Context, { format, title, all, left, files, lossy }: DryRun): void {
  if (context.globals.json) {
    context.printJson({ schema: 1, format, questions: all - left, of: all, files, lossy });
    return;
  }
  sayLosses(context, lossy);
  for (const file of files.filter(isThere))
    context.say(safe(`${file} is there already: it is overwritten only where somebody at a terminal says yes.`));
  const place = files.length === 0 ? 'to standard output' : `in ${files.join(' and ')}`;
  print(safe(`Would write ${wentIn(all, left)} of ${title}, as ${format}, ${place}.\n`));
}

/** "8 questions", "2 of 8 questions". */
function wentIn(all: number, left: number): string {
  return left === 0 ? count(all, 'question') : `${all - left} of ${count(all, 'question')}`;
}

type WritableFormat = Format & Required<Pick<Format, 'writes'>>;

function canWrite(format: Format): format is WritableFormat {
  return format.writes !== undefined;
}

/** By name, else by the ending of the file, else JSON. With --json the document itself is written, but for a dry run, whose report is. */
function chosenFormat(
  { format: name, dryRun }: ExportOptions,
  file: string | undefined,
  isJson: boolean,
): WritableFormat {
  const byEnding = file === undefined ? undefined : formatByEnding(file);
  const isDocument = isJson && !dryRun;
  const meant = name ?? byEnding?.name ?? 'json';
  if (isDocument && meant !== 'json')
    throw new Failure(
      'usage',
      'conflict',
      `--json and ${name === undefined ? file : `--format ${name}`} cannot go together`,
      `leave one of them out: --json is --format json${name === undefined ? ', whose files end in .json' : ''}`,
    );
  if (name === undefined && !isDocument && file !== undefined && !byEnding) throw withoutFormat(file);
  return formatByName(meant);
}

function formatByName(name: string): WritableFormat {
  const named = formatNamed(name);
  if (named && canWrite(named)) return named;
  throw unknown('format', name, formatNames('writes'), `the formats are ${formatNames('writes').join(', ')}`);
}

/** Several formats are written into .txt, so that this ending names none. */
function formatByEnding(output: string): WritableFormat | undefined {
  const isItsOwn = (ending: string) => ending !== '.txt' && output.toLowerCase().endsWith(ending);
  return formats.filter(canWrite).find(({ endings }) => endings.some(isItsOwn));
}

function withoutFormat(output: string): Failure {
  return new Failure(
    'usage',
    'unknown-format',
    `the ending of ${output} names no format`,
    `say --format ${formatNames('writes').join('|')}`,
  );
}

function toStdout({ content, beside }: Written): void {
  if (typeof content !== 'string' && hasWindow())
    throw new Failure(
      'usage',
      'not-text',
      'this format is a zip, which a terminal cannot show',
      'name a file: --output bank.zip',
    );
  print(content);
  if (beside) print(`\n${beside.content}`);
}

/** The files of a document: its own, and the one beside it. Under the name of a text nothing opens a zip. */
function filesOf(path: string, { content, beside }: Written): OutputFile[] {
  if (typeof content !== 'string' && TEXT_ENDINGS.includes(extname(path).toLowerCase()))
    throw new Failure(
      'usage',
      'not-text',
      `this format is a zip, which ${path} does not say`,
      `name it ${path.slice(0, -extname(path).length)}.zip`,
    );
  if (!beside) return [{ path, content }];
  const ending = extname(path);
  const second = `${path.slice(0, path.length - ending.length)}${beside.mark}${ending}`;
  return [
    { path, content },
    { path: second, content: beside.content },
  ];
}
