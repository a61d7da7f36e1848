// A question file's nodes to items and problems. What a question needs besides the common fields, its kind says.
import type { Case, Item, Quote, Topic } from '../core/item.ts';
import { branch, type JsonSchema } from '../core/json-schema.ts';
import { type ItemType, itemTypes, kindNamed } from '../core/kinds/index.ts';
import { limits } from '../core/limits.ts';
import { child, type Node, placeOf } from '../core/node.ts';
import type { Problem } from '../core/problem.ts';
import { revisionOf } from '../core/rev.ts';
import {
  flag,
  type Intake,
  identifier,
  list,
  oneOf,
  optional,
  type RecordOf,
  record,
  report,
  required,
  table,
  text,
  unread,
} from '../core/shape.ts';
import { type Anchored, anchor } from './anchor.ts';
import { checkKnown } from './manifest.ts';
import type { Notes } from './notes.ts';
import { changesWhatIsAsked, quoteProblem } from './quote-problems.ts';

/** What a question file is read against. */
export interface Surroundings {
  readonly notes: readonly Notes[];
  /** The bank's topics; empty: any topic will do. */
  readonly topics: readonly Topic[];
  readonly cases: ReadonlyMap<string, string>;
}

export interface Compiled {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
}

const quoteShape = record({
  section: required(text({ most: 500 }), 'The heading it stands under; sub-headings belong to it.'),
  text: required(text({ most: 2000 }), 'The words of the notes, exactly.'),
});
const itemType = oneOf(...itemTypes);

export const commonFields = {
  id: required(identifier(), 'A name that stays: history goes by it, so you may edit the text.'),
  type: required(itemType, 'single, multiple, ordering, matching or cloze.'),
  topics: required(
    list(text({ most: 200 }), { least: 1, most: 32, loose: true }),
    'Topics of bank.yaml; the first is the home topic.',
  ),
  level: optional(oneOf('recall', 'understand', 'apply', 'analyse'), 'What it takes to answer.'),
  scenario: optional(flag(), 'Whether an actor, a goal and a constraint decide the answer.'),
  stem: required(text({ most: 10_000 }), 'What is asked. multiple: say how many. cloze: ____ is the gap.'),
  quotes: optional(list(quoteShape, { most: 10 }), 'The passages of your notes that prove the answer.'),
  why: optional(text({ most: 20_000 }), 'One reason for the whole question, where options have none of their own.'),
  dated: optional(
    record({
      asOf: required(text({ most: 40 }), 'When that was looked up: 2026-11.'),
      says: required(text({ most: 2000 }), 'What is true today.'),
      source: optional(text({ most: 500 }), 'Where it was looked up.'),
    }),
    'Where the world has moved on since the notes were written.',
  ),
  family: optional(identifier(), 'Near-variants share a family: never two of them in one exam.'),
  enemies: optional(list(identifier(), { loose: true }), 'Ids of questions that give this one away.'),
  case: optional(identifier(), 'The case text it stands under.'),
  waive: optional(table(text({ most: 500 })), 'Rules of quiz check set aside here, each with the reason.'),
};
type CommonFields = RecordOf<typeof commonFields>;

export const fileShape = record({
  questions: required(
    unread(() => ({ type: 'array', items: questionSchema(), maxItems: limits.questionsInFile })),
    'The questions of this file.',
  ),
  cases: optional(table(text({ most: 20_000 })), 'Texts that several questions share, by id.'),
});

/** A question by its type, as `build` reads it: one whose type is not known is taken for the first. */
function questionSchema(): JsonSchema {
  const [first, ...others] = itemTypes.map((type) => ({ type, schema: questionShape(type).schema() }));
  return others.reduce<JsonSchema>(
    (otherwise, { type, schema }) =>
      branch({ type: 'object', properties: { type: { const: type } }, required: ['type'] }, schema, otherwise),
    first?.schema ?? {},
  );
}

function questionShape(type: ItemType) {
  return record({ ...commonFields, ...kindNamed(type).fields });
}

