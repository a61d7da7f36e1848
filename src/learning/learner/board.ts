// A learner laid out over a syllabus in flat arrays: what choosing the next question reads. Kept up to date answer by answer.
import type { Attempt } from './attempts.ts';
import { type ItemState, isOpen } from './item-state.ts';
import { type Learner, learn } from './learner.ts';
import { knowledge, type Level, pathTo, priorOf } from './mastery.ts';
import { dueAt, recallAt } from './memory.ts';
import type { Stratum, Syllabus } from './syllabus.ts';
import { recentIn, type TopicState } from './topic-state.ts';
import { ofText } from './wordings.ts';

/** A learner laid out over a syllabus. Arrays go by the places of nodes, strands and questions there. */
export interface Board {
  readonly syllabus: Syllabus;
  readonly learner: Learner;
  /** Beliefs of the syllabus' nodes, logits. */
  readonly nodeMean: Float64Array;
  readonly nodeVariance: Float64Array;
  /** For each strand: probability that a new question is known (ask `knownOn`); first tries; answers of late, as of `recentAt`. */
  readonly known: Float64Array;
  readonly asked: Float64Array;
  readonly recent: Float64Array;
  readonly recentAt: Float64Array;
  /** Questions that were seen, perhaps in another wording. */
  readonly seen: Set<number>;
  /** For each question: UNSEEN, DONE or OPEN (waits for another look); and when it was last answered or left blank. */
  readonly status: Uint8Array;
  readonly seenAt: Float64Array;
  /** How often each question was answered in its present wording. */
  readonly answers: Uint32Array;
  /** For each seen question: probability that it will be known at `recallTime`; NaN: not worked out yet. */
  readonly recall: Float64Array;
  recallTime: number;
  /** Whether `known` is older than the beliefs. */
  isStale: boolean;
  /** How many questions are OPEN and UNSEEN. */
  open: number;
  unseen: number;
}

export const UNSEEN = 0;
const DONE = 1;
export const OPEN = 2;

/** Lays out all that is known. */
export function boardFor(syllabus: Syllabus, learner: Learner): Board {
  const { nodes, strands, subjects } = syllabus;
  const board: Board = {
    syllabus,
    learner,
    nodeMean: new Float64Array(nodes.length),
    nodeVariance: new Float64Array(nodes.length),
    known: new Float64Array(strands.length),
    asked: new Float64Array(strands.length),
    recent: new Float64Array(strands.length),
    recentAt: new Float64Array(strands.length),
    seen: new Set(),
    status: new Uint8Array(subjects.length),
    seenAt: new Float64Array(subjects.length),
    answers: new Uint32Array(subjects.length),
    recall: new Float64Array(subjects.length).fill(Number.NaN),
    recallTime: 0,
    isStale: true,
    open: 0,
    unseen: subjects.length,
  };
  for (const node of nodes.keys()) readNode(board, node);
  for (const strand of strands.keys()) readStrand(board, strand);
  for (const id of [...Object.keys(learner.items), ...Object.keys(learner.blank)]) {
    const index = syllabus.indexOf.get(id);
    if (index !== undefined) readItem(board, index); // the others are as they were made: unseen
  }
  return board;
}

/** Takes in an attempt: the learner learns, and the board shows it. */
export function record(board: Board, attempt: Attempt): void {
  learn(board.learner, attempt);
  const { syllabus } = board;
  const index = syllabus.indexOf.get(attempt.item);
  for (const topic of attempt.topics.length > 0 ? attempt.topics : ['']) {
    for (const name of pathTo(topic, attempt.domain)) {
      const node = syllabus.nodeOf.get(name);
      if (node !== undefined) readNode(board, node);
    }
  }
  if (index !== undefined) {
    for (const strand of strandsAt(syllabus, index)) readStrand(board, strand);
    readItem(board, index);
  }
  board.isStale = true;
}

/** The strands of a question. */
export function strandsAt(syllabus: Syllabus, index: number): Int32Array {
  return stratumAt(syllabus, index).strands;
}

/** The stratum of a question, which must be one of the syllabus. */
export function stratumAt({ strata, stratumOf }: Syllabus, index: number): Stratum {
  return strata[stratumOf[index] ?? 0] as Stratum;
}

/** What is known of a strand's topic, where anything is. */
export function topicAt({ syllabus, learner }: Board, strand: number): TopicState | undefined {
  return learner.topics[syllabus.nodes[syllabus.strands[strand]?.path.at(-1) ?? -1] ?? ''];
}

