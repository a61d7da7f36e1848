// Lines that belong together, as those of a key or of a table do.

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
