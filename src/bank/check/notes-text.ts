// Characters in the notes that nobody sees: they come with pasted text, and keep quotes and searches from finding words.
import { flaw, type Problem } from '../../core/problem.ts';
import { unsafeAt } from '../../core/text/safe.ts';
import type { Notes } from '../notes/notes.ts';

/** A warning for each line of the notes that holds such a character, at the first of them. Notes are never changed. */
export function notesProblems(notes: readonly Notes[]): Problem[] {
  return notes.flatMap(({ file, lines }) =>
    lines.flatMap((text, index): Problem[] => {
      const unsafe = unsafeAt(text);
      if (!unsafe) return [];
      const at = { file, line: index + 1, column: unsafe.index + 1 };
      const hint = 'delete it: quotes and searches miss the words around it';
      return [flaw('hidden-in-notes', at, `the character ${unsafe.shown} cannot be seen`, hint, 'warning')];
    }),
  );
}
