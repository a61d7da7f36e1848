// YAML text to nodes with their places. The only importer of yaml.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node as YamlNode } from 'yaml';
import type { MapNode, Node, TextNode } from '../core/node.ts';
import type { Position, Problem } from '../core/problem.ts';

export type Read = { readonly node: Node } | { readonly problems: readonly Problem[] };

/**
 * Reads one document. Everything stays text as written (the failsafe schema: `no`, `012`, `1.10` keep their looks); tags,
 * aliases, duplicate keys and second documents are problems.
 */
export function readYaml(file: string, source: string): Read {
  const counter = new LineCounter();
  const problems: Problem[] = [];
  const place = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col };
  };
  const add = (code: string, offset: number, message: string, hint: string) => {
    problems.push({ code, severity: 'error', at: place(offset), message, hint });
  };
  const document = parseDocument(source, {
    schema: 'failsafe',
    lineCounter: counter,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  for (const error of document.errors) {
    const several = error.code === 'MULTIPLE_DOCS';
    const hint = several
      ? 'keep one document in a file: take out the line ---'
      : 'check the indentation, quotes and colons here';
    add(
      several ? 'second-document' : 'yaml-syntax',
      error.pos[0],
      several ? 'a second document starts here' : error.message,
      hint,
    );
  }
  const node = problems.length === 0 ? convert(document.contents, place, add) : undefined;
  return node && problems.length === 0 ? { node } : { problems: problems.length > 0 ? problems : [emptyFile(file)] };
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

type Place = (offset: number) => Position;
type Add = (code: string, offset: number, message: string, hint: string) => void;

function convert(node: YamlNode | null, place: Place, add: Add): Node | undefined {
  if (!node) return undefined;
  const offset = node.range?.[0] ?? 0;
  if (isAlias(node) || node.anchor !== undefined) {
    add('alias', offset, 'anchors and aliases are not allowed', 'write the text out');
    return undefined;
  }
  if (node.tag) {
    const tag = node.tag.replace('tag:yaml.org,2002:', '!!');
    add('tag', offset, `the tag ${tag} is not allowed`, 'take it out');
    return undefined;
  }
  const at = place(offset);
  if (isScalar(node)) return { kind: 'text', at, value: String(node.value ?? '') };
  if (isSeq(node)) {
    // In a document parsed from text every item of a sequence is a node or empty.
    return {
      kind: 'list',
      at,
      items: node.items.map((item) => convert(item as YamlNode | null, place, add) ?? emptyText(at)),
    };
  }
  return isMap(node) ? convertMap(node, at, place, add) : undefined;
}

function convertMap(node: YamlNode, at: Position, place: Place, add: Add): MapNode {
  const entries: { key: TextNode; value: Node }[] = [];
  if (!isMap(node)) return { kind: 'map', at, entries };
  const seen = new Map<string, Position>();
  for (const pair of node.items) {
    const [keyNode, valueNode] = [pair.key as YamlNode | null, pair.value as YamlNode | null]; // as for sequences
    const key = convert(keyNode, place, add);
    if (key?.kind !== 'text' || key.value === '<<' || /^(__proto__|constructor|prototype)$/.test(key.value)) {
      add('bad-key', keyNode?.range?.[0] ?? 0, 'this cannot be a key', 'a key is one plain word');
      continue;
    }
    const first = seen.get(key.value);
    if (first)
      add(
        'duplicate-key',
        keyNode?.range?.[0] ?? 0,
        `"${key.value}" stands here a second time`,
        `line ${first.line} has it first: keep one`,
      );
    seen.set(key.value, key.at);
    entries.push({ key, value: convert(valueNode, place, add) ?? emptyText(key.at) });
  }
  return { kind: 'map', at, entries };
}

function emptyText(at: Position): TextNode {
  return { kind: 'text', at, value: '' };
}
