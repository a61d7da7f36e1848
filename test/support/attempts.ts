// Attempts of a learner, as the learning rules read them.
import fc from 'fast-check';
import type { Attempt } from '../../src/learning/learner/attempts.ts';

export function attempt(item: string, topic: string, score: number, at = 1000): Attempt {
  return {
    ...{ session: 's', mode: 'drill', at, item, rev: 'r', topics: [topic], response: ['a'], score },
    ...{ spent: 1000, chance: 0.25, flagged: false },
  };
}

/** A question that an exam left blank. */
export function blankAt(item: string, topic: string, at = 1000): Attempt {
  return { ...attempt(item, topic, 0, at), mode: 'exam', response: null };
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

/** Answers in exams, in drills and beside the schedule, and questions that exams left blank; two wordings of some. */
export const pasts: fc.Arbitrary<Attempt[]> = fc.array(
  fc
    .record({
      item: fc.constantFrom(...names),
      rev: fc.constantFrom('r', 'r', 'older'),
      score: fc.constantFrom(0, 1),
      hours: fc.nat(30),
      kind: fc.constantFrom('drill', 'cram', 'exam', 'blank'),
    })
    .map(({ item, rev, score, hours, kind }): Attempt => {
      const at = hours * 3_600_000;
      if (kind === 'blank') return { ...blankAt(item, 'glue', at), rev };
      const answered = { ...attempt(item, 'glue', score, at), rev };
      return kind === 'cram' ? { ...answered, cram: true } : { ...answered, mode: kind === 'exam' ? 'exam' : 'drill' };
    }),
  { maxLength: 30 },
);
