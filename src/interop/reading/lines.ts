// The lines of a text, and those on which places in it stand: one after the other, since a text may have a million.

/** Where the line ends in which a place of a text is. */
export function endOfLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}

/** The line, from 1, of places in a text that are asked for in ascending order. */
export function lineCounter(text: string): (offset: number) => number {
  let [at, line, end] = [0, 1, endOfLine(text, 0)];
  return (offset) => {
    if (offset < at) [at, line, end] = [0, 1, endOfLine(text, 0)];
    while (end < offset) [at, line, end] = [end + 1, line + 1, endOfLine(text, end + 1)];
    return line;
  };
}

/** The lines of a text, one at a time. */
export function* linesOf(text: string): Iterable<{ readonly text: string; readonly line: number }> {
  let line = 1;
  for (let start = 0; start <= text.length; line++) {
    const end = endOfLine(text, start);
    yield { text: text.slice(start, end), line };
    start = end + 1;
  }
}
