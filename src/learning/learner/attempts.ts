import { fnv1a } from '../../core/fingerprint.ts';
import type { ItemId, Rev } from '../../core/items/item.ts';
import type { Hint } from '../../core/items/kinds/kind.ts';
import type { Event, Graded } from '../../core/sitting/events.ts';
import { replay } from '../../core/sitting/evolve.ts';
import { isSound } from '../../core/sitting/sound.ts';

/** One graded response: what everything that is known about a learner is made of. */
export interface Attempt extends Omit<Graded, 'type' | 'slot' | 'chance'> {
  readonly session: string;
  readonly mode: 'exam' | 'drill';
  /** When it was graded, milliseconds since 1970 UTC. */
  readonly at: number;
  /** The blueprint's domain, where it is no part of the topic tree. */
  readonly domain?: string;
  /** Chance that a blind guess was right. */
  readonly chance: number;
  readonly flagged: boolean;
  /** Practised beside the schedule: evidence for the topics, nothing for the memory of the question. */
  readonly cram?: true;
  /** Minutes east of UTC where it was given. */
  readonly offset?: number;
}

/** An explanation that was read after an exam. */
export type Lesson = Pick<Attempt, 'at' | 'item' | 'rev' | 'topics' | 'domain' | 'offset'>;

/** What a learner said to be wrong with a question; an empty text takes back what was said before. */
export interface Challenge {
  readonly item: ItemId;
  readonly rev: Rev;
  readonly text: string;
  readonly at: number;
  /** How the question read then; journals of before do not tell. */
  readonly wording?: string;
}

/** Hints that were given for a question and had no answer; `at`: when the last one was. */
export interface Hinted extends Pick<Attempt, 'item' | 'rev' | 'at'> {
  readonly hints: readonly Hint[];
}

/** That a question was flagged or its flag taken off, where no answer says so, and when. */
export interface Flagged extends Pick<Attempt, 'item' | 'at'> {
  readonly on: boolean;
}

/** What a session's journal says about the learner. */
export interface Traces {
  /** In the order in which they are learned from. */
  readonly attempts: readonly Attempt[];
  /** The questions that were flagged, or their flag taken off, without an answer, with one beside the schedule, or after their answer. */
  readonly flagged: readonly Flagged[];
  /** The questions that were left without an answer after a hint was given. Of hints that were there before, the drill they are of tells. */
  readonly hinted: readonly Hinted[];
  readonly challenges: readonly Challenge[];
  readonly lessons: readonly Lesson[];
}

export const NO_TRACES: Traces = { attempts: [], flagged: [], hinted: [], challenges: [], lessons: [] };

/**
 * A replay, so that repeated lines never count twice. Field by field: spreading took a tenth of making a million attempts anew.
 */
export function tracesOf(events: readonly Event[]): Traces {
  const state = replay(events);
  if (!state) return NO_TRACES;
  const { session, policy, offset, form } = state.started;
  const { mode, cram } = policy;
  const attempts: Attempt[] = [];
  const words: Flagged[] = [];
  const hinted: Hinted[] = [];
  const challenges: Challenge[] = [];
  for (const [index, { graded, flagged, flaggedAt, hints: given, hintedAt, challenge }] of state.slots.entries()) {
    const isAnswered = graded !== undefined && graded.response !== null;
    const asked = form.slots[index];
    if (challenge && asked) challenges.push({ item: asked.item, rev: asked.rev, ...challenge });
    const isTold = isAnswered && !cram && (flaggedAt ?? 0) <= graded.at;
    if (asked && flaggedAt !== undefined && !isTold && (flagged || asked.flagged))
      words.push({ item: asked.item, at: flaggedAt, on: flagged });
    if (hintedAt !== undefined && !isAnswered && asked)
      hinted.push({ item: asked.item, rev: asked.rev, hints: given, at: hintedAt });
    if (!graded || (!isAnswered && mode === 'drill')) continue;
    const { at, item, rev, topics, response, score, spent, chance = 0, confidence, hints } = graded;
    const own = { session, mode, at, item, rev, topics, response, score, spent, chance, flagged };
    const attempt: { -readonly [Field in keyof Attempt]: Attempt[Field] } = own;
    if (confidence) attempt.confidence = confidence;
    if (hints) attempt.hints = hints;
    if (cram) attempt.cram = true;
    if (offset) attempt.offset = offset;
    attempts.push(attempt);
  }
  const ordered = mode === 'exam' ? byLot(attempts) : attempts.sort((a, b) => a.at - b.at);
  return { attempts: ordered, flagged: words, hinted, challenges, lessons: lessonsIn(events, offset) };
}

/** The explanations that were read, in the order of the lines that say so. */
function lessonsIn(events: readonly Event[], offset: number | undefined): Lesson[] {
  const read = events.filter((event) => event.type === 'studied').filter(isSound);
  return read.map((event) => ({ ...event, ...(offset && { offset }) }));
}

/**
 * In an order that no place in the paper decides. An exam explains nothing, so its answers have no order; but an estimate that is brought
 * up to date answer by answer goes by the last ones most, and whoever tires at the end would be taken for a beginner.
 */
function byLot(attempts: Attempt[]): Attempt[] {
  const lots = new Map(attempts.map(({ item }) => [item, fnv1a(item)]));
  return attempts.sort((a, b) => a.at - b.at || (lots.get(a.item) ?? 0) - (lots.get(b.item) ?? 0));
}
