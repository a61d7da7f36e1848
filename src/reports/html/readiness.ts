// What the exam would give today, and after some days without study.
import { count, inPercent } from '../../core/text/wording.ts';
import type { Markup } from '../../html/markup.ts';
import { chanceInWords, type ProspectDocument } from '../readiness.ts';
import { figureOf, rangeOf } from './figure.ts';
import { rangePictures } from './ranges.ts';

/** What the exam would give today and, without study, later. */
export function readinessChart({ pass, score, low, high, passProbability, withoutStudy }: ProspectDocument): Markup {
  const later = withoutStudy.map(({ days, score, passProbability }) => {
    return { when: `After ${count(days, 'day')} without study`, score, chance: chanceInWords(passProbability) };
  });
  const today = { label: 'Today', low, high, point: score, value: `${inPercent(score)} (${rangeOf(low, high)})` };
  const others = later.map(({ when, score }) => {
    return { label: when, low: score, high: score, point: score, value: inPercent(score) };
  });
  return figureOf({
    id: 'readiness',
    title: 'What the exam would give',
    says: `Today about ${inPercent(score)} right, likely ${rangeOf(low, high)}; the pass line is ${inPercent(pass)}.`,
    pictures: rangePictures([today, ...others], pass),
    table: {
      caption: `Pass line ${inPercent(pass)}. Likely: 80 % range of the expected share right.`,
      columns: { When: 'words', Right: 'number', Likely: 'number', 'Chance to pass': 'number' },
      rows: [
        ['Today', inPercent(score), rangeOf(low, high), chanceInWords(passProbability)],
        ...later.map(({ when, score, chance }) => [when, inPercent(score), '–', chance]),
      ],
    },
  });
}
