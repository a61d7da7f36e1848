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
  const shown = pairs.slice(0, MOST);
  const rest = Math.max(0, pairs.length - MOST_ROWS);
  const ranges = shown.map(({ chosenName, rightName, count: times, of, low, high }) => {
    return { label: `${chosenName} instead of ${rightName}`, low, high, point: times / of, value: `${times} of ${of}` };
  });
  return figureOf({
    id: 'confusions',
    title: 'What you mix up',
    says: `${shown.length < pairs.length ? `The ${shown.length} surest of ${pairs.length} pairs` : count(pairs.length, 'pair')} of things, with how often the one was chosen where the other was right.`,
    pictures: rangePictures(ranges),
    table: {
      caption: `Range: 95 % interval of the share (Wilson).${rest > 0 ? ` And ${rest} more, which ${typed('stats', '--json')} lists.` : ''}`,
      columns: { 'You chose': 'words', 'Right was': 'words', Times: 'number', Share: 'number', Range: 'number' },
      rows: pairs.slice(0, MOST_ROWS).map(({ chosenName, rightName, count: times, of, low, high }) => {
        return [chosenName, isolated(rightName), `${times} of ${of}`, inPercent(times / of), rangeOf(low, high)];
      }),
    },
  });
}
