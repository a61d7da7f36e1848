// The parser's nodes to ours, each with its place. What YAML can do and a bank does not need is told.
import { isAlias, isMap, isScalar, isSeq, type LineCounter, type YAMLMap, type Node as YamlNode } from 'yaml';
import { limits } from '../../core/limits.ts';
import type { Position } from '../../core/problem.ts';
import type { MapNode, Node, TextNode } from '../../core/shapes/node.ts';
import { unsafeCharacter } from '../../core/text/safe.ts';
import { type Add, addTooDeep } from './document.ts';

/** Where a character of a text stands, by its number. */
export type PositionAt = (offset: number) => Position;

/** Positions in a text whose lines were counted, `above` so many of its file. */
export function positionsIn(file: string, counter: LineCounter, above = 0): PositionAt {
  return (offset) => {
    const { line, col } = counter.linePos(offset);
    return { file, line: above + Math.max(1, line), column: Math.max(1, col) };
  };
}

/** A node of the parser at its depth in the file, from 1; undefined where there is none, or none that may be. */
export function convert(node: YamlNode | null, depth: number, positionAt: PositionAt, add: Add): Node | undefined {
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
  const at = positionAt(offset);
  if (isScalar(node)) {
    const text = convertText(String(node.value ?? ''), offset, at, add);
    const isCut = node.type === 'PLAIN' && text.value !== '' && /^[^\s#]/.test(node.comment ?? '');
    return isCut ? { ...text, cut: node.comment ?? '' } : text;
  }
  if (isSeq(node)) {
    // In a document parsed from text every item of a sequence is a node or empty.
    const items = (node.items as (YamlNode | null)[]).map(
      (item) => convert(item, depth + 1, positionAt, add) ?? emptyText(startOf(item, at, positionAt)),
    );
    return { kind: 'list', at, items };
  }
  return isMap(node) ? convertMap(node, depth, at, positionAt, add) : undefined;
}

function convertText(value: string, offset: number, at: Position, add: Add): TextNode {
  const unsafe = unsafeCharacter(value);
  const hint = 'take it out: it could drive a terminal, or make a text look like another';
  if (unsafe !== undefined) add('unsafe-character', offset, `this text holds the character ${unsafe}`, hint);
  return { kind: 'text', at, value };
}

function convertMap(node: YAMLMap, depth: number, at: Position, positionAt: PositionAt, add: Add): MapNode {
  const entries: { key: TextNode; value: Node }[] = [];
  const most = depth <= limits.namesDepth ? limits.questionsInFile : limits.keys; // questions may stand there by their names
  if (node.items.length > most)
    add('too-large', node.range?.[0] ?? 0, `there are more than ${most} fields here`, 'a mapping of a bank is small');
  for (const pair of node.items.slice(0, most)) {
    const [keyNode, valueNode] = [pair.key as YamlNode | null, pair.value as YamlNode | null]; // as for sequences
    const offset = keyNode?.range?.[0] ?? 0;
    const key = convert(keyNode, depth + 1, positionAt, add);
    if (key?.kind !== 'text' || key.value === '<<' || /^(__proto__|constructor|prototype)$/.test(key.value)) {
      add('bad-key', offset, 'this cannot be a key', 'a key is one plain word');
      continue;
    }
    const first = entries.find(({ key: known }) => known.value === key.value)?.key.at;
    if (first) {
      const hint = `line ${first.line} has it first: keep one`;
      add('duplicate-key', offset, `"${key.value}" stands here a second time`, hint);
    }
    const value = convert(valueNode, depth + 1, positionAt, add) ?? emptyText(startOf(valueNode, key.at, positionAt));
    entries.push({ key, value });
  }
  return { kind: 'map', at, entries };
}

/** Where something stands that could not be read; `otherwise` where there is nothing. */
function startOf(node: YamlNode | null, otherwise: Position, positionAt: PositionAt): Position {
  return node?.range ? positionAt(node.range[0]) : otherwise;
}

function emptyText(at: Position): TextNode {
  return { kind: 'text', at, value: '' };
}
