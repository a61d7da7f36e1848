// Figures of a learner, as `quiz stats --json` has them.
import type { StatsFigures } from '../../src/reports/html/stats-page.ts';
import type { TopicDocument } from '../../src/reports/topics.ts';
import type { Typed } from '../../src/reports/typed.ts';

/** Commands as they are typed where the program has this name. */
export function typedAs(name: string): Typed {
  return (...words) => [name, ...words].join(' ');
}

export function topic(id: string, figures: Partial<TopicDocument> = {}): TopicDocument {
  return {
    ...{ id, title: `Title of ${id}`, answers: 12, right: 8, mean: 0.6, low: 0.4, high: 0.8 },
    ...{ verdict: 'unclear', weakProbability: 0.6, due: 1, examShare: 0.5 },
    ...figures,
  };
}

type Mock = StatsFigures['mocks'][number];

function mock(number: number, percent: number, passed: boolean | null): Mock {
  const interval = [percent - 15, Math.min(100, percent + 12)] as const;
  const endedAt = `2026-11-0${number}T10:00:00.000Z`;
  return { session: `s${number}`, profile: 'mls-c01', endedAt, right: percent / 10, of: 10, percent, interval, passed };
}

export const figures: StatsFigures & { readonly readiness: NonNullable<StatsFigures['readiness']> } = {
  asOf: '2026-11-25T18:00:00.000Z',
  answers: 120,
  questionsSeen: 40,
  questions: { total: 60, blank: 0, check: [{ id: 'q1' }], challenged: [{ id: 'q2', text: 'Two are right.' }] },
  topics: [topic('glue', { verdict: 'weak' }), topic('s3', { answers: 0, right: 0, verdict: 'few' })],
  weak: ['glue'],
  confusions: [
    {
      chosen: 'sse-s3',
      right: 'sse-kms',
      chosenName: 'SSE-S3',
      rightName: 'SSE-KMS',
      count: 2,
      of: 5,
      low: 0.12,
      high: 0.77,
    },
  ],
  readiness: {
    title: 'Machine learning',
    ...{ profile: 'mls-c01', pass: 0.72, questions: 65, score: 0.7, low: 0.62, high: 0.78, passProbability: 0.38 },
    passProbabilityAt: { threePointsLower: 0.6, threePointsHigher: 0.2 },
    covered: 1,
    withoutStudy: [{ days: 7, score: 0.66, passProbability: 0.2 }],
  },
  mocks: [mock(1, 60, false), mock(2, 80, true), mock(3, 70, null)],
  due: { now: 3, tomorrow: 5, week: 9 },
  activity: [{ day: '2026-11-24', answers: 30 }],
};
