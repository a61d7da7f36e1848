// JSON in: the questions are found in the text one by one, so that a broken one costs no other and a large file no memory.
import { limits } from '../../core/limits.ts';
import { isRecord } from '../../core/shapes/checks.ts';
import { isRefused, type Place, type Source, type Taken } from '../format.ts';
import { sized, tooLong } from '../reading/bounds.ts';
import { endOfLine, lineCounter, linesOf } from '../reading/lines.ts';
import { refused } from '../reading/taken.ts';

import { type Around, casesFrom, countingIn, questionFromData } from './question-from-data.ts';
import { type Branch, holdsQuestions, questionsIn, recordsIn } from './records.ts';

export function* readJson({ file, text, columns }: Source): Iterable<Taken> {
  const tooMuch = tooMuchIn(text, holdsLines(text, file));
  if (tooMuch !== undefined) {
    yield refused({ file, line: 1 }, 'too-large', tooMuch);
    return;
  }
  const around = { ...countingIn(parsedAt(text, placesIn(text, file)), columns), cases: casesIn(text) };
  const lineAt = lineCounter(text);
  const isOneLine = !text.trim().includes('\n');
  let entries = 0;
  for (const { from, to, isWhole } of placesIn(text, file)) {
    const at = { file, line: lineAt(from) };
    for (const taken of takenAt(at, { from, to, isWhole }, text, around)) {
      entries += 1;
      yield isOneLine && isRefused(taken) ? { ...taken, message: `entry ${entries}: ${taken.message}` } : taken;
    }
  }
  if (entries === 0) yield refused({ file, line: 1 }, 'no-questions', 'there is no list of questions in it');
}

function takenAt(at: Place, { from, to, isWhole }: Extent, text: string, around: Around): Taken[] {
  if (to - from > limits.importRecordLength) return [refused(at, 'too-large', tooLong('entry'))];
  if (!isWhole) return [refused(at, 'broken-json', 'the file ends in the middle of this entry')];
  const value = parse(text.slice(from, to));
  return value === undefined
    ? [refused(at, 'broken-json', 'this entry is not JSON')]
    : questionsIn(value).map((question) => sized(questionFromData(at, question, around), to - from));
}

function* parsedAt(text: string, places: Iterable<Extent>): Iterable<unknown> {
  let records = 0;
  for (const { from, to, isWhole } of places) {
    records += 1;
    if (records > limits.importRecords) return;
    if (isWhole && to - from <= limits.importRecordLength) yield* questionsIn(parse(text.slice(from, to)));
  }
}

/** Where each question stands: on lines of their own (JSON Lines), or in the one value of the file. */
function* placesIn(text: string, file: string): Iterable<Extent> {
  if (holdsLines(text, file)) {
    for (const line of placesOfLines(text)) {
      const [top] = membersIn(text, line.from, line.to);
      if (top?.kind !== 'map' || parse(text.slice(line.from, line.to)) === undefined) yield line;
      else {
        const inside = [...recordsIn(top)];
        yield* inside.length > 0 ? inside : [line];
      }
    }
    return;
  }
  let isFirst = true;
  for (const top of membersIn(text, 0, text.length)) {
    // What follows the first value is there because a bracket was wrong: only what surely asks is taken for a question.
    if (isFirst || top.kind === 'map' || holdsQuestions(top)) yield* recordsIn(top);
    isFirst = false;
  }
}

function holdsLines(text: string, file: string): boolean {
  return /\.(jsonl|ndjson)$/i.test(file) || isOneALine(text);
}

/** Whether the first line is a whole set of fields and something follows. */
function isOneALine(text: string): boolean {
  const [first, second] = placesOfLines(text);
  return first !== undefined && second !== undefined && isRecord(parse(text.slice(first.from, first.to)));
}

