import { expect, test } from 'vitest';
import { conceptNames } from '../../../src/learning/standing/concept-names.ts';
import { itemOf } from '../../support/arbitraries.ts';

const named = conceptNames([
  itemOf('q1', {
    type: 'single',
    options: [
      { id: 'a', text: 'Amazon Kinesis Data Streams', concept: 'streams' },
      { id: 'b', text: 'Kinesis Data Streams', concept: 'streams' },
      { id: 'c', text: 'Streams, which keep what was sent for a day and let everybody read it', concept: 'stream-day' },
      { id: 'd', text: 'The other one', concept: 'fan-out' },
      { id: 'e', text: '```\nopen()\nread()\n```', concept: 'open-read' },
    ],
    answer: ['a'],
  }),
  itemOf('q2', {
    type: 'matching',
    left: [
      { id: 'l', text: 'Keys of AWS KMS (SSE-KMS)', concept: 'sse-kms' },
      { id: 'm', text: 'X' },
    ],
    right: [
      { id: 'r', text: 'SSE-KMS', concept: 'sse-kms' },
      { id: 's', text: 'Y' },
    ],
    answer: { l: 'r', m: 's' },
  }),
  itemOf('q3', {
    type: 'single',
    options: [
      { id: 'a', text: '```sql\nDROP TABLE t\n```', concept: 'drop-table' },
      { id: 'b', text: 'X' },
    ],
    answer: ['a'],
  }),
]);

test('a concept is called what options call it most, and the shorter of two such texts, where they say all its words', () => {
  expect(named('streams')).toBe('Kinesis Data Streams');
  expect(named('sse-kms')).toBe('SSE-KMS');
});

test('neither a sentence nor lines of code are a name, nor an option that says something else: then the id says it', () => {
  expect(named('stream-day')).toBe('stream day');
  expect(named('fan-out')).toBe('fan out');
  expect(named('open-read')).toBe('open read');
  expect(named('unheard-of')).toBe('unheard of');
});

test('a line of code is a name, without its fences', () => {
  expect(named('drop-table')).toBe('DROP TABLE t');
});
