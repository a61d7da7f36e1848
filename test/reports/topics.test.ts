import { expect, test } from 'vitest';
import { unicode } from '../../src/core/text/glyphs.ts';
import { type Block, plainText } from '../../src/core/text/styled.ts';
import { changeInWords, type TopicDocument, topicBlocks } from '../../src/reports/topics.ts';
import { palette } from '../../src/terminal/painting/colour.ts';
import { paint, textWidth } from '../../src/terminal/painting/paint.ts';
import { typedAs } from '../support/stats.ts';

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

test('a window of 40 columns shows every topic with its whole name and its verdict', () => {
  const named = { ...topic, title: 'Default encryption vs bucket policies', verdict: 'probably weak' } as const;
  const extent = { answers: 9, seen: 5, of: 20, blank: 0, typed: typedAs('quiz'), isNumbered: true };
  const blocks = topicBlocks([{ ...named, weekAgo: 0.5 }], extent, 1, unicode);
  expect(blocks.flatMap((block) => paint(block, textWidth(40), palette(false)))).toEqual([
    ' 9 answers   5 of 20 questions seen',
    ' Weakest first                    right',
    '   expect   likely',
    ' 1 Default encryption vs bucket     5/9',
    ' policies',
    '     60 %  40–80 %  probably weak',
  ]);
});

const sentences = (blocks: readonly Block[]) => blocks.flatMap((block) => ('columns' in block ? [] : plainText(block)));

test('where nothing was answered it says so, and after a mock that was handed in blank that it was', () => {
  const unasked = { ...topic, answers: 0, right: 0 };
  const told = (blank: number, ...topics: TopicDocument[]) =>
    sentences(topicBlocks(topics, { answers: 0, seen: blank, of: 20, blank, typed: typedAs('quiz') }, 2, unicode));
  expect(told(0, unasked)).toEqual(['No answers yet.', '', 'Start with: quiz drill glue']);
  expect(told(20, unasked, { ...unasked, id: 's3' })).toEqual([
    'Nothing answered yet: mock exams were handed in with 20 questions left blank.',
    '',
    'Start with: quiz drill --missed',
  ]);
});

test('a topic whose questions were all left blank was asked, and is not answered yet', () => {
  const topics = [topic, { ...topic, id: 's3', answers: 0, right: 0 }];
  const extent = { answers: 10, seen: 9, of: 20, blank: 4, typed: typedAs('quiz') };
  expect(sentences(topicBlocks(topics, extent, 2, unicode)).at(-1)).toBe('1 topic not answered yet.');
});

test('numbers that add up to more than there are answers say why', () => {
  const topics = [topic, { ...topic, id: 's3', answers: 3, right: 1 }];
  const told = (answers: number) =>
    sentences(topicBlocks(topics, { answers, seen: 5, of: 20, blank: 0, typed: typedAs('quiz') }, 2, unicode));
  expect(told(10)).toEqual([
    '10 answers   5 of 20 questions seen',
    'An answer counts in each of its topics and in those above.',
  ]);
  expect(told(12)).toEqual(['12 answers   5 of 20 questions seen']);
});
