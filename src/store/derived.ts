// Documents made from the journals: small, kept through lowdb, deletable at any time. They make a start fast, nothing more.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { replay } from '../core/evolve.ts';
import { result } from '../core/result.ts';
import type { Event } from '../core/session.ts';
import { type Attempt, attemptsOf, type Lesson, lessonsOf } from '../learning/attempts.ts';
import { type Learner, learn, newLearner, revived, study } from '../learning/learner.ts';
import { atomicFile } from './atomic.ts';
import { layout } from './paths.ts';
import type { SessionFile, Sessions } from './sessions.ts';

/** Raised with every change to what is learned from an attempt, so that older documents are made anew. */
const FORMAT = 5;

/** A finished mock exam. */
export interface Mock {
  readonly session: string;
  readonly profile: string | null;
  /** ISO 8601, UTC. */
  readonly endedAt: string;
  readonly right: number;
  readonly of: number;
  /** 0 to 100, with its 95 % Wilson interval. */
  readonly percent: number;
  readonly interval: readonly [number, number];
  readonly passed: boolean | null;
}

/** What the journals of a bank add up to. */
export interface Records {
  readonly learner: Learner;
  /** Oldest first. */
  readonly mocks: readonly Mock[];
}

interface RecordsDocument extends Records {
  readonly format: number;
  /** The ended sessions that are in it. */
  readonly sessions: readonly string[];
  /** The last of them in the order of folding. */
  readonly last: Place;
}

/** Sessions are folded in the order in which they ended; the name decides between equals. */
type Place = readonly [endedAt: number, session: string];

interface Ended {
  readonly place: Place;
  readonly attempts: readonly Attempt[];
  readonly lessons: readonly Lesson[];
  readonly mock?: Mock;
}

/** What is known of the learner in a bank, running sessions included. */
export async function learnerIn(sessions: Sessions, bank: string): Promise<Learner> {
  return (await recordsIn(sessions, bank)).learner;
}

/**
 * The records of a bank, running sessions included. Ended sessions are folded into the document once. Where one turns up
 * that ended before others that are in it (merged from another machine), all are folded anew: order matters.
 */
export async function recordsIn(sessions: Sessions, bank: string): Promise<Records> {
  const folder = layout(sessions.folder).derived;
  const db = new Low<RecordsDocument>(atomicFile(join(folder, `learner-${nameFor(bank)}.json`)), empty());
  await db.read();
  if (!isCurrent(db.data)) db.data = empty();
  const folded = new Set(db.data.sessions);
  const closed = sessions.closed();
  const fresh = closed.filter(({ session }) => !folded.has(session)).map((file) => ended(sessions, bank, file));
  const isComplete = folded.size + fresh.length === closed.length; // else one was taken away
  if (fresh.length > 0 || !isComplete) {
    const follows = isComplete && fresh.every(({ place }) => isAfter(place, db.data.last));
    db.data = follows
      ? fold(db.data, fresh)
      : fold(
          empty(),
          closed.map((file) => ended(sessions, bank, file)),
        );
    await keep(db);
  }
  return fold(
    db.data,
    sessions.open().map((file) => ended(sessions, bank, file)),
  );
}

function empty(): RecordsDocument {
  return { format: FORMAT, sessions: [], last: [0, ''], learner: newLearner(), mocks: [] };
}

/** Adds sessions to a document that is not needed any more. */
function fold({ learner, mocks, sessions, last }: RecordsDocument, fresh: readonly Ended[]): RecordsDocument {
  const inOrder = fresh.toSorted((a, b) => (isAfter(a.place, b.place) ? 1 : -1));
  const next = revived(learner);
  for (const { attempts, lessons } of inOrder) {
    for (const attempt of attempts) learn(next, attempt);
    for (const lesson of lessons) study(next, lesson);
  }
  return {
    format: FORMAT,
    sessions: [...sessions, ...inOrder.map(({ place: [, session] }) => session)],
    last: inOrder.at(-1)?.place ?? last,
    learner: next,
    mocks: [...mocks, ...inOrder.flatMap(({ mock }) => mock ?? [])],
  };
}

function isAfter([at, session]: Place, [otherAt, other]: Place): boolean {
  return at > otherAt || (at === otherAt && session > other);
}

function ended(sessions: Sessions, bank: string, file: SessionFile): Ended {
  const { events } = sessions.read(file);
  const place: Place = [events.at(-1)?.at ?? 0, file.session];
  const [first] = events;
  if (first?.type !== 'started' || first.bank.id !== bank) return { place, attempts: [], lessons: [] };
  const mock = mockOf(events);
  return { place, attempts: attemptsOf(events), lessons: lessonsOf(events), ...(mock && { mock }) };
}

function mockOf(events: readonly Event[]): Mock | undefined {
  const state = replay(events);
  if (!state?.closed || state.started.policy.mode !== 'exam') return undefined;
  const { session, right, of, percent, interval, passed = null } = result(state);
  const { profile = null } = state.started.form;
  return { session, profile, endedAt: new Date(state.now.at).toISOString(), right, of, percent, interval, passed };
}

function isCurrent(document: RecordsDocument | null): boolean {
  return (
    document?.format === FORMAT &&
    Array.isArray(document.sessions) &&
    Array.isArray(document.mocks) &&
    Array.isArray(document.last) &&
    typeof document.learner?.answers === 'number' &&
    typeof document.learner.topics === 'object' &&
    typeof document.learner.items === 'object' &&
    typeof document.learner.crammed === 'object' &&
    typeof document.learner.habits === 'object' &&
    Array.isArray(document.learner.latest) &&
    Array.isArray(document.learner.days)
  );
}

async function keep(db: Low<RecordsDocument>): Promise<void> {
  try {
    await db.write();
  } catch {
    // Read-only or full: the next start makes it again.
  }
}

/** A bank's id may hold anything a file system dislikes; its name on disk does not. */
function nameFor(bank: string): string {
  return createHash('sha256').update(bank).digest('hex').slice(0, 16);
}
