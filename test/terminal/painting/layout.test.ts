import { expect, test } from 'vitest';
import { blank, type Line, line } from '../../../src/core/text/styled.ts';
import { palette } from '../../../src/terminal/painting/colour.ts';
import { layOut } from '../../../src/terminal/painting/layout.ts';
import { rememberingPainter } from '../../../src/terminal/painting/paint.ts';

const size = { columns: 40, rows: 10 };
const page = size.rows - 2; // a row stays free, and one tells that there is more

/** The first row of the body that is shown where so many of 60 have the focus, from row 20 on. */
function firstShown(focused: number, scroll: number): number {
  const body = Array.from(
    { length: 60 },
    (_, at): Line => ({ ...line(`${at}`), focused: at >= 20 && at < 20 + focused }),
  );
  const { rows } = layOut({ header: [], body, footer: [] }, size, scroll, rememberingPainter(palette(false)), true);
  return Number(rows[0]);
}

test('what has the focus is brought into the window whole, by as few rows as it takes', () => {
  expect(firstShown(3, 0)).toBe(23 - page);
  expect(firstShown(3, 18)).toBe(18);
  expect(firstShown(3, 40)).toBe(20);
});

test('of what is longer than the window the beginning is shown, and stays there', () => {
  for (const scroll of [0, 20, 24, 40]) expect(firstShown(page + 5, scroll)).toBe(20);
});

test('a blank row at the end of what scrolls is nothing to scroll to, and takes no room from what is shown', () => {
  const fixed = [line('an option')];
  const shown = (stem: number, scroll: number) => {
    const body = [...Array.from({ length: stem }, (_, at) => line(`${at}`)), blank];
    const { rows, below, above } = layOut(
      { header: [], body, fixed, footer: [] },
      size,
      scroll,
      rememberingPainter(palette(false)),
    );
    return { last: rows.findLast((row) => /\d/.test(row))?.trim(), below, above };
  };
  expect(shown(page, 0)).toEqual({ last: `${page - 1}`, below: 0, above: 0 });
  expect(shown(page + 1, 0)).toMatchObject({ below: 2 });
  expect(shown(page + 1, 2)).toMatchObject({ last: `${page}`, below: 0 });
});
