// Somebody who sits one mock after another and reads no explanation knows in the end what they knew in the beginning.

import { expect, test } from 'vitest';
import { normal } from '../../bench/simulation/world.ts';
import { catalogueOf } from '../../src/core/items/catalogue.ts';
import { random } from '../../src/core/random.ts';
import { boardFor } from '../../src/learning/learner/board.ts';
import { DAY_MS, MINUTE_MS } from '../../src/learning/learner/day.ts';
import { learn, newLearner } from '../../src/learning/learner/learner.ts';
import { syllabusOf, weightsOf } from '../../src/learning/learner/syllabus.ts';
import { estimate } from '../../src/learning/standing/readiness.ts';
import { attempt } from '../support/attempts.ts';

const TOPICS = Array.from({ length: 12 }, (_, index) => `area-${index % 3}/topic-${index}`);
const facts = Array.from({ length: 120 }, (_, index) => {
  return { id: `q${index}`, rev: 'r', chance: 0.25, topics: [TOPICS[index % TOPICS.length] ?? ''] as [string] };
});
const syllabus = syllabusOf(catalogueOf(facts), weightsOf(undefined));

/** What is expected of somebody after each mock of 30, less what the bank's questions would give: knowing is .93 right, guessing .25. */
function errors(seed: string, mocks: number): number[] {
  const next = random(seed);
  const levels = new Map(TOPICS.map((topic) => [topic, 0.3 + 0.7 * normal(next)]));
  const known = facts.map(
    ({ topics: [topic] }) => next() < 1 / (1 + Math.exp(1.2 * normal(next) - (levels.get(topic) ?? 0))),
  );
  const share = known.reduce((sum, isKnown) => sum + (isKnown ? 0.93 : 0.25), 0) / known.length;
  const learner = newLearner();
  return Array.from({ length: mocks }, (_, mock) => {
    for (let asked = 0; asked < 30; asked++) {
      const index = (mock * 30 + asked) % facts.length;
      const score = next() < (known[index] ? 0.93 : 0.25) ? 1 : 0;
      const at = mock * 3 * DAY_MS + asked * MINUTE_MS;
      learn(learner, { ...attempt(`q${index}`, facts[index]?.topics[0] ?? '', score, at), mode: 'exam' });
    }
    return estimate(boardFor(syllabus, learner), { pass: 0.72, questions: 30 }, 0).score - share;
  });
}

test('mocks without reading leave the estimate where the first round over the bank has brought it', () => {
  const lives = Array.from({ length: 24 }, (_, seed) => errors(`life ${seed}`, 24));
  const mean = (mock: number) => lives.reduce((sum, life) => sum + (life[mock - 1] ?? 0), 0) / lives.length;
  expect(Math.abs(mean(4))).toBeLessThan(0.04);
  expect(Math.abs(mean(24) - mean(4))).toBeLessThan(0.03);
});
