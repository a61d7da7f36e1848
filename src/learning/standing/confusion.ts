// Which concept is chosen instead of which: from the wrong responses so far and from what the options stand for.
import { firstOfEach, timesOf } from '../../core/grouped.ts';
import type { Item, ItemId } from '../../core/items/item.ts';
import type { Response } from '../../core/items/kinds/kind.ts';
import { type Packed, unpacked } from '../../core/packed.ts';
import { wilson } from '../../core/wilson.ts';
import { isOpen } from '../learner/item-state.ts';
import type { Learner } from '../learner/learner.ts';
import { ofText } from '../learner/wordings.ts';
import { conceptNames } from './concept-names.ts';

/** An ordered pair of concepts. */
export interface Confusion {
  readonly chosen: string;
  readonly right: string;
  /** What the options call them. */
  readonly chosenName: string;
  readonly rightName: string;
  /** How often the one was chosen where the other was right, and how often that could have happened. */
  readonly count: number;
  readonly of: number;
  /** 95 % Wilson interval of the share. */
  readonly low: number;
  readonly high: number;
  readonly items: readonly ItemId[];
}

interface Pair {
  readonly chosen: string;
  readonly right: string;
  count: number;
  of: number;
  /** Whether one of the questions waits for another look. */
  isOpen: boolean;
  readonly items: ItemId[];
}

/**
 * The pairs that are mixed up: chosen at least once, and not all of it settled since. The surest to be more than chance first (lower end
 * of the interval).
 */
export function confusions(learner: Learner, items: Iterable<Item>): Confusion[] {
  const pairs = new Map<string, Pair>();
  const all = [...items];
  const named = conceptNames(all);
  for (const item of all) {
    const state = ofText(learner.items[item.id], item);
    if (!state) continue;
    const times = timesSwapped(item, state.misses);
    for (const swap of possibleSwaps(item)) {
      const name = nameOf(swap);
      const pair = pairs.get(name) ?? { chosen: swap[0], right: swap[1], count: 0, of: 0, isOpen: false, items: [] };
      pairs.set(name, pair);
      const count = times.get(name) ?? 0;
      pair.count += count;
      pair.of += state.answers;
      if (count === 0) continue;
      pair.items.push(item.id);
      pair.isOpen ||= isOpen(state);
    }
  }
  return [...pairs.values()]
    .filter((pair) => pair.isOpen)
    .map(({ isOpen: _, ...pair }) => ({
      ...pair,
      ...wilson(pair.count, pair.of),
      chosenName: named(pair.chosen),
      rightName: named(pair.right),
    }))
    .sort(
      (a, b) =>
        b.low - a.low || b.count - a.count || (nameOf([a.chosen, a.right]) < nameOf([b.chosen, b.right]) ? -1 : 1),
    );
}

/** How many of the misses made each swap. The same miss comes again and again, and is looked at once. */
function timesSwapped(item: Item, misses: Packed<Response>): Map<string, number> {
  const alike = timesOf(unpacked(misses).map((response) => JSON.stringify(response)));
  const times = new Map<string, number>();
  for (const [response, count] of alike)
    for (const swap of swapsIn(item, JSON.parse(response)))
      times.set(nameOf(swap), (times.get(nameOf(swap)) ?? 0) + count);
  return times;
}

/** The questions in which one concept of a pair can be taken for the other. */
export function itemsConfusing(items: Iterable<Item>, pairs: readonly Pick<Confusion, 'chosen' | 'right'>[]): ItemId[] {
  const wanted = new Set(pairs.flatMap(({ chosen, right }) => [nameOf([chosen, right]), nameOf([right, chosen])]));
  return [...items].filter((item) => possibleSwaps(item).some((swap) => wanted.has(nameOf(swap)))).map(({ id }) => id);
}

/** The chosen concept and the right one. */
type Swap = readonly [chosen: string, right: string];

function nameOf([chosen, right]: Swap): string {
  return `${chosen}\n${right}`;
}

/** Every concept that can be chosen in a question, with every one that is right there. */
function possibleSwaps({ body }: Item): Swap[] {
  switch (body.type) {
    case 'single':
    case 'multiple': {
      const concept = conceptsOf(body.options);
      const wrong = body.options.map(({ id }) => id).filter((id) => !body.answer.includes(id));
      return distinct(wrong.flatMap((id) => body.answer.map((key) => [concept.get(id), concept.get(key)])));
    }
    case 'matching': {
      const concept = conceptsOf(body.right);
      const keys = Object.values(body.answer);
      return distinct(keys.flatMap((key) => body.right.map(({ id }) => [concept.get(id), concept.get(key)])));
    }
    case 'ordering':
    case 'cloze':
      return [];
    default:
      return body satisfies never;
  }
}

/** What a wrong response swapped: wrongly chosen concepts with those that were missed. */
export function swapsIn({ body }: Item, response: Response): Swap[] {
  switch (body.type) {
    case 'single':
    case 'multiple': {
      if (!Array.isArray(response)) return [];
      const concept = conceptsOf(body.options);
      const wrong = response.filter((id) => !body.answer.includes(id));
      const missed = body.answer.filter((id) => !response.includes(id));
      return distinct(wrong.flatMap((id) => missed.map((key) => [concept.get(id), concept.get(key)])));
    }
    case 'matching': {
      const concept = conceptsOf(body.right);
      const pairs = typeof response === 'object' ? Object.entries(response as Readonly<Record<string, string>>) : [];
      return distinct(pairs.map(([left, right]) => [concept.get(right), concept.get(body.answer[left] ?? '')]));
    }
    case 'ordering':
    case 'cloze':
      return [];
    default:
      return body satisfies never;
  }
}

function conceptsOf(options: readonly { readonly id: string; readonly concept?: string }[]): Map<string, string> {
  return new Map(options.flatMap(({ id, concept }) => (concept === undefined ? [] : [[id, concept] as const])));
}

/** The pairs of two different concepts, each once. */
function distinct(pairs: readonly (readonly (string | undefined)[])[]): Swap[] {
  const whole = pairs.flatMap(([chosen, right]) =>
    chosen === undefined || right === undefined || chosen === right ? [] : [[chosen, right] as const],
  );
  return firstOfEach(whole, nameOf);
}
