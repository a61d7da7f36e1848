// An item as rules read it: its texts with their words.
import type { Item, Option } from '../../core/items/item.ts';
import { cloze } from '../../core/items/kinds/cloze.ts';
import { onceOfEach, whileAsked } from '../../core/once.ts';
import { contentOf, sentences, words } from './words.ts';

/** A text with its words, and the stems of those that carry meaning. */
export interface ReadText {
  readonly text: string;
  readonly words: readonly string[];
  readonly content: ReadonlySet<string>;
}

export interface ReadOption extends ReadText {
  readonly option: Option;
  readonly isKey: boolean;
}

/** The options of an item from which one or several are chosen. */
export interface Choice {
  readonly options: readonly ReadOption[];
  readonly keys: readonly ReadOption[];
  readonly distractors: readonly ReadOption[];
}

/** A text with its words, as rules ask for them. */
export function read(text: string): ReadText {
  const all = words(text);
  return { text, words: all, content: contentOf(all) };
}

/** A stem is compared with those of other items: its words are kept. */
export const stemOf = onceOfEach(({ stem }: Item) => read(stem));

/** The options of a single or multiple choice; undefined for other kinds. */
export function choiceOf({ body }: Item): Choice | undefined {
  return body.type === 'single' || body.type === 'multiple' ? choiceIn(body) : undefined;
}

type ChoiceBody = Extract<Item['body'], { type: 'single' | 'multiple' }>;

/** Options are judged by one rule after the other: their words are kept while that goes on. Those of a large bank weigh more than the bank. */
const choiceIn = whileAsked((body: ChoiceBody): Choice => {
  const options = body.options.map((option) => ({
    ...read(option.text),
    option,
    isKey: body.answer.includes(option.id),
  }));
  return {
    options,
    keys: options.filter(({ isKey }) => isKey),
    distractors: options.filter(({ isKey }) => !isKey),
  };
});

/** Whether options are chosen. */
export function isChoice(item: Item): boolean {
  return item.body.type === 'single' || item.body.type === 'multiple';
}

/** Whether one option is chosen. */
export function isSingle(item: Item): boolean {
  return item.body.type === 'single';
}

/** The texts that are right: options, accepted spellings, or the number asked for. None for orders and pairs. */
export function keyTexts({ body }: Item): readonly string[] {
  if (body.type === 'cloze') return cloze.texts(body);
  if (body.type !== 'single' && body.type !== 'multiple') return [];
  return body.options.filter(({ id }) => body.answer.includes(id)).map(({ text }) => text);
}

/** The sentence that asks: the last question, else the last sentence that is no remark in brackets. */
export function leadInOf({ stem }: Item): string {
  const all = sentences(stem);
  const asks = all.findLast((sentence) => sentence.includes('?'));
  return asks ?? all.findLast((sentence) => !sentence.startsWith('(')) ?? stem;
}
