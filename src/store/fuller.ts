// Of two copies of one session, the one that counts. Every machine says the same of the same two.
import { type JournalText, parseJournal } from './journal-text.ts';

/**
 * The copy with more answers counts; of equal ones that which has an end, then that with more sound lines: a backup mends what was
 * damaged since. After that the longer, then the one that sorts last.
 */
export function judged(a: Buffer, b: Buffer): { readonly winner: Buffer; readonly loser: Buffer } {
  const [one, other] = [fullnessOf(a), fullnessOf(b)];
  const order =
    one.answered - other.answered ||
    one.ended - other.ended ||
    one.sound - other.sound ||
    a.length - b.length ||
    a.compare(b);
  return order > 0 ? { winner: a, loser: b } : { winner: b, loser: a };
}

/** Whether all that one copy says stands in the other: then there is nothing to keep of it. */
export function isWithin(loser: Buffer, winner: Buffer): boolean {
  return winner.subarray(0, loser.length).equals(loser);
}

/** Whether a session has its end, or lacks no more than the last bytes of it. */
export function isOver({ events, tornEnd }: JournalText): boolean {
  return tornEnd !== undefined || events.some(({ type }) => type === 'closed');
}

/** A sitting that only waits writes a line every ten seconds: lines alone say little. */
function fullnessOf(bytes: Buffer) {
  const text = bytes.toString('utf8');
  const journal = parseJournal(text);
  const answered = new Set(
    journal.events.flatMap((event) => {
      if (event.type === 'studied') return [event.item];
      const isAnswer = event.type === 'responded' || event.type === 'graded';
      return isAnswer && event.response !== null ? [String(event.slot)] : [];
    }),
  );
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  return {
    answered: answered.size,
    ended: Number(isOver(journal)),
    sound: lines - journal.damaged.length - journal.torn.length,
  };
}
