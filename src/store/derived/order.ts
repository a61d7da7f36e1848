// The order in which sessions are folded. What is learned from an answer hangs on those before it; so each counts at its own time,
// though sessions overlap: those of two terminals, of two machines, or one that a crash left open for days. Mocks and folders go by the
// ends of their sessions.

/** When a session ended; the name decides between equals. */
export type Ending = readonly [endedAt: number, session: string];

interface Timed {
  readonly at: number;
}

/** A session's name tells when it began, to the second. */
const NAMED_WITHIN_MS = 1000;

/**
 * Parts what waits, in the order of its times, where the next session begins: what is due comes before all that this session or a later
 * one can hold. So a million answers are never held at once.
 */
export function dueBefore<T extends Timed>(waiting: readonly T[], beganAt: number): readonly [due: T[], later: T[]] {
  const place = waiting.findIndex(({ at }) => at >= beganAt - NAMED_WITHIN_MS);
  return place < 0 ? [[...waiting], []] : [waiting.slice(0, place), waiting.slice(place)];
}

/** What waits with more, in the order of times; of one time what waited comes first. */
export function withMore<T extends Timed>(waiting: readonly T[], more: readonly T[]): readonly T[] {
  return waiting.length === 0 ? more : [...waiting, ...more].sort((a, b) => a.at - b.at);
}

export function isAfter([at, session]: Ending, [otherAt, other]: Ending): boolean {
  return at > otherAt || (at === otherAt && session > other);
}
