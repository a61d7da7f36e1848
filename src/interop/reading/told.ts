// A question as a source tells it: texts already plain, keys already known.

import type { CognitiveLevel } from '../../core/items/item.ts';
import type { Place, RefusalReason } from '../format.ts';
import type { Seen } from '../markup/plain-text.ts';
import type { Keys } from '../words/keys.ts';
import { ENGLISH, type Truths } from '../words/truths.ts';
import { WILDCARD } from './refusals.ts';

export interface Told {
  readonly at: Place;
  readonly stem: string;
  readonly topics?: readonly string[];
  readonly level?: CognitiveLevel | undefined;
  readonly why?: string;
  /** What its texts held besides words. */
  readonly seen?: Seen;
  readonly lost?: readonly string[];
  readonly body: ToldBody | RefusalReason;
}

export interface ToldOption {
  readonly text: string;
  readonly isKey: boolean;
  readonly why?: string;
}

/** Parts that belong together. */
export interface Pair {
  readonly left: string;
  readonly right: string;
}

export type ToldBody =
  | { readonly type: 'choice'; readonly options: readonly ToldOption[] }
  | { readonly type: 'ordering'; readonly steps: readonly Omit<ToldOption, 'isKey'>[] }
  | {
      readonly type: 'matching';
      readonly pairs: readonly Pair[];
      /** Right parts without a partner. */
      readonly spare: readonly string[];
    }
  | {
      readonly type: 'cloze';
      readonly accept: readonly string[];
      /** Whether the source says in so many words that the answer is typed. */
      readonly isTyped?: boolean;
    }
  | { readonly type: 'number'; readonly number: number; readonly tolerance: number; readonly unit?: string };

/** What is right, the text of the question where it differs from the one that it came with, and what of the answer has no place. */
export interface Answered {
  readonly stem?: string;
  readonly body: ToldBody;
  readonly lost?: readonly string[];
}

/** Options, of which those that the keys name are right. */
export function chosen(options: readonly Omit<ToldOption, 'isKey'>[], keys: Keys): ToldBody | RefusalReason {
  if ('code' in keys) return keys;
  return {
    type: 'choice',
    options: options.map((option, index) => ({ ...option, isKey: keys.keys.includes(index) })),
  };
}

/** Several gaps of a text, numbered there, with the words for them. */
export function gapsMatched(words: readonly string[], spare: readonly string[]): ToldBody {
  return { type: 'matching', pairs: words.map((right, index) => ({ left: `(${index + 1})`, right })), spare };
}

/** Pairs, of which those without a left part are right parts to spare. */
export function matched(pairs: readonly Pair[]): ToldBody {
  const isSpare = ({ left }: Pair) => left.trim() === '';
  const spare = pairs.filter(isSpare).map(({ right }) => right);
  return { type: 'matching', pairs: pairs.filter((pair) => !isSpare(pair)), spare };
}

const MOST_TYPED = 200;

/** Whether an answer is a text to be read, which nobody can be asked to type. */
export function isTooLongToType(answer: string): boolean {
  return answer.length > MOST_TYPED || answer.includes('\n');
}

/** Spellings as Moodle writes them: a star stands for any text, unless it has a stroke before it. */
export function spelt(texts: readonly string[]): ToldBody | RefusalReason {
  if (texts.some((text) => /(?<!\\)\*/.test(text))) return WILDCARD;
  return { type: 'cloze', accept: texts.map((text) => text.replaceAll('\\*', '*')) };
}

/** A number without the dust of binary fractions: 4.1 - 4 is 0.1. */
export function rounded(number: number): number {
  return Number(number.toPrecision(12));
}

/** A statement that is true or false, as a choice of the two, in the words of its language. */
export function trueOrFalse(isTrue: boolean, [yes, no]: Truths = ENGLISH): ToldBody {
  return {
    type: 'choice',
    options: [
      { text: yes, isKey: isTrue },
      { text: no, isKey: !isTrue },
    ],
  };
}
