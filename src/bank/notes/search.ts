// Searching the notes: the lines that have all words, each with the headings over it.
import type { NotesLine } from '../../core/problem.ts';
import { linesWith } from '../../core/text/lines-with.ts';
import { headingsOver, type Notes } from './notes.ts';

export interface FoundLine extends NotesLine {
  readonly path: readonly string[];
}

/** In the order of the notes; every line where the search is empty. */
export function searchNotes(all: readonly Notes[], search: string): FoundLine[] {
  return all.flatMap((notes) =>
    linesWith(notes.plain, search).map((line) => ({
      file: notes.file,
      line,
      path: headingsOver(notes, line).map(({ title }) => title),
      text: notes.lines[line - 1] ?? '',
    })),
  );
}
