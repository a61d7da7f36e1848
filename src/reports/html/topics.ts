// Topics, weakest first: what is expected on new questions, and what a past session came to.
import type { Topic } from '../../core/items/item.ts';
import type { TopicResult } from '../../core/sitting/result.ts';
import { count, inPercent } from '../../core/text/wording.ts';
import { wilson } from '../../core/wilson.ts';
import { type Markup, markup } from '../../html/markup.ts';
import { topicTitle, topicTree } from '../result-topics.ts';
import { answeredTopics, changeInWords, type TopicDocument } from '../topics.ts';
import { figureOf, rangeOf } from './figure.ts';
import { rangePictures } from './ranges.ts';

/** The topics that have answers; `pass` from 0 to 1. */
export function topicsChart(topics: readonly TopicDocument[], pass: number): Markup {
  const answered = answeredTopics(topics);
  const isKnown = ({ verdict }: TopicDocument) => verdict !== 'few';
  const expected = (topic: TopicDocument) =>
    isKnown(topic) ? `${inPercent(topic.mean)} (${rangeOf(topic.low, topic.high)})` : 'few answers';
  const ranges = answered.map((topic) => ({
    label: topic.title,
    low: topic.low,
    high: topic.high,
    ...(isKnown(topic) && { point: topic.mean }),
    value: expected(topic),
  }));
  return figureOf({
    id: 'topics',
    title: 'Expected on new questions, by topic',
    says: `${count(answered.length, 'topic')}, weakest first, with the range that eight in ten such estimates keep to.`,
    pictures: rangePictures(ranges, pass),
    table: {
      caption: 'Weakest first. On new ones: the share right to expect there, with its 80 % range.',
      columns: { Topic: 'words', Right: 'number', 'On new ones': 'number', Verdict: 'words' },
      rows: answered.map((topic) => [
        topic.title,
        `${topic.right}/${topic.answers}`,
        expected(topic),
        isKnown(topic) ? verdictIn(topic) : '',
      ]),
    },
  });
}

/** "weak", "weak, up 4 in 7 days": one cell, because a telephone has no room for two. */
function verdictIn(topic: TopicDocument): string {
  const change = changeInWords(topic);
  return change === '' || change === 'new' ? topic.verdict : `${topic.verdict}, ${change} in 7 days`;
}

/** What a session came to; `pass` from 0 to 1. */
export function resultTopicsChart(
  topics: readonly TopicResult[],
  titles: ReadonlyMap<Topic, string>,
  pass: number | undefined,
): Markup {
  const rows = topicTree(topics).map(({ id, right, of, depth }) => ({
    title: topicTitle(id, titles),
    score: `${right}/${of}`,
    share: right / of,
    depth,
    ...wilson(right, of),
  }));
  const ranges = rows.map(({ title, low, high, share, score, depth }) => {
    return { label: title, depth, low, high, point: share, value: `${score} (${inPercent(share)})` };
  });
  return figureOf({
    id: 'topics',
    title: 'Right answers by topic',
    says: `${count(rows.length, 'topic')}, weakest first, with the 95 % range that so few questions allow.`,
    pictures: rangePictures(ranges, pass),
    table: {
      caption: 'Weakest first, each followed by what is below it. Range: 95 % interval of the true level (Wilson).',
      columns: { Topic: 'words', Right: 'number', Share: 'number', Range: 'number' },
      rows: rows.map(({ title, score, share, low, high, depth }) => [
        depth > 0 ? markup`<div class="below" dir="auto">${title}</div>` : title,
        score,
        inPercent(share),
        rangeOf(low, high),
      ]),
    },
  });
}
