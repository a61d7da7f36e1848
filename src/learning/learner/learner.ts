// Everything that is known of a learner in one bank, as plain data: a fold over attempts in the order they were graded.
// Nothing is ever taken back out: undoing, editing and merging are a new fold over the journals.
import type { ItemId } from '../../core/items/item.ts';
import type { Attempt, Lesson, Traces } from './attempts.ts';
import { dayOf, MINUTE_MS } from './day.ts';
import { type Habits, newHabits, noteMark, sharesOf } from './habits.ts';
import { isUnread } from './history.ts';
import { type Blank, type Crammed, type ItemState, isLate, isOpen, itemAfter } from './item-state.ts';
import { type Flag, flagAfter, type Given, noteChallenge, noteFlag, noteHints, type Said, settle } from './left.ts';
import { knowledge, knownFrom, levelOf, observe, probabilityRight, teach } from './mastery.ts';
import { afterReading, type Memory, readAlone, recallAt, remember } from './memory.ts';
import { noteMorning, onMorningOf } from './mornings.ts';
import { beginDay, countDay, type Totals } from './practice-days.ts';
import { countIn, type TopicState, touchedBy } from './topic-state.ts';
import { ofText, withText } from './wordings.ts';

/** All that is known of one person in one bank. Mutable: a fold over a million answers must not copy it each time. */
export interface Learner {
  answers: number;
  /** As in the totals. */
  spent: number;
  /** By topic path; the root is "", a blueprint's domain "@" and its name. */
  topics: Record<string, TopicState>;
  items: Record<ItemId, ItemState>;
  crammed: Record<ItemId, Crammed>;
  /** Questions that an exam left blank, until they are answered: they say nothing of what is known, and they are missed. */
  blank: Record<ItemId, Blank>;
  /** Questions that are flagged, or whose flag was taken off without an answer, and when; until they are answered on schedule. */
  flagged: Record<ItemId, Flag>;
  /** Hints that were given for questions and had no answer; until there is one. */
  hinted: Record<ItemId, Given>;
  /** What was said to be wrong with questions, and that it was taken back. */
  challenges: Record<ItemId, Said>;
  habits: Habits;
  /** The questions answered last, oldest first, for not asking them again at once. */
  latest: ItemId[];
  /** The last days with answers, oldest first: the learner's days since 1970, and how many answers. */
  days: [day: number, answers: number][];
  /** The last day with answers: what was counted before its first one, and how many questions it settled, less those it opened again. */
  lastDay: Totals & { day: number; settled: number };
  /** The longest pause that answers since have not made good yet: its days, and how many answers there were when it ended. */
  pause: { days: number; answers: number };
}

/** How many of the last questions are not asked again (docs/learning.md, "The next question"). */
export const LATEST = 15;
/** Shares of what a first explanation teaches (docs/learning.md, "Mastery"): one of a repeated question, one that is read after the exam. */
const REPEATED = 1 / 3;
const READ_LATER = 1 / 2;
/** A question that was asked before is known with this part of what its topic promises of a new one, at least (docs/learning.md, "Memory"). */
const KNOWN_THOUGH_FORGOTTEN = 0.5;
/** What is longer on one question was a pause, and counts as so much (docs/learning.md, "The plan"). */
const LONGEST_ANSWER_MS = 10 * MINUTE_MS;

/** Somebody of whom nothing is known yet. */
export function newLearner(): Learner {
  return revived({
    answers: 0,
    spent: 0,
    topics: {},
    items: {},
    crammed: {},
    blank: {},
    flagged: {},
    hinted: {},
    challenges: {},
    habits: newHabits(),
    latest: [],
    days: [],
    lastDay: { day: 0, answers: 0, right: 0, spent: 0, settled: 0 },
    pause: { days: 0, answers: 0 },
  });
}

/** A learner read back from JSON, whose records it takes over: they inherit nothing, so that names such as "constructor" stay names. */
export function revived(learner: Learner): Learner {
  const { topics, items, crammed, blank, flagged, hinted, challenges } = learner;
  for (const own of [topics, items, crammed, blank, flagged, hinted, challenges]) Object.setPrototypeOf(own, null);
  return { ...learner };
}

/** One thing that a journal says of the learner: when it was, milliseconds since 1970 UTC, and how it is taken in, which changes the learner. */
export interface Step {
  readonly at: number;
  readonly takeIn: (learner: Learner) => void;
}

/** All that a session's journal says, in the order of its times; of one moment the answers come first. */
export function stepsOf({ attempts, flagged, hinted, challenges, lessons }: Traces): Step[] {
  return [
    ...stepsWith(learn, attempts),
    ...stepsWith(noteFlag, flagged),
    ...stepsWith(noteHints, hinted),
    ...stepsWith(noteChallenge, challenges),
    ...stepsWith(study, lessons),
  ].sort((a, b) => a.at - b.at);
}

function stepsWith<T extends { readonly at: number }>(
  take: (learner: Learner, one: T) => void,
  all: readonly T[],
): Step[] {
  return all.map((one) => ({ at: one.at, takeIn: (learner) => take(learner, one) }));
}

