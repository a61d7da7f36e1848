// The lines next to one, past a blank one or two.
import { lineOf, type MarkdownLine } from './lines.ts';

const NEAR = 3;
const isFilled = (line: string) => line.trim() !== '';

/** The line above; a blank one where none is near. */
export function lineAbove(lines: readonly string[], index: number): MarkdownLine {
  return lineOf(lines.slice(Math.max(0, index - NEAR), index).findLast(isFilled) ?? '');
}

/** The line below; a blank one where none is near. */
export function lineBelow(lines: readonly string[], index: number): MarkdownLine {
  return lineOf(lines.slice(index + 1, index + 1 + NEAR).find(isFilled) ?? '');
}
