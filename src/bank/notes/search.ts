// Searching the notes: the lines that have all words, each with the headings over it.
import { linesWith } from '../../core/text/lines-with.ts';
import { headingsOver, type Notes } from './notes.ts';

export interface FoundLine {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly path: readonly string[];
  readonly text: string;
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
