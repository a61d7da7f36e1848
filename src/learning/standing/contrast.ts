// What was chosen against what was right, each with the passage of the notes that says what it is for.
import type { Item, Quote } from '../../core/items/item.ts';
import type { Response } from '../../core/items/kinds/kind.ts';
import { conceptNames, saysConcept } from './concept-names.ts';
import { swapsIn } from './confusion.ts';

export interface Side {
  readonly concept: string;
  /** What the options call it. */
  readonly name: string;
  readonly quote: Quote;
}

export interface Contrast {
  readonly chosen: Side;
  readonly right: Side;
}

/**
 * The two concepts that a wrong response took for one another, with a quote each: the question's own for the right one, and
 * for the chosen one that of a question in which it is the answer. Undefined where nothing was mixed up, or no quote tells.
 */
export function contrastOf(item: Item, response: Response | null, bank: Iterable<Item>): Contrast | undefined {
  const [own] = item.quotes;
  const [swap] = response === null ? [] : swapsIn(item, response);
  if (!own || !swap) return undefined;
  const [chosen, right] = swap;
  const all = [...bank];
  const quote = quoteFor(chosen, right, item, all);
  const named = conceptNames(all);
  const sideOf = (concept: string, quote: Quote): Side => ({ concept, name: named(concept), quote });
  return quote && { chosen: sideOf(chosen, quote), right: sideOf(right, own) };
}

/**
 * A quote that names the concept, of a question whose one answer it is. The answer to what something is not, or does without, is proved by a
 * passage about something else; and no passage is better than a wrong one. Of several the one that is nearest to a definition.
 */
function quoteFor(concept: string, other: string, { id, topics }: Item, bank: readonly Item[]): Quote | undefined {
  const telling = bank.flatMap((item) => {
    if (item.id === id || !isKeyed(item, concept)) return [];
    const isNear = item.topics[0] === topics[0];
    return item.quotes.flatMap((quote) => {
      const rank = BY_NEARNESS.findIndex((isSo) => isSo(quote, concept, other));
      return rank < 0 ? [] : [{ quote, rank, isNear }];
    });
  });
  const [best] = telling.sort((a, b) => a.rank - b.rank || Number(b.isNear) - Number(a.isNear));
  return best?.quote;
}

/** What makes a quote tell of a concept that is contrasted with another one: the nearest to a definition first. */
const BY_NEARNESS: readonly ((quote: Quote, concept: string, other: string) => boolean)[] = [
  ({ text }, concept) => saysConcept(concept, /^(.{1,40}?)(?::|\n| - )/.exec(text)?.[1]), // "Firehose: …", a term of 40 letters at most
  ({ path }, concept, other) => saysConcept(concept, path.at(-1)) && !saysConcept(other, path.at(-1)),
  ({ text }, concept) => saysConcept(concept, text),
];

function isKeyed({ body }: Item, concept: string): boolean {
  if (body.type !== 'single') return false;
  return body.options.some((option) => option.concept === concept && body.answer.includes(option.id));
}
