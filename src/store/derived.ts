// Documents made from the journals: small, kept through lowdb, deletable at any time. They make a start fast, nothing more.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import writeFileAtomic from 'write-file-atomic';
import type { Event } from '../core/session.ts';
import { type Attempt, attemptsOf } from '../learning/attempts.ts';
import { advance, noProgress, type Progress } from '../learning/progress.ts';
import { localDisk, makeFolder } from './disk.ts';
import { layout } from './paths.ts';
import type { Sessions } from './sessions.ts';

const FORMAT = 1;

interface ProgressDocument {
  readonly format: number;
  /** The ended sessions that are in it. */
  readonly sessions: readonly string[];
  readonly progress: Progress;
}

/** Replaces a file as a whole: a unique temporary file, synced, then renamed. */
function atomicFile<T>(path: string): Adapter<T> {
  return {
    async read() {
      try {
        return JSON.parse(localDisk.readFileSync(path, 'utf8')) as T; // checked by `isCurrent`
      } catch {
        return null; // missing or damaged: made anew from the journals
      }
    },
    write: (document) => writeFileAtomic(path, JSON.stringify(document), { mode: 0o600 }),
  };
}

/** The learner's progress in a bank, running sessions included. Ended sessions are folded into the document once. */
export async function progressIn(sessions: Sessions, bank: string): Promise<Progress> {
  const folder = layout(sessions.folder).derived;
  const db = new Low<ProgressDocument>(atomicFile(join(folder, `progress-${nameFor(bank)}.json`)), empty);
  await db.read();
  if (!isCurrent(db.data)) db.data = empty;
  const folded = new Set(db.data.sessions);
  const fresh = sessions.closed().filter(({ session }) => !folded.has(session));
  if (fresh.length > 0) {
    const attempts = fresh.map((file) => attemptsAt(bank, sessions.read(file).events));
    db.data = {
      format: FORMAT,
      sessions: [...db.data.sessions, ...fresh.map(({ session }) => session)],
      progress: attempts.reduce(advance, db.data.progress),
    };
    await keep(db, folder);
  }
  return sessions
    .open()
    .reduce((progress, file) => advance(progress, attemptsAt(bank, sessions.read(file).events)), db.data.progress);
}

const empty: ProgressDocument = { format: FORMAT, sessions: [], progress: noProgress };

function isCurrent(document: ProgressDocument | null): boolean {
  return (
    document?.format === FORMAT && Array.isArray(document.sessions) && typeof document.progress?.answers === 'number'
  );
}

async function keep(db: Low<ProgressDocument>, folder: string): Promise<void> {
  try {
    makeFolder(localDisk, folder);
    await db.write();
  } catch {
    // Read-only or full: the next start makes it again.
  }
}

function attemptsAt(bank: string, events: readonly Event[]): Attempt[] {
  const [first] = events;
  return first?.type === 'started' && first.bank.id === bank ? attemptsOf(events) : [];
}

/** A bank's id may hold anything a file system dislikes; its name on disk does not. */
function nameFor(bank: string): string {
  return createHash('sha256').update(bank).digest('hex').slice(0, 16);
}
