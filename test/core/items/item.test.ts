import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOf, isWithin, lineage } from '../../../src/core/items/item.ts';
import { inReadingOrder } from '../../../src/core/problem.ts';
import { bare } from '../../../src/core/text/markdown.ts';
import { itemOf } from '../../support/arbitraries.ts';

const topicsOf = fc
  .array(fc.stringMatching(/^[a-z0-9-]{1,6}$/), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('/'));

test('lineage: the topic itself and all above it, nearest first', () => {
  expect(lineage('s3')).toEqual(['s3']);
  expect(lineage('kinesis/streams/limits')).toEqual(['kinesis/streams/limits', 'kinesis/streams', 'kinesis']);
});

test('isWithin: a topic is within exactly its lineage', () => {
  fc.assert(
    fc.property(topicsOf, topicsOf, (topic, other) => {
      for (const above of lineage(topic)) expect(isWithin(topic, above)).toBe(true);
      expect(isWithin(topic, other)).toBe(lineage(topic).includes(other));
    }),
  );
});

test('factsOf: holds nothing of the texts', () => {
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

test('inReadingOrder: by file, line and column', () => {
  const problem = (file: string, line: number, column: number) => {
    const at = { file, line, column };
    return { code: 'c', severity: 'error', at, message: '', hint: '' } as const;
  };
  const ordered = [
    problem('B.yaml', 9, 9),
    problem('a.yaml', 2, 1),
    problem('a.yaml', 2, 10),
    problem('a.yaml', 10, 1),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(ordered, { minLength: 4 }), (problems) => {
      expect(inReadingOrder(problems)).toEqual(ordered);
    }),
  );
});

test.each([
  ['- a point', 'a point'],
  ['    - a point', 'a point'],
  ['12. a point', 'a point'],
  ['### A heading', 'A heading'],
  ['> quoted', 'quoted'],
  ['**bold** and `code`', 'bold and code'],
  ['_one_ *two*', 'one two'],
  ['a<br>b<br/>c', 'a b c'],
  ['snake_case_name stays', 'snake_case_name stays'],
  ['3 * 4 stays', '3 * 4 stays'],
  ['2024 was a year', '2024 was a year'],
])('bare: %j is %j', (marked, text) => {
  expect(bare(marked)).toBe(text);
});
