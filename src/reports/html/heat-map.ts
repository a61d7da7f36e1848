// On which days a learner practised: a column a week, a row a weekday.
import { count } from '../../core/text/wording.ts';
import { type Markup, markup } from '../../html/markup.ts';
import { nameOfDay } from '../../learning/learner/day.ts';
import { lastMondays, SHADES, shadeInWords, shadeOf, WEEKDAYS } from '../activity.ts';
import { figureOf } from './figure.ts';

const WEEKS = 12;
const CELL = 18;
const PITCH = 21;
const LEFT = 34;

export interface Activity {
  /** "2026-11-25". */
  readonly day: string;
  readonly answers: number;
}

/** The twelve weeks up to `today`, the learner's day, counted since 1970. */
export function heatMap(activity: readonly Activity[], today: number): Markup {
  const answersOn = new Map(activity.map(({ day, answers }) => [day, answers]));
  const weeks = lastMondays(today, WEEKS).map((monday) =>
    WEEKDAYS.map((_, weekday) => monday + weekday).filter((day) => day <= today),
  );
  const recent = weeks.flat().map((day) => answersOn.get(nameOfDay(day)) ?? 0);
  const total = recent.reduce((sum, answers) => sum + answers, 0);
  const days = recent.filter((answers) => answers > 0).length;
  return figureOf({
    id: 'activity',
    title: 'Answers a day, the last twelve weeks',
    says: `${count(total, 'answer')} on ${count(days, 'day')}.`,
    pictures: [
      {
        height: 7 * PITCH + 30,
        inside: markup`${WEEKDAYS.map((name, at) => markup`<text class="note" x="0" y="${at * PITCH + 13}">${name}</text>\n`)}
${weeks.map((week, column) => week.map((day, row) => cell(column, row, nameOfDay(day), answersOn.get(nameOfDay(day)) ?? 0)))}
${legend()}`,
      },
    ],
    table: {
      caption: 'Answers a day; a row a week, named by its Monday.',
      columns: { 'Week of': 'words', ...Object.fromEntries(WEEKDAYS.map((name) => [name, 'number' as const])) },
      rows: weeks.map((week) => [
        nameOfDay(week[0] ?? today),
        ...WEEKDAYS.map((_, at) => (week[at] === undefined ? '' : (answersOn.get(nameOfDay(week[at])) ?? 0))),
      ]),
    },
  });
}

function cell(column: number, row: number, day: string, answers: number): Markup {
  return markup`<rect class="heat-${shadeOf(answers)}" x="${LEFT + column * PITCH}" y="${row * PITCH}" width="${CELL}" height="${CELL}" rx="3"><title>${day}: ${count(answers, 'answer')}</title></rect>
`;
}

/** What each shade stands for. */
function legend(): Markup[] {
  const y = 7 * PITCH + 8;
  return SHADES.map((_, shade) => {
    const words = shadeInWords(shade, '–');
    const x = shade * 57;
    return markup`<rect class="heat-${shade}" x="${x}" y="${y}" width="12" height="12" rx="2"/><text class="note" x="${x + 16}" y="${y + 10}">${words}</text>
`;
  });
}
