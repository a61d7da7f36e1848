/** The numbers, from 1, of the lines that hold all of the words, whatever their capitals; without words, of all lines. */
export function linesWith(lines: readonly string[], words: string): number[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.flatMap((line, index) => {
    const small = line.toLowerCase();
    return wanted.every((word) => small.includes(word)) ? [index + 1] : [];
  });
}
