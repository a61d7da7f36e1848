// Random values of the domain for laws.
import fc from 'fast-check';
import type { Item, ItemFacts, Option, Topic } from '../../src/core/items/item.ts';
import type { Body } from '../../src/core/items/kinds/index.ts';
import type { Press } from '../../src/core/items/kinds/kind.ts';
import { revisionOf } from '../../src/core/items/revision.ts';
import type { Blueprint, Part } from '../../src/core/papers/blueprint.ts';

/** Stands in every text that must not be seen before grading. */
export const SECRET = 'SECRET';

const optionIds = ['a', 'b', 'c', 'd', 'e', 'constructor', 'toString', 'valueOf'];
const topics: Topic[] = ['s3', 's3/encryption', 's3/lifecycle', 'kinesis', 'kinesis/streams', 'glue'];

const topicsOfItem = fc.tuple(fc.constantFrom(...topics), fc.constantFrom(...topics));

function optionsOf(least: number, most: number): fc.Arbitrary<Option[]> {
  return fc
    .shuffledSubarray(optionIds, { minLength: least, maxLength: most })
    .map((ids) =>
      ids.map((id) => ({ id, text: `text of ${id}`, concept: `${SECRET}-concept-${id}`, why: `${SECRET} why ${id}` })),
    );
}

type PartsOf = (least: number, most: number) => fc.Arbitrary<Option[]>;

/** Bodies of the kinds that are put together of options; `partsOf`: what is matched. */
export function bodiesOf(optionsOf: PartsOf, partsOf = optionsOf): Readonly<Record<string, fc.Arbitrary<Body>>> {
  return {
    single: optionsOf(2, 5).chain((options) =>
      fc.constantFrom(...options).map(({ id }): Body => ({ type: 'single', options, answer: [id] })),
    ),
    multiple: optionsOf(3, 6).chain((options) =>
      fc
        .subarray(options, { minLength: 2, maxLength: options.length - 1 })
        .map((keys): Body => ({ type: 'multiple', options, answer: keys.map(({ id }) => id) })),
    ),
    ordering: optionsOf(2, 5).chain((options) =>
      fc
        .shuffledSubarray(options, { minLength: options.length })
        .map((keys): Body => ({ type: 'ordering', options, answer: keys.map(({ id }) => id) })),
    ),
    matching: fc.tuple(partsOf(2, 4), partsOf(4, 6)).chain(([left, right]) =>
      fc.shuffledSubarray(right, { minLength: left.length, maxLength: left.length }).map(
        (partners): Body => ({
          type: 'matching',
          left,
          right,
          answer: Object.fromEntries(left.map(({ id }, index) => [id, partners[index]?.id ?? ''])),
        }),
      ),
    ),
  };
}

const cloze = fc.oneof(
  fc
    .array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 3 })
    .map((texts): Body => ({ type: 'cloze', answer: { accept: texts.map((text) => `${SECRET} ${text}`) } })),
  fc
    .tuple(fc.integer({ min: 4_000_000, max: 5_000_000 }), fc.constantFrom('GB', undefined))
    .map(([number, unit]): Body => ({ type: 'cloze', answer: { number, tolerance: 0, ...(unit && { unit }) } })),
);

export const bodies: fc.Arbitrary<Body> = fc.oneof(...Object.values(bodiesOf(optionsOf)), cloze);

export function items(id: string): fc.Arbitrary<Item> {
  return fc.tuple(bodies, topicsOfItem).map(([body, [home, other]]) => itemOf(id, body, [home, other]));
}

/** Options by their ids, a letter each. */
export function optionsNamed(ids: string): Option[] {
  return [...ids].map((id) => ({ id, text: `text of ${id}` }));
}

export function itemOf(id: string, body: Body, topics: Item['topics'] = ['s3']): Item {
  const stem = `Stem of ${id}`;
  return {
    id,
    rev: revisionOf(stem, body),
    topics,
    stem,
    why: `${SECRET} why of all`,
    quotes: [
      {
        text: `${SECRET} quote`,
        section: `${SECRET} section`,
        file: 'notes.md',
        lines: [1, 2],
        path: [`${SECRET} path`],
        context: { before: `${SECRET} before` },
      },
    ],
    dated: { asOf: '2026', says: `${SECRET} says` },
    at: { file: 'questions.yaml', line: 1, column: 1 },
    body,
  };
}

/** A few items with the ids q1, q2, … */
export const papers: fc.Arbitrary<Item[]> = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => items(`q${index + 1}`))));

export const presses: fc.Arbitrary<Press> = fc.oneof(
  fc.integer({ min: -1, max: 9 }).map((number): Press => ({ type: 'pick', number })),
  fc.constantFrom<1 | -1>(1, -1).map((by): Press => ({ type: 'step', by })),
  fc.constantFrom<Press>({ type: 'tick' }, { type: 'erase' }, { type: 'erase-word' }, { type: 'clear' }),
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('1', '-', ' ', '.', 'e', 'GB', '1,000', '️⃣', '\ud800'),
    )
    .map((text): Press => ({ type: 'text', text })),
);

export const seeds = fc.string({ maxLength: 8 });

/** A bank's facts: some in cases, some of a family, some with enemies. No two in a case are kept apart. */
export const banks: fc.Arbitrary<ItemFacts[]> = fc
  .array(
    fc.record({
      topic: fc.constantFrom(...topics),
      case: fc.option(fc.constantFrom('case-1', 'case-2'), { nil: undefined, freq: 4 }),
      family: fc.option(fc.constantFrom('f1', 'f2', 'f3'), { nil: undefined }),
      enemy: fc.option(fc.nat(30), { nil: undefined }),
    }),
    { maxLength: 30 },
  )
  .map((sketches) =>
    sketches.map(({ topic, case: shared, family, enemy }, index) => ({
      id: `q${index}`,
      rev: `r${index}`,
      topics: [topic] as const,
      type: 'single' as const,
      ...(shared && { case: shared }),
      ...(!shared && family && { family }),
      ...(!shared && enemy !== undefined && { enemies: [`q${enemy}`] }),
    })),
  );

const parts: fc.Arbitrary<Part[]> = fc
  .uniqueArray(fc.constantFrom(...topics, 'absent'), { maxLength: 4 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((topic) =>
        fc.integer({ min: 1, max: 50 }).map((weight): Part => ({ title: topic, weight, topics: [topic] })),
      ),
    ),
  );

export const blueprints: fc.Arbitrary<Blueprint> = parts.map((parts) => blueprintOf(parts));

export function blueprintOf(parts: readonly Part[], total = 10): Blueprint {
  return { id: 'mock', title: 'Mock', questions: total, minutes: 20, pass: 72, unscored: 0, parts, status: 'current' };
}
