// The findings of `quiz check` as one JSON document.
import type { Change } from '../../bank/editing/fix.ts';
import { adviceOf, isError, type Problem } from '../../core/problem.ts';
import type { CheckOptions } from '../check.ts';
import type { CheckedBank } from './checked-bank.ts';

type Options = Pick<CheckOptions, 'coverage' | 'fix'>;

/** Counts and problems of all banks together; the other figures of the bank, or of each where there are several. */
export function checkDocument(checked: readonly CheckedBank[], options: Options, changes: readonly Change[] = []) {
  const problems = checked.flatMap((one) => namedProblems(one));
  const errors = problems.filter(isError).length;
  const [only, ...others] = checked;
  return {
    schema: 1,
    questions: checked.reduce((sum, { questions }) => sum + questions, 0),
    errors,
    warnings: problems.length - errors,
    problems: problems.map(problemDocument),
    ...(options.fix && { fixed: changes }),
    ...(only && others.length === 0
      ? figures(only, options)
      : { banks: checked.map((one) => ({ folder: one.bank.folder, ...figures(one, options) })) }),
  };
}

function figures({ tolerated, mix, solvers, coverage }: CheckedBank, options: Options) {
  return { tolerated, mix, solvers, ...(options.coverage && { coverage }) };
}

/** A problem as JSON documents have it. */
export function problemDocument(problem: Problem) {
  const { code, severity, at, item, message, closest, fixable } = problem;
  const { file, line, column } = at;
  return {
    code,
    severity,
    file,
    line,
    column,
    question: item ?? null,
    message,
    hint: adviceOf(problem),
    ...(closest && { closest }),
    fixable: fixable ?? false,
  };
}

/** The problems with their files named as the reader of the report would name them. */
export function namedProblems({ problems, target }: CheckedBank): Problem[] {
  return problems.map((problem) => {
    const { at, closest } = problem;
    return {
      ...problem,
      at: { ...at, file: target.nameOf(at.file) },
      ...(closest && { closest: { ...closest, file: target.nameOf(closest.file) } }),
    };
  });
}
