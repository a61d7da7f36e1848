// Questions as somebody wrote them into a text of their own: one, a list of them, or a whole question file.
import { type Named, plannedIds } from '../bank/editing/fix-ids.ts';
import { child, type Node } from '../core/shapes/node.ts';
import { nearest } from '../core/text/nearest.ts';

type ListNode = Extract<Node, { kind: 'list' }>;

export interface Written {
  readonly questions: readonly Node[];
  /** The same as the node of a question file. */
  readonly file: Node;
}

/** `taken` are ids of others, in lower case; a question without an id gets one as `quiz check --fix` would give it. */
export function writtenIn(node: Node, taken: ReadonlySet<string>): Written {
  const { at, items: written } = listIn(node);
  const items = withIds(written, taken);
  const list = { kind: 'list' as const, at, items };
  const key = { kind: 'text' as const, at, value: 'questions' };
  return { questions: items, file: { kind: 'map', at, entries: [{ key, value: list }] } };
}

function listIn(node: Node): ListNode {
  const inside = child(node, 'questions') ?? node;
  return inside.kind === 'list' ? inside : { kind: 'list', at: inside.at, items: [inside] };
}

function withIds(questions: readonly Node[], taken: ReadonlySet<string>): Node[] {
  const others = [...taken].map((id): Named => ({ id, stem: undefined, topic: undefined, enemies: [] }));
  const ids = plannedIds([...others, ...questions.map(namedBy)]).slice(others.length);
  return questions.map((question, index) => {
    const id = ids[index];
    if (id === undefined || question.kind !== 'map' || namedBy(question).id !== undefined) return question;
    const { at } = question;
    const entry = { key: { kind: 'text' as const, at, value: 'id' }, value: { kind: 'text' as const, at, value: id } };
    return { ...question, entries: [entry, ...question.entries] };
  });
}

function namedBy(question: Node): Named {
  const textAt = (key: string) => {
    const value = child(question, key);
    const first = value?.kind === 'list' ? value.items[0] : value;
    return first?.kind === 'text' ? first.value.trim() : undefined;
  };
  const names = question.kind === 'map' ? question.entries.map(({ key }) => key.value) : [];
  const idLike = names.some((name) => nearest(name, ['id']) !== undefined); // "ID:" is a slip, and told as one
  return { id: idLike ? (textAt('id') ?? '') : undefined, stem: textAt('stem'), topic: textAt('topics'), enemies: [] };
}
