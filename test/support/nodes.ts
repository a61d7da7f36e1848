// Authored texts as the core gets them, and back.
import { readYaml } from '../../src/bank/yaml/read.ts';
import type { Body } from '../../src/core/items/kinds/index.ts';
import { type ItemType, kindNamed } from '../../src/core/items/kinds/index.ts';
import type { Problem } from '../../src/core/problem.ts';
import { record } from '../../src/core/shapes/composed-shapes.ts';
import { child, type Node } from '../../src/core/shapes/node.ts';
import type { Intake, Shape } from '../../src/core/shapes/shape.ts';

/** The node of a YAML text that reads well. */
export function nodeOf(yaml: string, file = 'test.yaml'): Node {
  const read = readYaml(file, yaml);
  if ('node' in read) return read.node;
  throw new Error(read.problems.map(({ message }) => message).join('\n'));
}

/** What is under a key that must be there. */
export function under(node: Node, key: string): Node {
  const found = child(node, key);
  if (!found) throw new Error(`no "${key}" at line ${node.at.line}`);
  return found;
}

export function itemsOf(node: Node): readonly Node[] {
  return node.kind === 'list' ? node.items : [];
}

/** A node as plain data: texts, lists and objects. */
export function plain(node: Node): unknown {
  switch (node.kind) {
    case 'text':
      return node.value;
    case 'list':
      return node.items.map(plain);
    default:
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
  }
}

export function textUnder(node: Node, key: string): string {
  return String(plain(under(node, key)));
}

/** Reads the fields of a kind as a question file's reader does. */
export function bodyOf(type: ItemType, question: Node): { body: Body | undefined; problems: readonly Problem[] } {
  const intake: Intake = { problems: [] };
  const kind = kindNamed(type);
  const fields = record(kind.fields).read(question, intake);
  return { body: fields && kind.body(fields, question, intake), problems: intake.problems };
}

/** A body that must read well. */
export function soundBody(type: ItemType, question: Node): Body {
  const { body, problems } = bodyOf(type, question);
  if (body) return body;
  throw new Error(`not sound: ${problems.map(({ code, message }) => `${code} ${message}`).join('\n')}`);
}

/** The same mapping with another value under one key. */
export function replaced(node: Node, key: string, value: Node): Node {
  if (node.kind !== 'map') return node;
  return { ...node, entries: node.entries.map((entry) => (entry.key.value === key ? { ...entry, value } : entry)) };
}

/** What a shape makes of a YAML text. */
export function readThrough<T>(shape: Shape<T>, yaml: string) {
  const intake: Intake = { problems: [] };
  const value = shape.read(nodeOf(yaml), intake);
  return { value, problems: intake.problems, codes: intake.problems.map(({ code }) => code) };
}
