// Plain text in the rows of a narrow window, for what is written past the screen. What screens show is wrapped by terminal/painting/.
import { columnsOf } from './width.ts';

/**
 * Wraps each line at its spaces to at most `columns` columns. Words that are kept together, and a command at the end of a line, after a
 * colon, stay in one piece, so that they can be copied: where no row holds one, the terminal breaks it itself.
 */
export function wrapped(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => rowsOf(line, columns))
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

/** A command whose words are kept together, without what ends the sentence behind it. */
const PIECE = /((?:npx\u00a0)?(?:notes-)?quiz\u00a0[^ \n]*[^ \n.,;:)])/;

/** The text cut into commands whose words are kept together, at odd places, and what stands between them. */
export function atCommands(text: string): string[] {
  return text.split(PIECE);
}

/** What goes on behind a comma is a sentence, unless the comma stands in quotes. */
const COMMAND = /(?<=: )(?:npx )?quiz (?:\\.|'[^']*'|(?!, )[^:\u00a0'\\])*$/;

/** In a row of its own a command ends by itself. */
const BEHIND_COMMAND = /(?<=\u00a0[^ ]*)[.,;:]$/;

function rowsOf(line: string, columns: number): string[] {
  if (columnsOf(line) <= columns) return [line];
  const command = COMMAND.exec(line)?.[0];
  const words = command ? [...line.slice(0, -command.length).trimEnd().split(' '), command] : line.split(' ');
  const fitting = words.map((word) => (columnsOf(word) > columns ? word.replace(BEHIND_COMMAND, '') : word));
  return inRows(fitting, columns);
}

/** As many words in each row as it has columns for, with a blank between two; a word that no row holds has one to itself. */
export function inRows(words: readonly string[], columns: number): string[] {
  const rows: string[] = [];
  for (const word of words) {
    const last = rows.at(-1);
    if (last !== undefined && columnsOf(`${last} ${word}`) <= columns) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows;
}
