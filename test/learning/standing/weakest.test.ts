import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin } from '../../../src/core/items/item.ts';
import type { Verdict } from '../../../src/learning/standing/standing.ts';
import { weakestOf, weakTopics } from '../../../src/learning/standing/weakest.ts';

describe('weak topics', () => {
  const verdicts = fc.array(
    fc.record({
      topic: fc.constantFrom('s3', 's3/a', 's3/a/b', 's3/c', 'glue', 'glue/d'),
      verdict: fc.constantFrom<Verdict>('weak', 'probably weak', 'unclear', 'strong', 'few'),
    }),
  );

  test('a parent never stands above its weak child, and only weak ones are named, each once', () => {
    fc.assert(
      fc.property(verdicts, (standings) => {
        const weak = weakTopics(standings);
        expect(new Set(weak).size).toBe(weak.length);
        weak.forEach((topic, index) => {
          for (const later of weak.slice(index + 1)) expect(isWithin(later, topic)).toBe(false);
          expect(standings.some((one) => one.topic === topic && /weak/.test(one.verdict))).toBe(true);
        });
      }),
    );
  });

  test('the first is the weakest of those without a weak part; a parent comes right behind its last one', () => {
    const inOrder = ['kinesis', 'kinesis/video', 's3', 'kinesis/streams', 's3/encryption'];
    const weak = weakTopics(inOrder.map((topic) => ({ topic, verdict: 'weak' as const })));
    expect(weak).toEqual(['kinesis/video', 'kinesis/streams', 'kinesis', 's3/encryption', 's3']);
  });
});

describe('the weakest', () => {
  const judged = (topic: string, verdict: Verdict, weak: number, answers = 5, right = 0) => {
    return { topic, verdict, weak, answers, right };
  };

  test('are those of which there is evidence, where there is any', () => {
    const standings = [
      judged('glue', 'few', 0.95, 1),
      judged('s3', 'weak', 0.9),
      judged('s3/a', 'probably weak', 0.6),
      judged('kinesis', 'strong', 0.1),
    ];
    expect(weakestOf(standings)).toEqual({ topics: ['s3/a', 's3'], ground: 'evidence' });
  });

  test('are only the likeliest while evidence is thin, the likeliest first, and none that was never asked', () => {
    const standings = [
      judged('glue', 'few', 0.7, 1),
      judged('s3', 'few', 0.9, 2),
      judged('kinesis', 'few', 0.99, 0),
      judged('stores', 'strong', 0.1),
    ];
    expect(weakestOf(standings)).toEqual({ topics: ['s3', 'glue', 'stores'], ground: 'thin' });
  });

  test('are those with a miss before any in which all was right, which nobody calls weak', () => {
    const allRight = judged('s3', 'few', 0.9, 2, 2);
    expect(weakestOf([allRight, judged('glue', 'few', 0.6, 1)])).toEqual({ topics: ['glue', 's3'], ground: 'thin' });
    expect(weakestOf([allRight])).toEqual({ topics: ['s3'], ground: 'none' });
  });

  test('name the child that was asked and not its parent', () => {
    const standings = [judged('s3', 'few', 0.9, 2), judged('s3/a', 'few', 0.8, 2), judged('s3/b', 'few', 0.99, 0)];
    expect(weakestOf(standings).topics).toEqual(['s3/a']);
  });

  test('are the least sure where nothing looks weak, and nothing before the first answer', () => {
    expect(weakestOf([judged('s3', 'strong', 0.1), judged('glue', 'few', 0.3, 1)])).toEqual({
      topics: ['glue', 's3'],
      ground: 'none',
    });
    expect(weakestOf([judged('s3', 'few', 0.7, 0)])).toEqual({ topics: [], ground: 'thin' });
  });
});