function* placesOfLines(text: string): Iterable<Extent> {
  let from = 0;
  for (const { text: line } of linesOf(text)) {
    const to = from + line.length;
    if (line.trim() !== '') yield { from: to - line.trimStart().length, to, isWhole: true };
    from = to + 1;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const TOKENS = /["{}[\],:]|[^\s"{}[\],:]+/g;

function* tokensFrom(text: string, start: number): Iterable<{ readonly token: string; readonly at: number }> {
  const tokens = new RegExp(TOKENS);
  tokens.lastIndex = start;
  for (let found = tokens.exec(text); found; found = tokens.exec(text)) {
    const at = found.index;
    if (found[0] === '"') tokens.lastIndex = endOfString(text, at);
    yield { token: text.slice(at, tokens.lastIndex), at };
  }
}

/** Where a string ends that starts at a place, or the text. By hand: a pattern would run out of stack in a long one. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let marks = 0;
    while (text[at - 1 - marks] === '\\') marks += 1;
    if (marks % 2 === 0) return at + 1;
  }
  return text.length;
}

/** What a file has too much of, if anything. */
function tooMuchIn(text: string, areLines: boolean): string | undefined {
  const open: string[] = [];
  let marks = 0;
  let end = areLines ? 0 : text.length;
  for (const { token, at } of tokensFrom(text, 0)) {
    if (at >= end) {
      open.length = 0;
      end = endOfLine(text, at);
    }
    marks += 1;
    if (marks > limits.importJsonMarks) return `the file has more than ${limits.importJsonMarks} marks: split it`;
    turn(open, token);
    if (open.length > limits.importDepth) return `the file is nested deeper than ${limits.importDepth} levels`;
  }
  return undefined;
}

/** Keeps the closing brackets that are due. One that nothing opened is passed over; one further out closes what is inside. */
function turn(open: string[], token: string): void {
  if (token === '{' || token === '[') open.push(token === '{' ? '}' : ']');
  const due = token === '}' || token === ']' ? open.lastIndexOf(token) : -1;
  if (due >= 0) open.length = due;
}

interface Extent {
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
}

type Span = Extent & Branch;

/**
 * The values that stand side by side from a place on, to the bracket that closes what they are in, or to the end. A closing
 * bracket that nothing opened is passed over: what stands after it is still there to be read.
 */
function* membersIn(text: string, start: number, end: number, closing = ''): Iterable<Span> {
  const open: string[] = []; // the closing brackets that are due
  let from = start;
  let name = '';
  let last = '';
  for (const { token, at } of tokensFrom(text, start)) {
    if (at >= end) break;
    if (token === '{' || token === '[') {
      if (open.length === 0) from = at;
      turn(open, token);
    } else if (token === '}' || token === ']') {
      if (open.length === 0 && token === closing) return;
      const [outermost = ''] = open;
      const wasOpen = open.length > 0;
      turn(open, token);
      if (wasOpen && open.length === 0) {
        yield spanOf(text, from, at + 1, outermost, name);
        name = '';
      }
    } else if (open.length === 0) {
      if (token === ':') name = last.replace(/^"|"$/g, '');
      else if (token === ',') name = '';
      else {
        const end = at + token.length;
        const isName = closing === '}' && /^\s*:/.test(text.slice(end, end + 20));
        if (!isName) yield spanOf(text, at, end, '', name);
      }
    }
    last = token;
  }
  if (open.length > 0) yield spanOf(text, from, end, open[0] ?? '', name, false);
}

/** Field by field: a file may have millions of them, and an object that is spread takes ten times as long. */
function spanOf(text: string, from: number, to: number, closing: string, name: string, isWhole = true): Span {
  if (closing === '') return { from, to, isWhole, kind: 'leaf', name, members: none };
  const members = () => membersIn(text, from + 1, to, closing);
  return { from, to, isWhole, kind: closing === ']' ? 'list' : 'map', name, members };
}

function none(): Iterable<Span> {
  return [];
}

/** The case texts of a bank exported as JSON. */
function casesIn(text: string): Map<string, string> {
  const found = /"cases"\s*:\s*(?=\{)/.exec(text);
  if (!found) return new Map();
  const [cases] = membersIn(text, found.index + found[0].length, text.length);
  return casesFrom(cases && parse(text.slice(cases.from, cases.to)));
}
