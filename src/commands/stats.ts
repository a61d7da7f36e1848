// `quiz stats` and `quiz topics`: where you stand, weakest first.
import type { Bank } from '../bank/bank.ts';
import { isWithin } from '../core/item.ts';
import { type Block, blank, line, span } from '../core/text.ts';
import type { Board } from '../learning/board.ts';
import { dueBy, scheduleInWords, scheduleOf } from '../learning/schedule.ts';
import { weakTopics } from '../learning/standing.ts';
import { confusionDocument, confusionLines, prospectDocument, prospectLines } from '../reports/readiness.ts';
import { type TopicDocument, topicBlocks } from '../reports/topics.ts';
import { learnerIn, type Records, recordsIn } from '../store/derived.ts';
import type { Context } from './context.ts';
import { boardOf, confusionsOf, prospectOf, topicDocuments } from './standing.ts';
import { topicsNamed } from './values.ts';

const DAY_MS = 86_400_000;

export async function stats(context: Context, name: string | undefined): Promise<number> {
  const bank = await context.bank();
  const records = await recordsIn(context.sessions, bank.id);
  const [root] = name === undefined ? [] : topicsNamed([name], bank.topics);
  const board = boardOf(bank, records.learner);
  const topics = topicDocuments(bank, board).filter(({ id }) => root === undefined || isWithin(id, root));
  const weak = weakTopics(topics.map(({ id, verdict }) => ({ topic: id, verdict })));
  if (context.globals.json) {
    context.printJson(statsDocument(bank, board, records, topics, weak));
    return 0;
  }
  const { glyphs } = await context.look(process.stdout);
  await context.print([
    ...topicBlocks(topics, records.learner, { of: bank.facts.length }, glyphs),
    ...(records.learner.answers > 0 ? outlook(bank, board, records) : []),
    ...(weak[0] ? [blank, line('Next: ', span(`quiz drill ${weak[0]}`, 'strong'))] : []),
  ]);
  return 0;
}

function statsDocument(bank: Bank, board: Board, { learner, mocks }: Records, topics: TopicDocument[], weak: string[]) {
  const now = Date.now();
  const prospect = prospectOf(bank, board);
  const { open, unseen, aDay, minutesADay } = scheduleOf(board, { now, seed: '' });
  return {
    schema: 1,
    asOf: new Date(now).toISOString(),
    answers: learner.answers,
    questionsSeen: Object.keys(learner.items).length,
    questions: bank.facts.length,
    topics,
    weak,
    confusions: confusionsOf(bank, learner).map(confusionDocument),
    readiness: prospect ? prospectDocument(prospect) : null,
    mocks,
    due: {
      now: dueBy(board, now),
      tomorrow: dueBy(board, now + DAY_MS),
      week: dueBy(board, now + 7 * DAY_MS),
      open,
      unseen,
    },
    plan: { questionsADay: aDay, minutesADay },
  };
}

/** Readiness, the plan, what is mixed up. */
function outlook(bank: Bank, board: Board, { learner }: Records): Block[] {
  const prospect = prospectOf(bank, board);
  const confusions = confusionLines(confusionsOf(bank, learner));
  return [
    blank,
    ...(prospect
      ? prospectLines(prospect)
      : [line(span('Not enough answers yet to say what a mock would give.', 'quiet'))]),
    line(span(`${scheduleInWords(scheduleOf(board, { now: Date.now(), seed: '' }))}.`, 'quiet')),
    ...(confusions.length > 0 ? [blank, ...confusions] : []),
  ];
}

export async function topics(context: Context): Promise<number> {
  const bank = await context.bank();
  const documents = topicDocuments(bank, boardOf(bank, await learnerIn(context.sessions, bank.id)));
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
