// Which concept is chosen instead of which: from the wrong responses so far and from what the options stand for.
import { firstOfEach, timesOf } from '../../core/grouped.ts';
import type { Item, ItemId, Option, OptionId } from '../../core/items/item.ts';
import { idsOf, type Response } from '../../core/items/kinds/kind.ts';
import { type Packed, unpacked } from '../../core/packed.ts';
import { type Interval, wilson } from '../../core/wilson.ts';
import { isOpen } from '../learner/item-state.ts';
import type { Learner } from '../learner/learner.ts';
import { ofText } from '../learner/wordings.ts';
import { conceptNames } from './concept-names.ts';

/** An ordered pair of concepts, with the 95 % Wilson interval of its share. */
export interface Confusion extends Interval {
  readonly chosen: string;
  readonly right: string;
  /** What the options call them. */
  readonly chosenName: string;
  readonly rightName: string;
  /** How often the one was chosen where the other was right, and how often that could have happened. */
  readonly count: number;
  readonly of: number;
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
    .sort((a, b) => b.low - a.low || b.count - a.count || (nameIn(a) < nameIn(b) ? -1 : 1));
}

function nameIn({ chosen, right }: Pick<Confusion, 'chosen' | 'right'>): string {
  return nameOf([chosen, right]);
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
      const wrong = body.options.map(({ id }) => id).filter((id) => !body.answer.includes(id));
      const pairs = wrong.flatMap((id) => body.answer.map((key) => [id, key] as const));
      return swapsOf(body.options, pairs);
    }
    case 'matching': {
      const pairs = Object.values(body.answer).flatMap((key) => body.right.map(({ id }) => [id, key] as const));
      return swapsOf(body.right, pairs);
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
      const given = idsOf(response);
      const wrong = given.filter((id) => !body.answer.includes(id));
      const missed = body.answer.filter((id) => !given.includes(id));
      const pairs = wrong.flatMap((id) => missed.map((key) => [id, key] as const));
      return swapsOf(body.options, pairs);
    }
    case 'matching': {
      const given = typeof response === 'object' ? Object.entries(response as Readonly<Record<string, string>>) : [];
      const pairs = given.map(([left, right]) => [right, body.answer[left] ?? ''] as const);
      return swapsOf(body.right, pairs);
    }
    case 'ordering':
    case 'cloze':
      return [];
    default:
      return body satisfies never;
  }
}

/** The pairs of different concepts that these pairs of options stand for, each once. */
function swapsOf(options: readonly Option[], pairs: readonly (readonly [chosen: OptionId, right: OptionId])[]): Swap[] {
  const concepts = new Map(options.map(({ id, concept }) => [id, concept]));
  const swaps = pairs.flatMap((pair): Swap[] => {
    const [chosen, right] = pair.map((id) => concepts.get(id));
    return chosen === undefined || right === undefined || chosen === right ? [] : [[chosen, right]];
  });
  return firstOfEach(swaps, nameOf);
}
