// A question as a source tells it: texts already plain, keys already known.

import type { CognitiveLevel } from '../../core/items/item.ts';
import type { Place, RefusalReason } from '../format.ts';
import { ENGLISH, type Truths } from '../words/truths.ts';

export interface Told {
  readonly at: Place;
  readonly stem: string;
  readonly topics?: readonly string[];
  readonly level?: CognitiveLevel;
  readonly why?: string;
  readonly lost?: readonly string[];
  readonly body: ToldBody;
}

export interface ToldOption {
  readonly text: string;
  readonly isKey: boolean;
  readonly why?: string;
}

export type ToldBody =
  | { readonly type: 'choice'; readonly options: readonly ToldOption[] }
  | { readonly type: 'ordering'; readonly steps: readonly Omit<ToldOption, 'isKey'>[] }
  | {
      readonly type: 'matching';
      readonly pairs: readonly { readonly left: string; readonly right: string }[];
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

/** Pairs, of which those without a left part are right parts to spare. */
export function matched(pairs: readonly { readonly left: string; readonly right: string }[]): ToldBody {
  const isSpare = ({ left }: { readonly left: string }) => left.trim() === '';
  return {
    type: 'matching',
    pairs: pairs.filter((pair) => !isSpare(pair)),
    spare: pairs.filter(isSpare).map(({ right }) => right),
  };
}

const MOST_TYPED = 200;

/** Whether an answer is a text to be read, which nobody can be asked to type. */
export function isTooLongToType(answer: string): boolean {
  return answer.length > MOST_TYPED || answer.includes('\n');
}

/** Why a question without options is refused whose answer is. */
export const TOO_LONG_TO_TYPE: RefusalReason = {
  code: 'answer-too-long',
  message: 'there are no options, and the answer is too long to be typed',
};

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
