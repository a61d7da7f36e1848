// A learner's records for the learning rules.
import fc from 'fast-check';
import type { Attempt } from '../../src/learning/learner/attempts.ts';

export function attempt(item: string, topic: string, score: number, at = 1000): Attempt {
  return {
    ...{ session: 's', mode: 'drill', at, item, rev: 'r', topics: [topic], response: ['a'], score },
    ...{ spent: 1000, chance: 0.25, flagged: false },
  };
}

const names = ['q0', 'q1', 'q2', 'q3', 'q4', 'constructor', 'toString'];

export const attempts: fc.Arbitrary<Attempt[]> = fc.array(
  fc
    .record({
      item: fc.constantFrom(...names),
      topic: fc.constantFrom('s3', 's3/encryption', 'kinesis/streams', 'glue', 'valueOf'),
      score: fc.constantFrom(0, 0.5, 1),
      at: fc.nat(100_000),
    })
    .map(({ item, topic, score, at }) => attempt(item, topic, score, at)),
  { maxLength: 30 },
);
