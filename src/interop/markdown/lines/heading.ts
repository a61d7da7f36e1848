/** A line that begins with up to six `#`: how many, and the title without those at its end. Undefined for any other line. */
export function headingIn(line: string): { readonly depth: number; readonly title: string } | undefined {
  const [begin, signs] = /^\s*(#{1,6})\s+/.exec(line) ?? [];
  if (begin === undefined || signs === undefined) return undefined;
  let end = line.length; // a pattern from both ends would try each place of a long line
  while (end > begin.length && line[end - 1] === '#') end -= 1;
  return { depth: signs.length, title: line.slice(begin.length, end).trimEnd() };
}
