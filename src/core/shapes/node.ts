import type { Position } from '../problem.ts';

/** An authored document with the place of every part: what a reader of YAML (or anything like it) hands to the core. */
export type Node = TextNode | ListNode | MapNode;

export interface TextNode {
  readonly kind: 'text';
  readonly at: Position;
  readonly value: string;
  /** What follows on its line as a comment that has no blank behind its `#`: it may have been meant as a part of the text. */
  readonly cut?: string;
}

export interface ListNode {
  readonly kind: 'list';
  readonly at: Position;
  readonly items: readonly Node[];
}

export interface MapNode {
  readonly kind: 'map';
  readonly at: Position;
  readonly entries: readonly { readonly key: TextNode; readonly value: Node }[];
}

/** The value under a key of a mapping, if it is there. */
export function child(node: Node, key: string): Node | undefined {
  return node.kind === 'map' ? node.entries.find((entry) => entry.key.value === key)?.value : undefined;
}

/** The entries of a list; none where it is something else, or nothing. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : [];
}

/** The keys of a mapping; none where it is something else, or nothing. */
export function keysOf(node: Node | undefined): readonly TextNode[] {
  return node?.kind === 'map' ? node.entries.map(({ key }) => key) : [];
}

/** Every text at or below a node, keys aside. */
export function textsIn(node: Node | undefined): readonly TextNode[] {
  if (node?.kind === 'text') return [node];
  return node?.kind === 'map' ? node.entries.flatMap(({ value }) => textsIn(value)) : itemsOf(node).flatMap(textsIn);
}

/** The place of the value under a key, else of the whole: where a problem with that field is shown. */
export function placeOf(node: Node, key: string): Position {
  return child(node, key)?.at ?? node.at;
}

/** A node as the plain value it was written as. */
export function plainValue(node: Node): unknown {
  if (node.kind === 'text') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plainValue(value)]));
}
