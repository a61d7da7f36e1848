// Where a learner stands, topic by topic: the table of `quiz stats` and `quiz topics`, and its document.
import type { Glyphs } from '../core/glyphs.ts';
import { isWithin, type Topic } from '../core/item.ts';
import { type Block, blank, count, line, span, type Table } from '../core/text.ts';
import { type Progress, type Standing, standings } from '../learning/progress.ts';

export type Verdict = 'weak' | 'probably weak' | 'unclear' | 'strong' | 'few';

export interface TopicDocument {
  readonly id: Topic;
  readonly title: string;
  readonly answers: number;
  readonly right: number;
  readonly mean: number | null;
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
  readonly due: number;
  readonly examShare: number;
}

/** Fewer answers than this say nothing about a topic. */
const EVIDENCE = 4;

/** Weak where even the interval's upper end misses the pass mark, strong where its lower end reaches it. */
function verdictOf({ of, right, low, high }: Standing, pass: number): Verdict {
  if (of < EVIDENCE) return 'few';
  if (high < pass) return 'weak';
  if (low >= pass) return 'strong';
  return right / of < pass ? 'probably weak' : 'unclear';
}

export function topicDocuments(
  progress: Progress,
  titles: ReadonlyMap<Topic, string>,
  pass: number,
  shareOf: (topic: Topic) => number,
): TopicDocument[] {
  return standings(progress, titles.keys()).map((standing) => {
    const { topic: id, right, of, low, high } = standing;
    const mean = of === 0 ? null : round(right / of);
    const verdict = verdictOf(standing, pass);
    return {
      id,
      title: titles.get(id) ?? id,
      answers: of,
      right,
      mean,
      low: round(low),
      high: round(high),
      verdict,
      due: 0,
      examShare: round(shareOf(id)),
    };
  });
}

/** Weak and probably weak topics, the most specific first: a parent never stands above its weak child. */
export function weakTopics(topics: readonly TopicDocument[]): Topic[] {
  const weak = topics.filter(({ verdict }) => verdict === 'weak' || verdict === 'probably weak').map(({ id }) => id);
  const depth = (topic: Topic) => topic.split('/').length;
  return weak.toSorted((a, b) => (isWithin(a, b) || isWithin(b, a) ? depth(b) - depth(a) : 0));
}

export function topicBlocks(
  topics: readonly TopicDocument[],
  progress: Progress,
  seen: { readonly of: number },
  glyphs: Glyphs,
): Block[] {
  const asked = topics.filter(({ answers }) => answers > 0);
  const unasked = topics.length - asked.length;
  if (asked.length === 0) {
    return [line('No answers yet.'), blank, line('Start with: quiz drill')];
  }
  const questions = Object.keys(progress.items).length;
  return [
    line(span(count(progress.answers, 'answer'), 'strong'), `   ${questions} of ${seen.of} questions seen`),
    blank,
    topicTable(asked, glyphs),
    ...(unasked > 0 ? [blank, line(span(`${count(unasked, 'topic')} not asked yet.`, 'quiet'))] : []),
  ];
}

function topicTable(topics: readonly TopicDocument[], glyphs: Glyphs): Table {
  return {
    columns: [
      { title: 'Weakest first', align: 'left' },
      { title: 'right', align: 'right' },
      { title: 'likely', align: 'right' },
      { title: 'answers', align: 'right' },
      { title: '', align: 'left', optional: true },
    ],
    rows: topics.map(({ title, mean, low, high, answers, right, verdict }) => [
      span(title, verdict === 'weak' ? 'strong' : 'plain'),
      span(verdict === 'few' ? `${right}/${answers}` : `${percentOf(mean ?? 0)} %`),
      span(`${percentOf(low)}${glyphs.dash}${percentOf(high)} %`),
      span(String(answers)),
      span(verdict === 'few' ? 'few answers' : verdict, verdict === 'weak' ? 'strong' : 'quiet'),
    ]),
  };
}

function percentOf(share: number): number {
  return Math.round(share * 100);
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
