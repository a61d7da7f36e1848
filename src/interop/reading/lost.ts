// What several kinds of sources hold and a question of ours cannot carry, in the words in which that is told.
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
