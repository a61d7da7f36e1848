import { typings } from './typed.ts';

/** The numbers, from 1, of the lines that hold all of the words, whatever their capitals and as keyboards have them; without words, of all lines. */
export function linesWith(lines: readonly string[], words: string): number[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean).map(typings);
  return lines.flatMap((line, index) => {
    const held = typings(line.toLowerCase());
    const holds = (word: string) => held.some((text) => text.includes(word));
    return wanted.every((typed) => typed.some(holds)) ? [index + 1] : [];
  });
}
