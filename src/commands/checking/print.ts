// The findings of `quiz check` for the eye, for a voice, for GitHub, and as records.

import { resolve } from 'node:path';
import { limits } from '../../core/limits.ts';
import { adviceOf, isError, type Problem } from '../../core/problem.ts';
import { safe } from '../../core/text/safe.ts';
import { type Block, line, span, type Table } from '../../core/text/styled.ts';
import { count } from '../../core/text/wording.ts';
import type { Failure } from '../../failure.ts';
import { coverageBlocks, coverageRecord } from '../../reports/coverage.ts';
import { type Commands, drawnProblem, problemRecord, restLines, shownOf, toldProblem } from '../../reports/problems.ts';
import { recordTable } from '../../reports/records.ts';
import { commandPiece, ownName } from '../../system/command-line.ts';
import { print, windowSize } from '../../system/output.ts';
import type { CheckOptions } from '../check.ts';
import type { Context } from '../context.ts';
import type { CheckedBank } from './checked-bank.ts';
import { namedProblems } from './document.ts';
import { type ExcerptOf, excerptsOf } from './excerpts.ts';
import { remarkBlocks } from './remarks.ts';

/** The summary comes last, where the eye lands. */
export async function printPretty(
  context: Context,
  checked: readonly CheckedBank[],
  files: readonly string[],
  options: CheckOptions,
): Promise<void> {
  const { glyphs } = await context.look();
  const commands = checkCommands(files);
  const problems = checked.flatMap(namedProblems);
  const shown = options.all ? problems : shownOf(problems, limits.problemsShown);
  await context.print([
    ...(await problemBlocks(context, shown, excerptsOf(checked, shown), commands)),
    ...restLines(problems, shown, commands),
    ...checked.flatMap(({ coverage, mix }) =>
      options.coverage && coverage ? coverageBlocks(coverage, mix, glyphs) : [],
    ),
    ...remarkBlocks(checked),
    summaryLine(checked, problems),
  ]);
}

function checkCommands(files: readonly string[] = []): Commands {
  return {
    fix: commandPiece('check', ...files, '--fix'),
    all: commandPiece('check', ...files, '--all'),
  };
}

/** Problems as this terminal and this reader want them: drawn, or told in sentences. */
export async function problemBlocks(
  context: Context,
  shown: readonly Problem[],
  excerptOf: ExcerptOf,
  commands: Commands = checkCommands(),
): Promise<Block[]> {
  if (context.isLinear)
    return shown.flatMap((problem, index) => toldProblem(problem, index + 1, shown.length, commands));
  const { textWidth } = await import('../../terminal/painting/paint.ts');
  const columns = textWidth(windowSize().columns);
  return shown.flatMap((problem) => drawnProblem(problem, excerptOf(problem), columns, commands));
}

function summaryLine(checked: readonly CheckedBank[], problems: readonly Problem[]): Block {
  const errors = problems.filter(isError).length;
  const questions = checked.reduce((sum, one) => sum + one.questions, 0);
  const summary = `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}, ${count(questions, 'question')}.`;
  const first = problems.find(isError) ?? problems[0];
  return first
    ? line(span(summary, 'strong'), `  More: ${ownName()} help ${first.code}`)
    : line(span(summary, 'strong'));
}

/** Workflow commands of GitHub Actions: shown beside the lines in a pull request. */
export function printGithub(checked: readonly CheckedBank[]): void {
  const lines = checked.flatMap(({ problems, target }) =>
    problems.map((problem) => githubLine(target.folder, problem)),
  );
  print(lines.join(''));
}

/** Why a bank could not be checked, as such a command where it has a place. */
export function printGithubFailure(folder: string, { at, code, message, hint }: Failure): void {
  if (at) print(githubLine(folder, { severity: 'error', at: { line: 1, column: 1, ...at }, code, message, hint }));
}

function githubLine(folder: string, problem: Problem): string {
  const { severity, at, code, message } = problem;
  const text = `${message}. ${adviceOf(problem)}`;
  return `::${severity} file=${escaped(resolve(folder, at.file), true)},line=${at.line},col=${at.column},title=${code}::${escaped(text)}\n`;
}

/** As @actions/core does it, in a property commas and colons too; and nothing that would drive the terminal of whoever reads the log. */
function escaped(text: string, isProperty = false): string {
  const data = safe(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  return isProperty ? data.replace(/:/g, '%3A').replace(/,/g, '%2C') : data;
}

/** The problems as records, then with --coverage the statements of the notes. */
export function checkRecords(checked: readonly CheckedBank[], { coverage: isWanted }: CheckOptions): Table {
  const statements = isWanted
    ? checked.flatMap(
        ({ coverage, target }) => coverage?.statements.map((one) => coverageRecord(one, target.nameOf)) ?? [],
      )
    : [];
  return recordTable([...checked.flatMap(namedProblems).map(problemRecord), ...statements]);
}
