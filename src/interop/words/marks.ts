// Marks that say of an option that it is right: bold, a tick, "(correct)". They are no part of its text.
import { RIGHT_WORDS } from './words.ts';

/** A mark before or behind an option: that it is right, or that it is not. */
export type KeyMark = 'right' | 'wrong';

export interface Unmarked {
  readonly text: readonly string[];
  readonly mark?: KeyMark | 'bold';
}

const RIGHT = '✅|✔️?|✓|☑️?';
const WRONG = '❌|✗|✘|❎';
const WORD = `\\*?[(（](?:${RIGHT_WORDS})[)）]\\*?|[-–—]\\s+correct|<--+|⬅️?`;
const NOT = '\\*?\\((?:incorrect|wrong)\\)\\*?';
const BEFORE = new RegExp(`^(\\*\\*|__)?\\s*(?:(${RIGHT})|${WRONG})\\s*([\\s\\S]+)$`, 'iu');
const BEHIND = new RegExp(
  `^([\\s\\S]+?)\\s*(?:(\\*\\*|__)\\s*)?(?:((?:${RIGHT})|(?:${WORD}))|(?:${WRONG})|(?:${NOT}))\\s*(\\*\\*|__)?$`,
  'iu',
);
const BOLD = /^(?:\*\*|__)([^*_][\s\S]*?)(?:\*\*|__)[.\s]*$/;
/** ==Marked== or underlined, which is read as bold. */
const SHOWN = /^(?:==([^=]+)==|<(u|mark)>([^<]+)<\/\2>)[.\s]*$/i;

/** Dumps of exams write it behind the option that won the vote of their readers, which is no key. */
const MOST_VOTED = /(?<!\s)\s*[*_([]{0,3}most voted[*_)\]]{0,3}\s*$/i;

/** Only so many characters of the end are looked at, since a form would go through all of a long text. */
const LONGEST_SIGN = 80;

/** An option without the sign before or behind it that it is right or wrong, else without being bold as a whole. */
export function withoutMark(text: readonly string[], isTask = false): Unmarked {
  const whole = text.join('\n').replace(MOST_VOTED, '').trim();
  const [, bold = '', right, rest] = BEFORE.exec(whole) ?? [];
  if (rest !== undefined) return { text: [bold + rest], mark: right === undefined ? 'wrong' : 'right' };
  const end = Math.max(0, whole.length - LONGEST_SIGN);
  const [, before, closed = '', said, open = ''] = BEHIND.exec(whole.slice(end)) ?? [];
  if (before !== undefined)
    return {
      text: [balanced(`${whole.slice(0, end)}${before}${closed}`, open)],
      mark: said === undefined ? 'wrong' : 'right',
    };
  const [, marked, , underlined] = SHOWN.exec(whole) ?? [];
  const inner = isTask ? undefined : (BOLD.exec(whole)?.[1] ?? marked ?? underlined);
  if (inner !== undefined && !/\*\*|__/.test(inner)) return { text: [inner], mark: 'bold' };
  return { text: MOST_VOTED.test(text.at(-1) ?? '') ? [whole] : text };
}

/** The places of options that have a sign that they are right, and all the texts without such signs; undefined where none has, or all have. */
export function signedAmong(
  texts: readonly string[],
): { readonly keys: readonly number[]; readonly texts: readonly string[] } | undefined {
  const bare = texts.map((text) => withoutMark([text], true));
  const keys = bare.flatMap(({ mark }, index) => (mark === 'right' ? [index] : []));
  if (keys.length === 0 || keys.length === texts.length) return undefined;
  return { keys, texts: bare.map(({ text }) => text.join('\n')) };
}

/** "two **(correct)**" leaves one mark of bold behind, "**two (correct)**" one to be closed. */
function balanced(text: string, open: string): string {
  if (text.endsWith('**') && (text.match(/\*\*/g) ?? []).length % 2 === 1 && open !== '')
    return text.slice(0, -2).trim();
  return (text.match(/\*\*/g) ?? []).length % 2 === 1 ? text + open : text;
}

/** The options that are marked as right; of bold ones, the only one. Signs go before bold. */
export function markedKeys(options: readonly { readonly mark?: Unmarked['mark'] | undefined }[]): number[] {
  const placesOf = (wanted: Unmarked['mark']) => options.flatMap(({ mark }, index) => (mark === wanted ? [index] : []));
  const right = placesOf('right');
  if (right.length > 0) return right;
  const bold = placesOf('bold');
  return bold.length === 1 ? bold : [];
}
