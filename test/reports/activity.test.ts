// Days of practice as a picture of characters.
import { expect, test } from 'vitest';
import { ascii, unicode } from '../../src/core/text/glyphs.ts';
import { isTable } from '../../src/core/text/styled.ts';
import { activityStrip } from '../../src/reports/activity.ts';
import { palette } from '../../src/terminal/painting/colour.ts';
import { paint, textWidth } from '../../src/terminal/painting/paint.ts';

/** A Sunday: no day of the four weeks is still to come. */
const SUNDAY = 20_786;

const rows = (columns: number, glyphs = unicode) =>
  activityStrip([[SUNDAY, 12]], SUNDAY, glyphs)
    .filter((block) => !isTable(block))
    .flatMap((block) => paint(block, textWidth(columns), palette(false)))
    .map((row) => row.trimEnd());

test('the strip of four weeks says what its signs mean, in a row that a window of 40 columns holds', () => {
  expect(rows(80)).toEqual([
    ' Weeks   ······· ······· ······· ······▒  the last four, by day',
    ' Answers · 0  ░ 1+  ▒ 10+  ▓ 25+  █ 50+',
  ]);
  expect(rows(40)).toEqual([
    ' Weeks   ······· ······· ·······',
    '         ······▒  the last four, by day',
    ' Answers · 0  ░ 1+  ▒ 10+  ▓ 25+  █ 50+',
  ]);
  expect(rows(40, ascii).at(-1)).toBe(' Answers . 0  : 1+  + 10+  * 25+  # 50+');
});
