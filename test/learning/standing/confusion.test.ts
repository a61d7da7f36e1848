import { describe, expect, test } from 'vitest';
import type { Body } from '../../../src/core/items/kinds/index.ts';
import type { Response } from '../../../src/core/items/kinds/kind.ts';
import { wilson } from '../../../src/core/wilson.ts';
import { newLearner } from '../../../src/learning/learner/learner.ts';
import { confusions, itemsConfusing } from '../../../src/learning/standing/confusion.ts';
import { itemOf } from '../../support/arbitraries.ts';
import { attempt } from '../../support/attempts.ts';
import { advance } from '../../support/learning.ts';

const options = ['streams', 'firehose', 'video'].map((id) => ({ id, text: id, concept: id }));
const single = (answer: string): Body => ({ type: 'single', options, answer: [answer] });
const items = [itemOf('q1', single('firehose')), itemOf('q2', single('firehose')), itemOf('q3', single('streams'))];

const answered = (id: string, response: Response, score = 0) => ({
  ...attempt(id, 's3', score),
  rev: items.find((item) => item.id === id)?.rev ?? '',
  response,
});

describe('confusions', () => {
  test('counts over questions what was chosen where something else was right, of all chances to', () => {
    const log = [answered('q1', ['streams']), answered('q2', ['streams']), answered('q2', ['firehose'], 1)];
    expect(confusions(advance(newLearner(), log), items)).toEqual([
      {
        ...{ chosen: 'streams', right: 'firehose', chosenName: 'streams', rightName: 'firehose' },
        ...{ count: 2, of: 3, ...wilson(2, 3), items: ['q1', 'q2'] },
      },
    ]);
  });

  test('are over when every question in which the one was taken for the other was answered rightly since', () => {
    const log = [answered('q1', ['streams']), answered('q2', ['streams']), answered('q2', ['firehose'], 1)];
    const last = { ...answered('q1', ['firehose'], 1), confidence: 'sure' as const };
    const found = (all: typeof log) => confusions(advance(newLearner(), all), items).map(({ count }) => count);
    expect([found(log), found([...log, last])]).toEqual([[2], []]);
  });

  test('is about ordered pairs, the surest first', () => {
    const log = [answered('q3', ['firehose']), answered('q1', ['streams']), answered('q2', ['streams'])];
    const found = confusions(advance(newLearner(), log), items);
    expect(found.map(({ chosen, right, count, of }) => [chosen, right, count, of])).toEqual([
      ['streams', 'firehose', 2, 2],
      ['firehose', 'streams', 1, 1],
    ]);
  });

  test('knows multiple and matching questions, and nothing of edited ones', () => {
    const pairs: Body = {
      type: 'matching',
      left: [
        { id: 'l1', text: '' },
        { id: 'l2', text: '' },
      ],
      right: options,
      answer: { l1: 'streams', l2: 'firehose' },
    };
    const two: Body = { type: 'multiple', options, answer: ['streams', 'video'] };
    const all = [itemOf('m', pairs), itemOf('t', two), itemOf('e', single('video'))];
    const log = [
      { ...attempt('m', 's3', 0), rev: all[0]?.rev ?? '', response: { l1: 'firehose', l2: 'streams' } },
      { ...attempt('t', 's3', 0), rev: all[1]?.rev ?? '', response: ['streams', 'firehose'] },
      { ...attempt('e', 's3', 0), rev: 'old', response: ['streams'] },
    ];
    const found = confusions(advance(newLearner(), log), all);
    expect(found.map(({ chosen, right, count, of }) => `${chosen}>${right} ${count}/${of}`).sort()).toEqual([
      'firehose>streams 1/2',
      'firehose>video 1/1',
      'streams>firehose 1/1',
    ]);
  });

  test('are drilled with the questions in which one can be taken for the other, either way', () => {
    expect(itemsConfusing(items, [{ chosen: 'streams', right: 'firehose' }])).toEqual(['q1', 'q2', 'q3']);
    expect(itemsConfusing(items, [{ chosen: 'video', right: 'streams' }])).toEqual(['q3']);
    expect(itemsConfusing(items, [])).toEqual([]);
  });
});
