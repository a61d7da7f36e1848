// What a question file can hold. What a question needs besides the common fields, its kind says.
import { cognitiveLevels } from '../core/items/item.ts';
import { type ItemType, itemTypes, kindNamed } from '../core/items/kinds/index.ts';
import { limits } from '../core/limits.ts';
import { list, type RecordShape, record, table } from '../core/shapes/composed-shapes.ts';
import { branch, type JsonSchema } from '../core/shapes/json-schema.ts';
import { optional, type RecordOf, required, unread } from '../core/shapes/shape.ts';
import { date, flag, identifier, oneOf, text, whereabouts } from '../core/shapes/value-shapes.ts';

const quoteShape = record({
  section: required(text({ most: 500 }), 'The heading it stands under; sub-headings belong to it.'),
  text: required(text({ most: 2000 }), 'The words of the notes, exactly.'),
});
/** The name of a type, as it stands in `type`. */
export const itemType = oneOf(...itemTypes);

/** What is said of a question in a file of a bank that has no id. */
export const NO_ID = 'add id: …, or let quiz check --fix make one';

const commonFields = {
  id: required(identifier(), 'A name that stays: history goes by it, so you may edit the text.', NO_ID),
  type: required(
    itemType,
    'single, multiple, ordering, matching or cloze.',
    'add type: single, multiple, ordering, matching or cloze',
  ),
  topics: required(
    list(text({ most: 200 }), { least: 1, most: 32, loose: true }),
    'Topics of bank.yaml; the first is the home topic.',
    'add topics: [TOPIC], as bank.yaml has it',
  ),
  level: optional(oneOf(...cognitiveLevels), 'What it takes to answer.'),
  scenario: optional(flag(), 'Whether an actor, a goal and a constraint decide the answer.'),
  stem: required(text({ most: 10_000 }), 'What is asked. multiple: say how many. cloze: ____ is the gap.'),
  quotes: optional(list(quoteShape, { most: 10 }), 'The passages of your notes that prove the answer.'),
  why: optional(text({ most: 20_000 }), 'One reason for the whole question, where options have none of their own.'),
  dated: optional(
    record({
      asOf: required(date(), 'When that was looked up: 2026-11.'),
      says: required(text({ most: 2000 }), 'What is true today.'),
      source: optional(whereabouts(), 'Where it was looked up.'),
    }),
    'Where the world has moved on since the notes were written.',
  ),
  family: optional(identifier(), 'Near-variants share a family: never two of them in one exam.'),
  enemies: optional(list(identifier(), { loose: true }), 'Ids of questions that give this one away.'),
  case: optional(identifier(), 'The case text it stands under.'),
  waive: optional(table(text({ most: 500 })), 'Rules of quiz check set aside here, each with the reason.'),
};
export type CommonFields = RecordOf<typeof commonFields>;

/** A question file. */
export const fileShape = record({
  questions: required(
    unread(() => ({ type: 'array', items: questionSchema(), maxItems: limits.questionsInFile })),
    'The questions of this file.',
  ),
  cases: optional(table(text({ most: 20_000 })), 'Texts that several questions share, by id.'),
});

/** What a question of each type has. */
export const questionShapes = Object.fromEntries(
  itemTypes.map((type) => [type, record({ ...commonFields, ...kindNamed(type).fields })]),
) as Record<ItemType, RecordShape<CommonFields>>; // with the kind's own fields on top

/** A question by its type, as `build` reads it: one whose type is not known is taken for the first. */
function questionSchema(): JsonSchema {
  const [first, ...others] = itemTypes.map((type) => ({ type, schema: questionShapes[type].schema() }));
  return others.reduce<JsonSchema>(
    (otherwise, { type, schema }) =>
      branch({ type: 'object', properties: { type: { const: type } }, required: ['type'] }, schema, otherwise),
    first?.schema ?? {},
  );
}

/** What a question has whatever its type, for one whose type is not known: what else it has is not judged. */
export function untypedShape() {
  const names = ['type', ...itemTypes.flatMap((type) => Object.keys(kindNamed(type).fields))];
  return record({ ...commonFields, ...Object.fromEntries(names.map((name) => [name, optional(unread(() => ({})))])) });
}
