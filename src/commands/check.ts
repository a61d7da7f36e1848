// `quiz check`: every problem of a bank at once, with its place and what to do; with --coverage, how far it covers the notes.
import { join } from 'node:path';
import { type Bank, findBank, openBank } from '../bank/bank.ts';
import { type Coverage, coverageOf, omissionProblems } from '../bank/check/coverage.ts';
import { checkItems } from '../bank/check/index.ts';
import { type Mix, mixOf } from '../bank/check/mix.ts';
import { noteProblems } from '../bank/check/notes.ts';
import { type Guessing, guessing } from '../bank/check/solvers.ts';
import { readText } from '../bank/files.ts';
import { inReadingOrder, isError, type Problem } from '../core/problem.ts';
import { safe } from '../core/safe.ts';
import { type Block, blank, count, line, span } from '../core/text.ts';
import { exitCodes, Failure } from '../failure.ts';
import { coverageBlocks } from '../reports/coverage.ts';
import { problemLines } from '../reports/problems.ts';
import { currentFolder } from '../surroundings.ts';
import type { Context } from './context.ts';
import { unknown, wholeNumber } from './values.ts';

export interface CheckOptions {
  readonly format?: string;
  readonly maxWarnings?: string;
  readonly coverage?: boolean;
}

const FORMATS = ['pretty', 'json', 'github'];

export async function check(context: Context, options: CheckOptions): Promise<number> {
  const format = context.globals.json ? 'json' : (options.format ?? 'pretty');
  if (!FORMATS.includes(format)) throw unknown('format', format, FORMATS, `the formats are ${FORMATS.join(', ')}`);
  const mostWarnings =
    options.maxWarnings === undefined
      ? Number.POSITIVE_INFINITY
      : wholeNumber('--max-warnings', options.maxWarnings, 0, 1_000_000);
  const folder = findBank(context.globals.bank ?? process.env.QUIZ_BANK, currentFolder());
  const judged = await judge(await openBank(folder, context.places.cache));
  const { problems, errors, warnings } = judged;
  if (format === 'json') context.printJson(asReport(judged, options));
  else if (format === 'github') process.stdout.write(problems.map((problem) => githubLine(folder, problem)).join(''));
  else await printPretty(context, folder, judged, options);
  return errors > 0 || warnings > mostWarnings ? exitCodes.errorsFound : 0;
}

/** A bank with all that can be said of it. */
interface Judged {
  readonly questions: number;
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
  readonly tolerated: Readonly<Record<string, number>>;
  readonly mix: Mix;
  readonly solvers: readonly Guessing[];
  readonly coverage: Coverage;
}

/** The problems of form that opening the bank found, together with those that the rules find. */
async function judge(bank: Bank): Promise<Judged> {
  const notes = await bank.notes();
  const items = [...bank.load(bank.facts.map(({ id }) => id)).values()];
  const { locate } = await import('../bank/notes.ts');
  const omissions = bank.uncovered.map((entry) => ({ ...entry, located: locate(notes, entry.section, entry.text) }));
  const coverage = coverageOf(items, notes, omissions);
  const { problems: found, tolerated } = checkItems(items, { notes });
  const problems = inReadingOrder([
    ...bank.problems,
    ...noteProblems(notes),
    ...found,
    ...omissionProblems(coverage, omissions),
  ]);
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  return {
    questions: bank.facts.length,
    problems,
    errors,
    warnings,
    tolerated,
    mix: mixOf(items),
    solvers: guessing(items),
    coverage,
  };
}

function asReport({ problems, coverage, ...figures }: Judged, options: CheckOptions) {
  const { questions, errors, warnings, tolerated, mix, solvers } = figures;
  return {
    schema: 1,
    questions,
    errors,
    warnings,
    problems: problems.map(asDocument),
    tolerated,
    mix,
    solvers,
    ...(options.coverage && { coverage }),
  };
}

function asDocument({ code, severity, at, item, message, hint }: Problem) {
  const { file, line, column } = at;
  return { code, severity, file, line, column, question: item ?? null, message, hint };
}

/** A workflow command of GitHub Actions: shown beside the line in a pull request. */
function githubLine(folder: string, { severity, at, code, message, hint }: Problem): string {
  const escaped = `${message}. ${hint}`.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  return `${safe(`::${severity} file=${join(folder, at.file)},line=${at.line},col=${at.column},title=${code}::${escaped}`)}\n`;
}

async function printPretty(context: Context, folder: string, judged: Judged, options: CheckOptions): Promise<void> {
  const { problems, errors, warnings, questions, coverage, mix, tolerated } = judged;
  const sources = new Map<string, string[]>();
  const sourceLine = ({ file, line }: Problem['at']) => {
    if (!sources.has(file)) sources.set(file, linesIn(folder, file));
    return sources.get(file)?.[line - 1];
  };
  const { glyphs } = await context.look(process.stdout);
  const summary = `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(questions, 'question')}.`;
  await context.print([
    ...problems.flatMap((problem) => problemLines(problem, sourceLine(problem.at), glyphs)),
    ...(options.coverage ? coverageBlocks(coverage, mix, glyphs) : []),
    ...toleratedLines(tolerated),
    line(span(summary, 'strong')),
  ]);
}

/** What is over the mark in single questions and within it for the bank. */
function toleratedLines(tolerated: Judged['tolerated']): Block[] {
  const counts = Object.entries(tolerated).map(([code, findings]) => `${code} ${findings}`);
  return counts.length === 0
    ? []
    : [line(span(`Within tolerance, and not listed: ${counts.join(', ')}.`, 'quiet')), blank];
}

function linesIn(folder: string, file: string): string[] {
  try {
    return readText(folder, file).split(/\r\n|\n/);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
