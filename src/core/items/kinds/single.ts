import { type ChoiceBody, choiceKind } from './choice.ts';

/** One best answer. */
export type SingleBody = ChoiceBody<'single'>;

export const single = choiceKind('single', { least: 1, most: 1 });
