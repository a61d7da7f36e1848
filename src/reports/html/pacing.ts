// How long each question of a mock took.
import { count, timeSpent } from '../../core/text/wording.ts';
import { type Markup, markup } from '../../html/markup.ts';
import { across, figureOf } from './figure.ts';

/** A question as it was sat. */
export interface Paced {
  /** Active milliseconds. */
  readonly ms: number;
  readonly outcome: 'right' | 'missed' | 'unanswered' | 'incomplete' | 'withdrawn';
  /** What was done with it, in a few words. */
  readonly handling: string;
}

const TOP = 20;
const DEPTH = 110;

/** The time that each question of a sitting took, in the order of the questions. */
export function pacingChart(questions: readonly Paced[]): Markup {
  const longest = Math.max(1, ...questions.map(({ ms }) => ms));
  const mean = questions.reduce((sum, { ms }) => sum + ms, 0) / Math.max(1, questions.length);
  const level = Math.round(TOP + DEPTH * (1 - mean / longest));
  return figureOf({
    id: 'pacing',
    title: 'Time a question',
    says: `${count(questions.length, 'question')}, ${timeSpent(mean)} on average, ${timeSpent(longest)} at most. Filled: right; hollow: not.`,
    pictures: [
      {
        height: TOP + DEPTH + 20,
        inside: markup`<text class="note" x="0" y="12">longest ${timeSpent(longest)} &middot; dashed: average ${timeSpent(mean)} &middot; hollow: not right</text>
${questions.map((question, index) => column(question, index, questions.length, longest))}
<line class="grid" x1="0" x2="100%" y1="${TOP + DEPTH}" y2="${TOP + DEPTH}"/>
<line class="level" x1="0" x2="100%" y1="${level}" y2="${level}"/>`,
      },
    ],
    table: {
      caption: 'In the order of the paper.',
      columns: { Question: 'number', Result: 'words', Time: 'number', Handling: 'words' },
      rows: questions.map(({ ms, outcome, handling }, index) => [index + 1, outcome, timeSpent(ms), handling]),
    },
  });
}

/** One in ten has its number under it, and the first. */
function column({ ms, outcome }: Paced, index: number, of: number, longest: number): Markup {
  const height = Math.round((DEPTH * ms) / longest);
  const isNumbered = index === 0 || (index + 1) % 10 === 0 || of <= 10;
  return markup`<rect class="${outcome === 'right' ? 'solid' : 'hollow'}" x="${across((index + 0.15) / of)}" y="${TOP + DEPTH - height}" width="${across(0.7 / of)}" height="${height}" rx="1"/>
${isNumbered ? markup`<text class="note" x="${across((index + 0.5) / of)}" y="${TOP + DEPTH + 14}" text-anchor="middle">${index + 1}</text>` : ''}`;
}
