// Of two copies of one session, the one that counts. Every machine says the same of the same two.

import type { SessionHome } from '../disk/paths.ts';
import { type JournalText, parseJournal } from './journal-text.ts';

export interface Judged {
  readonly winner: Buffer;
  readonly loser: Buffer;
}

/**
 * The copy with more answers counts; of equal ones that with more of them graded, then that which has an end, then that with more
 * different sound lines: a backup mends what was damaged since, and a line that stands twice says nothing twice. After that the longer,
 * whatever its line ends, then the one that sorts last.
 */
export function judged(a: Buffer, b: Buffer): Judged {
  const [one, other] = [fullnessOf(a), fullnessOf(b)];
  const order = moreOf(one, other) || one.length - other.length || b.length - a.length || a.compare(b);
  return order > 0 ? { winner: a, loser: b } : { winner: b, loser: a };
}

/** Whether a copy has more than another of what counts: its damaged lines make it longer, and not fuller. */
export function hasMore(a: Buffer, b: Buffer): boolean {
  return !a.equals(b) && moreOf(fullnessOf(a), fullnessOf(b)) > 0;
}

type Fullness = ReturnType<typeof fullnessOf>;

function moreOf(one: Fullness, other: Fullness): number {
  return (
    one.answered - other.answered || one.graded - other.graded || one.ended - other.ended || one.sound - other.sound
  );
}

/** Of several copies of one session the one that counts, by the rule of `judged`; of equal ones the first. */
export function fullestOf<T extends { readonly bytes: Buffer }>(copies: readonly [T, ...T[]]): T {
  return copies.reduce((one, other) =>
    !other.bytes.equals(one.bytes) && judged(one.bytes, other.bytes).winner === other.bytes ? other : one,
  );
}

/** Whether the winner begins with all bytes of the loser, line ends aside: then there is nothing to keep of the loser. */
export function isPartOf(loser: Buffer, winner: Buffer): boolean {
  return winner.subarray(0, loser.length).equals(loser) || plain(winner).startsWith(plain(loser));
}

/** Git on Windows writes other line ends, which say nothing. */
function plain(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\r\n', '\n');
}

/** Whether a session has its end, or lacks no more than the last bytes of it. */
function isOver({ events, tornEnd }: JournalText): boolean {
  return tornEnd !== undefined || events.some(({ type }) => type === 'closed');
}

/** Where a session belongs by what is in its journal: closed where its end stands there, or lacks no more than its last bytes. */
export function homeOf(bytes: Buffer): SessionHome {
  return isOver(parseJournal(bytes)) ? 'closed' : 'open';
}

/** A sitting that only waits writes a line every ten seconds: lines alone say little. */
function fullnessOf(bytes: Buffer) {
  const journal = parseJournal(bytes);
  const { events } = journal;
  const answered = events.flatMap((event) => {
    if (event.type === 'studied') return [event.item];
    const isAnswer = event.type === 'responded' || event.type === 'graded';
    return isAnswer && event.response !== null ? [String(event.slot)] : [];
  });
  const graded = events.flatMap((event) => (event.type === 'graded' ? [event.slot] : []));
  return {
    answered: new Set(answered).size,
    graded: new Set(graded).size,
    ended: Number(isOver(journal)),
    sound: new Set(soundLines(bytes, journal)).size,
    length: plain(bytes).length,
  };
}

/** The lines of a journal that read, in their order and without their ends; the second is what parsing these bytes gave. */
export function soundLines(bytes: Buffer, { damaged, torn, unread = Number.POSITIVE_INFINITY }: JournalText): string[] {
  const bad = new Set([...damaged, ...torn]);
  return bytes
    .toString()
    .replace(/^\ufeff/, '')
    .split('\n')
    .filter((line, index) => line.trim() !== '' && !bad.has(index + 1) && index + 1 < unread)
    .map((line) => line.trimEnd());
}
