import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOf, isWithin, lineage } from '../../../src/core/items/item.ts';
import { itemOf } from '../../support/arbitraries.ts';

const topicsOf = fc
  .array(fc.stringMatching(/^[a-z0-9-]{1,6}$/), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('/'));

test('the lineage of a topic is itself and all above it, nearest first', () => {
  expect(lineage('s3')).toEqual(['s3']);
  expect(lineage('kinesis/streams/limits')).toEqual(['kinesis/streams/limits', 'kinesis/streams', 'kinesis']);
});

test('a topic is within exactly its lineage', () => {
  fc.assert(
    fc.property(topicsOf, topicsOf, (topic, other) => {
      for (const above of lineage(topic)) expect(isWithin(topic, above)).toBe(true);
      expect(isWithin(topic, other)).toBe(lineage(topic).includes(other));
    }),
  );
});

test('the facts of a question hold nothing of its texts', () => {
  const body = { type: 'cloze', answer: { accept: ['SECRET key'] } } as const;
  const facts = factsOf({ ...itemOf('q1', body), family: 'f', enemies: ['q2'], case: { id: 'c', text: 'SECRET' } });
  expect(JSON.stringify(facts)).not.toContain('SECRET');
  expect(facts).toMatchObject({
    id: 'q1',
    rev: expect.any(String),
    topics: ['s3'],
    type: 'cloze',
    family: 'f',
    enemies: ['q2'],
    case: 'c',
  });
});
