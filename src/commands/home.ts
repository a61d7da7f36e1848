// `quiz` alone: where you stand and one key to the next question. Without a terminal: status lines.
import type { Bank } from '../bank/bank.ts';
import type { Topic } from '../core/item.ts';
import { type Block, blank, count, type Line, labelled, line, sides, span } from '../core/text.ts';
import { type Learner, questionsSeen } from '../learning/learner.ts';
import { dueBy, examInWords, type Schedule, todayInWords } from '../learning/schedule.ts';
import type { Weakest } from '../learning/weakest.ts';
import type { TopicDocument } from '../reports/topics.ts';
import { learnerIn } from '../store/derived.ts';
import { footerKeys, rule } from '../terminal/layout.ts';
import { picker } from '../terminal/screens/picker.ts';
import { type App, openTerminal, run } from '../terminal/terminal.ts';
import { withKeys } from '../terminal/with-keys.ts';
import type { Context } from './context.ts';
import { openInWords, progressInWords } from './exam.ts';
import { type OpenExam, openExams, tidyDrills } from './open-sessions.ts';
import { boardOf, planOf, topicDocuments, weakestIn } from './standing.ts';
import { dayAndTime } from './when.ts';

type Wish = 'quit' | 'drill' | 'weakest' | 'exam' | 'resume' | 'topic' | 'missed' | 'stats';

export async function home(context: Context): Promise<number> {
  for (;;) {
    const bank = await context.bank();
    if (context.isInteractive) tidyDrills(context.sessions);
    const standing = await stand(context, bank);
    if (!context.isInteractive || context.isLinear) {
      await context.print(status(bank, standing));
      return 0;
    }
    const wish = await ask(context, bank, standing);
    if (wish === 'quit') return 0;
    const code = await fulfil(context, bank, wish, standing);
    if (wish === 'stats' || code !== 0) return code;
  }
}

interface Standing {
  readonly learner: Learner;
  readonly weakest: Weakling | undefined;
  readonly plan: Schedule;
  readonly due: number;
  readonly open: readonly OpenExam[];
  readonly missed: number;
}

/** The topic to name first, and on what ground. */
type Weakling = TopicDocument & Pick<Weakest, 'ground'>;

const NAMED_AS = { evidence: 'Weakest', thin: 'Likeliest to be weak', none: 'Least sure' } as const;

async function stand(context: Context, bank: Bank): Promise<Standing> {
  const learner = await learnerIn(context.sessions, bank.id);
  const board = boardOf(bank, learner);
  const { topics, ground } = weakestIn(bank, board);
  const first = topicDocuments(bank, board).find(({ id }) => id === topics[0]);
  const weakest = first && { ...first, ground };
  const missed = bank.facts.filter(({ id }) => learner.items[id]?.wasRight === false).length;
  const plan = planOf(context, board);
  return { learner, weakest, plan, due: dueBy(board, Date.now()), open: openExams(context.sessions, bank.id), missed };
}

function status(bank: Bank, { learner, weakest, open, missed, plan, due }: Standing): Line[] {
  const seen = questionsSeen(learner);
  return [
    line(`${bank.title}: ${count(bank.facts.length, 'question')}, ${count(bank.topics.size, 'topic')}`),
    line(`Answers: ${learner.answers}, ${seen} of ${count(bank.facts.length, 'question')} seen`),
    line(`Missed: ${count(missed, 'question')}; due: ${due}`),
    line(
      weakest
        ? `${NAMED_AS[weakest.ground]}: ${weakest.title}, ${weakest.right} of ${weakest.answers} right`
        : 'Weakest: no answers yet',
    ),
    ...planLines(plan),
    line(`Open exams: ${open.length === 0 ? 'none' : open.map(openInWords).join('; ')}`),
    line('Next: quiz drill, or quiz exam'),
  ];
}

async function ask(context: Context, bank: Bank, standing: Standing): Promise<Wish> {
  const { glyphs, palette } = await context.look(process.stdout);
  const terminal = openTerminal(palette);
  const entries = menu(bank, standing);
  const app = (done: (wish: Wish) => void): App => ({
    screen: (size) => ({
      header: [
        sides([span(bank.title, 'strong')], [span(count(bank.facts.length, 'question'), 'quiet')]),
        rule(size.columns, glyphs.rule),
      ],
      body: [...welcome(standing, bank), blank, ...entries.map(({ key, text, aside }) => entryLine(key, text, aside))],
      footer: [footerKeys('q quit  ? keys  the same from the shell: quiz drill, quiz exam, quiz --help')],
    }),
    press({ name }) {
      const entry = entries.find(({ key }) => key.toLowerCase() === name);
      if (entry) done(entry.wish);
      else if (name === 'q' || name === 'esc') done('quit');
    },
  });
  try {
    return await run<Wish>(terminal, (done) => withKeys(app(done), 'home', glyphs, terminal), 'quit');
  } finally {
    await terminal.close();
  }
}

