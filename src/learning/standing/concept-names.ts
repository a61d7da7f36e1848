// Concepts as learners know them: an author gives a concept a short id, and on the screen stood the words of an option.
import { addTo, commonestFirst } from '../../core/grouped.ts';
import { type Item, partsOf } from '../../core/items/item.ts';
import { inSentence } from '../../core/text/code-lines.ts';
import { inPlainWords } from '../../core/text/wording.ts';

/** A longer text is a sentence. */
const LONGEST_NAME = 40;

/** What the options call a concept. */
export type ConceptNames = (concept: string) => string;

/** Of the options that stand for a concept and say all its words the most frequent, then the shortest; the words of its id where there is none. */
export function conceptNames(items: Iterable<Item>): ConceptNames {
  const texts = new Map<string, [string, ...string[]]>();
  for (const item of items) {
    for (const { concept, text: written } of partsOf(item)) {
      const text = inSentence(written);
      if (concept !== undefined && isName(text) && saysConcept(concept, text)) addTo(texts, concept, text);
    }
  }
  return (concept) => {
    const shortestFirst = texts.get(concept)?.toSorted((a, b) => a.length - b.length) ?? [];
    return commonestFirst(shortestFirst)[0]?.[0] ?? inPlainWords(concept);
  };
}

/** Whether a text can stand in a sentence: another sentence cannot, nor can several lines of code, of which only the first is there. */
function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && !text.endsWith('...');
}

/** Whether all words of a concept's id stand in a text. */
export function saysConcept(concept: string, text = ''): boolean {
  const small = text.toLowerCase();
  return concept.split('-').every((word) => small.includes(word));
}
