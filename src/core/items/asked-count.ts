// How many answers a stem asks for.
import { NUMBER_WORDS } from '../text/wording.ts';

const NUMBERS = NUMBER_WORDS.slice(1, 9);
const COUNT = `(${NUMBERS.join('|')}|[1-8])`;
/** "Choose two", "(Select the TWO best …": an order to the candidate, at the head of a sentence or a bracket. */
const ORDER = new RegExp(
  `(?:^|[.?!:(]|\\n)\\s*(?:please\\s+)?(?:select|choose|pick|tick|mark)\\s+(?:(?:the|any|exactly|best|correct|right)\\s+)*${COUNT}\\b(?![.,]?\\d)`,
  'gi',
);
const EMPHASISED = new RegExp(`\\b(${NUMBERS.slice(1).join('|').toUpperCase()})\\b`, 'g');

/** The numbers of answers that a stem asks for. Capitals count as asking only where several can be chosen. */
export function askedCounts(stem: string, isMultiple: boolean): number[] {
  const orders = [...stem.matchAll(ORDER), ...(isMultiple ? stem.matchAll(EMPHASISED) : [])];
  return orders.map(([, count = '']) => (/\d/.test(count) ? Number(count) : NUMBERS.indexOf(count.toLowerCase()) + 1));
}
