// Documents made from the journals: small, kept through lowdb, deletable at any time. They make a start fast, nothing more.
import { Low } from 'lowdb';
import { shortSum } from '../../core/fingerprint.ts';
import type { Problem } from '../../core/problem.ts';
import { isA, isNumber, isOneOf, isRecord, isText } from '../../core/shapes/checks.ts';
import { DAY_MS } from '../../learning/learner/day.ts';
import type { Learner } from '../../learning/learner/learner.ts';
import { localDisk } from '../disk/disk.ts';
import { requireOwnFolder } from '../disk/own-folder.ts';
import { layout, within } from '../disk/paths.ts';
import { withLosses } from '../journal/flaws.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { derivedFile } from './derived-file.ts';
import {
  type Ended,
  eachEnded,
  type Folding,
  folded,
  foldedAnew,
  noRecords,
  type Records,
  type RecordsSoFar,
} from './folding.ts';
import { allFolded, entered, type Ledger, type News, newsSince } from './ledger.ts';
import { type Counted, keepLosses, lossesIn, lostFrom, lostSince } from './losses.ts';

/** Raised with every change to what is learned from an attempt, so that older documents are made anew. */
const DOCUMENT_FORMAT = 26;

interface RecordsDocument extends RecordsSoFar {
  readonly format: number;
  /** The ended sessions that are in it. */
  readonly ledger: Ledger;
  /** The day, UTC, on which each of their journals was looked at last. */
  readonly lookedOn: number;
  /** What is wrong with these journals. */
  readonly flaws: readonly Problem[];
  /** Sessions that had more answers once than they have now, with the most they had. */
  readonly lost: readonly Counted[];
}

/** What is known of the learner in a bank, running sessions included. */
export async function learnerIn(sessions: Sessions, bank: string): Promise<Learner> {
  return (await recordsIn(sessions, bank)).learner;
}

/**
 * The records of a bank, running sessions included. Ended sessions are folded into the document once. Where one turns up in which
 * something was learned before the last that is in it (in another terminal, on another machine), or one has changed or is gone, all
 * are folded anew: order matters. What is wrong with the journals, and what is missing, is noted.
 */
export async function recordsIn(sessions: Sessions, bank: string): Promise<Records> {
  const path = documentPath(sessions.folder, bank);
  const places = [layout(sessions.folder).derived, path].filter((place) => localDisk.existsSync(place));
  /** A reset takes them away first; what is missing then is no loss. */
  const isTaken = () => !places.every((place) => localDisk.existsSync(place));
  const file = derivedFile<RecordsDocument>(path);
  const found = await file.read();
  const before = found && isOfThisVersion(found) ? found : { ...empty(), lost: await lostFrom(sessions.folder, []) };
  const { document, isAnew } = broughtUpToDate(before, sessions, bank);
  if (isTaken()) {
    file.close();
    return recordsIn(sessions, bank);
  }
  const write = async () => {
    if (!isTaken()) await keep(new Low(file, document), sessions.folder);
    file.close();
  };
  const { ledger, lost, flaws } = document;
  sessions.note(withLosses(flaws, lost.length === 0 ? [] : lossesIn(lost, allFolded(ledger))));
  if (document === before) file.close();
  else if (isAnew) await write();
  else sessions.later.add(write); // a few sessions more are soon folded again
  const records = withOpen(document, [...eachEnded(sessions, bank, sessions.open())]);
  sessions.origins.set(bank, records.folders);
  return records;
}

/** The records with running sessions, in a copy: the document may still have to be written, and holds only what has ended. */
function withOpen(document: RecordsDocument, running: readonly Ended[]): Records {
  const learner = running.length > 0 ? structuredClone(document.learner) : document.learner;
  return folded({ ...document, learner }, running).records;
}

/** The document with what has changed since, or itself; and whether all was read again, which may have taken long. */
function broughtUpToDate(document: RecordsDocument, sessions: Sessions, bank: string) {
  const now = Date.now();
  const today = Math.floor(now / DAY_MS);
  const news = newsSince(document.ledger, sessions, now, document.lookedOn !== today);
  if (news.fresh.length === 0 && news.hasOnlyGrown) return { document: lookedAt(document, news, today), isAnew: false };
  const canGrow = news.hasOnlyGrown && Object.keys(document.ledger).length > 0;
  const longer = canGrow ? grown(document, [...eachEnded(sessions, bank, news.fresh)], news, today) : undefined;
  if (longer) return { document: longer, isAnew: false };
  return { document: madeAnew(document, foldedAnew(sessions, bank), news, today), isAnew: true };
}

/** The document when there is no news. Where it took long to find that out, it notes what the next start can pass over. */
function lookedAt(document: RecordsDocument, { isLarge, stamps }: News, today: number): RecordsDocument {
  if (!isLarge) return document;
  const hasLookedToday = document.lookedOn === today;
  if (hasLookedToday && [...stamps].every(([month, at]) => document.ledger[month]?.changedAt === at)) return document;
  return { ...document, ledger: entered(document.ledger, [], stamps), lookedOn: today };
}

/** The document with more sessions; undefined where they do not come after all that is in it. */
function grown(
  document: RecordsDocument,
  added: readonly Ended[],
  { stamps }: News,
  today: number,
): RecordsDocument | undefined {
  const { records, entries, flaws, isInOrder } = folded(document, added);
  if (!isInOrder) return undefined;
  const lost = lostSince(document.lost, entries);
  const ledger = entered(document.ledger, entries, stamps);
  return { ...document, ...records, ledger, lookedOn: today, lost, flaws: [...document.flaws, ...flaws] };
}

/** A document made of all sessions, in place of one that holds them as they no longer are. */
function madeAnew(
  { ledger: old, lost: lostBefore }: RecordsDocument,
  { records, entries, flaws }: Folding,
  { stamps }: News,
  today: number,
): RecordsDocument {
  const lost = lostSince([...lostBefore, ...allFolded(old)], entries);
  const ledger = entered({}, entries, stamps);
  return { format: DOCUMENT_FORMAT, ...records, ledger, lookedOn: today, lost, flaws };
}

function empty(): RecordsDocument {
  return { format: DOCUMENT_FORMAT, ...noRecords(), ledger: {}, lookedOn: 0, flaws: [], lost: [] };
}

const isLearner = isA({
  answers: isNumber,
  topics: isRecord,
  items: isRecord,
  crammed: isRecord,
  blank: isRecord,
  flagged: isRecord,
  hinted: isRecord,
  challenges: isRecord,
  habits: isRecord,
  latest: Array.isArray,
  days: Array.isArray,
  lastDay: isRecord,
  pause: isRecord,
});

const isOfThisVersion = isA({
  format: isOneOf(DOCUMENT_FORMAT),
  ledger: isRecord,
  flaws: Array.isArray,
  lost: Array.isArray,
  mocks: isText,
  last: Array.isArray,
  learnedAt: isNumber,
  folders: Array.isArray,
  learner: isLearner,
});

async function keep(db: Low<RecordsDocument>, folder: string): Promise<void> {
  try {
    requireOwnFolder(folder);
    await keepLosses(folder, db.data.lost);
    await db.write();
  } catch {
    // Read-only, full or not ours: the next start makes it again.
  }
}

function documentPath(folder: string, bank: string): string {
  return within(layout(folder).derived, `learner-${nameFor(bank)}.json`);
}

const LONGEST_NAME = 40;

/** A name that every file system takes, whatever is in the bank's id. The sum at its end keeps similar ids apart. */
function nameFor(bank: string): string {
  const plain = bank.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${plain.slice(0, LONGEST_NAME)}-${shortSum(bank)}`;
}
