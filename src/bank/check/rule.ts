// What a rule of `quiz check` is: data beside one function, so that a rule can be listed, explained and waived.
import type { Item } from '../../core/items/item.ts';
import type { Problem } from '../../core/problem.ts';
import type { Notes } from '../notes/notes.ts';
import { type Choice, choiceOf, isChoice } from './reading.ts';

/** A sort of problem with what `quiz help CODE` says of it. */
export interface Described {
  /** Kebab-case words that an author understands; of a rule also the key of a waiver. */
  readonly code: string;
  readonly severity: Problem['severity'];
  /** What is wrong, in a few words. */
  readonly title: string;
  readonly why: string;
  /**
   * What the examples are: fields of one question, unless said otherwise; those of several, a question file, a manifest, or words where
   * the case is too large to show. Fields that are left out are sound.
   */
  readonly shows?: 'questions' | 'file' | 'manifest' | 'words';
  /** Lines. All but words raise the code of the rule, and no other. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

interface About extends Described {
  /** Where the rule and its threshold come from. */
  readonly source: string;
}

/** What a rule found, in the item it was given or in the one that it names. */
export interface Finding {
  readonly message: string;
  readonly hint: string;
  readonly item?: Item;
}

/** Looks at one item at a time. */
export interface ItemRule extends About {
  readonly scope: 'item';
  /** The share of items that may break the rule; without it, none may. */
  readonly tolerance?: number;
  /** The items the rule can judge, which shares are counted of; without it, all. */
  concerns?(item: Item): boolean;
  /** `notes`: those of the bank, which the item quotes. */
  check(item: Item, notes: readonly Notes[]): readonly Finding[];
}

/** Looks at all items together. A finding that names no item stands at the head of the manifest. */
export interface BankRule extends About {
  readonly scope: 'bank';
  check(items: readonly Item[]): readonly Finding[];
}

export type Rule = ItemRule | BankRule;

/** One finding, or none. */
export function found(message: string, hint: string): readonly [Finding] {
  return [{ message, hint }];
}

export const nothing: readonly Finding[] = [];

/** What makes a rule one about options: it concerns the questions in which some are chosen, and judges what is offered there. */
export function onChoices(
  judge: (choice: Choice, item: Item) => readonly Finding[],
): Pick<ItemRule, 'concerns' | 'check'> {
  return {
    concerns: isChoice,
    check(item) {
      const choice = choiceOf(item);
      return choice ? judge(choice, item) : nothing;
    },
  };
}

/** Options a, b, c … with these texts, and the right one of them, as an author writes them: what most examples of rules show. */
export function optionLines(answer: string, ...texts: readonly string[]): string[] {
  const rows = texts.map((text, place) => `  - { id: ${'abcdefgh'[place]}, text: ${text} }`);
  return ['options:', ...rows, `answer: ${answer}`];
}
