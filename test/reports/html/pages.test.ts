import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/core/items/item.ts';
import { drillPolicy, examPolicy } from '../../../src/core/sitting/policy.ts';
import type { Paper } from '../../../src/core/sitting/state.ts';
import { unicode } from '../../../src/core/text/glyphs.ts';
import { reportPage } from '../../../src/reports/html/report-page.ts';
import { statsPage } from '../../../src/reports/html/stats-page.ts';
import { items } from '../../support/arbitraries.ts';
import { hostileTexts, skeletonOf, textIn } from '../../support/hostile.ts';
import { answers, paperOf, play, type Step, sittings, startedWith, step } from '../../support/sittings.ts';
import { figures, topic, typedAs } from '../../support/stats.ts';

const when = (iso: string) => iso.slice(0, 16);

/** The item with every text that a page may show replaced. */
function retold(item: Item, text: string): Item {
  const { body, quotes } = item;
  const renamed = <T extends object>(parts: readonly T[]) => parts.map((part) => ({ ...part, text, why: text }));
  const retoldBody =
    body.type === 'matching'
      ? { ...body, left: renamed(body.left), right: renamed(body.right) }
      : body.type === 'cloze'
        ? { ...body, answer: { accept: [text] } }
        : { ...body, options: renamed(body.options) };
  return {
    ...item,
    body: retoldBody,
    stem: text,
    why: text,
    case: { id: 'c', text },
    dated: { asOf: text, says: text, source: text },
    quotes: quotes.map((quote) => ({ ...quote, text, file: text, path: [text, text] })),
  };
}

function pageOfSitting(state: Parameters<typeof reportPage>[0], paper: Paper, text: string): string {
  const told = new Map([...paper].map(([id, item]) => [id, retold(item, text)]));
  const titled = { ...state.started, session: text, form: { ...state.started.form, title: text } };
  const titles = new Map(['s3', 's3/encryption', 'kinesis', 'glue'].map((id) => [id, text]));
  const slots = state.slots.map(({ challenge, ...slot }) => ({
    ...slot,
    ...(challenge?.text && { challenge: { ...challenge, text } }),
  }));
  return reportPage({ ...state, slots, started: titled }, told, { titles, glyphs: unicode }, when, typedAs('quiz'));
}

function statsWith(text: string): string {
  const told = {
    ...figures,
    topics: [topic(text, { title: text })],
    weak: [text],
    confusions: figures.confusions.map((pair) => ({ ...pair, chosen: text, right: text })),
    mocks: figures.mocks.map((mock) => ({ ...mock, profile: text })),
    readiness: { ...figures.readiness, title: text },
    questions: { total: 3, blank: 0, check: [{ id: text }], challenged: [{ id: text, text }] },
  };
  return statsPage(told, { title: text, part: undefined, pass: 0.72, today: 20782, typed: typedAs('quiz'), when });
}

describe('no content becomes markup', () => {
  test('in the page of a session: its elements are those that plain words give', () => {
    fc.assert(
      fc.property(sittings, hostileTexts, ({ state, paper }, text) => {
        expect(skeletonOf(pageOfSitting(state, paper, text))).toEqual(skeletonOf(pageOfSitting(state, paper, 'plain')));
      }),
    );
  });

  test('in the page of the figures: its elements are those that plain words give', () => {
    const plain = skeletonOf(statsWith('plain'));
    fc.assert(
      fc.property(hostileTexts, (text) => {
        expect(skeletonOf(statsWith(text))).toEqual(plain);
      }),
    );
  });

  test('only an address of the web becomes a link, and it stays within its attribute', () => {
    const [item] = fc.sample(items('q1'), 1);
    const linksOf = (source: string) => {
      const told = { ...(item as Item), dated: { asOf: '2026', says: 'x', source } };
      const { state, paper } = play(paperOf([told]), startedWith([told]), [step({ type: 'finish' })]);
      const page = reportPage(state, paper, { titles: new Map(), glyphs: unicode }, when, typedAs('quiz'));
      return skeletonOf(page).filter((tag) => /^a\b/.test(tag));
    };
    expect(linksOf('https://example.org/"onclick="x')).toEqual(['a href rel']);
    expect(linksOf('javascript:alert(1)')).toEqual([]);
    expect(linksOf('data:text/html,https://x')).toEqual([]);
  });
});

