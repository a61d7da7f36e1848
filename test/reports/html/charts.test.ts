import { describe, expect, test } from 'vitest';
import { markup, textOf } from '../../../src/html/markup.ts';
import { confusionsChart } from '../../../src/reports/html/confusions.ts';
import { figureOf } from '../../../src/reports/html/figure.ts';
import { heatMap } from '../../../src/reports/html/heat-map.ts';
import { pacingChart } from '../../../src/reports/html/pacing.ts';
import { readinessChart } from '../../../src/reports/html/readiness.ts';
import { resultTopicsChart, topicsChart } from '../../../src/reports/html/topics.ts';
import { trendChart } from '../../../src/reports/html/trend.ts';
import { skeletonOf } from '../../support/hostile.ts';
import { figures, topic, typedAs } from '../../support/stats.ts';

const { confusions, readiness, mocks } = figures;
const day = (iso: string) => iso.slice(0, 10);

const charts = {
  topics: topicsChart(
    [topic('glue', { mean: 0.5, low: 0.25, high: 0.75, verdict: 'weak' }), topic('s3', { verdict: 'few', answers: 1 })],
    0.72,
  ),
  'result by topic': resultTopicsChart(
    [
      { id: 's3', right: 1, of: 2 },
      { id: 'glue', right: 1, of: 1 },
      { id: 's3/encryption', right: 0, of: 1 },
    ],
    new Map([['s3', 'Amazon S3']]),
    undefined,
  ),
  readiness: readinessChart(readiness),
  confusions: confusionsChart(confusions, typedAs('quiz')),
  trend: trendChart(mocks, 0.72, day),
  'heat map': heatMap(
    [
      { day: '2026-11-22', answers: 9 },
      { day: '2026-11-24', answers: 50 },
    ],
    20782, // 2026-11-25, a Wednesday
  ),
  pacing: pacingChart([
    { ms: 60_000, outcome: 'right', handling: '' },
    { ms: 30_000, outcome: 'missed', handling: 'flagged, changed once' },
    { ms: 0, outcome: 'unanswered', handling: '' },
    { ms: 5000, outcome: 'incomplete', handling: '' },
    { ms: 0, outcome: 'withdrawn', handling: '' },
  ]),
};

describe.each(Object.entries(charts))('the chart of %s', (_, chart) => {
  const html = textOf(chart);
  const skeleton = skeletonOf(html);

  test('is drawn as it was', () => {
    expect(html).toMatchSnapshot();
  });

  test('has a name and a sentence for those who do not see it', () => {
    const [, own] = /aria-labelledby="(\S+)-title \1-says"/.exec(html) ?? [];
    expect(html).toMatch(new RegExp(`<title id="${own}-title">[^<]+</title><desc id="${own}-says">[^<]+</desc>`));
  });

  test('has its figures as a table with a caption and heads', () => {
    expect(skeleton.filter((tag) => tag === 'table')).toHaveLength(1);
    expect(skeleton).toContain('caption');
    expect(skeleton.filter((tag) => tag.startsWith('th scope'))).not.toHaveLength(0);
    const rows = skeleton.filter((tag) => tag === 'tr').length;
    expect(skeleton.filter((tag) => tag.startsWith('th scope class dir'))).toHaveLength(rows - 1);
  });

  test('holds no style and no handler of its own', () => {
    expect(skeleton.filter((tag) => /\b(style|script|on\w+)\b/.test(tag))).toEqual([]);
  });
});

test('many rows are drawn in parts that a sheet of paper holds, each with its own scale', () => {
  const topics = Array.from({ length: 15 }, (_, index) => topic(`t${index}`));
  const html = textOf(topicsChart(topics, 0.72));
  expect([...html.matchAll(/<title id="[^"]+">([^<]+)</g)].map(([, name]) => name)).toEqual([
    'Expected on new questions, by topic, part 1 of 2',
    'Expected on new questions, by topic, part 2 of 2',
  ]);
  for (const [, height] of html.matchAll(/<svg [^>]*height="(\d+)"/g)) expect(Number(height)).toBeLessThan(900);
  expect(html.match(/<foreignObject/g)).toHaveLength(15);
});

test('of many mixed-up pairs the surest have a row, and the others are counted', () => {
  const [pair] = confusions;
  const many = Array.from(
    { length: 438 },
    (_, index) => ({ ...pair, chosenName: `Thing ${index + 1}` }) as typeof pair,
  );
  const html = textOf(
    confusionsChart(
      many.flatMap((one) => one ?? []),
      typedAs('quiz'),
    ),
  );
  const heads = [...html.matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map(([, name]) => name);
  expect([heads.length, heads[0], heads.at(-1)]).toEqual([50, 'Thing 1', 'Thing 50']);
  expect(html).toContain('And 388 more, which quiz stats --json lists.');
  expect(textOf(confusionsChart(confusions, typedAs('quiz')))).not.toContain('more, which');
});

test('ids are unique where a figure has several pictures', () => {
  const picture = { height: 10, inside: markup`` };
  const table = { caption: 'c', columns: { a: 'words' as const }, rows: [] };
  const html = textOf(figureOf({ id: 'x', title: 't', says: 's', pictures: [picture, picture], table }));
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a day without an answer and a day to come are told apart', () => {
  const html = textOf(heatMap([], 20782)); // 2026-11-25, a Wednesday
  expect(html).toContain('<title>2026-11-25: 0 answers</title>');
  expect(html).not.toContain('2026-11-26');
});
