// `quiz stats` and `quiz topics`: where you stand, weakest first.
import type { Bank } from '../bank/bank.ts';
import type { Glyphs } from '../core/glyphs.ts';
import { isWithin, type Topic } from '../core/item.ts';
import { type Block, blank, line, span } from '../core/text.ts';
import type { Board } from '../learning/board.ts';
import { leeches, suspects } from '../learning/items.ts';
import type { Aim } from '../learning/next.ts';
import { dueBy, scheduleInWords, scheduleOf } from '../learning/schedule.ts';
import { weakTopics } from '../learning/standing.ts';
import { activityLines, dueLine, trendLine } from '../reports/activity.ts';
import { questionsDocument, suspectLines } from '../reports/questions.ts';
import { confusionDocument, confusionLines, prospectDocument, prospectLines } from '../reports/readiness.ts';
import { type TopicDocument, topicBlocks } from '../reports/topics.ts';
import { learnerIn, type Records, recordsIn } from '../store/derived.ts';
import type { Context } from './context.ts';
import { aimOf, boardOf, confusionsOf, prospectOf, topicDocuments } from './standing.ts';
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
    context.printJson(statsDocument(bank, board, records, topics, weak, aimOf(context, Date.now())));
    return 0;
  }
  await context.print(await screenful(context, bank, board, records, topics, weak[0]));
  return 0;
}

/** Everything where there is room; in a window the topics are cut and pictures left out until the rest fits, and that is said. */
async function screenful(
  context: Context,
  bank: Bank,
  board: Board,
  records: Records,
  topics: readonly TopicDocument[],
  weakest: Topic | undefined,
): Promise<Block[]> {
  const { glyphs, palette } = await context.look(process.stdout);
  const { heightOf } = await import('../terminal/layout.ts');
  const { isTTY, columns = 80, rows = 24 } = process.stdout;
  const answered = records.learner.answers > 0;
  const next = weakest ? [blank, line('Next: ', span(`quiz drill ${weakest}`, 'strong'))] : [];
  const pictures = answered ? picturesOf(records, board, columns, glyphs) : [];
  const whole = (shown: number, some: readonly Block[][], pairs: number) => [
    ...topicBlocks(topics, records.learner, { of: bank.facts.length, shown }, glyphs),
    ...(answered ? outlook(context, bank, board, records, glyphs, pairs) : []),
    ...some.flat(),
    ...next,
  ];
  if (!isTTY) return whole(topics.length, pictures, MOST_PAIRS);
  const fits = (blocks: Block[]) => heightOf(blocks, columns, palette) < rows;
  for (const [least, pairs] of [
    [LEAST_TOPICS, MOST_PAIRS],
    [LEAST_TOPICS, 1],
    [1, 0],
  ] as const) {
    for (let some = pictures.length; some >= 0; some--) {
      for (let shown = topics.length; shown >= least; shown--) {
        const blocks = whole(shown, pictures.slice(0, some), pairs);
        if (fits(blocks)) return blocks;
      }
    }
  }
  return whole(1, [], 0);
}

const MOST_PAIRS = 3;

/** With fewer topics than this in sight a picture goes first. */
const LEAST_TOPICS = 5;

/** In the order of their worth: the mocks, what is due, the map of activity. */
function picturesOf({ learner, mocks }: Records, board: Board, columns: number, glyphs: Glyphs): Block[][] {
  const now = Date.now();
  const weeks = columns < 60 ? 4 : 12;
  const due = { now: dueBy(board, now), tomorrow: dueBy(board, now + DAY_MS), week: dueBy(board, now + 7 * DAY_MS) };
  return [
    [dueLine(due)],
    ...(mocks.length > 0
      ? [
          trendLine(
            mocks.map(({ percent }) => percent),
            glyphs,
          ),
        ]
      : []),
    [blank, ...activityLines(learner.days, Math.floor(now / DAY_MS), weeks, glyphs)],
  ];
}

function statsDocument(
  bank: Bank,
  board: Board,
  { learner, mocks }: Records,
  topics: TopicDocument[],
  weak: string[],
  aim: Aim,
) {
  const { now } = aim;
  const prospect = prospectOf(bank, board);
  const { open, unseen, aDay, minutesADay, days } = scheduleOf(board, aim);
  return {
    schema: 1,
    asOf: new Date(now).toISOString(),
    answers: learner.answers,
    questionsSeen: Object.keys(learner.items).length,
    questions: questionsDocument(bank.facts.length, suspects(board), leeches(board)),
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
    plan: { days, questionsADay: aDay, minutesADay },
    activity: learner.days.map(([day, answers]) => ({
      day: new Date(day * DAY_MS).toISOString().slice(0, 10),
      answers,
    })),
  };
}

/** Readiness, the plan, what is mixed up. */
function outlook(
  context: Context,
  bank: Bank,
  board: Board,
  { learner }: Records,
  glyphs: Glyphs,
  pairs: number,
): Block[] {
  const prospect = prospectOf(bank, board);
  const thin = line(span('Not enough answers yet to say what a mock would give.', 'quiet'));
  return [
    blank,
    ...(prospect ? prospectLines(prospect, glyphs) : [thin]),
    line(span(`${scheduleInWords(scheduleOf(board, aimOf(context, Date.now())))}.`, 'quiet')),
    ...confusionLines(confusionsOf(bank, learner), pairs),
    ...suspectLines(suspects(board)),
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
