import { limits } from '../../limits.ts';
import { type ChoiceBody, choiceKind } from './choice.ts';

/** Several right answers; the candidate is told how many. */
export type MultipleBody = ChoiceBody<'multiple'>;

export const multiple = choiceKind('multiple', { least: 2, most: limits.options - 1 });
