// A question file cut at its questions, by the looks of its lines alone: each chunk can be parsed by itself.

/** Lines of a text that can be parsed by themselves: a question, or what stands before or after them all. */
export interface Chunk {
  /** Index of its first line. */
  readonly first: number;
  readonly lines: readonly string[];
  readonly isQuestion: boolean;
}

/** What stands before the list of questions, each question, and what stands after the list; all of it where there is no list. */
export function chunksOf(lines: readonly string[]): Chunk[] {
  const heading = lines.findIndex((line) => /^questions:\s*(#.*)?\r?$/.test(line));
  const start = heading < 0 ? -1 : lines.findIndex((line, index) => index > heading && /^ *- /.test(line));
  if (start < 0) return [{ first: 0, lines, isQuestion: false }];
  const dash = `${/^ */.exec(lines[start] ?? '')?.[0]}- `;
  const after = lines.findIndex((line, index) => index > start && /^[A-Za-z_"']/.test(line));
  const end = after < 0 ? lines.length : after;
  const starts = lines.flatMap((line, index) =>
    index >= start && index < end && line.startsWith(dash) ? [index] : [],
  );
  const cut = (first: number, last: number, isQuestion: boolean) => ({
    first,
    lines: lines.slice(first, last),
    isQuestion,
  });
  return [
    cut(0, start, false),
    ...starts.map((first, index) => cut(first, starts[index + 1] ?? end, true)),
    ...(end < lines.length ? [cut(end, lines.length, false)] : []),
  ];
}

/** The field of the file under which a list stands, by the lines before it. */
export function keyBefore(lines: readonly string[]): string | undefined {
  const last = lines.findLast((line) => !/^\s*(?:#.*)?\r?$/.test(line));
  return /^([a-z]+):\s*(?:#.*)?\r?$/.exec(last ?? '')?.[1];
}
