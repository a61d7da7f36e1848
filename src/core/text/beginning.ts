// The beginning of a text that is too long for its place, or from which something is taken away.

const DOTS = '...';

/** The text, or its beginning with dots behind it: `most` characters in all. */
export function beginning(text: string, most: number): string {
  return text.length <= most ? text : withDots(text.slice(0, most - DOTS.length));
}

/** What was kept of a text, with dots for the rest: no full stop before them, and no half of a character that takes two. */
export function withDots(kept: string): string {
  return `${limitedTo(kept, kept.length).replace(/[\s.]+$/, '')}${DOTS}`;
}

/** So much of a text, in UTF-16 units, as ends with a whole character. */
export function limitedTo(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** The text without its last word and the blanks behind it, as Ctrl-W leaves it in a shell. */
export function withoutLastWord(text: string): string {
  return text.replace(/\S*\s*$/, '');
}
