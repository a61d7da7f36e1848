// Keys of the explanation after an answer, as a function from the view and a key to what comes of it.
import type { Quote } from '../../core/items/item.ts';
import { nextStep } from '../../core/sitting/navigation.ts';
import type { Command } from '../../core/sitting/session.ts';
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
    case 'n':
      return quote && { notes: quote };
    case 'c':
      return graded && { compare: graded };
    case 'u':
      return { send: { type: 'undo' } };
    case 'f':
      return { send: { type: 'flag' } };
    case 'q':
    case 'esc':
      return { send: { type: 'leave' } };
    case '!':
      return 'challenge';
    case '?':
      return 'keys';
    default:
      return undefined;
  }
}
