// The lines of a text, those between fences, and those on which places in it stand: one after the other, since a text may have a million.
import { codeAmong, unclosedFence } from '../../core/text/fences.ts';

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

/** The text with only what stands between fences, in its lines; as it is where `mark`, which every question has, stands elsewhere too. */
export function betweenFences(text: string, mark: RegExp): string {
  const lines = text.split('\n');
  const code = codeAmong(lines);
  const marked = lines.flatMap((line, at) => (mark.test(line) ? [code[at]] : []));
  const areInside = marked.length > 0 && marked.every((kind) => kind === 'code');
  if (!areInside || unclosedFence(lines) !== undefined) return text;
  return lines.map((line, at) => (code[at] === 'code' ? line : '')).join('\n');
}
