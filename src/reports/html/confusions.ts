// What was chosen where something else was right.
import { count, inPercent } from '../../core/text/wording.ts';
import { isolated, type Markup } from '../../html/markup.ts';
import type { ConfusionDocument } from '../confusions.ts';
import type { Typed } from '../typed.ts';
import { figureOf, rangeOf } from './figure.ts';
import { rangePictures } from './ranges.ts';

/** As many are drawn as one would act on, and as many have a row as one would read. */
const MOST = 12;
const MOST_ROWS = 50;

/** `pairs`: the surest first. */
export function confusionsChart(pairs: readonly ConfusionDocument[], typed: Typed): Markup {
  const rows = pairs.map(({ chosenName, rightName, count: times, of, low, high }) => {
    return { chosen: chosenName, right: rightName, times, of, low, high };
  });
  const shown = rows.slice(0, MOST);
  const rest = Math.max(0, rows.length - MOST_ROWS);
  return figureOf({
    id: 'confusions',
    title: 'What you mix up',
    says: `${shown.length < rows.length ? `The ${shown.length} surest of ${rows.length} pairs` : count(rows.length, 'pair')} of things, with how often the one was chosen where the other was right.`,
    pictures: rangePictures(
      shown.map(({ chosen, right, times, of, low, high }) => {
        return { label: `${chosen} instead of ${right}`, low, high, point: times / of, value: `${times} of ${of}` };
      }),
    ),
    table: {
      caption: `Range: 95 % interval of the share (Wilson).${rest > 0 ? ` And ${rest} more, which ${typed('stats', '--json')} lists.` : ''}`,
      columns: [
        { title: 'You chose' },
        { title: 'Right was' },
        { title: 'Times', numeric: true },
        { title: 'Share', numeric: true },
        { title: 'Range', numeric: true },
      ],
      rows: rows
        .slice(0, MOST_ROWS)
        .map(({ chosen, right, times, of, low, high }) => [
          chosen,
          isolated(right),
          `${times} of ${of}`,
          inPercent(times / of),
          rangeOf(low, high),
        ]),
    },
  });
}
