// An item as rules read it: its texts with their words, made once an item.
import type { Item, Option } from '../../core/items/item.ts';
import { cloze } from '../../core/items/kinds/cloze.ts';
import { onceOfEach } from '../../core/once.ts';
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

export const stemOf = onceOfEach(({ stem }: Item) => read(stem));

/** The options of a single or multiple choice; undefined for other kinds. */
export function choiceOf({ body }: Item): Choice | undefined {
  return body.type === 'single' || body.type === 'multiple' ? choiceIn(body) : undefined;
}

const choiceIn = onceOfEach((body: Extract<Item['body'], { type: 'single' | 'multiple' }>): Choice => {
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
export function keyTexts(item: Item): readonly string[] {
  return item.body.type === 'cloze' ? cloze.texts(item.body) : (choiceOf(item)?.keys.map(({ text }) => text) ?? []);
}

/** The sentence that asks: the last question, else the last sentence that is no remark in brackets. */
export function leadInOf({ stem }: Item): string {
  const all = sentences(stem);
  const asks = all.findLast((sentence) => sentence.includes('?'));
  return asks ?? all.findLast((sentence) => !sentence.startsWith('(')) ?? stem;
}
