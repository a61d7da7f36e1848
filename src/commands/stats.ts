// `quiz stats` and `quiz topics`: where you stand, weakest first.

import type { Bank } from '../bank/bank.ts';
import type { Topic } from '../core/items/item.ts';
import { once } from '../core/once.ts';
import { unpacked } from '../core/packed.ts';
import { safe } from '../core/text/safe.ts';
import { span, type Table } from '../core/text/styled.ts';
import { dueFigures } from '../learning/choosing/due.ts';
import type { Schedule } from '../learning/choosing/schedule.ts';
import type { Board } from '../learning/learner/board.ts';
import { nameOfDay } from '../learning/learner/day.ts';
import { blankAmong, seenAmong } from '../learning/learner/history.ts';
import { openChallenges } from '../learning/standing/challenges.ts';
import { itemFigures, leeches, misleading, suspectsAmong } from '../learning/standing/item-figures.ts';
import { weakTopics } from '../learning/standing/weakest.ts';
import { confusionDocument } from '../reports/confusions.ts';
import { questionsDocument } from '../reports/questions.ts';
import { prospectDocument } from '../reports/readiness.ts';
import { figuresFit, type TopicDocument } from '../reports/topics.ts';
import { learnerIn, recordsIn } from '../store/derived/derived.ts';
import type { Records } from '../store/derived/folding.ts';
import { commandLine } from '../system/command-line.ts';
import { windowSize } from '../system/output.ts';
import type { Context } from './context.ts';
import { fileName, topicsNamed } from './shared/values.ts';
import { dateAndTime, dayAt } from './shared/when.ts';
import { boardOf, measureOf } from './standing/aim.ts';
import {
  answersIn,
  confusionsOf,
  isAnyUnder,
  planOf,
  prospectOf,
  topicDocuments,
  topicsOverAWeek,
} from './standing/standing.ts';
import { statsScreen } from './standing/stats-screen.ts';

export async function stats(
  context: Context,
  name: string | undefined,
  { html }: { readonly html?: string } = {},
): Promise<void> {
  if (html !== undefined) fileName('--html', html);
  const bank = await context.bank();
  const records = await recordsIn(context.sessions, bank.id);
  const [root] = name === undefined ? [] : topicsNamed([name], bank.topics);
  await sayLeft(context, bank, records);
  const board = boardOf(bank, records.learner);
  const topics = topicsOverAWeek(bank, board).filter(({ id }) => isAnyUnder(root, [id]));
  const document = () => statsDocument(bank, board, records, { topics, root }, planOf(context, board));
  if (html !== undefined) {
    const { statsPage } = await import('../reports/html/stats-page.ts');
    const part = root === undefined ? undefined : (bank.topics.get(root) ?? root);
    const { pass, now } = measureOf(bank);
    const subject = { title: bank.title, part, pass, when: dateAndTime, today: dayAt(now), typed: commandLine };
    const { savePage } = await import('./shared/save-page.ts');
    await savePage(context, html, statsPage(document(), subject));
  } else if (context.globals.json) context.printJson(document());
  else if (context.globals.plain)
    await context.print([topicList(topics)]); // sentences and pictures are no records
  else await context.print((await statsScreen(context, { bank, board, records, topics, root }))(windowSize()));
}

/** Where there is nothing to show, of the bank or of a topic, there may be records of the same questions under another id. */
async function sayLeft(context: Context, bank: Bank, { learner, mocks }: Records): Promise<void> {
  const hasRecords = learner.answers > 0 || unpacked(mocks).length > 0;
  const left = hasRecords
    ? (await import('./standing/left-topics.ts')).leftTopics(bank, learner)
    : await (await import('./standing/left-records.ts')).leftRecords(context, bank);
  if (left !== undefined) context.say(safe(left));
}

function statsDocument(
  bank: Bank,
  board: Board,
  { learner, mocks }: Records,
  { topics, root }: { readonly topics: readonly TopicDocument[]; readonly root: Topic | undefined },
  { days, date, quota, today, aDay, minutesADay, wanted, room }: Schedule,
) {
  const now = Date.now();
  const prospect = prospectOf(bank, board);
  const inside = bank.facts.filter(({ topics: own }) => isAnyUnder(root, own));
  const inRoot = new Set(inside.map(({ id }) => id));
  const answered = { load: once(() => bank.load(Object.keys(learner.items))) }; // each is read once, for both that ask
  const figures = itemFigures(board, answered.load).filter(({ item }) => inRoot.has(item));
  const mixedUp = confusionsOf(answered, learner).filter(({ items }) => items.some((item) => inRoot.has(item)));
  return {
    schema: 1,
    asOf: new Date(now).toISOString(),
    answers: answersIn(root, learner),
    questionsSeen: seenAmong(inside, learner),
    questions: questionsDocument({
      total: inRoot.size,
      blank: blankAmong(inside, learner),
      check: suspectsAmong(figures),
      leeches: leeches(board).filter((id) => inRoot.has(id)),
      sureButWrong: misleading(board).filter((id) => inRoot.has(id)),
      challenged: openChallenges(learner, bank.load).filter(({ item }) => inRoot.has(item.id)),
      answered: figures,
    }),
    topics,
    weak: weakTopics(topics.map(({ id, verdict }) => ({ topic: id, verdict }))),
    confusions: mixedUp.map(confusionDocument),
    readiness: prospect ? prospectDocument(prospect) : null,
    mocks: unpacked(mocks),
    due: dueFigures(board, now, root === undefined ? undefined : (item) => inRoot.has(item)),
    plan: {
      days,
      isDateKnown: date === 'known',
      questionsADay: aDay,
      minutesADay,
      minutesWanted: wanted?.minutes ?? null,
      quota: quota ?? null,
      today,
      room,
    },
    activity: learner.days.map(([day, answers]) => ({ day: nameOfDay(day), answers })),
  };
}

export async function topics(context: Context): Promise<void> {
  const bank = await context.bank();
  const documents = topicDocuments(bank, boardOf(bank, await learnerIn(context.sessions, bank.id)));
  if (context.globals.json) context.printJson({ schema: 1, topics: documents });
  else if (context.globals.plain) await context.print([topicList(documents)]);
  else await context.print([topicList(documents, (await context.look()).glyphs.dash)]);
}

/** `dash`: between the ends of a range; in records the same for everybody. */
function topicList(documents: readonly TopicDocument[], dash = '-'): Table {
  return {
    columns: [
      { title: 'topic', align: 'left', whole: true },
      { title: 'answers', align: 'right' },
      { title: 'expect', align: 'right', optional: true },
      { title: 'likely', align: 'right', optional: true },
      { title: 'due', align: 'right', optional: true },
      { title: 'title', align: 'left', optional: true },
    ],
    rows: documents.map((document) => {
      const { id, title, answers, due } = document;
      const { mean, likely } = figuresFit(document, dash);
      return [
        span(id),
        span(String(answers)),
        span(mean),
        span(likely),
        span(due === 0 ? '' : String(due)),
        span(title),
      ];
    }),
  };
}
