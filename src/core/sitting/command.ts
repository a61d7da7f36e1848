// What a candidate may ask for, and what becomes of it: decide.ts judges.
import type { OptionId } from '../items/item.ts';
import type { Response } from '../items/kinds/kind.ts';
import type { Refusal } from '../refusal.ts';
import type { Confidence, Event } from './events.ts';

export type Command =
  | { readonly type: 'respond'; readonly response: unknown; readonly confidence?: Confidence }
  | { readonly type: 'draft'; readonly draft: Response }
  | { readonly type: 'move'; readonly to: number }
  | { readonly type: 'flag' }
  /** The answer, given or still to come, is a guess from now on, or no longer one. */
  | { readonly type: 'guess' }
  | { readonly type: 'strike'; readonly option: OptionId }
  | { readonly type: 'hint' }
  /** Of the open slot, where none is named. */
  | { readonly type: 'challenge'; readonly text: string; readonly slot?: number }
  | { readonly type: 'undo' }
  | { readonly type: 'finish' }
  | { readonly type: 'expire' }
  | { readonly type: 'leave' }
  /** An exam is given up: what was answered is graded, and it has no result. */
  | { readonly type: 'abandon' };

export type Decision = { readonly events: readonly Event[] } | { readonly refusal: Refusal };
