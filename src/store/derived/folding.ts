// Sessions folded into what is known of a learner, each answer at the time it was given.
import { EMPTY_LIST, type Packed, packed } from '../../core/packed.ts';
import { isError, type Problem } from '../../core/problem.ts';
import type { Event } from '../../core/sitting/events.ts';
import { replay } from '../../core/sitting/evolve.ts';
import { type Result, result } from '../../core/sitting/result.ts';
import { wasGivenUp } from '../../core/sitting/state.ts';
import { NO_TRACES, type Traces, tracesOf } from '../../learning/learner/attempts.ts';
import { type Learner, newLearner, revived, type Step, stepsOf } from '../../learning/learner/learner.ts';
import { answersIn } from '../journal/journal-text.ts';
import { UNKNOWN_BANK } from '../journal/start.ts';
import type { SessionFile } from '../sessions/read-session.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Folded } from './ledger.ts';
import { dueBefore, type Ending, isAfter, withMore } from './order.ts';

/** A finished mock exam. */
export interface Mock extends Pick<Result, 'session' | 'right' | 'of' | 'percent' | 'interval'> {
  readonly profile: string | null;
  /** ISO 8601, UTC. */
  readonly endedAt: string;
  readonly passed: boolean | null;
}

/** What the journals of a bank add up to. */
export interface Records {
  readonly learner: Learner;
  /** Oldest first. */
  readonly mocks: Packed<Mock>;
  /** The folders that the bank lay in, the last one last. */
  readonly folders: readonly string[];
}

/** Records that more sessions can be folded into. */
export interface RecordsSoFar extends Records {
  /** Of the sessions in them the one that ended last. */
  readonly last: Ending;
  /** When the last thing in them was learned, milliseconds since 1970 UTC. */
  readonly learnedAt: number;
}

/** What folding gave: the records, and of the sessions that went in what a document keeps. */
export interface Folding {
  readonly records: RecordsSoFar;
  readonly entries: readonly Folded[];
  readonly flaws: readonly Problem[];
  /** When each of these sessions began, by its name. */
  readonly beginnings: ReadonlyMap<string, number>;
  /** Whether all that was learned in them, and the end of each, came after all that was there before. */
  readonly isInOrder: boolean;
}

/** A session as it is folded; one that is still running as if it ended with its last event. */
export interface Ended extends Closed {
  readonly traces: Traces;
}

/** What is held of a session once its answers are taken in. */
interface Closed {
  readonly beganAt: number;
  readonly ending: Ending;
  readonly folded: Folded;
  readonly flaws: readonly Problem[];
  readonly mock?: Mock;
  /** Where the bank lay; undefined where it was another bank. */
  readonly bankFolder?: string;
}

/** What is known before the first session. */
export function noRecords(): RecordsSoFar {
  return { learner: newLearner(), mocks: EMPTY_LIST, folders: [], last: [0, ''], learnedAt: -1 };
}

/**
 * All ended sessions. Their names tell in which order they began, but where a clock was decades off: then they are read a second time, in
 * the order of their beginnings.
 */
export function foldedAnew(sessions: Sessions, bank: string): Folding {
  const files = sessions.closed();
  const once = folded(noRecords(), eachEnded(sessions, bank, files));
  if (once.isInOrder) return once;
  const began = ({ session }: SessionFile) => once.beginnings.get(session) ?? 0; // 0: it came meanwhile
  const sorted = files.toSorted((a, b) => began(a) - began(b));
  return folded(noRecords(), eachEnded(sessions, bank, sorted));
}

/** The records with more sessions, oldest beginning first; those given are not needed any more. */
export function folded(before: RecordsSoFar, fresh: Iterable<Ended>): Folding {
  const learner = revived(before.learner);
  const closed: Closed[] = [];
  let waiting: readonly Step[] = [];
  let { learnedAt } = before;
  let isInOrder = true;
  const take = (steps: readonly Step[]) => {
    for (const { at, takeIn } of steps) {
      isInOrder &&= at >= learnedAt && at > before.learnedAt; // of one moment, the session that began first comes first
      takeIn(learner);
      learnedAt = Math.max(learnedAt, at);
    }
  };
  for (const { traces, ...session } of fresh) {
    const [due, later] = dueBefore(waiting, session.beganAt);
    take(due);
    waiting = withMore(later, stepsOf(traces));
    closed.push(session);
  }
  take(waiting);
  const ends = withEnds(before, closed);
  isInOrder &&= closed.every(({ ending }) => isAfter(ending, before.last));
  const [entries, flaws] = [closed.map((one) => one.folded), closed.flatMap((one) => one.flaws)];
  const beginnings = new Map(closed.map(({ folded: { session }, beganAt }) => [session, beganAt]));
  return { records: { learner, learnedAt, ...ends }, entries, flaws, beginnings, isInOrder };
}

/** What goes by the ends of sessions. */
function withEnds(before: RecordsSoFar, closed: readonly Closed[]): Pick<RecordsSoFar, 'mocks' | 'folders' | 'last'> {
  let { mocks, folders, last } = before;
  for (const { ending, mock, bankFolder } of closed.toSorted((a, b) => (isAfter(a.ending, b.ending) ? 1 : -1))) {
    if (mock) mocks += packed([mock]);
    if (bankFolder) folders = [...folders.filter((other) => other !== bankFolder), bankFolder].slice(-MOST_FOLDERS);
    last = ending;
  }
  return { mocks, folders, last };
}

/** A bank that is moved every week shall not make a long list. */
const MOST_FOLDERS = 8;

/** Read one after the other, as they are asked for. */
export function* eachEnded(sessions: Sessions, bank: string, files: readonly SessionFile[]): Iterable<Ended> {
  for (const file of files) {
    const one = ended(sessions, bank, file);
    if (one) yield one;
  }
}

/** Undefined where it was moved away since it was listed. */
function ended(sessions: Sessions, bank: string, file: SessionFile): Ended | undefined {
  const mark = sessions.mark(file); // before it is read: what changes meanwhile is read again
  const { events, flaws, isGone } = sessions.read(file);
  if (isGone) return undefined;
  const answers = answersIn(events);
  const folded: Folded = { session: file.session, mark, answers };
  const ending: Ending = [events.at(-1)?.at ?? 0, file.session];
  const [first] = events;
  const beganAt = first?.at ?? 0;
  const known = { beganAt, ending, folded, flaws: flaws.filter(isError) };
  if (first?.type !== 'started' || ![bank, UNKNOWN_BANK].includes(first.bank.id))
    return { ...known, traces: NO_TRACES };
  const mock = first.policy.mode === 'exam' ? mockOf(events) : undefined;
  const bankFolder = first.bank.folder;
  return { ...known, traces: tracesOf(events), bankFolder, ...(mock && { mock }) };
}

function mockOf(events: readonly Event[]): Mock | undefined {
  const state = replay(events);
  if (!state?.closed || wasGivenUp(state)) return undefined;
  const { session, right, of, percent, interval, passed = null } = result(state);
  const { profile = null } = state.started.form;
  return { session, profile, endedAt: new Date(state.now.at).toISOString(), right, of, percent, interval, passed };
}
