// Why a question is asked, made only of numbers that took part in the choice.
import { isWithin, type Topic } from '../../core/items/item.ts';
import { count } from '../../core/text/wording.ts';
import { answeredAt, type Board, knownOn, strandsAt, topicAt } from '../learner/board.ts';
import { DAY_MS } from '../learner/day.ts';
import { isEdited, leftBlankAt } from '../learner/history.ts';
import { dueAt } from '../learner/memory.ts';
import { ofText } from '../learner/wordings.ts';
import { isWeak, type Verdict, verdictOn } from '../standing/standing.ts';
import type { Turn } from './next.ts';
import type { Aim } from './search.ts';

/** The facts behind a choice. */
export interface Reason {
  readonly rule: Turn['rule'];
  readonly topic: Topic;
  /** Answers in the topic. */
  readonly answers: number;
  readonly right: number;
  readonly verdict: Verdict;
  /** Where the question was answered before as it reads now. */
  readonly before?: Before;
  /** Whether it was seen only before it was edited. */
  readonly isEdited: boolean;
  /** Whether it was asked only beside the schedule so far. */
  readonly isCrammed: boolean;
  /** Whether it was left with hints and has no answer since: they are shown again. */
  readonly isHinted: boolean;
  /** Whole days since it was left blank in an exam, where nothing came after. */
  readonly blankFor?: number;
}

interface Before {
  readonly wasRight: boolean;
  readonly guessed: boolean;
  /** Whether a hint was given before the last answer. */
  readonly hinted: boolean;
  /** Whether the last answer was wrong and marked sure. */
  readonly misled: boolean;
  /** Whole days since then. */
  readonly daysAgo: number;
  /** Whole days since FSRS would have asked it again; undefined where that is still to come. */
  readonly dueFor?: number;
}

/** The reason for a choice. It has to be asked for before the choice is taken in. `pass` from 0 to 1. */
export function reasonFor(board: Board, aim: Aim, { index, rule }: Turn, pass: number): Reason {
  const { syllabus, learner } = board;
  const strand = mainStrand(board, index, aim.topics);
  const { topic = '' } = syllabus.strands[strand] ?? {};
  const { answers = 0, right = 0 } = topicAt(board, strand) ?? {};
  const before = beforeOf(board, aim, index);
  const question = syllabus.subjects.at(index) ?? { id: '', rev: '' };
  const { id } = question;
  const isCrammed = !before && ofText(learner.crammed[id], question) !== undefined;
  const blankAt = leftBlankAt(learner, question);
  return {
    rule,
    topic,
    answers,
    right,
    verdict: verdictOn(board, topic, pass),
    ...(before && { before }),
    isEdited: isEdited(learner, question),
    isCrammed,
    isHinted: ofText(learner.hinted[id], question) !== undefined,
    ...(blankAt !== undefined && { blankFor: daysSince(blankAt, aim) }),
  };
}

/** Of a question's topics the one that is least known; of those that were asked for, where it has one of them. */
export function mainStrand(board: Board, index: number, asked: readonly Topic[] = []): number {
  const known = knownOn(board);
  const all = strandsAt(board.syllabus, index);
  const isAsked = (strand: number) =>
    asked.some((topic) => isWithin(board.syllabus.strands[strand]?.topic ?? '', topic));
  const strands = all.some(isAsked) ? [...all].filter(isAsked) : all;
  let main = strands[0] ?? 0;
  for (const strand of strands) if ((known[strand] ?? 0) < (known[main] ?? 0)) main = strand;
  return main;
}

function beforeOf(board: Board, aim: Aim, index: number): Before | undefined {
  const item = answeredAt(board, index);
  if (!item) return undefined;
  const { wasRight, guessed, hinted, misled } = item;
  const overdue = aim.now - dueAt(item);
  const dueFor = overdue >= 0 && { dueFor: Math.floor(overdue / DAY_MS) };
  return { wasRight, guessed, hinted, misled, daysAgo: daysSince(item.at, aim), ...dueFor };
}

function daysSince(at: number, { now }: Aim): number {
  return Math.max(0, Math.floor((now - at) / DAY_MS));
}

/** What a drill was asked for, where that is a reason of its own. */
export type DrillWish = 'due' | 'weak' | 'flagged' | 'confused' | 'any';

/** "weak: Encryption modes, 2 of 7 right", "new: Firehose, 3 of 5 right so far", "missed 3 days ago: Firehose, 3 of 5 right". */
export function whyInWords(reason: Reason, titles: ReadonlyMap<Topic, string>, wish: DrillWish = 'any'): string {
  const { topic, answers, right, before, isEdited, isHinted, blankFor } = reason;
  const title = titleOf(topic, titles);
  const never = blankFor !== undefined || isHinted ? 'not answered yet' : 'not asked yet';
  const tally = answers === 0 ? never : `${right} of ${answers} right`;
  const cause = isEdited ? 'edited since you saw it' : (wishIn(reason, wish) ?? pastIn(reason));
  if (cause) return (before || isEdited) && answers === 0 ? `${cause}: ${title}` : `${cause}: ${title}, ${tally}`; // its topic was another one then
  if (isWeak(reason.verdict)) return `${reason.verdict}: ${title}, ${tally}`;
  return `new: ${title}, ${answers === 0 ? tally : `${tally} so far`}`;
}

/** What a topic is called in a reason. */
export function titleOf(topic: Topic, titles: ReadonlyMap<Topic, string>): string {
  return titles.get(topic) ?? (topic === '' ? 'all topics' : topic);
}

/** The wish that a question fulfils. Which concepts were mixed up is not said: it would give the answer away by half. */
function wishIn({ before, verdict }: Reason, wish: DrillWish): string | undefined {
  if (wish === 'due' && before?.dueFor !== undefined) return dueFor(before.dueFor);
  if (wish === 'flagged') return 'flagged';
  if (wish === 'confused') return 'on what you mixed up';
  if (wish === 'weak' && !before && verdict === 'few') return 'likeliest to be weak';
  return undefined;
}

function pastIn({ rule, before, isCrammed, isHinted, blankFor }: Reason): string | undefined {
  if (isHinted) return 'left with a hint';
  if (blankFor !== undefined) return `left blank in an exam ${ago(blankFor)}`;
  if (!before) return isCrammed ? 'only crammed so far' : undefined;
  const when = ago(before.daysAgo);
  if (!before.wasRight) return `missed ${when}${before.misled ? ', though you were sure' : ''}`;
  if (before.guessed) return `right ${when}, but you marked it a guess`;
  if (before.hinted) return `right ${when}, but with a hint`;
  return `${rule === 'review' ? 'right' : 'seen'} ${when}, to be sure`;
}

/** "3 days ago". */
export function ago(days: number): string {
  return days === 0 ? 'less than a day ago' : `${count(days, 'day')} ago`;
}

function dueFor(days: number): string {
  return days === 0 ? 'due now' : `due for ${count(days, 'day')}`;
}
