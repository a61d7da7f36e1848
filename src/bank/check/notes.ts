// Notes are the learner's own and stay as they are; a character that could drive a terminal is named all the same.
import { limits } from '../../core/limits.ts';
import type { Problem } from '../../core/problem.ts';
import { safe, unsafeCharacter } from '../../core/safe.ts';
import type { Notes } from '../notes.ts';

/** Lines of the notes with characters that no bank may hold; on the screen they are shown as escapes. */
export function noteProblems(all: readonly Notes[]): Problem[] {
  return all.flatMap(({ file, lines }) =>
    lines.flatMap((text, index) => problemIn(file, index + 1, text)).slice(0, limits.problemsShown),
  );
}

function problemIn(file: string, line: number, text: string): Problem[] {
  const found = unsafeCharacter(text);
  if (found === undefined) return [];
  const column = Array.from(text).findIndex((char) => safe(char) === found) + 1;
  return [
    {
      code: 'unsafe-character',
      severity: 'warning',
      at: { file, line, column },
      message: `the notes hold the character ${found}`,
      hint: 'it is shown as an escape; take it out if it came in by mistake',
    },
  ];
}
