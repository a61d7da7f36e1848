// The order in which ended sessions are folded: what is learned from an answer hangs on those before it.

/** When a session ended; the name decides between equals. */
export type Ending = readonly [endedAt: number, session: string];

export interface Timed {
  readonly beganAt: number;
  readonly ending: Ending;
}

/** A session's name tells when it began, to the second. */
const NAMED_WITHIN_MS = 1000;

/**
 * Sessions that come in the order of their beginnings, in the order of their endings. Each goes on as soon as none that is still
 * to come can have ended before it, so that a million answers are never held at once.
 */
export function* inOrderOfEnding<T extends Timed>(sessions: Iterable<T>): Iterable<T> {
  let waiting: T[] = [];
  for (const session of sessions) {
    const over = waiting.filter(({ ending: [endedAt] }) => endedAt < session.beganAt - NAMED_WITHIN_MS);
    yield* inOrder(over);
    waiting = [...waiting.filter((one) => !over.includes(one)), session];
  }
  yield* inOrder(waiting);
}

function inOrder<T extends Timed>(sessions: readonly T[]): T[] {
  return sessions.toSorted((a, b) => (isAfter(a.ending, b.ending) ? 1 : -1));
}

export function isAfter([at, session]: Ending, [otherAt, other]: Ending): boolean {
  return at > otherAt || (at === otherAt && session > other);
}
