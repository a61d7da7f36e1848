// YAML text to nodes with their places.
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  type YAMLParseError,
  type Node as YamlNode,
} from 'yaml';
import { limits } from '../core/limits.ts';
import type { MapNode, Node, TextNode } from '../core/node.ts';
import type { Position, Problem } from '../core/problem.ts';
import { unsafeCharacter } from '../core/safe.ts';
import { type GrammarError, type Slip, slipsIn } from './slips.ts';

export type Read =
  | { readonly node: Node }
  | {
      readonly problems: readonly Problem[];
      /** The document without what the problems are about, where the rest of it can be read: for whoever tells them all. */
      readonly rest?: Node;
    };

/**
 * Reads one document. Everything stays text as written (the failsafe schema: `no`, `012`, `1.10` keep their looks); tags,
 * aliases, duplicate keys and second documents are problems, and so is whatever is larger than `limits` allows.
 */
export function readYaml(file: string, source: string, mostTokens: number = limits.yamlTokens): Read {
  const tooMuch = beyondLimits(file, source, mostTokens);
  if (tooMuch) return { problems: [tooMuch] };
  const counter = new LineCounter();
  const problems: Problem[] = [];
  const place = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col };
  };
  const add = (code: string, offset: number, message: string, hint: string) => {
    problems.push({ code, severity: 'error', at: place(offset), message, hint });
  };
  let document = parsed(source, counter);
  const [wrong] = document?.errors ?? [];
  if (!document || document.errors.some(isTooDeep)) addTooDeep(0, add);
  else if (document.errors.some(({ code }) => code === 'MULTIPLE_DOCS')) addSecondDocument(document.errors, add);
  else if (wrong) {
    const { slips, rest } = slipsIn(source, grammarErrors);
    problems.push(...slips.map((slip) => syntaxProblem(file, slip)));
    document = rest === undefined ? undefined : parsed(rest);
  }
  const isReadable = document?.errors.length === 0;
  const node = document && isReadable ? convert(document.contents, 1, place, add) : undefined;
  if (node && problems.length === 0) return { node };
  if (problems.length === 0) return { problems: [emptyFile(file)] };
  const isHostile = problems.length > limits.problemsShown || problems.some(({ code }) => /^too-/.test(code));
  return { problems: distinct(problems), ...(node && !isHostile && { rest: node }) };
}

/** What the parser says of a text; one nested too deeply has no grammar that could be told. */
function grammarErrors(text: string): GrammarError[] {
  return (parsed(text)?.errors ?? []).map(({ pos, message }) => ({ offset: pos[0], message }));
}

/** The document; undefined where it is nested so deeply that the parser gave up. */
function parsed(source: string, lineCounter?: LineCounter) {
  try {
    return parseDocument(source, {
      schema: 'failsafe',
      ...(lineCounter && { lineCounter }),
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Found before anything is parsed, so that the worst file costs no more than a large good one. */
function beyondLimits(file: string, source: string, mostTokens: number): Problem | undefined {
  const longLine = source.split('\n').findIndex(({ length }) => length > limits.lineLength);
  if (longLine >= 0)
    return tooLarge(file, longLine + 1, `this line has more than ${limits.lineLength} characters`, 'break it');
  let tokens = 0;
  let offset = 0;
  for (const token of new Lexer().lex(source)) {
    if (token.length > limits.textLength && token.trim() !== '') {
      const line = source.slice(0, offset).split('\n').length;
      return tooLarge(file, line, `the text here has more than ${limits.textLength} characters`, 'shorten it');
    }
    tokens += 1;
    offset += token.length;
    if (tokens > mostTokens)
      return tooLarge(file, 1, 'this file holds too much for one', 'spread the questions over several files');
  }
  return undefined;
}

function tooLarge(file: string, line: number, message: string, hint: string): Problem {
  return { code: 'too-large', severity: 'error', at: { file, line, column: 1 }, message, hint };
}

type Place = (offset: number) => Position;
type Add = (code: string, offset: number, message: string, hint: string) => void;

function addSecondDocument(errors: readonly YAMLParseError[], add: Add): void {
  const { pos: [offset] = [0] } = errors.find(({ code }) => code === 'MULTIPLE_DOCS') ?? {};
  const hint = 'keep one document in a file: take out the line ---';
  add('second-document', offset, 'a second document starts here', hint);
}

function isTooDeep({ message }: YAMLParseError): boolean {
  return /call stack/.test(message);
}

function syntaxProblem(file: string, { line, column, message, hint, item }: Slip): Problem {
  const at = { file, line, column };
  return { code: 'yaml-syntax', severity: 'error', at, message, hint, ...(item !== undefined && { item }) };
}

function addTooDeep(offset: number, add: Add): void {
  add('too-deep', offset, `this is nested deeper than ${limits.depth} levels`, 'a question needs four');
}

/** One problem of a code and place: the parser tells some twice, and a nest of thousands at every level. */
function distinct(problems: readonly Problem[]): Problem[] {
  const deep = problems.find(({ code }) => code === 'too-deep');
  if (deep) return [deep];
  const known = new Set<string>();
  return problems
    .filter(({ code, at }) => {
      const name = `${code}:${at.line}:${at.column}`;
      const isNew = !known.has(name);
      known.add(name);
      return isNew;
    })
    .slice(0, limits.problemsShown);
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
    addTooDeep(offset, add);
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
