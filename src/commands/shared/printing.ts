// Blocks as text: for a window, for ears, for other programs.

import { safe } from '../../core/text/safe.ts';
import { type Block, isTable, line, plainText, withTexts } from '../../core/text/styled.ts';
import { atCommands } from '../../core/text/wrap.ts';
import { hasWindow, windowSize } from '../../system/output.ts';
import type { Look } from '../../terminal/painting/look.ts';

/** So many columns that no line is broken. */
const UNBROKEN = 10_000;

/**
 * Coloured rows that fit the window. A command that is longer than a row is left to the terminal to break, so that it can be copied whole.
 * Without a window a line that names a command is one row, so that it can be searched for.
 */
export async function painted(blocks: readonly Block[], { palette }: Look): Promise<string> {
  const { paint, textWidth } = await import('../../terminal/painting/paint.ts');
  const width = textWidth(windowSize().columns);
  const namesCommand = (block: Block) => !isTable(block) && atCommands(plainText(block)).length > 1;
  return blocks
    .flatMap((block) => paint(block, namesCommand(block) && !hasWindow() ? UNBROKEN : width, palette, true))
    .map((row) => `${row.trimEnd()}\n`)
    .join('');
}

/** A table for ears: each row a line, each figure after the title of its column. What is not there is not said. */
export function inSentences(block: Block): readonly Block[] {
  if (!isTable(block)) return plainText(block).trim() === '' ? [] : [block];
  const { columns, rows } = block;
  return rows.map(([first, ...others]) => {
    const figures = others.flatMap(({ text }, index) => {
      const { title = '' } = columns[index + 1] ?? {};
      return text.trim() === '' ? [] : [`${title} ${text}`.trim()];
    });
    return line(`${first?.text.trim() ?? ''}: ${figures.join(', ')}.`);
  });
}

/** One record a line, cells separated by tabs: for other programs. */
export function plainRows(block: Block): string {
  const shown = withTexts(block, (text) => safe(text).replaceAll('\u00a0', ' '));
  if (!isTable(shown)) return plainText(shown).trim() === '' ? '' : `${plainText(shown)}\n`;
  return shown.rows.map((cells) => `${cells.map(({ text }) => text.replaceAll('\n', ' ')).join('\t')}\n`).join('');
}
