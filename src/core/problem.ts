import { ends } from './ends.ts';
import { limits } from './limits.ts';

/** A place in a source file. Line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The first place of a file, for what concerns all of it. */
export function headOf(file: string): Position {
  return { file, line: 1, column: 1 };
}

/** Whether a place comes before another one in the same file. */
export function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}

/** A line of the notes, where it is, from 1: what resembles words that were looked for. */
export interface NotesLine {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** An authoring defect, as data: collected, sorted and shown together, never thrown. */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly at: Position;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** Id of the question it is in, where that is known. */
  readonly item?: string;
  /** What stands in the notes instead. */
  readonly closest?: NotesLine;
  /** Whether `quiz check --fix` can mend it without guessing. */
  readonly fixable?: true;
}

/** A problem: what it is, where, what is wrong and what to do. An error unless said otherwise. */
export function flaw(
  code: string,
  at: Position,
  message: string,
  hint: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { code, severity, at, message: ends(message, limits.message), hint };
}

/** What to do about a problem, in one text: what stands in the notes instead, and the hint. */
export function adviceOf({ closest, hint }: Problem): string {
  return closest ? `closest: ${closest.file}:${closest.line} "${closest.text}"; ${hint}` : hint;
}

/** Whether it is an error, and no warning. */
export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

/** By file, then from top to bottom: the order in which an author mends them. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) => compareText(a.at.file, b.at.file) || a.at.line - b.at.line || a.at.column - b.at.column,
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
