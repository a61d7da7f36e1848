// Plain text in the rows of a narrow window, for what is written past the screen.

/**
 * Folds each line at its spaces to at most `columns` characters. A command at the end of a line, after a colon, stays in one piece, so that it
 * can be copied: what does not fit a row the terminal folds itself.
 */
export function folded(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => rowsOf(line, columns))
    .join('\n');
}

/** Whether a text has a command in it with a path of the user's: in pieces it would be another command. */
export function namesPath(text: string): boolean {
  return / --(?:bank|data-dir) /.test(text);
}

const COMMAND = /(?<=: )(?:npx )?quiz [^:]*$/;

function rowsOf(line: string, columns: number): string[] {
  if (line.length <= columns) return [line];
  const command = COMMAND.exec(line)?.[0];
  const words = command ? [...line.slice(0, -command.length).trimEnd().split(' '), command] : line.split(' ');
  const rows: string[] = [];
  for (const word of words) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows;
}
