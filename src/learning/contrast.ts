// What was chosen against what was right, each with the passage of the notes that says what it is for.
import type { Item, Quote } from '../core/item.ts';
import type { Response } from '../core/kinds/kind.ts';
import { swapsIn } from './confusion.ts';

export interface Side {
  readonly concept: string;
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
  const quote = quoteFor(chosen, item, bank);
  return quote && { chosen: { concept: chosen, quote }, right: { concept: right, quote: own } };
}

/** The quote of a question whose one answer is the concept; one of the same topic is nearest. */
function quoteFor(concept: string, { id, topics }: Item, bank: Iterable<Item>): Quote | undefined {
  const telling = [...bank].filter((other) => other.id !== id && other.quotes.length > 0 && isKeyed(other, concept));
  const nearest = telling.find((other) => other.topics[0] === topics[0]) ?? telling[0];
  return nearest?.quotes[0];
}

function isKeyed({ body }: Item, concept: string): boolean {
  return (
    body.type === 'single' &&
    body.options.some((option) => option.concept === concept && body.answer.includes(option.id))
  );
}
