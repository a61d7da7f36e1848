// What a question of Moodle holds beside what is asked, and a question of ours cannot carry.

import { childNamed, childrenNamed, type Element, textIn } from '../markup/xml.ts';
import { lostParts } from '../reading/refusals.ts';
import type { ToldBody } from '../reading/told.ts';
import { fractionOf, isFull, isSingle, unitsOf } from './body.ts';

/** What is lost of a question, in the words in which it is told. */
export function lostIn(question: Element, body: ToldBody): string[] {
  const isTyped = body.type === 'cloze' || body.type === 'number';
  const common = lostParts({
    partialCredit: hasPartialCredit(question),
    typedFeedback: isTyped && childrenNamed(question, 'answer').some(hasFeedback),
    case: question.attributes.type === 'shortanswer' && textIn(childNamed(question, 'usecase')).trim() === '1',
    hints: childrenNamed(question, 'hint').some(hasText),
    verdicts: COMBINED.some((name) => isSaid(childNamed(question, name))),
  });
  return unitsOf(question).length > 1 ? [...common, 'further units'] : common;
}

/** Whether a picture stands beside the text, as in files of old. */
export function hasImage(question: Element): boolean {
  return hasText(childNamed(question, 'image'));
}

const COMBINED = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'];

/** Moodle fills these in itself. */
const STANDARD = /^\s*(<p>)?Your answer is (partially )?(in)?correct\.(<\/p>)?\s*$/;

function isSaid(feedback: Element | undefined): boolean {
  return hasText(feedback) && !STANDARD.test(textIn(childNamed(feedback, 'text')));
}

function hasFeedback(answer: Element): boolean {
  return hasText(childNamed(answer, 'feedback'));
}

function hasText(element: Element | undefined): boolean {
  return textIn(element).trim() !== '';
}

function hasPartialCredit(question: Element): boolean {
  const { type = '' } = question.attributes;
  if (!/^(multichoice|shortanswer|numerical)$/.test(type) || (type === 'multichoice' && !isSingle(question)))
    return false;
  return childrenNamed(question, 'answer').some((answer) => fractionOf(answer) > 0 && !isFull(answer));
}
