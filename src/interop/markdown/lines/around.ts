// The lines around one, and blocks of lines that belong together.
import { lineOf, type MarkdownLine } from './lines.ts';

/** A line among the others, by its index. */
export interface LineAt {
  readonly lines: readonly string[];
  readonly index: number;
}

/** So many lines are looked at: a text before its options is shorter. */
const FARTHEST = 60;

/** A line and those below it, with their numbers from 1. */
export function* linesFrom({
  lines,
  index,
}: LineAt): Iterable<{ readonly line: MarkdownLine; readonly number: number }> {
  for (const [offset, raw] of lines.slice(index, index + FARTHEST).entries())
    yield { line: lineOf(raw), number: index + offset + 1 };
}

/** The lines below one. */
export function* linesBelow({ lines, index }: LineAt): Iterable<MarkdownLine> {
  for (const { line } of linesFrom({ lines, index: index + 1 })) yield line;
}

/** Past so many blank lines one is near. */
const NEAR = 3;
const isFilled = (line: string) => line.trim() !== '';

/** The line near above; a blank one where there is none. */
export function lineAbove(lines: readonly string[], index: number): MarkdownLine {
  return lineOf(lines.slice(Math.max(0, index - NEAR), index).findLast(isFilled) ?? '');
}

/** The line near below; a blank one where there is none. */
export function lineBelow(lines: readonly string[], index: number): MarkdownLine {
  return lineOf(lines.slice(index + 1, index + 1 + NEAR).find(isFilled) ?? '');
}

/** The first and the last of them, from 1. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

/** The blocks among lines, one below the other; `blockAt` finds the one that begins with a line. */
export function blocksIn<T extends Block>(
  lines: readonly string[],
  blockAt: (index: number, line: string) => T | undefined,
): T[] {
  const blocks: T[] = [];
  for (let index = 0; index < lines.length; index++) {
    const block = blockAt(index, lines[index] ?? '');
    if (!block) continue;
    blocks.push(block);
    index = block.last - 1;
  }
  return blocks;
}
