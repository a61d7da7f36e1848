import { expect, test } from 'vitest';
import { usualKeys } from '../../../src/core/keymap.ts';
import { unicode } from '../../../src/core/text/glyphs.ts';
import { palette } from '../../../src/terminal/painting/colour.ts';
import { layOut } from '../../../src/terminal/painting/layout.ts';
import { rememberingPainter } from '../../../src/terminal/painting/paint.ts';
import { picker } from '../../../src/terminal/screens/picker.ts';

test('the first entry in sight is whole, down to the last one and back, and so is the one in focus', () => {
  const look = { keys: usualKeys, palette: palette(false), glyphs: unicode };
  const texts = Array.from({ length: 21 }, (_, at) => (at % 2 ? `${at} short` : `${at} ${'long '.repeat(9)}`));
  const entries = texts.map((text, value) => ({ value, text, depth: 0, aside: '' }));
  const app = picker('Topics', entries, look, { follow: () => undefined }, () => undefined);
  const size = { columns: 40, rows: 12 };
  let scroll = 0;
  for (const name of ['up', ...texts.map(() => 'down'), ...texts.map(() => 'up')]) {
    app.press({ name, text: '' });
    const { rows, above } = layOut(app.screen(size), size, scroll, rememberingPainter(look.palette), true);
    scroll = above;
    expect(rows).toHaveLength(size.rows - 1);
    expect(rows[2]).toMatch(/^ . {1,2}\d+ (short|long)/); // below the title and its rule
    expect(rows.join('\n')).toMatch(new RegExp(`${unicode.focus} \\d+ (short|(long\\s*){9})\\s*\n`));
  }
});