/** Takes in one attempt. Changes the given learner, because a history may hold a million of them. */
export function learn(learner: Learner, attempt: Attempt): void {
  const wasWaiting = isWaiting(learner, attempt);
  if (attempt.response === null) noteBlank(learner, attempt);
  else takeIn(learner, attempt);
  if (dayOf(attempt.at, attempt.offset) === learner.lastDay.day)
    learner.lastDay.settled += Number(wasWaiting) - Number(isWaiting(learner, attempt));
}

/** Whether a question is new, open or left blank. */
function isWaiting({ items, blank }: Learner, attempt: Attempt): boolean {
  const state = ofText(items[attempt.item], attempt);
  return state === undefined || isOpen(state) || ofText(blank[attempt.item], attempt) !== undefined;
}

/** A question that was left blank says nothing of what is known. That its explanation was read before stays. */
function noteBlank({ blank }: Learner, { item, rev, at }: Attempt): void {
  const known = blank[item];
  blank[item] = withText(known, { ...ofText(known, { rev }), rev, at });
}

/** All but the full score is wrong. */
function takeIn(learner: Learner, attempt: Attempt): void {
  const { item, at, chance, confidence } = attempt;
  const right = attempt.score === 1;
  const { before, beside, lastMemory, recall, isUntaught } = pastOf(learner, attempt);
  const touched = touchedBy(learner, attempt);
  const day = dayOf(at, attempt.offset);
  if (day > learner.lastDay.day) beginDay(learner, day);
  for (const node of touched.nodes) noteMorning(node, day);
  const level = levelOf(touched.nodes, touched.shares);
  const isRepeat = recall !== undefined;
  const known = knowledge(level);
  const explained = attempt.mode === 'drill';
  const knew = recall === undefined ? known : Math.max(recall, KNOWN_THOUGH_FORGOTTEN * known);
  const hinted = attempt.hints !== undefined;
  const answer = { right, chance, confidence, known: knew, explained, hinted, at };
  const memory = remember(lastMemory, answer);
  const likely = probabilityRight(level, { chance, recall, isUntaught });
  const marked = confidence && sharesOf(learner.habits, confidence);
  const evidence = { right, chance, marked, recall, isUntaught };
  observe(touched.nodes, touched.shares, evidence);
  if (confidence && !isRepeat) noteMark(learner.habits, confidence, knownFrom(level, evidence));
  const amount = explained ? (isRepeat ? REPEATED : 1) / touched.leaves.length : 0;
  for (const { topic, parent } of touched.leaves) teach(topic, parent, level, amount);
  countIn(touched, at, right, !isRepeat);
  settle(learner.hinted, attempt);
  if (attempt.cram) {
    if (!isLate(attempt, beside))
      learner.crammed[item] = withText(learner.crammed[item], { ...memory, rev: attempt.rev });
  } else {
    learner.items[item] = withText(learner.items[item], itemAfter(before, attempt, memory, { right, likely }));
    settle(learner.blank, attempt);
    flagAfter(learner, attempt);
  }
  countDay(learner, day);
  learner.answers++;
  learner.spent += Math.min(attempt.spent, LONGEST_ANSWER_MS);
  countLatest(learner.latest, item);
}

/** What is known of a question, as it reads now, before an answer to it. */
function pastOf({ items, crammed, blank }: Learner, attempt: Attempt) {
  const before = ofText(items[attempt.item], attempt);
  const beside = ofText(crammed[attempt.item], attempt);
  const left = ofText(blank[attempt.item], attempt);
  return {
    before,
    beside,
    /** The memory that the answer changes. */
    lastMemory: attempt.cram ? (beside ?? before) : before,
    recall: stillKnown([before, beside, left?.read], attempt.at),
    isUntaught: before?.unread === true,
  };
}

/** Probability that a question is known still by one of its memories; undefined on a first try. */
function stillKnown(memories: readonly (Memory | undefined)[], at: number): number | undefined {
  const known = memories.filter((memory) => memory !== undefined);
  return known.length === 0 ? undefined : Math.max(...known.map((memory) => recallAt(memory, at)));
}

/**
 * Takes in that the explanation of a question was read after an exam: half of what an explained first answer teaches, and once only.
 * Nothing where there is nothing unread.
 */
export function study(learner: Learner, lesson: Lesson): void {
  if (!isUnread(learner, lesson)) return;
  const { nodes, shares, leaves } = touchedBy(learner, lesson);
  const day = dayOf(lesson.at, lesson.offset);
  for (const node of nodes) noteMorning(node, day);
  const level = levelOf(nodes, shares);
  for (const { topic, parent } of leaves) teach(topic, parent, level, READ_LATER / leaves.length);
  const item = ofText(learner.items[lesson.item], lesson);
  const blank = ofText(learner.blank[lesson.item], lesson);
  if (item) Object.assign(item, { learned: afterReading(item.learned), unread: false });
  else if (blank)
    learner.blank[lesson.item] = withText(learner.blank[lesson.item], { ...blank, read: readAlone(lesson.at) });
}

function countLatest(latest: ItemId[], item: ItemId): void {
  const place = latest.indexOf(item);
  if (place >= 0) latest.splice(place, 1);
  latest.push(item);
  if (latest.length > LATEST) latest.shift();
}

/** What was believed of the topics on the morning of a day, and nothing about questions. */
export function beliefsOn({ topics }: Learner, day: number): Learner {
  const then = Object.entries(topics).map(([name, state]) => [name, onMorningOf(state, day)]);
  return revived({ ...newLearner(), topics: Object.fromEntries(then) });
}
