// Documents made from the journals: small, kept through lowdb, deletable at any time. They make a start fast, nothing more.
import { Low } from 'lowdb';
import { replay } from '../core/evolve.ts';
import { fnv1a } from '../core/fingerprint.ts';
import { NONE, type Packed, packed } from '../core/packed.ts';
import type { Problem } from '../core/problem.ts';
import { result } from '../core/result.ts';
import type { Event } from '../core/session.ts';
import { type Lesson, lessonsOf, type Traces, tracesOf } from '../learning/attempts.ts';
import { DAY_MS } from '../learning/day.ts';
import { type Learner, learn, newLearner, noteFlag, revived, study } from '../learning/learner.ts';

import { derivedFile } from './derived-file.ts';
import { localDisk } from './disk.ts';
import { withLosses } from './flaws.ts';
import { allFolded, entered, type Folded, isEmpty, type Ledger, newsSince } from './ledger.ts';
import { type Counted, lossesIn, lostSince, remembered } from './losses.ts';
import { inOrderOfEnding, isAfter, type Place, type Placed } from './order.ts';
import { requireOwnFolder } from './own-folder.ts';
import { layout, within } from './paths.ts';
import type { SessionFile } from './read-session.ts';
import type { Sessions } from './sessions.ts';
import { UNKNOWN_BANK } from './start.ts';

/** Raised with every change to what is learned from an attempt, so that older documents are made anew. */
const FORMAT = 11;

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
  readonly mocks: Packed<Mock>;
}

interface RecordsDocument extends Records {
  readonly format: number;
  /** The ended sessions that are in it. */
  readonly ledger: Ledger;
  /** The day, UTC, on which each of their journals was looked at last. */
  readonly lookedOn: number;
  /** What is wrong with these journals. */
  readonly flaws: readonly Problem[];
  /** Sessions that had more answers once than they have now, with the most they had. */
  readonly lost: readonly Counted[];
  /** The last of them in the order of folding. */
  readonly last: Place;
}

interface Ended extends Placed {
  readonly folded: Folded;
  readonly flaws: readonly Problem[];
  readonly traces: Traces;
  readonly lessons: readonly Lesson[];
  readonly mock?: Mock;
}

/** What is known of the learner in a bank, running sessions included. */
export async function learnerIn(sessions: Sessions, bank: string): Promise<Learner> {
  return (await recordsIn(sessions, bank)).learner;
}

/**
 * The records of a bank, running sessions included. Ended sessions are folded into the document once. Where one turns up that
 * ended before others that are in it (merged from another machine), or one has changed or is gone, all are folded anew: order
 * matters. What is wrong with the journals, and what is missing, is noted.
 */
export async function recordsIn(sessions: Sessions, bank: string): Promise<Records> {
  const path = documentPath(sessions.folder, bank);
  const wasThere = localDisk.existsSync(path); // a reset takes it away first: then what is missing is no loss, and nothing of it is kept
  const db = new Low<RecordsDocument>(derivedFile(path), empty());
  await db.read();
  if (!isCurrent(db.data)) db.data = { ...empty(), lost: remembered(db.data) };
  const before = db.data;
  const { document, isAnew } = broughtUpToDate(before, sessions, bank);
  const isTaken = () => wasThere && !localDisk.existsSync(path);
  if (isTaken()) return recordsIn(sessions, bank);
  db.data = document;
  const write = async () => (isTaken() ? undefined : keep(db, sessions.folder));
  if (isAnew) await write();
  else if (document !== before) sessions.later.add(write); // a few sessions more are soon folded again
  sessions.note(withLosses(db.data.flaws, lossesOn(db.data)));
  return withOpen(db.data, [...eachEnded(sessions, bank, sessions.open())]);
}

/** The records with running sessions: in a copy, because the document may still be to be written, and what is running is not in it. */
function withOpen(document: RecordsDocument, running: readonly Ended[]): Records {
  const learner = running.length > 0 ? structuredClone(document.learner) : document.learner;
  return folded({ ...document, learner }, running).records;
}

/** The document with what has changed since, or itself; `isAnew`: all was read again, which may have taken long. */
function broughtUpToDate(document: RecordsDocument, sessions: Sessions, bank: string) {
  const now = Date.now();
  const today = Math.floor(now / DAY_MS);
  const isThorough = document.lookedOn !== today;
  const news = newsSince(document.ledger, sessions, now, isThorough);
  const { fresh, hasOnlyGrown, isLarge, stamps } = news;
  if (fresh.length === 0 && hasOnlyGrown) {
    const isNews =
      isLarge && (isThorough || [...stamps].some(([month, at]) => document.ledger[month]?.changedAt !== at));
    const ledger = isNews ? entered(document.ledger, [], stamps) : document.ledger;
    return { document: isNews ? { ...document, ledger, lookedOn: today } : document, isAnew: false };
  }
  const added = hasOnlyGrown && !isEmpty(document.ledger) ? [...eachEnded(sessions, bank, fresh)] : undefined;
  const grown = added?.every(({ place }) => isAfter(place, document.last)) ? folded(document, added) : undefined;
  if (grown?.isInOrder) {
    const { records, last, entries, flaws } = grown;
    const lost = lostSince({ sessions: [], lost: document.lost }, entries);
    const ledger = entered(document.ledger, entries, stamps);
    const known = { ...document, ...records, ledger, lookedOn: today, last, lost };
    return { document: { ...known, flaws: [...document.flaws, ...flaws] }, isAnew: false };
  }
  const { records, last, entries, flaws } = foldedAnew(sessions, bank);
  const lost = lostSince({ sessions: allFolded(document.ledger), lost: document.lost }, entries);
  const ledger = entered({}, entries, stamps);
  return { document: { format: FORMAT, ...records, ledger, lookedOn: today, last, lost, flaws }, isAnew: true };
}

