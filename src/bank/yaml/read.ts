// YAML text to nodes with their places.
import { LineCounter } from 'yaml';
import { firstOfEach } from '../../core/grouped.ts';
import { limits } from '../../core/limits.ts';
import { flaw, headOf, isBefore, type Problem } from '../../core/problem.ts';
import type { Node } from '../../core/shapes/node.ts';
import { readChunked } from './chunked-file.ts';
import { type Add, type Budget, contentsOf } from './document.ts';
import { enough, untilEnough } from './enough.ts';
import { convert, positionsIn } from './nodes.ts';
import { type GrammarError, type Slip, type Slips, slipsIn } from './slips.ts';

/** A document as nodes, or what is wrong with it. */
export type Read =
  | { readonly node: Node }
  | {
      readonly problems: readonly Problem[];
      /** The document without what the problems are about, where the rest of it can be read: for whoever tells them all. */
      readonly rest?: Node;
    };

/**
 * Reads one document. Everything stays text as written (the failsafe schema: `no`, `012`, `1.10` keep their looks); tags,
 * aliases, duplicate keys and second documents are problems, and so is whatever is larger than `limits` allows. Of mistakes in the
 * grammar the slip is told that makes them, unless that is not wanted.
 */
export function readYaml(file: string, source: string, seeksSlips = true): Read {
  const sound = readChunked(file, source.split('\n'));
  return sound ? { node: sound } : readWhole(file, source, seeksSlips);
}

/** Reads a document that cannot be read in chunks, or has a mistake that is to be told. */
export function readWhole(file: string, source: string, seeksSlips = true): Read {
  const longLine = source.split('\n').findIndex(({ length }) => length > limits.lineLength);
  if (longLine >= 0) return { problems: [tooLong(file, longLine + 1)] };
  let counter = new LineCounter();
  const problems: Problem[] = [];
  const positionAt = (offset: number) => positionsIn(file, counter)(offset);
  const add: Add = (code, offset, message, hint) => {
    problems.push(flaw(code, positionAt(offset), message, hint));
    if (problems.length >= limits.yamlMistakes) throw enough;
  };
  const contentsIn = (text: string) =>
    untilEnough(() => {
      counter = new LineCounter();
      return contentsOf(text, counter, add, { weight: limits.yamlWeight });
    });
  let contents = contentsIn(source);
  if (problems.length > 0 && problems.every(({ code }) => code === 'yaml-syntax')) {
    contents = undefined;
    const found = seeksSlips ? slipsWithin(source, limits.yamlWeight / 2) : undefined;
    if (found) problems.splice(0, problems.length, ...found.slips.map((slip) => syntaxProblem(file, slip)));
    if (found?.rest !== undefined) contents = contentsIn(found.rest);
  } else if (problems.length > 0) contents = undefined;
  const node = untilEnough(() => convert(contents ?? null, 1, positionAt, add));
  if (node && problems.length === 0) return { node };
  if (problems.length === 0) return { problems: [emptyFile(file)] };
  const isHostile = problems.length > limits.problemsShown || problems.some(({ code }) => /^too-/.test(code));
  return { problems: distinct(problems), ...(node && !isHostile && { rest: node }) };
}

/** The slips of a text, if they are found within such a weight: parts of it are read again and again. */
function slipsWithin(source: string, most: number): Slips | undefined {
  const budget = { weight: most };
  return untilEnough(() => slipsIn(source, (text) => firstMistake(text, budget)));
}

/** What is wrong first in a text; reading stops there. Throws `enough` where the budget has come to its end. */
function firstMistake(text: string, budget: Budget): GrammarError[] {
  const found: GrammarError[] = [];
  const stop: Add = (_, offset, message) => {
    found.push({ offset, message });
    throw enough;
  };
  untilEnough(() => contentsOf(text, new LineCounter(), stop, budget));
  if (budget.weight < 0) throw enough;
  return found;
}

function tooLong(file: string, line: number): Problem {
  const message = `this line has more than ${limits.lineLength} characters`;
  return flaw('too-large', { file, line, column: 1 }, message, 'break it');
}

function syntaxProblem(file: string, { line, column, message, hint, item }: Slip): Problem {
  return { ...flaw('yaml-syntax', { file, line, column }, message, hint), ...(item !== undefined && { item }) };
}

/** One problem of a code and place: the parser tells some twice. What comes after a nest that is too deep only follows from it. */
function distinct(problems: readonly Problem[]): Problem[] {
  const deep = problems.find(({ code }) => code === 'too-deep');
  const told = deep ? [...problems.filter(({ at }) => isBefore(at, deep.at)), deep] : problems;
  return firstOfEach(told, ({ code, at }) => `${code}:${at.line}:${at.column}`).slice(0, limits.problemsShown);
}

function emptyFile(file: string): Problem {
  const hint = 'a question file starts with "questions:" and a list under it, bank.yaml with "id:" and "title:"';
  return flaw('empty-file', headOf(file), 'there is nothing in this file', hint);
}
