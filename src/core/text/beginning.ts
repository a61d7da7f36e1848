// Texts that are too long for their place: as much of the beginning as there is room for, and dots.
import { limitedTo } from './text.ts';

const DOTS = '...';

/** The text, or its beginning with dots behind it: `most` characters in all. */
export function beginning(text: string, most: number): string {
  return text.length <= most ? text : withDots(text.slice(0, most - DOTS.length));
}

/** What was kept of a text, with dots for the rest: no full stop before them, and no half of a character that takes two. */
export function withDots(kept: string): string {
  return `${limitedTo(kept, kept.length).replace(/[\s.]+$/, '')}${DOTS}`;
}
