// YAML text to nodes with their places.
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node as YamlNode } from 'yaml';
import { limits } from '../core/limits.ts';
import type { MapNode, Node, TextNode } from '../core/node.ts';
import type { Position, Problem } from '../core/problem.ts';
import { unsafeCharacter } from '../core/safe.ts';
import { type GrammarError, type Slip, type Slips, slipsIn } from './slips.ts';
import { type Add, addTooDeep, type Budget, contentsOf } from './yaml-document.ts';

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
export function readYaml(file: string, source: string, { slips = true }: { readonly slips?: boolean } = {}): Read {
  const longLine = source.split('\n').findIndex(({ length }) => length > limits.lineLength);
  if (longLine >= 0) return { problems: [tooLong(file, longLine + 1)] };
  let lines = new LineCounter();
  const problems: Problem[] = [];
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const add: Add = (code, offset, message, hint) => {
    problems.push({ code, severity: 'error', at: place(offset), message, hint });
    if (problems.length >= limits.yamlMistakes) throw enough;
  };
  const contentsIn = (text: string) =>
    untilEnough(() => {
      lines = new LineCounter();
      return contentsOf(text, lines, add, { weight: limits.yamlWeight });
    });
  let contents = contentsIn(source);
  if (problems.length > 0 && problems.every(({ code }) => code === 'yaml-syntax')) {
    contents = undefined;
    const found = slips ? slipsWithin(source, limits.yamlWeight / 2) : undefined;
    if (found) problems.splice(0, problems.length, ...found.slips.map((slip) => syntaxProblem(file, slip)));
    if (found?.rest !== undefined) contents = contentsIn(found.rest);
  } else if (problems.length > 0) contents = undefined;
  const node = untilEnough(() => convert(contents ?? null, 1, place, add));
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

/** Thrown where a file has so many mistakes that reading on would tell nobody more. */
const enough = new Error('enough is known against this file');

function untilEnough<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error === enough) return undefined;
    throw error;
  }
}

function tooLong(file: string, line: number): Problem {
  const message = `this line has more than ${limits.lineLength} characters`;
  return { code: 'too-large', severity: 'error', at: { file, line, column: 1 }, message, hint: 'break it' };
}

type Place = (offset: number) => Position;

function syntaxProblem(file: string, { line, column, message, hint, item }: Slip): Problem {
  const at = { file, line, column };
  return { code: 'yaml-syntax', severity: 'error', at, message, hint, ...(item !== undefined && { item }) };
}

/** One problem of a code and place: the parser tells some twice. What comes after a nest that is too deep only follows from it. */
function distinct(problems: readonly Problem[]): Problem[] {
  const deep = problems.find(({ code }) => code === 'too-deep');
  const known = new Set<string>();
  return (deep ? [...problems.filter(({ at }) => comesBefore(at, deep.at)), deep] : problems)
    .filter(({ code, at }) => {
      const name = `${code}:${at.line}:${at.column}`;
      const isNew = !known.has(name);
      known.add(name);
      return isNew;
    })
    .slice(0, limits.problemsShown);
}

function comesBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}

function emptyFile(file: string): Problem {
  const hint = 'a question file starts with "questions:" and a list under it';
  return {
    code: 'empty-file',
    severity: 'error',
    at: { file, line: 1, column: 1 },
    message: 'there is nothing in this file',
    hint,
  };
}

function convert(node: YamlNode | null, depth: number, place: Place, add: Add): Node | undefined {
  if (!node) return undefined;
  const offset = node.range?.[0] ?? 0;
  if (isAlias(node) || node.anchor !== undefined) {
    add('alias', offset, 'anchors and aliases are not allowed', 'write the text out');
    return undefined;
  }
  if (node.tag) {
    add('tag', offset, `the tag ${node.tag.replace('tag:yaml.org,2002:', '!!')} is not allowed`, 'take it out');
    return undefined;
  }
  if (depth > limits.depth) {
    addTooDeep(add, offset);
    return undefined;
  }
  const at = place(offset);
  if (isScalar(node)) return convertText(String(node.value ?? ''), offset, at, add);
  if (isSeq(node)) {
    // In a document parsed from text every item of a sequence is a node or empty.
    const items = (node.items as (YamlNode | null)[]).map(
      (item) => convert(item, depth + 1, place, add) ?? emptyText(placeOf(item, at, place)),
    );
    return { kind: 'list', at, items };
  }
  return isMap(node) ? convertMap(node, depth, at, place, add) : undefined;
}

function convertText(value: string, offset: number, at: Position, add: Add): TextNode {
  const unsafe = unsafeCharacter(value);
  if (unsafe !== undefined)
    add(
      'unsafe-character',
      offset,
      `this text holds the character ${unsafe}`,
      'take it out: it could drive a terminal, or make a text look like another',
    );
  return { kind: 'text', at, value };
}

function convertMap(node: YamlNode, depth: number, at: Position, place: Place, add: Add): MapNode {
  const entries: { key: TextNode; value: Node }[] = [];
  if (!isMap(node)) return { kind: 'map', at, entries };
  const most = depth <= limits.namesDepth ? limits.questionsInFile : limits.keys; // questions may stand there by their names
  if (node.items.length > most)
    add('too-large', node.range?.[0] ?? 0, `there are more than ${most} fields here`, 'a mapping of a bank is small');
  const seen = new Map<string, Position>();
  for (const pair of node.items.slice(0, most)) {
    const [keyNode, valueNode] = [pair.key as YamlNode | null, pair.value as YamlNode | null]; // as for sequences
    const offset = keyNode?.range?.[0] ?? 0;
    const key = convert(keyNode, depth + 1, place, add);
    if (key?.kind !== 'text' || key.value === '<<' || /^(__proto__|constructor|prototype)$/.test(key.value)) {
      add('bad-key', offset, 'this cannot be a key', 'a key is one plain word');
      continue;
    }
    const first = seen.get(key.value);
    if (first)
      add(
        'duplicate-key',
        offset,
        `"${key.value}" stands here a second time`,
        `line ${first.line} has it first: keep one`,
      );
    seen.set(key.value, key.at);
    const value = convert(valueNode, depth + 1, place, add) ?? emptyText(placeOf(valueNode, key.at, place));
    entries.push({ key, value });
  }
  return { kind: 'map', at, entries };
}

/** Where something stands that could not be read; `otherwise` where there is nothing. */
function placeOf(node: YamlNode | null, otherwise: Position, place: Place): Position {
  return node?.range ? place(node.range[0]) : otherwise;
}

function emptyText(at: Position): TextNode {
  return { kind: 'text', at, value: '' };
}
