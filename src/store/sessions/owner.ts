// Who has a session: a process of this machine that lives, or nobody.
import { hostname, uptime } from 'node:os';
import type { Event } from '../../core/sitting/events.ts';
import { Failure } from '../../failure.ts';
import { isAlive } from '../../system/alive.ts';
import { bornAt, thisProcess } from '../../system/this-process.ts';
import { parseJournal } from '../journal/journal-text.ts';

/** Who has the session now: the last one who opened it, while that process lives. Undefined where it does not, or nobody opened it. */
export function liveOwner(events: readonly Event[]): Owner | undefined {
  const owner = events.findLast((event) => event.type === 'opened');
  return owner && lives(owner, events.at(-1)?.at ?? owner.at) ? owner : undefined;
}

type Owner = Extract<Event, { type: 'opened' }>;

/**
 * Certain where the system tells processes apart: of this start of the machine, in the same namespace, begun at the same tick. A process
 * of another namespace cannot be seen; it is heard, because who sits writes a line every ten seconds.
 */
function lives(owner: Owner, heardAt: number): boolean {
  const here = owner.boot === undefined ? undefined : thisProcess();
  if (!here)
    return owner.host === hostname() && owner.at > Date.now() - uptime() * 1000 - LEEWAY_MS && isAlive(owner.pid);
  if (owner.boot !== here.boot) return false;
  if (owner.space !== here.space) return Math.abs(Date.now() - heardAt) < SILENCE_MS;
  return owner.pid !== process.pid && bornAt(owner.pid) === owner.born;
}

/** Three lines that did not come. */
const SILENCE_MS = 30_000;

/** Another machine by its name, and when a session was last used there, milliseconds since 1970 UTC. */
export interface Elsewhere {
  readonly host: string;
  readonly at: number;
}

/** The other machine that had the session last; undefined where that was this one. Whether somebody still sits there cannot be known. */
export function elsewhere(events: readonly Event[]): Elsewhere | undefined {
  const owner = events.findLast((event) => event.type === 'opened');
  const last = events.at(-1);
  return owner && last && owner.host !== hostname() ? { host: owner.host, at: last.at } : undefined;
}

/** Where the system tells no more: a process that was there before the machine started is another one under the same number. */
const LEEWAY_MS = 60_000;

/** Who sits the session whose journal this is; undefined where nobody does, or it is over. */
export function sitterOf(journal: Buffer): Owner | undefined {
  const { events } = parseJournal(journal);
  return events.some(({ type }) => type === 'closed') ? undefined : liveOwner(events);
}

/** Throws a busy failure with the process and since when, local time, where a process that lives has the session. */
export function refuseIfOwned(session: string, events: readonly Event[]): void {
  const owner = liveOwner(events);
  if (!owner) return;
  const since = new Date(owner.at).toTimeString().slice(0, 5);
  const isSeen = owner.space === undefined || owner.space === thisProcess()?.space;
  const ending = isSeen ? `end process ${owner.pid}` : 'wait half a minute';
  const message = `this session is open in another terminal (process ${owner.pid}, since ${since})`;
  const hint = `go on there; if that terminal is gone, ${ending} and resume: quiz exam --resume ${session}`;
  throw new Failure('busy', 'open-elsewhere', message, hint);
}
