// Concepts as learners know them: an author gives a concept a short id, and on the screen stood the words of an option.
import type { Item, Option } from '../core/item.ts';
import { inPlainWords } from '../core/text.ts';

/** A longer text is a sentence, and no name. */
const LONGEST_NAME = 40;

/** What the options call a concept. */
export type ConceptNames = (concept: string) => string;

/** Of the options that stand for a concept and say all its words the shortest; the words of its id where there is none. */
export function conceptNames(items: Iterable<Item>): ConceptNames {
  const names = new Map<string, string>();
  for (const { body } of items) {
    for (const { concept, text } of partsOf(body)) {
      if (concept === undefined || text.length > LONGEST_NAME || !saysConcept(concept, text)) continue;
      const known = names.get(concept);
      if (known === undefined || text.length < known.length) names.set(concept, text);
    }
  }
  return (concept) => names.get(concept) ?? inPlainWords(concept);
}

/** Whether all words of a concept's id stand in a text. */
export function saysConcept(concept: string, text = ''): boolean {
  const small = text.toLowerCase();
  return concept.split('-').every((word) => small.includes(word));
}

function partsOf(body: Item['body']): readonly Option[] {
  if ('options' in body) return body.options;
  return 'left' in body ? [...body.left, ...body.right] : [];
}
