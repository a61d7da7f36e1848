// Why records are refused, and what is lost of those that are not, where several formats have the same.
import type { RefusalReason } from '../format.ts';

/** Tags that may stand in one another: a parser takes longer for each of those that are open. */
export const DEEPEST_TAGS = 100;

/** One of its texts has its HTML cut, or is a heap of tags. */
export const CUT_HTML: RefusalReason = {
  code: 'truncated-html',
  message: `a text ends in the middle of an HTML tag, or nests more than ${DEEPEST_TAGS} of them`,
};

/** It has no options, and an answer that nobody can be asked to type. */
export const TOO_LONG_TO_TYPE: RefusalReason = {
  code: 'answer-too-long',
  message: 'there are no options, and the answer is too long to be typed',
};

/** An answer stands for many. */
export const WILDCARD: RefusalReason = {
  code: 'unsupported-type',
  message: 'an accepted answer holds the wildcard *',
};

/** One answer is asked for, and so many get all the points. */
export function severalFullKeys(count: number): RefusalReason {
  return {
    code: 'several-full-keys',
    message: `${count} answers are each fully right: which is the key is not said`,
  };
}

/** A number is asked for, and not one alone is right. */
export function severalNumbers(count: number): RefusalReason {
  return { code: 'several-numbers', message: `${count} numbers are fully right; one is needed` };
}

/** The answers that get points do not get all of them together. */
export function weightsUnclear(percent: number): RefusalReason {
  return { code: 'weights-unclear', message: `the right answers weigh ${percent} % together, not 100 %` };
}

/** Questions of a type that has none of ours. */
export function unsupportedType(type: string): RefusalReason {
  return { code: 'unsupported-type', message: `questions of type "${type.slice(0, 40)}" are not taken in` };
}

/** An answer of a statement is no word for its truth. */
export function noTruth(answer: string): RefusalReason {
  return { code: 'key-unknown', message: `"${answer.slice(0, 40)}" is neither true nor false` };
}

const WORDS = {
  pictures: 'pictures',
  partialCredit: 'partial credit',
  typedFeedback: 'feedback on typed answers',
  hints: 'hints',
  case: 'that capitals count',
  verdicts: 'feedback for right and wrong answers',
} as const;

/** The words for what was found of it. */
export function lostParts(found: Readonly<Partial<Record<keyof typeof WORDS, boolean>>>): string[] {
  return Object.entries(found).flatMap(([name, isThere]) => (isThere ? [WORDS[name as keyof typeof WORDS]] : [])); // the names are those above
}

/** A field of the source that has no place in a question. */
export function fieldLeft(name: string): string {
  return `the field "${name.slice(0, 40)}"`;
}
