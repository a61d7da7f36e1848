// Who has a session: a process of this machine that lives, or nobody.
import { hostname, uptime } from 'node:os';
import type { Event } from '../core/session.ts';
import { Failure, reasonOf } from '../failure.ts';
import { parseJournal } from './journal-text.ts';

/**
 * Who has the session now: the last one who opened it, while that process of this machine lives. A process that was there before
 * the machine started is another one under the same number.
 */
export function liveOwner(events: readonly Event[]): { readonly pid: number; readonly at: number } | undefined {
  const owner = events.findLast((event) => event.type === 'opened');
  const isOurs = owner?.host === hostname() && owner.at > bootedAt() - LEEWAY_MS;
  return owner && isOurs && isAlive(owner.pid) ? owner : undefined;
}

/** Another machine, and when a session was last used there. */
export interface Elsewhere {
  readonly host: string;
  readonly at: number;
}

/** The other machine that had the session last. Whether somebody still sits there cannot be known. */
export function elsewhere(events: readonly Event[]): Elsewhere | undefined {
  const owner = events.findLast((event) => event.type === 'opened');
  const last = events.at(-1);
  return owner && last && owner.host !== hostname() ? { host: owner.host, at: last.at } : undefined;
}

/** Clocks are set right after a start. */
const LEEWAY_MS = 60_000;

function bootedAt(): number {
  return Date.now() - uptime() * 1000;
}

/** Whether a terminal of this machine is sitting the session whose journal this is. */
export function isRunning(text: string): boolean {
  const { events } = parseJournal(text);
  return !events.some(({ type }) => type === 'closed') && liveOwner(events) !== undefined;
}

/** Whether a process runs. One that belongs to somebody else runs too. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false; // an earlier session of this very process
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return reasonOf(error) === 'EPERM';
  }
}

export function refuseIfOwned(session: string, events: readonly Event[]): void {
  const owner = liveOwner(events);
  if (!owner) return;
  const since = new Date(owner.at).toTimeString().slice(0, 5);
  throw new Failure(
    'busy',
    'open-elsewhere',
    `this session is open in another terminal (process ${owner.pid}, since ${since})`,
    `go on there; if that terminal is gone, end process ${owner.pid} and resume: quiz exam --resume ${session}`,
  );
}
