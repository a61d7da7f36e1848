// Keys of the explanation after an answer, as a function from the view and a key to what comes of it.
import type { Quote } from '../../core/items/item.ts';
import type { Command } from '../../core/sitting/command.ts';
import { nextStep } from '../../core/sitting/navigation.ts';
import type { Grading, View } from '../../core/sitting/view.ts';
import type { Key } from '../input/keys.ts';

/** What comes of a key: a command, something that is opened, or more of the explanation. */
export type FeedbackStep =
  | { readonly send: Command }
  | { readonly notes: Quote }
  | { readonly compare: Grading }
  | 'challenge'
  | 'keys'
  | 'scroll';

/** `hasMoreBelow`: whether a part of the explanation lies below the window. Undefined where the key means nothing. */
export function pressFeedback({ name }: Key, view: View, hasMoreBelow: boolean): FeedbackStep | undefined {
  const { graded } = view;
  const [quote] = graded?.explanation.quotes ?? [];
  switch (name) {
    case 'space':
      return hasMoreBelow ? 'scroll' : { send: nextStep(view) };
    case 'enter':
    case 'right':
      return { send: nextStep(view) };
    case 'notes':
      return quote && { notes: quote };
    case 'compare':
      return graded && { compare: graded };
    case 'undo':
      return { send: { type: 'undo' } };
    case 'flag':
      return { send: { type: 'flag' } };
    case 'leave':
    case 'esc':
      return { send: { type: 'leave' } };
    case 'report':
      return 'challenge';
    case 'keys':
      return 'keys';
    default:
      return undefined;
  }
}
