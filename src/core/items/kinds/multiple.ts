import type { Option, OptionId } from '../item.ts';
import { choiceKind } from './choice.ts';

/** Several right answers; the candidate is told how many. */
export interface MultipleBody {
  readonly type: 'multiple';
  readonly options: readonly Option[];
  readonly answer: readonly OptionId[];
}

export const multiple = choiceKind<MultipleBody>('multiple', { least: 2, most: 25 });
