// The mocks one after the other, each with the range of true levels that could have given it.
import { count, inPercent } from '../../core/text/wording.ts';
import { isolated, type Markup, markup } from '../../html/markup.ts';
import type { Mock } from '../../store/derived/folding.ts';
import { across, figureOf, rangeOf } from './figure.ts';

const TOP = 28;
const DEPTH = 150;
/** Older ones are in the table only. */
const MOST = 24;

/** `pass` from 0 to 1; `when` tells a moment in ISO 8601 as the reader's clock would. */
export function trendChart(mocks: readonly Mock[], pass: number, when: (iso: string) => string): Markup {
  const shown = mocks.slice(-MOST);
  const first = mocks.length - shown.length + 1;
  const [oldest, latest] = [shown[0]?.percent ?? 0, shown.at(-1)?.percent ?? 0];
  return figureOf({
    id: 'trend',
    title: 'Your mocks, oldest first',
    says: `${count(shown.length, 'mock')}: from ${Math.round(oldest)} % to ${Math.round(latest)} %.`,
    pictures: [
      {
        height: TOP + DEPTH + 20,
        inside: markup`${gridLines()}${passLevel(pass)}
${shown.slice(1).map((mock, index) => step(shown[index] ?? mock, mock, index, shown.length))}
${shown.map((mock, index) => dot(mock, index, shown.length, first + index))}`,
      },
    ],
    table: {
      caption: 'Range: 95 % interval of the true level (Wilson).',
      columns: { Mock: 'number', 'When, exam': 'words', Right: 'number', Range: 'number', Result: 'words' },
      rows: mocks.map(({ endedAt, profile, percent, interval: [low, high], passed }, index) => [
        index + 1,
        [when(endedAt), profile === null ? '' : [', ', isolated(profile)]],
        `${percent} %`,
        rangeOf(low / 100, high / 100),
        passed === null ? '–' : passed ? 'passed' : 'not yet',
      ]),
    },
  });
}

const levelOf = (percent: number) => Math.round(TOP + DEPTH * (1 - percent / 100));
/** Right of the scale, which takes an eighth of a phone's width. */
const placeOf = (index: number, of: number) => across(0.12 + (0.88 * (index + 0.5)) / of);

function gridLines(): Markup[] {
  return [0, 50, 100].map(
    (percent) => markup`<line class="grid" x1="12%" x2="100%" y1="${levelOf(percent)}" y2="${levelOf(percent)}"/>
<text class="note" x="0" y="${levelOf(percent) + 4}">${percent} %</text>
`,
  );
}

function passLevel(pass: number): Markup {
  const y = levelOf(pass * 100);
  return markup`<line class="level" x1="12%" x2="100%" y1="${y}" y2="${y}"/>
<text class="note" x="100%" y="10" text-anchor="end">dashed: pass line ${inPercent(pass)} &middot; hollow: not yet</text>`;
}

function step(from: Mock, to: Mock, index: number, of: number): Markup {
  return markup`<line class="path" x1="${placeOf(index, of)}" x2="${placeOf(index + 1, of)}" y1="${levelOf(from.percent)}" y2="${levelOf(to.percent)}"/>
`;
}

/** Filled where the mock was passed, hollow where not yet. */
function dot({ percent, interval: [low, high], passed }: Mock, index: number, of: number, number: number): Markup {
  const x = placeOf(index, of);
  return markup`<line class="whisker" x1="${x}" x2="${x}" y1="${levelOf(low)}" y2="${levelOf(high)}"/>
<circle class="${passed === false ? 'hollow' : 'point'}" cx="${x}" cy="${levelOf(percent)}" r="6"/>
<text class="note" x="${x}" y="${TOP + DEPTH + 16}" text-anchor="middle">${number}</text>
`;
}
