// The review grid and the page before leaving, in windows of any width.
import { expect, test } from 'vitest';
import { usualKeys } from '../../../src/core/keymap.ts';
import type { View } from '../../../src/core/sitting/view.ts';
import { unicode } from '../../../src/core/text/glyphs.ts';
import { plainText } from '../../../src/core/text/styled.ts';
import { palette } from '../../../src/terminal/painting/colour.ts';
import { heightOf, layOut } from '../../../src/terminal/painting/layout.ts';
import { paint, rememberingPainter, textWidth } from '../../../src/terminal/painting/paint.ts';
import { leaveScreen } from '../../../src/terminal/screens/exam-end.ts';
import { type Filter, gridScreen } from '../../../src/terminal/screens/grid.ts';

const look = { glyphs: unicode, palette: palette(false), keys: usualKeys };

test('questions stand in full rows, one below the other', () => {
  const mark = { status: 'blank', flagged: true, struck: 0, changes: 0 };
  const view = { mode: 'exam', slot: 1, of: 65, marks: Array.from({ length: 65 }, () => mark) } as unknown as View;
  for (let columns = 40; columns <= 120; columns++) {
    const { body } = gridScreen(view, { cursor: 1, filter: 'all', typed: '' }, look, { columns, rows: 24 });
    expect([columns, heightOf(body, columns, look.palette)]).toEqual([columns, body.length]);
  }
});

test('the keys stand in one row at 80 columns and in two at 40, each beside what it does, whatever is shown; one goes to the next open question', () => {
  const mark = { status: 'blank', flagged: true, struck: 0, changes: 0 };
  const view = { mode: 'exam', slot: 1, of: 65, marks: Array.from({ length: 65 }, () => mark) } as unknown as View;
  const rowsAt = (columns: number, filter: Filter) => {
    const { footer } = gridScreen(view, { cursor: 1, filter, typed: '' }, look, { columns, rows: 24 });
    return footer.flatMap((row) => paint(row, textWidth(columns), look.palette)).map((row) => row.trim());
  };
  for (const filter of ['all', 'unanswered'] as const) {
    expect(rowsAt(80, filter)).toEqual(['1-65 Enter go  u next open  f flagged  v view  s submit  Esc back  ? keys']);
    expect(rowsAt(40, filter)).toEqual(['1-65 Enter go  u next open  f flagged', 'v view  s submit  Esc back  ? keys']);
  }
});

test('where there is one question, its number is no range', () => {
  const mark = { status: 'blank', flagged: false, struck: 0, changes: 0 };
  const view = { mode: 'exam', slot: 1, of: 1, marks: [mark] } as unknown as View;
  const { footer } = gridScreen(view, { cursor: 1, filter: 'all', typed: '' }, look, { columns: 80, rows: 24 });
  expect(footer.map(plainText)).toEqual([expect.stringMatching(/^Enter\sgo\s/)]);
});

test('which questions are shown stands on top, where they are not all', () => {
  const view = { mode: 'exam', slot: 1, of: 0, marks: [] } as unknown as View;
  const top = (filter: Filter) =>
    gridScreen(view, { cursor: 1, filter, typed: '' }, look, { columns: 40, rows: 24 }).header.map(plainText)[0];
  expect([top('all'), top('flagged')]).toEqual(['Review  no time limit', 'Review · flagged  no time limit']);
});

test('the command to go on with stands on one row of the page before leaving, or is left to the line that is told then', () => {
  const view = { mode: 'exam', slot: 1, of: 0, marks: [], remainingMs: 60_000, clock: 'own' } as unknown as View;
  const goOn = "quiz exam --resume --bank '/home/me/my notes' --data-dir /home/me/records";
  for (let columns = 20; columns <= 120; columns++) {
    const size = { columns, rows: 24 };
    const { rows } = layOut(leaveScreen(view, look, size, goOn), size, 0, rememberingPainter(palette(false)));
    const isWhole = rows.some((row) => row.endsWith(` ${goOn}`));
    expect([columns, isWhole]).toEqual([columns, columns >= goOn.length + 2]);
    expect([columns, rows.join(' ').includes('--resume')]).toEqual([columns, isWhole]);
    if (!isWhole)
      expect(rows.join(' ').replace(/\s+/g, ' ')).toContain('The command to go on with is told as you leave.');
  }
});
