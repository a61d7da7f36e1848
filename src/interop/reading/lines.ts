// The lines of a text, and those on which places in it stand: one after the other, since a text may have a million.

/** The line, from 1, of places in a text that are asked for in ascending order. */
export function lineCounter(text: string): (offset: number) => number {
  const endFrom = (at: number) => {
    const found = text.indexOf('\n', at);
    return found < 0 ? text.length : found;
  };
  let [at, line, end] = [0, 1, endFrom(0)];
  return (offset) => {
    if (offset < at) [at, line, end] = [0, 1, endFrom(0)];
    while (end < offset) [at, line, end] = [end + 1, line + 1, endFrom(end + 1)];
    return line;
  };
}

/** The lines of a text, one at a time. */
export function* linesOf(text: string): Iterable<{ readonly text: string; readonly line: number }> {
  let line = 1;
  for (let start = 0; start <= text.length; line++) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    yield { text: text.slice(start, end), line };
    start = end + 1;
  }
}
