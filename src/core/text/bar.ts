import type { Glyphs } from './glyphs.ts';

/** So many cells, solid up to a share of 0 to 1, with a sign between them at another one. */
export function bar(share: number, cells: number, { full, empty, mark }: Glyphs, markedAt?: number): string {
  const solid = Math.round(share * cells);
  const drawn = Array.from({ length: cells }, (_, at) => (at < solid ? full : empty));
  if (markedAt !== undefined) drawn.splice(Math.round(markedAt * cells), 0, mark);
  return drawn.join('');
}
