// Problems as an author reads them: drawn in the manner of rustc, with the place under a caret, or told in plain sentences.
import stringWidth from 'fast-string-width';
import { adviceOf, isError, type Problem } from '../core/problem.ts';
import { safe } from '../core/text/safe.ts';
import { blank, type Line, labelled, line, span } from '../core/text/styled.ts';
import { count, listed } from '../core/text/wording.ts';
import { inOneCell } from './records.ts';

/** The line of the source that a problem is in, and how many characters of it the problem is about. */
export interface Excerpt {
  readonly source: string;
  readonly length: number;
}

/** The commands that a report names, as they have to be typed here. */
export interface Commands {
  readonly fix: string;
  readonly all: string;
}

/** Rows in a window of so many columns: what, where, the line with carets under the place, what to do. */
export function drawnProblem(
  problem: Problem,
  excerpt: Excerpt | undefined,
  columns: number,
  commands: Commands,
): Line[] {
  const { code, severity, at, message, item, closest } = problem;
  const number = String(at.line);
  const gutter = ' '.repeat(number.length);
  const note = (name: string, text: string) => labelled(`${gutter} = `, `${name}: ${text}`);
  return [
    line(span(`${severity}[${code}]`, severity === 'error' ? 'missed' : 'caution'), span(`: ${message}`, 'strong')),
    line(`${gutter}--> ${at.file}:${at.line}:${at.column}${item ? `  (question ${item})` : ''}`),
    ...(excerpt ? excerptLines(excerpt, at.column - 1, number, columns) : []),
    ...(closest ? [note('closest', `${closest.file}:${closest.line} "${closest.text}"`)] : []),
    note('help', helpOf(problem, commands)),
    blank,
  ];
}

function helpOf({ hint, fixable }: Problem, { fix }: Commands): string {
  return fixable ? `${hint}; ${fix} does it` : hint;
}

const NARROWEST = 16;

function excerptLines({ source, length }: Excerpt, at: number, number: string, columns: number): Line[] {
  const gutter = ' '.repeat(number.length);
  const room = Math.max(NARROWEST, columns - number.length - 3);
  const { text, before, marked } = cutOut(source, at, length, room);
  if (text.trim() === '') return [];
  return [
    labelled([span(`${number} | `), span(text)]),
    labelled([span(`${gutter} | ${' '.repeat(before)}`), span('^'.repeat(marked), 'missed')]),
  ];
}

/** The part of a line around a place that fits, with the cells before the place and those that are marked. */
function cutOut(source: string, at: number, length: number, room: number) {
  const cells = (text: string) => stringWidth(safe(text));
  const indent = /^\s*/.exec(source.slice(0, at))?.[0].length ?? 0;
  let from = cells(source.slice(0, at + length)) <= room ? 0 : indent;
  while (from < at && cells(source.slice(from, at + length)) > room && cells(source.slice(from, at)) > room / 3)
    from += charLength(source, from);
  let to = from;
  while (to < source.length && cells(source.slice(from, to + charLength(source, to))) <= room)
    to += charLength(source, to);
  const before = cells(source.slice(from, at));
  const text = safe(source.slice(from, to)).trimEnd();
  const marked = cells(source.slice(at, Math.min(to, at + length)));
  return { text, before, marked: Math.max(1, Math.min(marked, room - before)) };
}

/** One, or two where a character takes two units. */
function charLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** A problem in sentences, without drawing: for a voice, or a window too small to draw in. */
export function toldProblem(problem: Problem, number: number, of: number, commands: Commands): Line[] {
  const { code, severity, at, message, item, closest } = problem;
  const place = `${at.file}, line ${at.line}, column ${at.column}${item ? `, question ${item}` : ''}`;
  return [
    line(`Problem ${number} of ${of}: ${severity} ${code} in ${place}.`),
    line(asSentence(message)),
    ...(closest ? [line(`Closest: ${closest.file}, line ${closest.line}: "${closest.text}".`)] : []),
    line(`What to do: ${asSentence(helpOf(problem, commands), false)}`),
    blank,
  ];
}

function asSentence(text: string, capital = true): string {
  const [first = '', ...rest] = text;
  return `${capital ? first.toUpperCase() : first}${rest.join('')}${/[.?!:…]["”]?$/.test(text) ? '' : '.'}`;
}

/** The problems that are shown where there are many: errors before warnings, and still from top to bottom. */
export function shownOf(problems: readonly Problem[], most: number): Problem[] {
  const errors = problems.filter(isError).slice(0, most);
  const warnings = problems.filter((problem) => !isError(problem)).slice(0, most - errors.length);
  const kept = new Set([...errors, ...warnings]);
  return problems.filter((problem) => kept.has(problem));
}

/** What was left out, and how to see it; nothing where all is shown. */
export function restLines(problems: readonly Problem[], shown: readonly Problem[], { all }: Commands): Line[] {
  const rest = problems.filter((problem) => !shown.includes(problem));
  const errors = rest.filter(isError).length;
  const counts = [
    ...(errors > 0 ? [count(errors, 'more error')] : []),
    ...(rest.length > errors ? [count(rest.length - errors, 'more warning')] : []),
  ];
  return counts.length === 0 ? [] : [line(span(`and ${listed(counts)}: ${all} lists them`, 'strong')), blank];
}

/** A problem as a record: its place, severity, code, question, what is wrong, and what to do. */
export function problemRecord(problem: Problem): string[] {
  const { code, severity, at, message, item = '' } = problem;
  return [`${at.file}:${at.line}:${at.column}`, severity, code, item, message, adviceOf(problem)].map(inOneCell);
}
