// Where one stands in a list to pick from, as a function from that and a key to where one stands then: the same in every list.
import type { Key } from './keys.ts';

export interface ListCursor {
  readonly at: number;
  /** What was typed of a name, since the cursor was moved otherwise. */
  readonly typed: string;
}

/** The place after a key; undefined where the key does not move. `page`: how many entries are in sight. */
export function movedInList(
  { at, typed }: ListCursor,
  { name, text }: Key,
  entries: readonly string[],
  page: number,
): ListCursor | undefined {
  const to = (next: number) => ({ at: Math.min(entries.length - 1, Math.max(0, next)), typed: '' });
  if (name === 'down') return to(at + 1);
  if (name === 'up') return to(at - 1);
  if (name === 'pgdn') return to(at + page);
  if (name === 'pgup') return to(at - page);
  if (name === 'home') return to(0);
  if (name === 'end') return to(entries.length);
  if (text === '' || `${typed}${text}`.trim() === '') return undefined;
  const longer = `${typed}${text}`;
  const found = jump(longer, entries, typed === '' ? at + 1 : at);
  if (found !== undefined) return { at: found, typed: longer };
  return { at: jump(text, entries, at + 1) ?? at, typed: text }; // another name begins, or the next one with this letter is meant
}

const LETTERS: Readonly<Record<string, string>> = { j: 'down', k: 'up' };

/** The same where no name is typed, since letters are keys: j and k are arrows. */
export function movedByKey(
  cursor: ListCursor,
  name: string,
  entries: readonly string[],
  page: number,
): ListCursor | undefined {
  return movedInList(cursor, { name: LETTERS[name] ?? name, text: '' }, entries, page);
}

/** The next entry from a place on that begins with a text, else that has a word which does; after the last one comes the first. */
function jump(typed: string, entries: readonly string[], from: number): number | undefined {
  const wanted = typed.toLowerCase();
  const texts = entries.map((entry) => entry.trim().toLowerCase());
  const order = texts.map((_, index) => (from + index) % texts.length);
  const isBegun = (index: number) => texts[index]?.startsWith(wanted) === true;
  const hasWord = (index: number) =>
    texts[index]?.split(/[\s/(-]+/).some((_, at, words) => words.slice(at).join(' ').startsWith(wanted)) === true;
  return order.find(isBegun) ?? order.find(hasWord);
}
