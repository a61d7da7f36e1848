// A question file's nodes to items and problems. What a question needs besides the common fields, its kind says.
import type { Case, Item, Quote, Topic } from '../core/item.ts';
import { itemTypes, kindNamed } from '../core/kinds/index.ts';
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
} from '../core/shape.ts';
import { anchor } from './anchor.ts';
import { checkKnown } from './manifest.ts';
import type { Notes } from './notes.ts';
import { quoteProblem } from './quote-problems.ts';

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

const quoteShape = record({ section: required(text({ most: 500 })), text: required(text({ most: 2000 })) });
const itemType = oneOf(...itemTypes);

export const commonFields = {
  id: required(identifier()),
  type: required(itemType),
  topics: required(list(text({ most: 200 }), { least: 1, most: 32, loose: true })),
  level: optional(oneOf('recall', 'understand', 'apply', 'analyse')),
  scenario: optional(flag()),
  stem: required(text({ most: 10_000 })),
  quotes: optional(list(quoteShape, { most: 10 })),
  why: optional(text({ most: 20_000 })),
  dated: optional(
    record({
      asOf: required(text({ most: 40 })),
      says: required(text({ most: 2000 })),
      source: optional(text({ most: 500 })),
    }),
  ),
  family: optional(identifier()),
  enemies: optional(list(identifier(), { loose: true })),
  case: optional(identifier()),
  waive: optional(table(text({ most: 500 }))),
};
type CommonFields = RecordOf<typeof commonFields>;

const fileShape = record({
  questions: required({ read: (node: Node) => node }),
  cases: optional(table(text({ most: 20_000 }))),
});

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
  const fields = record({ ...commonFields, ...kind.fields }).read(node, intake);
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

/** The quotes that stand in the notes. One that does not is a problem; the question stays, without it. */
function proved(
  quotes: readonly { section: string; text: string }[],
  node: Node,
  notes: readonly Notes[],
  intake: Intake,
): Quote[] {
  const nodes = child(node, 'quotes');
  return quotes.flatMap(({ section, text }, index) => {
    const anchored = anchor(notes, section, text);
    const quoteNode = (nodes?.kind === 'list' && nodes.items[index]) || node;
    const found = quoteProblem(anchored, section, quoteNode);
    if (found) intake.problems.push({ ...found, ...(intake.item && { item: intake.item }) });
    return 'quote' in anchored ? [anchored.quote] : [];
  });
}
