import { expect, test } from 'vitest';
import { changeInWords, type TopicDocument } from '../../src/reports/topics.ts';

const topic: TopicDocument = {
  ...{ id: 'glue', title: 'Glue', answers: 9, right: 5, mean: 0.604, low: 0.4, high: 0.8 },
  ...{ verdict: 'unclear', weakProbability: 0.6, due: 0, examShare: 0.1 },
};

test('a week of change is told in whole points, as the figures beside it are rounded', () => {
  expect(changeInWords({ ...topic, weekAgo: 0.555 })).toBe('up 4');
  expect(changeInWords({ ...topic, weekAgo: 0.664 })).toBe('down 6');
  expect(changeInWords({ ...topic, weekAgo: 0.596 })).toBe('same');
});

test('what was not known a week ago is new, and few answers have no change', () => {
  expect(changeInWords({ ...topic, weekAgo: null })).toBe('new');
  expect(changeInWords({ ...topic, verdict: 'few', weekAgo: 0.5 })).toBe('');
  expect(changeInWords(topic)).toBe('');
});
