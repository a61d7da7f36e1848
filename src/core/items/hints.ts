import { inSentence } from '../text/code-lines.ts';
import { sentence } from '../text/wording.ts';
import type { OptionId } from './item.ts';
import type { Hint, Presentation, ShownOption } from './kinds/kind.ts';
import { numbered } from './numbered.ts';

/** A hint as a sentence, parts with the numbers they are shown with: "2) Amazon Athena is not right." */
export function hintInWords(hint: Hint, { options = [], left = [], right = [] }: Presentation): string {
  if ('wrong' in hint) return `${numbered(hint.wrong, options)} is not right.`;
  if ('place' in hint) return sentence(`In place ${hint.place} stands ${numbered(hint.option, options)}`);
  if ('left' in hint) return sentence(`"${textOf(hint.left, left)}" goes with ${numbered(hint.right, right)}`);
  const [, least, most] = /^(-?\d\S*) to (-?\d\S*)$/.exec(hint.looks) ?? []; // of a text digits are told as dots too
  return least ? `The number lies between ${least} and ${most}.` : `What is missing looks like this: ${hint.looks}`;
}

/** Whether a hint is among those that were given. */
export function isGiven(hint: Hint, given: readonly Hint[]): boolean {
  return given.some((one) => JSON.stringify(one) === JSON.stringify(hint));
}

/** Whether one of the hints said that this option is wrong. */
export function isRuledOut(id: OptionId, hints: readonly Hint[]): boolean {
  return hints.some((hint) => 'wrong' in hint && hint.wrong === id);
}

function textOf(id: string, parts: readonly ShownOption[]): string {
  return inSentence(parts.find((part) => part.id === id)?.text ?? id);
}