/** The day's share and the exam day, where they are known. */
function planLines(plan: Schedule): Line[] {
  const parts = [examInWords(plan), plan.quota === undefined ? undefined : todayInWords(plan)];
  const told = parts.filter((part) => part !== undefined);
  return told.length > 0 ? [line(`Plan: ${told.join('. ')}`)] : [];
}

function welcome({ learner, plan, due }: Standing, bank: Bank): Block[] {
  if (learner.answers === 0) {
    return [
      line('Practise for an exam from your own notes. Every answer is explained with a quote from them.'),
      line('Nothing leaves this computer.'),
    ];
  }
  return [
    line(
      `${count(learner.answers, 'answer')} so far, ${questionsSeen(learner)} of ${count(bank.facts.length, 'question')} seen${due > 0 ? `, ${due} due` : ''}.`,
    ),
    ...planLines(plan),
  ];
}

/** The exam last worked on that no other terminal has open. */
function resumable(open: readonly OpenExam[]): OpenExam | undefined {
  return open.find(({ isRunning }) => !isRunning);
}

interface Entry {
  readonly key: string;
  readonly wish: Wish;
  readonly text: string;
  readonly aside: string;
}

function menu(bank: Bank, { learner, weakest, open, missed }: Standing): Entry[] {
  const latest = resumable(open);
  const [exam] = bank.exams;
  const first = learner.answers === 0;
  return [
    {
      key: 'Enter',
      wish: 'drill',
      text: first ? 'Your first question' : 'Practise what helps most',
      aside: first ? '5 questions, about 5 min' : '10 questions, about 10 min',
    },
    ...(latest
      ? [
          {
            key: 'r',
            wish: 'resume' as const,
            text: `Resume the exam of ${dayAndTime(latest.startedAt)}`,
            aside: progressInWords(latest),
          },
        ]
      : []),
    ...(weakest
      ? [
          {
            key: 'w',
            wish: 'weakest' as const,
            text: `${NAMED_AS[weakest.ground]}: ${weakest.title}`,
            aside: `${weakest.right} of ${weakest.answers} right`,
          },
        ]
      : []),
    ...(exam
      ? [
          {
            key: 'e',
            wish: 'exam' as const,
            text: exam.title,
            aside: `${count(exam.questions, 'question')}, ${exam.minutes} min`,
          },
        ]
      : []),
    { key: 't', wish: 'topic', text: 'Pick a topic', aside: count(bank.topics.size, 'topic') },
    ...(missed > 0 ? [{ key: 'm', wish: 'missed' as const, text: 'Missed questions', aside: String(missed) }] : []),
    { key: 's', wish: 'stats', text: 'Where you stand', aside: '' },
  ];
}

function entryLine(key: string, text: string, aside: string): Line {
  return { ...labelled([span(key.padStart(5), 'strong'), '  '], text), right: [span(aside, 'quiet')] };
}

/** Lets the learner pick a topic from the tree. Undefined where they think better of it. */
async function pickTopic(context: Context, bank: Bank, learner: Learner): Promise<Topic | undefined> {
  const { glyphs, palette } = await context.look(process.stdout);
  const standing = new Map(topicDocuments(bank, boardOf(bank, learner)).map((topic) => [topic.id, topic]));
  const entries = [...bank.topics].map(([value, text]) => {
    const { right = 0, answers = 0 } = standing.get(value) ?? {};
    const aside = answers === 0 ? 'not asked yet' : `${right} of ${answers} right`;
    return { value, text, depth: value.split('/').length - 1, aside };
  });
  const terminal = openTerminal(palette);
  const app = (done: (topic: Topic | undefined) => void) =>
    withKeys(picker('Which topic?', entries, glyphs, terminal, done), 'picker', glyphs, terminal);
  try {
    return await run<Topic | undefined>(terminal, app, undefined);
  } finally {
    await terminal.close();
  }
}

async function fulfil(
  context: Context,
  bank: Bank,
  wish: Exclude<Wish, 'quit'>,
  { weakest, learner, open }: Standing,
): Promise<number> {
  const { drill } = await import('./drill.ts');
  switch (wish) {
    case 'drill':
      return drill(context, [], learner.answers === 0 ? { questions: '5' } : {});
    case 'weakest':
      return drill(context, weakest ? [weakest.id] : [], {});
    case 'missed':
      return drill(context, [], { missed: true });
    case 'exam':
      return (await import('./exam.ts')).exam(context, undefined, {});
    case 'resume':
      return (await import('./exam.ts')).exam(context, undefined, { resume: resumable(open)?.session ?? true });
    case 'stats':
      return (await import('./stats.ts')).stats(context, undefined);
    case 'topic': {
      const topic = await pickTopic(context, bank, learner);
      return topic === undefined ? 0 : drill(context, [topic], {});
    }
    default:
      return wish satisfies never;
  }
}