/** What is believed of a strand. */
export function levelAt({ syllabus, nodeMean, nodeVariance }: Board, strand: number): Level {
  let mean = 0;
  let variance = 0;
  const path = syllabus.strands[strand]?.path;
  for (let place = 0; place < (path?.length ?? 0); place++) {
    const node = path?.[place] ?? 0;
    mean += nodeMean[node] ?? 0;
    variance += nodeVariance[node] ?? 0;
  }
  return { mean, variance };
}

/** What is known of a question that was answered in its present wording: of an older one no memory says anything about it. */
export function answeredAt({ syllabus, learner }: Board, index: number): ItemState | undefined {
  const subject = syllabus.subjects.at(index);
  return subject && ofText(learner.items[subject.id], subject);
}

/** Places of the questions that FSRS would ask again by a time, at a desired retention of .9. */
export function dueOn(board: Board, time: number): number[] {
  return [...board.seen].filter((index) => isDueAt(board, index, time));
}

/** Whether FSRS would ask a question again by a time. */
export function isDueAt(board: Board, index: number, time: number): boolean {
  const item = answeredAt(board, index);
  return item !== undefined && dueAt(item) <= time;
}

/** Probability that a seen question will be known at a time; worked out once for each answer and time. */
export function recallOf(board: Board, index: number, time: number): number {
  if (time !== board.recallTime) {
    board.recall.fill(Number.NaN);
    board.recallTime = time;
  }
  const cached = board.recall[index] ?? Number.NaN;
  if (!Number.isNaN(cached)) return cached;
  const item = answeredAt(board, index);
  const recall = item ? recallAt(item, time) : 0;
  board.recall[index] = recall;
  return recall;
}

function readNode({ syllabus, learner, nodeMean, nodeVariance }: Board, node: number): void {
  const name = syllabus.nodes[node] ?? '';
  const { mean, variance } = learner.topics[name] ?? priorOf(name);
  nodeMean[node] = mean;
  nodeVariance[node] = variance;
}

function readStrand(board: Board, strand: number): void {
  const state = topicAt(board, strand);
  board.asked[strand] = state?.asked ?? 0;
  board.recent[strand] = state?.recent ?? 0;
  board.recentAt[strand] = state?.recentAt ?? 0;
}

/** For each strand the probability that a new question is known, worked out where an answer has come since the last time. */
export function knownOn(board: Board): Float64Array {
  const { known, isStale } = board;
  if (isStale) for (let strand = 0; strand < known.length; strand++) known[strand] = knowledge(levelAt(board, strand));
  board.isStale = false;
  return known;
}

/** A question that was edited since it was answered or left blank counts as unseen. */
function readItem(board: Board, index: number): void {
  const { syllabus, learner, seenAt, answers, recall } = board;
  const subject = syllabus.subjects.at(index);
  const item = answeredAt(board, index);
  const left = subject && ofText(learner.blank[subject.id], subject);
  setStatus(board, index, left || (item && isOpen(item)) ? OPEN : item ? DONE : UNSEEN);
  seenAt[index] = Math.max(item?.at ?? 0, left?.at ?? 0);
  answers[index] = item?.answers ?? 0;
  recall[index] = Number.NaN;
}

function setStatus(board: Board, index: number, next: number): void {
  const before = board.status[index];
  board.open += (next === OPEN ? 1 : 0) - (before === OPEN ? 1 : 0);
  board.unseen += (next === UNSEEN ? 1 : 0) - (before === UNSEEN ? 1 : 0);
  board.status[index] = next;
  if (next !== UNSEEN) board.seen.add(index);
}

/** Counts a question as asked now, without an answer: so that a drill is planned as a whole. */
export function pencilIn(board: Board, index: number, now: number): void {
  const strands = strandsAt(board.syllabus, index);
  for (const strand of strands) {
    board.recent[strand] = recentNow(board, strand, now) + 1 / strands.length;
    board.recentAt[strand] = Math.max(board.recentAt[strand] ?? 0, now);
    if (board.answers[index] === 0) board.asked[strand] = (board.asked[strand] ?? 0) + 1 / strands.length;
  }
  setStatus(board, index, DONE);
  board.seenAt[index] = now;
}

/** How many answers a strand had lately, as of now. */
export function recentNow({ recent, recentAt }: Board, strand: number, now: number): number {
  return recentIn({ recent: recent[strand] ?? 0, recentAt: recentAt[strand] ?? 0 }, now);
}
