// Where a learner stands, topic by topic: the table of `quiz stats` and `quiz topics`, and its document.
import type { Topic } from '../core/items/item.ts';
import type { Glyphs } from '../core/text/glyphs.ts';
import { type Block, blank, line, span, type Table } from '../core/text/styled.ts';
import { count, inPercent } from '../core/text/wording.ts';
import type { Standing } from '../learning/standing/standing.ts';
import type { Typed } from './typed.ts';

/** Shares from 0 to 1, as in a standing; where nothing was asked they go by the neighbours. */
export type TopicDocument = Readonly<ReturnType<typeof topicDocument>> & {
  /** What was expected seven days ago; null where there was too little to go by. Only where it was asked for. */
  readonly weekAgo?: number | null;
};

/** How a learner stands in a topic, as data. */
export function topicDocument(standing: Standing, titles: ReadonlyMap<Topic, string>) {
  const { topic: id, answers, right, mean, low, high, verdict, weak, due, share } = standing;
  return {
    id,
    title: titles.get(id) ?? id,
    answers,
    right,
    mean: round(mean),
    low: round(low),
    high: round(high),
    verdict,
    weakProbability: round(weak),
    due,
    examShare: round(share),
  };
}

/** The topic with what was expected in it a week ago, where that is known. */
export function withWeekAgo(topic: TopicDocument, mean: number | undefined): TopicDocument {
  return { ...topic, weekAgo: mean === undefined ? null : round(mean) };
}

/** How much of what the table is about was answered. */
export interface Extent {
  readonly answers: number;
  readonly seen: number;
  readonly of: number;
  /** How many questions were left blank in a mock and not answered since. */
  readonly blank: number;
  readonly typed: Typed;
  /** Whether the first rows are numbered, for keys. */
  readonly isNumbered?: boolean;
}

/** The table of topics, or what to begin with where none was asked. */
export function topicBlocks(
  topics: readonly TopicDocument[],
  { answers, seen, of, blank: left, typed, isNumbered = false }: Extent,
  shown: number,
  glyphs: Glyphs,
): Block[] {
  const answered = answeredTopics(topics);
  const unanswered = topics.length - answered.length;
  if (answered.length === 0) {
    const [only] = topics;
    const words = topics.length === 1 && only ? [only.id] : [];
    const none = `${count(answers, 'answer')}, none in a topic as it is named now.`;
    return [
      line(answers === 0 ? unansweredInWords(left) : none),
      blank,
      line(`Start with: ${typed('drill', ...words, ...beginningWith(left))}`),
    ];
  }
  return [
    line(span(count(answers, 'answer'), 'strong'), `   ${seen} of ${count(of, 'question')} seen`),
    topicTable(answered.slice(0, shown), isNumbered, glyphs),
    ...remainder(answered.length - Math.min(shown, answered.length), unanswered, totalOf(answered) > answers, typed),
  ];
}

/** What there is to say where nothing was answered; `left` counts the questions that mocks left blank. */
export function unansweredInWords(left: number): string {
  if (left === 0) return 'No answers yet.';
  return `Nothing answered yet: mock exams were handed in with ${count(left, 'question')} left blank.`;
}

/** The flags of a first drill: what was left blank counts as missed. */
export function beginningWith(left: number): string[] {
  return left === 0 ? [] : ['--missed'];
}

/** The topics that a table of figures has: those with answers. */
export function answeredTopics(topics: readonly TopicDocument[]): TopicDocument[] {
  return topics.filter(({ answers }) => answers > 0);
}

/** The key of a row, where it has one. */
function numberOf(index: number): string {
  return index < 9 ? `${index + 1} ` : '  ';
}

function totalOf(topics: readonly TopicDocument[]): number {
  return topics.reduce((sum, { answers }) => sum + answers, 0);
}

/** What the table does not say: topics that are not in it, and why its numbers add up to more than there are answers. */
function remainder(hidden: number, unanswered: number, isShared: boolean, typed: Typed): Block[] {
  const sentences = [
    ...(unanswered > 0 ? [`${count(unanswered, 'topic')} not answered yet.`] : []),
    ...(isShared ? ['An answer counts in each of its topics and in those above.'] : []),
    ...(hidden > 0 ? [`${count(hidden, 'more topic')}: ${typed('topics')}`] : []), // a command ends it, so that it can be copied
  ];
  return sentences.length > 0 ? [line(span(sentences.join(' '), 'quiet'))] : [];
}

function topicTable(topics: readonly TopicDocument[], isNumbered: boolean, glyphs: Glyphs): Table {
  return {
    columns: [
      { title: 'Weakest first', align: 'left', wraps: true },
      { title: 'right', align: 'right' },
      { title: 'expect', align: 'right', below: true },
      { title: 'likely', align: 'right', below: true, optional: true },
      { title: '', align: 'left', below: true },
      { title: '7 days', align: 'right', below: true, optional: true },
    ],
    rows: topics.map((topic, index) => {
      const { title, answers, right, verdict } = topic;
      const { mean, likely } = figuresFit(topic, glyphs.dash);
      return [
        span(`${isNumbered ? numberOf(index) : ''}${title}`, verdict === 'weak' ? 'strong' : 'plain'),
        span(`${right}/${answers}`),
        span(mean),
        span(likely),
        span(verdict === 'few' ? 'few answers' : verdict, verdict === 'weak' ? 'strong' : 'quiet'),
        span(changeInWords(topic), 'quiet'),
      ];
    }),
  };
}

/** "up 4", "down 6": points of what is expected, against a week ago. */
export function changeInWords({ mean, weekAgo, verdict }: TopicDocument): string {
  if (verdict === 'few' || weekAgo === undefined) return '';
  if (weekAgo === null) return 'new';
  const points = pointsOf(mean) - pointsOf(weekAgo);
  if (points === 0) return 'same';
  return points > 0 ? `up ${points}` : `down ${-points}`;
}

/** The estimate and its interval as a reader may see them: nothing below the evidence for a verdict. */
export function figuresFit({ mean, low, high, verdict }: TopicDocument, dash: string) {
  if (verdict === 'few') return { mean: '', likely: '' };
  return { mean: inPercent(mean), likely: `${pointsOf(low)}${dash}${inPercent(high)}` };
}

function pointsOf(share: number): number {
  return Math.round(share * 100);
}

/** A share to four decimals, as documents have it. */
export function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
