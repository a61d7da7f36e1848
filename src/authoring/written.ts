// Questions as somebody wrote them into a text of their own: one, a list of them, or a whole question file.
import { child, type Node } from '../core/node.ts';

type ListNode = Extract<Node, { kind: 'list' }>;

export interface Written {
  readonly questions: readonly Node[];
  /** The same as the node of a question file. */
  readonly file: Node;
}

export function writtenIn(node: Node): Written {
  const list = listIn(node);
  const { at, items } = list;
  const key = { kind: 'text' as const, at, value: 'questions' };
  return { questions: items, file: { kind: 'map', at, entries: [{ key, value: list }] } };
}

function listIn(node: Node): ListNode {
  const inside = child(node, 'questions') ?? node;
  return inside.kind === 'list' ? inside : { kind: 'list', at: inside.at, items: [inside] };
}

/** A node as the plain value it was written as. */
export function plain(node: Node): unknown {
  if (node.kind === 'text') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
}
