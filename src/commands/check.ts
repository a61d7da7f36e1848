// `quiz check`: every problem of a bank at once, with its place and what to do.
import { join } from 'node:path';
import { findBank, openBank } from '../bank/bank.ts';
import { readText } from '../bank/files.ts';
import type { Problem } from '../core/problem.ts';
import { count } from '../core/text.ts';
import { exitCodes, Failure } from '../failure.ts';
import { problemLines } from '../reports/problems.ts';
import type { Context } from './context.ts';
import { unknown, wholeNumber } from './values.ts';

export interface CheckOptions {
  readonly format?: string;
  readonly maxWarnings?: string;
}

const FORMATS = ['pretty', 'json', 'github'];

export async function check(context: Context, options: CheckOptions): Promise<number> {
  const format = context.globals.json ? 'json' : (options.format ?? 'pretty');
  if (!FORMATS.includes(format)) throw unknown('format', format, FORMATS, `the formats are ${FORMATS.join(', ')}`);
  const mostWarnings =
    options.maxWarnings === undefined
      ? Number.POSITIVE_INFINITY
      : wholeNumber('--max-warnings', options.maxWarnings, 0, 1_000_000);
  const folder = findBank(context.globals.bank ?? process.env.QUIZ_BANK, process.cwd());
  const bank = await openBank(folder, context.places.cache);
  const { problems } = bank;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  if (format === 'json')
    context.printJson({
      schema: 1,
      questions: bank.facts.length,
      errors,
      warnings,
      problems: problems.map(asDocument),
    });
  else if (format === 'github') process.stdout.write(problems.map((problem) => githubLine(folder, problem)).join(''));
  else
    await printPretty(
      context,
      folder,
      problems,
      `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(bank.facts.length, 'question')}.`,
    );
  return errors > 0 || warnings > mostWarnings ? exitCodes.errorsFound : 0;
}

function asDocument({ code, severity, at, item, message, hint }: Problem) {
  const { file, line, column } = at;
  return { code, severity, file, line, column, question: item ?? null, message, hint };
}

/** A workflow command of GitHub Actions: shown beside the line in a pull request. */
function githubLine(folder: string, { severity, at, code, message, hint }: Problem): string {
  const escaped = `${message}. ${hint}`.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  return `::${severity} file=${join(folder, at.file)},line=${at.line},col=${at.column},title=${code}::${escaped}\n`;
}

async function printPretty(
  context: Context,
  folder: string,
  problems: readonly Problem[],
  summary: string,
): Promise<void> {
  const sources = new Map<string, string[]>();
  const sourceLine = ({ file, line }: Problem['at']) => {
    if (!sources.has(file)) sources.set(file, linesIn(folder, file));
    return sources.get(file)?.[line - 1];
  };
  const { glyphs } = await context.look(process.stdout);
  await context.print([
    ...problems.flatMap((problem) => problemLines(problem, sourceLine(problem.at), glyphs)),
    { lead: [], spans: [{ text: summary, role: 'strong' }] },
  ]);
}

function linesIn(folder: string, file: string): string[] {
  try {
    return readText(folder, file).split(/\r\n|\n/);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
