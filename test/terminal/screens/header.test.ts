// What stands above a question takes as many rows whatever the sitting is called.
import { expect, test } from 'vitest';
import { usualKeys } from '../../../src/core/keymap.ts';
import type { View } from '../../../src/core/sitting/view.ts';
import { unicode } from '../../../src/core/text/glyphs.ts';
import { blank } from '../../../src/core/text/styled.ts';
import { palette } from '../../../src/terminal/painting/colour.ts';
import { heightOf } from '../../../src/terminal/painting/layout.ts';
import { paint, textWidth } from '../../../src/terminal/painting/paint.ts';
import { header } from '../../../src/terminal/screens/header.ts';

const look = { glyphs: unicode, palette: palette(false), keys: usualKeys };
const LONG = 'AWS Certified Machine Learning, Specialty (MLS-C01), by domains: mock exam';

const above = (mode: View['mode'], title: string, columns: number, isGuess = false) => {
  const figures = { slot: 12, of: 65, flagged: true, isGuess, remainingMs: 7_800_000, activeMs: 61_000, marks: [] };
  const view = { mode, title, ...figures } as unknown as View; // all that a header asks of one
  return header(view, look, { columns, rows: 24 });
};

test.each(['exam', 'drill'] as const)('a long title is cut and costs no rows (%s)', (mode) => {
  for (const title of ['Tea', LONG, '日本の歴史と地理についての非常に長い題名の話題である'.repeat(2)])
    for (let columns = 64; columns <= 120; columns += 7) {
      const lines = above(mode, title, columns);
      expect([title, columns, heightOf(lines, columns, look.palette)]).toEqual([title, columns, lines.length]);
    }
});

test('what is cut ends in dots; the place and the clock stay', () => {
  const first = (title: string) => paint(above('exam', title, 80)[0] ?? blank, textWidth(80), look.palette)[0];
  expect(first(LONG)).toMatch(/^ AWS Cert.*\.\.\. · question 12 of 65 ⚑ flagged {2,}2:10:00 left$/);
  expect(first('Tea tasting')).toMatch(/^ Tea tasting · question 12 of 65 ⚑ flagged {2,}2:10:00 left$/);
});

test.each([40, 80])('that the answer is a guess costs no row of %i columns', (columns) => {
  const lines = above('exam', 'Tea', columns, true);
  expect(heightOf(lines, columns, look.palette)).toBe(lines.length);
  expect(lines.flatMap((one) => paint(one, textWidth(columns), look.palette)).join('\n')).toContain('a guess');
});
