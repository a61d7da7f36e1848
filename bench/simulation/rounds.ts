// Round after round over one bank by people who learn nothing beside it: what is expected of them, less what unseen questions would give.
import { catalogueOf } from '../../src/core/items/catalogue.ts';
import { random } from '../../src/core/random.ts';
import { boardFor } from '../../src/learning/learner/board.ts';
import { DAY_MS, MINUTE_MS } from '../../src/learning/learner/day.ts';
import { type Learner, learn, newLearner } from '../../src/learning/learner/learner.ts';
import { syllabusOf, weightsOf } from '../../src/learning/learner/syllabus.ts';
import { estimate } from '../../src/learning/standing/readiness.ts';
import { average } from './measures.ts';
import { fixed, print } from './print.ts';
import { normal } from './world.ts';

const QUESTIONS = 365;
const TOPICS = 20;
const DAYS = 75;
/** The estimate is looked at on these days. */
const CHECKPOINTS = [0, 15, 30, 45, 60, 74];
const CHANCE = 0.25;
const KNOWING = 0.93;
/** How far topics and questions lie from one another, logits. */
const TOPIC_DEVIATION = 0.7;
const ITEM_DEVIATION = 1.2;
/** Share of unknown questions that an explanation teaches. */
const TAUGHT = 0.7;

/** A mock of 65 every third day and nothing explained, or 20 explained questions a day. */
interface Habit {
  readonly name: string;
  readonly mode: 'exam' | 'drill';
  /** Mean life of what an explanation taught, in days; each right answer doubles it. */
  readonly lasts: number;
}

const HABITS: readonly Habit[] = [
  { name: 'mocks, unexplained', mode: 'exam', lasts: 1 },
  { name: 'drills, 5 days', mode: 'drill', lasts: 5 },
  { name: 'drills, 15 days', mode: 'drill', lasts: 15 },
  { name: 'drills, 60 days', mode: 'drill', lasts: 60 },
];

interface Question {
  readonly id: string;
  readonly topic: string;
  readonly known: boolean;
  learned: boolean;
  doublings: number;
  seenAt: number;
}

export function printRounds(learners: number, seed: string): void {
  print(
    `\nRounds over ${QUESTIONS} questions, ${learners} learners, seed ${seed}: error of the expected share on days ${CHECKPOINTS.join(', ')}, and its root mean square`,
  );
  for (const habit of HABITS) {
    const lives = Array.from({ length: learners }, (_, number) => errorsOf(habit, `${seed}/rounds ${number}`));
    const cells = CHECKPOINTS.map((_, place) => {
      const errors = lives.map((life) => life[place] ?? 0);
      return `${fixed(average(errors), 3)} (${fixed(Math.sqrt(average(errors.map((error) => error ** 2))), 3)})`;
    });
    print(`${habit.name.padEnd(20)} ${cells.join('  ')}`);
  }
}

function errorsOf({ mode, lasts }: Habit, seed: string): number[] {
  const next = random(seed);
  const { questions, promised } = worldOf(next);
  const subjects = questions.map(({ id, topic }) => ({ id, rev: 'r', chance: CHANCE, topics: [topic] }));
  const syllabus = syllabusOf(catalogueOf(subjects), weightsOf(undefined));
  const learner = newLearner();
  const errors: number[] = [];
  let asked = 0;
  for (let day = 0; day < DAYS; day++) {
    const count = mode === 'drill' ? 20 : day % 3 === 0 ? 65 : 0;
    for (let turn = 0; turn < count; turn++, asked++) {
      const place = mode === 'drill' ? asked % QUESTIONS : Math.floor(next() * QUESTIONS);
      answer(learner, questions[place] as Question, { mode, lasts, at: day * DAY_MS + turn * MINUTE_MS, next });
    }
    if (CHECKPOINTS.includes(day))
      errors.push(estimate(boardFor(syllabus, learner), { pass: 0.72, questions: 65 }, 0).score - promised);
  }
  return errors;
}

function answer(
  learner: Learner,
  question: Question,
  { mode, lasts, at, next }: Pick<Habit, 'mode' | 'lasts'> & { readonly at: number; readonly next: () => number },
): void {
  const age = (at - question.seenAt) / DAY_MS;
  const isKept = question.learned && next() < Math.exp(-age / (lasts * 2 ** question.doublings));
  const knows = question.known || isKept;
  const right = next() < (knows ? KNOWING : CHANCE);
  const { id: item, topic } = question;
  const given = { response: [right ? 'a' : 'b'], score: right ? 1 : 0, spent: 20_000, chance: CHANCE, flagged: false };
  learn(learner, { session: 's', mode, at, item, rev: 'r', topics: [topic], ...given });
  if (mode === 'exam') return;
  if (next() < TAUGHT) question.learned = true;
  question.doublings = knows && right ? question.doublings + 1 : 0;
  question.seenAt = at;
}

/** Somebody with a bank: which questions they know, and the share right that others of the same topics would give. */
function worldOf(next: () => number): { questions: Question[]; promised: number } {
  const known = (level: number) => next() < 1 / (1 + Math.exp(ITEM_DEVIATION * normal(next) - level));
  const root = 0.2 + 0.8 * normal(next);
  const levels = Array.from({ length: TOPICS }, () => root + TOPIC_DEVIATION * normal(next));
  const questions = Array.from({ length: QUESTIONS }, (_, index) => {
    const place = index % TOPICS;
    const isKnown = known(levels[place] ?? 0);
    return {
      id: `q${index}`,
      topic: `area-${place % 4}/topic-${place}`,
      known: isKnown,
      learned: false,
      doublings: 0,
      seenAt: 0,
    };
  });
  const others = levels.flatMap((level) => Array.from({ length: 500 }, () => (known(level) ? KNOWING : CHANCE)));
  return { questions, promised: average(others) };
}
