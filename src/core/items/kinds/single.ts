import type { Option, OptionId } from '../item.ts';
import { choiceKind } from './choice.ts';

/** One best answer. */
export interface SingleBody {
  readonly type: 'single';
  readonly options: readonly Option[];
  readonly answer: readonly OptionId[];
}

export const single = choiceKind<SingleBody>('single', { least: 1, most: 1 });