describe('the page of a session', () => {
  const [item = undefined] = fc.sample(items('q1'), { numRuns: 1, seed: 1 });
  const { state, paper } = play(paperOf([item as Item]), startedWith([item as Item]), [
    ...answers(undefined),
    step({ type: 'flag' }),
    step({ type: 'finish' }),
  ]);
  const page = reportPage(state, paper, { titles: new Map(), glyphs: unicode }, when, typedAs('quiz'));

  test('tells the result as the terminal does', () => {
    expect(textIn(page)).toContain('0 of 1 right (0 %). A true level anywhere in 0–79 % could give this score.');
    expect(textIn(page)).toContain('pass line 72 %, not yet');
  });

  test('explains each question with its quote and how it was sat', () => {
    const text = textIn(page);
    expect(text).toContain('Stem of q1');
    expect(text).toContain('SECRET quote');
    expect(text).toContain('SECRET path, notes.md:1-2');
    expect(text).toContain('While you sat it: flagged.');
  });
});

test('the page of a session tells what was reported of its questions, also of one that is gone from the bank', () => {
  const two = fc.sample(items('q1'), { numRuns: 1, seed: 1 }).concat(fc.sample(items('q2'), { numRuns: 1, seed: 1 }));
  const reported = [step({ type: 'challenge', text: 'ambiguous "x" <b>', slot: 2 })];
  for (const policy of [examPolicy({ pass: 72 }), drillPolicy]) {
    const pageAfter = (steps: readonly Step[]) => {
      const { state, paper } = play(paperOf(two), startedWith(two, policy), [...steps, step({ type: 'finish' })]);
      return reportPage(
        state,
        new Map([...paper].slice(0, 1)),
        { titles: new Map(), glyphs: unicode },
        when,
        typedAs('quiz'),
      );
    };
    expect(textIn(pageAfter(reported))).toMatch(/Question 2\s*ambiguous "x" <b>/);
    expect(pageAfter(reported)).not.toContain('<b>');
    expect(textIn(pageAfter([...reported, step({ type: 'challenge', text: '', slot: 2 })]))).not.toContain(
      'You reported',
    );
  }
});

test('the times of a result are no longer than what was spent', () => {
  const [item] = fc.sample(items('q1'), 1) as [Item];
  const { state, paper } = play(paperOf([item]), startedWith([item]), [step({ type: 'finish' }, 6080)]);
  const page = reportPage(state, paper, { titles: new Map(), glyphs: unicode }, when, typedAs('quiz'));
  expect(textIn(page)).toContain('question 1 (0:06)');
  expect(page).not.toContain('0:07');
});

test('without an answer the page of figures says where to start, and draws nothing', () => {
  const page = statsPage(
    { ...figures, answers: 0 },
    { title: 'Tea', part: undefined, pass: 0.72, today: 20782, typed: typedAs('quiz'), when },
  );
  expect(textIn(page)).toContain('No answers yet. Start with: quiz drill');
  expect(page).not.toContain('<svg');
  const blank = statsPage(
    { ...figures, answers: 0, questions: { ...figures.questions, blank: 1 } },
    { title: 'Tea', part: undefined, pass: 0.72, today: 20782, typed: typedAs('quiz'), when },
  );
  expect(textIn(blank)).toContain(
    'Nothing answered yet: mock exams were handed in with 1 question left blank. Start with: quiz drill --missed',
  );
});

test('a part of the bank has its topics alone, and is named', () => {
  const page = statsPage(figures, {
    title: 'Tea',
    part: 'The leaf',
    pass: 0.72,
    today: 20782,
    typed: typedAs('quiz'),
    when,
  });
  expect(textIn(page)).toContain('Tea, The leaf: where you stand');
  expect(skeletonOf(page).filter((tag) => tag.startsWith('h2'))).toEqual(['h2 id']);
});

test('headings never leave out a level', () => {
  for (const page of [statsWith('x'), pageOfSitting(...sampleSitting(), 'x')]) {
    const levels = skeletonOf(page)
      .flatMap((tag) => /^h(\d)/.exec(tag)?.[1] ?? [])
      .map(Number);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  }
});

function sampleSitting(): [Parameters<typeof reportPage>[0], Paper] {
  const [one] = fc.sample(sittings, { numRuns: 1, seed: 3 });
  if (!one) throw new Error('no sitting');
  return [one.state, one.paper];
}

test('commands stand on a page as they can be typed where it was made', () => {
  const subject = { title: 'Tea', part: undefined, pass: 0.72, today: 20782, typed: typedAs('npx quiz'), when };
  expect(statsPage({ ...figures, answers: 0 }, subject)).toContain('<code>npx quiz drill</code>');
  expect(statsPage(figures, subject)).toContain('<code>npx quiz drill <bdi>glue</bdi></code>');
});
