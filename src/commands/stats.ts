// `quiz stats` and `quiz topics`: where you stand, weakest first.
import type { Bank } from '../bank/bank.ts';
import { isWithin, type Topic } from '../core/item.ts';
import { blank, line, span } from '../core/text.ts';
import { topicBlocks, topicDocuments, weakTopics } from '../reports/topics.ts';
import { progressIn } from '../store/derived.ts';
import type { Context } from './context.ts';
import { topicsNamed } from './values.ts';

export async function stats(context: Context, name: string | undefined): Promise<number> {
  const bank = await context.bank();
  const progress = await progressIn(context.sessions, bank.id);
  const [root] = name === undefined ? [] : topicsNamed([name], bank.topics);
  const topics = standingsIn(bank, progress).filter(({ id }) => root === undefined || isWithin(id, root));
  const weak = weakTopics(topics);
  if (context.globals.json) {
    context.printJson({
      schema: 1,
      asOf: new Date().toISOString(),
      answers: progress.answers,
      questionsSeen: Object.keys(progress.items).length,
      questions: bank.facts.length,
      topics,
      weak,
      confusions: [],
      readiness: null,
      mocks: [],
      due: {},
    });
    return 0;
  }
  const { glyphs } = await context.look(process.stdout);
  const [weakest] = weak;
  await context.print([
    ...topicBlocks(topics, progress, { of: bank.facts.length }, glyphs),
    ...(weakest ? [blank, line('Next: ', span(`quiz drill ${weakest}`, 'strong'))] : []),
  ]);
  return 0;
}

export async function topics(context: Context): Promise<number> {
  const bank = await context.bank();
  const documents = standingsIn(bank, await progressIn(context.sessions, bank.id));
  if (context.globals.json) {
    context.printJson({ schema: 1, topics: documents });
    return 0;
  }
  const rows = documents.map(({ id, title, answers, mean, low, high }) => {
    const likely = `(${Math.round(low * 100)}-${Math.round(high * 100)})`;
    return [
      span(id),
      span(title),
      span(String(answers)),
      span(mean === null ? '-' : `${Math.round(mean * 100)}%`),
      span(answers === 0 ? '' : likely),
    ];
  });
  const columns = [
    { title: 'topic', align: 'left' },
    { title: 'title', align: 'left', optional: true },
    { title: 'answers', align: 'right' },
    { title: 'right', align: 'right' },
    { title: 'likely', align: 'right', optional: true },
  ] as const;
  await context.print([{ columns, rows }]);
  return 0;
}

export function standingsIn(bank: Bank, progress: Parameters<typeof topicDocuments>[0]) {
  const [exam] = bank.exams;
  return topicDocuments(progress, bank.topics, (exam?.pass ?? 72) / 100, (topic) => examShare(bank, topic));
}

/** A topic's share of the default exam: its part's weight, spread over the part's questions. */
function examShare({ exams: [exam], facts }: Bank, topic: Topic): number {
  const parts = exam?.parts ?? [];
  const inTopic = (within: Topic) => facts.filter(({ topics: [home] }) => isWithin(home, within)).length;
  if (parts.length === 0) return facts.length === 0 ? 0 : inTopic(topic) / facts.length;
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.reduce((sum, { weight, topics }) => {
    const all = topics.reduce((n, one) => n + inTopic(one), 0);
    const here = topics.reduce(
      (n, one) => n + (isWithin(topic, one) ? inTopic(topic) : isWithin(one, topic) ? inTopic(one) : 0),
      0,
    );
    return all === 0 ? sum : sum + (weight / total) * (here / all);
  }, 0);
}
