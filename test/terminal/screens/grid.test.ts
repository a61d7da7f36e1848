// The review grid in windows of any width.
import { expect, test } from 'vitest';
import { usualKeys } from '../../../src/core/keymap.ts';
import type { View } from '../../../src/core/sitting/view.ts';
import { unicode } from '../../../src/core/text/glyphs.ts';
import { palette } from '../../../src/terminal/painting/colour.ts';
import { heightOf } from '../../../src/terminal/painting/layout.ts';
import { gridScreen } from '../../../src/terminal/screens/grid.ts';

const look = { glyphs: unicode, palette: palette(false), keys: usualKeys };

test('questions stand in full rows, one below the other', () => {
  const mark = { status: 'blank', flagged: true, struck: 0, changes: 0 };
  const view = { mode: 'exam', slot: 1, of: 65, marks: Array.from({ length: 65 }, () => mark) } as unknown as View;
  for (let columns = 40; columns <= 120; columns++) {
    const { body } = gridScreen(view, { cursor: 1, filter: 'all', typed: '' }, look, { columns, rows: 24 });
    expect([columns, heightOf(body, columns, look.palette)]).toEqual([columns, body.length]);
  }
});