/** Reads the questions of one file. A question with an error is left out and the others stay. */
export function compile(node: Node, around: Surroundings): Compiled {
  const intake: Intake = { problems: [] };
  const fields = fileShape.read(node, intake);
  if (!fields) return { items: [], problems: intake.problems };
  const { questions } = fields;
  if (questions.kind !== 'list') {
    report(intake, 'wrong-kind', questions.at, 'questions is not a list', 'start each question with "- id: …"');
    return { items: [], problems: intake.problems };
  }
  if (questions.items.length > limits.questionsInFile) {
    report(
      intake,
      'too-large',
      questions.at,
      `there are more than ${limits.questionsInFile} questions here`,
      'spread them over several files',
    );
    return { items: [], problems: intake.problems };
  }
  const known = { ...around, cases: new Map([...around.cases, ...(fields.cases ?? [])]) };
  const items = questions.items.flatMap((question) => readItem(question, known, intake.problems) ?? []);
  return { items, problems: intake.problems };
}

function readItem(node: Node, around: Surroundings, problems: Problem[]): Item | undefined {
  const idNode = child(node, 'id');
  const intake: Intake = { problems: [], ...(idNode?.kind === 'text' && idNode.value && { item: idNode.value }) };
  const item = build(node, around, intake);
  problems.push(...intake.problems);
  return item;
}

function build(node: Node, around: Surroundings, intake: Intake): Item | undefined {
  const typeNode = child(node, 'type');
  const type = typeNode ? itemType.read(typeNode, intake) : 'single';
  if (!type) return undefined;
  const kind = kindNamed(type);
  const fields = questionShape(type).read(node, intake);
  if (!fields) return undefined;
  const common = fields as unknown as CommonFields; // the kind's fields come on top of these
  const body = kind.body(fields, node, intake);
  for (const topic of common.topics) checkKnown(topic, around.topics, placeOf(node, 'topics'), intake);
  const shared = common.case === undefined ? undefined : caseNamed(common.case, node, around, intake);
  const isSound = body !== undefined && intake.problems.length === 0;
  const quotes = proved(common.quotes ?? [], node, around.notes, intake);
  if (!isSound) return undefined;
  const { id, topics, level, scenario, stem, why, dated, family, enemies, waive } = common;
  return {
    id,
    rev: revisionOf(stem, body),
    topics: topics as [Topic, ...Topic[]], // the shape asks for one at least
    ...(level && { level }),
    ...(scenario && { scenario }),
    stem,
    quotes,
    ...(why && { why }),
    ...(dated && { dated: { asOf: dated.asOf, says: dated.says, ...(dated.source && { source: dated.source }) } }),
    ...(family && { family }),
    ...(enemies && { enemies }),
    ...(shared && { case: shared }),
    ...(waive && { waive: Object.fromEntries(waive) }),
    at: node.at,
    body,
  };
}

function caseNamed(id: string, node: Node, { cases }: Surroundings, intake: Intake): Case | undefined {
  const shared = cases.get(id);
  if (shared !== undefined) return { id, text: shared };
  return report(
    intake,
    'unknown-case',
    placeOf(node, 'case'),
    `there is no case "${id}"`,
    'add its text under cases: in this file or in bank.yaml',
  );
}

/** A passage that changed in what the question asks about is shown, and not taken for certain. */
function unlessAsked(anchored: Anchored, text: string, asked: readonly string[]): Anchored {
  if ('quote' in anchored || !anchored.restored || !changesWhatIsAsked(text, anchored.restored.text, asked))
    return anchored;
  const { restored: _, ...rest } = anchored;
  return rest;
}

/** Every text at or below a node. */
function textsUnder(node: Node | undefined): string[] {
  if (node?.kind === 'text') return [node.value];
  if (node?.kind === 'list') return node.items.flatMap(textsUnder);
  return node?.kind === 'map' ? node.entries.flatMap(({ value }) => textsUnder(value)) : [];
}

/** The quotes that stand in the notes. One that does not is a problem; the question stays, without it. */
function proved(
  quotes: readonly { section: string; text: string }[],
  node: Node,
  notes: readonly Notes[],
  intake: Intake,
): Quote[] {
  const nodes = child(node, 'quotes');
  const asked = ['stem', 'options', 'answer', 'left', 'right'].flatMap((field) => textsUnder(child(node, field)));
  return quotes.flatMap(({ section, text }, index) => {
    const anchored = unlessAsked(anchor(notes, section, text), text, asked);
    const quoteNode = (nodes?.kind === 'list' && nodes.items[index]) || node;
    const found = quoteProblem(anchored, section, quoteNode);
    if (found) intake.problems.push({ ...found, ...(intake.item && { item: intake.item }) });
    return 'quote' in anchored ? [anchored.quote] : [];
  });
}
