// Two things that were mixed up, side by side: what the notes say of the one and of the other.
import { type Block, blank, line, span } from '../../core/text/styled.ts';
import type { Contrast, Side } from '../../learning/standing/contrast.ts';
import { textOf } from '../../reports/quote.ts';
import { footerKeys, heading, NARROW, type Screen, type Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { pad, rowsWithin, textWidth } from '../painting/paint.ts';

const GAP = 3;

/** Side by side where there is room, else one above the other. */
export function contrastScreen({ chosen, right }: Contrast, { glyphs }: Look, size: Size): Screen {
  return {
    header: heading('Side by side', size, glyphs),
    body:
      size.columns < NARROW
        ? [...stacked('You chose', chosen), blank, ...stacked('Right was', right)]
        : sideBySide(chosen, right, textWidth(size.columns)),
    footer: [footerKeys('↑↓ scroll  Esc back')],
  };
}

function stacked(what: string, { name, quote }: Side): Block[] {
  return [line(span(`${what} ${name}`, 'strong')), line(textOf(quote)), line(span(placeOf(quote), 'quiet'))];
}

function sideBySide(chosen: Side, right: Side, width: number): Block[] {
  const half = Math.floor((width - GAP) / 2);
  const cells = ({ name, quote }: Side, what: string) => ({
    title: `${what} ${name}`,
    rows: [...rowsWithin(textOf(quote), half), '', ...rowsWithin(placeOf(quote), half)],
  });
  const [left, other] = [cells(chosen, 'You chose'), cells(right, 'Right was')];
  const rows = Array.from({ length: Math.max(left.rows.length, other.rows.length) }, (_, at) => [
    span(pad(left.rows[at] ?? '', half)),
    span(other.rows[at] ?? ''),
  ]);
  const columns = [
    { title: left.title, align: 'left' },
    { title: other.title, align: 'left' },
  ] as const;
  return [{ columns, rows }];
}

function placeOf({ path, file, lines }: Side['quote']): string {
  return `${path.at(-1) ?? ''}, ${file}:${lines[0]}`;
}