function lossesOn({ ledger, lost }: RecordsDocument): Problem[] {
  return lost.length === 0 ? [] : lossesIn({ sessions: allFolded(ledger), lost });
}

function empty(): RecordsDocument {
  const records = { learner: newLearner(), mocks: NONE };
  return { format: FORMAT, ...records, ledger: {}, lookedOn: 0, flaws: [], lost: [], last: [0, ''] };
}

/**
 * All ended sessions. Their names tell in which order they began, but where a clock was decades off: then they are read a second time, in
 * the order of their ends.
 */
function foldedAnew(sessions: Sessions, bank: string): ReturnType<typeof folded> {
  const files = sessions.closed();
  const once = folded(empty(), eachEnded(sessions, bank, files));
  if (once.isInOrder) return once;
  const places = new Map(once.places.map((place) => [place[1], place]));
  const endOf = ({ session }: SessionFile): Place => places.get(session) ?? [0, session]; // it came meanwhile
  const sorted = files.toSorted((a, b) => (isAfter(endOf(a), endOf(b)) ? 1 : -1));
  return folded(empty(), eachEnded(sessions, bank, sorted));
}

/** The records with more sessions, oldest beginning first; those given are not needed any more. */
function folded({ learner, mocks, last }: Records & Pick<RecordsDocument, 'last'>, fresh: Iterable<Ended>) {
  const next = revived(learner);
  const entries: Folded[] = [];
  const flaws: Problem[] = [];
  const places: Place[] = [];
  let passed = mocks;
  let place = last;
  let isInOrder = true;
  for (const ended of inOrderOfEnding(fresh)) {
    isInOrder &&= isAfter(ended.place, place);
    places.push(ended.place);
    for (const attempt of ended.traces.attempts) learn(next, attempt);
    for (const [item, at] of ended.traces.flagged) noteFlag(next, item, at);
    for (const lesson of ended.lessons) study(next, lesson);
    entries.push(ended.folded);
    flaws.push(...ended.flaws);
    if (ended.mock) passed += packed([ended.mock]);
    place = ended.place;
  }
  return { records: { learner: next, mocks: passed }, last: place, entries, flaws, places, isInOrder };
}

/** Read one after the other, as they are asked for. */
function* eachEnded(sessions: Sessions, bank: string, files: readonly SessionFile[]): Iterable<Ended> {
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
  const lasting = flaws.filter(({ severity }) => severity === 'error');
  const answers = answersIn(events);
  const folded: Folded = { session: file.session, mark, answers };
  const place: Place = [events.at(-1)?.at ?? 0, file.session];
  const [first] = events;
  const beganAt = first?.at ?? 0;
  const known = { beganAt, place, folded, flaws: lasting };
  if (first?.type !== 'started' || ![bank, UNKNOWN_BANK].includes(first.bank.id))
    return { ...known, traces: { attempts: [], flagged: [] }, lessons: [] };
  const mock = first.policy.mode === 'exam' ? mockOf(events) : undefined;
  return { ...known, traces: tracesOf(events), lessons: lessonsOf(events), ...(mock && { mock }) };
}

function answersIn(events: readonly Event[]): number {
  return events.filter(({ type }) => type === 'graded').length;
}

function mockOf(events: readonly Event[]): Mock | undefined {
  const state = replay(events);
  if (!state?.closed) return undefined;
  const { session, right, of, percent, interval, passed = null } = result(state);
  const { profile = null } = state.started.form;
  return { session, profile, endedAt: new Date(state.now.at).toISOString(), right, of, percent, interval, passed };
}

function isCurrent(document: RecordsDocument | null): document is RecordsDocument {
  return (
    document?.format === FORMAT &&
    typeof document.ledger === 'object' &&
    document.ledger !== null &&
    Array.isArray(document.flaws) &&
    Array.isArray(document.lost) &&
    typeof document.mocks === 'string' &&
    Array.isArray(document.last) &&
    typeof document.learner?.answers === 'number' &&
    typeof document.learner.topics === 'object' &&
    typeof document.learner.items === 'object' &&
    typeof document.learner.crammed === 'object' &&
    typeof document.learner.flagged === 'object' &&
    typeof document.learner.habits === 'object' &&
    Array.isArray(document.learner.latest) &&
    Array.isArray(document.learner.days)
  );
}

async function keep(db: Low<RecordsDocument>, folder: string): Promise<void> {
  try {
    requireOwnFolder(folder);
    await db.write();
  } catch {
    // Read-only, full or not ours: the next start makes it again.
  }
}

function documentPath(folder: string, bank: string): string {
  return within(layout(folder).derived, `learner-${nameFor(bank)}.json`);
}

const LONGEST_NAME = 40;

/** A bank's id may hold anything a file system dislikes; its name on disk does not. The sum tells alike ones apart. */
function nameFor(bank: string): string {
  const plain = bank
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME);
  return `${plain}-${fnv1a(bank).toString(16).padStart(8, '0')}`;
}
