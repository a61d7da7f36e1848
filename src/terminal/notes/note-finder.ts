// Finding words in the notes: the field in which they are typed or pasted, and what is said of what was found.
import type { Keymap } from '../../core/keymap.ts';
import { type Line, line, span } from '../../core/text/styled.ts';
import { count } from '../../core/text/wording.ts';
import type { Key } from '../input/keys.ts';
import { edited } from '../input/text-field.ts';
import { stringWidth } from '../painting/paint.ts';
import type { NoteCursor } from './note-cursor.ts';

export interface NoteFinder {
  isTyping(): boolean;
  /** Opens an empty field; one that is left with Esc, or empty, changes nothing of what is looked for. */
  open(): void;
  /** A key in the field; whether it changed anything. */
  press(key: Key): boolean;
  /** Of several lines the first is taken. */
  paste(text: string): void;
  /** To the next line with the words, or the one before. */
  find(step: 1 | -1): void;
  /** Says nothing any more. */
  fallSilent(): void;
  /** The field, or what is said, where there is any. */
  lines(columns: number): Line[];
}

/** Words are no longer than an answer may be that is typed. */
const LONGEST = 200;

/** Begins with words that were looked for already. */
export function noteFinder(
  cursor: Pick<NoteCursor, 'find' | 'count' | 'hit'>,
  search: string,
  keys: Keymap,
): NoteFinder {
  let words = search;
  let lookedFor = search;
  let typing = false;
  const noneFound = () => `"${words}" does not stand in the notes.`;
  const foundAt = (number: number, of: number) => `${number} of ${count(of, 'line')} with "${words}"`;
  let said = words.trim() === '' ? '' : cursor.hit() ? foundAt(1, cursor.count(words)) : noneFound();
  const put = (text: string) => {
    words = [...text].slice(0, LONGEST).join('');
  };
  const find = (step: 1 | -1) => {
    if (words.trim() === '') {
      said = `Nothing is looked for yet: press ${keys.find} and type a word.`;
      return;
    }
    const found = cursor.find(words, step);
    said = found ? foundAt(found.number, found.of) : noneFound();
  };
  return {
    isTyping: () => typing,
    open() {
      [typing, lookedFor, words] = [true, words, ''];
    },
    press(key) {
      const before = words;
      const { name } = key;
      if (name === 'enter' || name === 'esc') typing = false;
      else put(edited(words, key) ?? words);
      if (name === 'esc' || (name === 'enter' && words.trim() === '')) words = lookedFor;
      else if (name === 'enter') find(1);
      return !typing || words !== before;
    },
    paste(text) {
      const [first = ''] = text.trim().split(/[\r\n]/);
      put(words + first.replaceAll('\t', ' '));
    },
    find,
    fallSilent() {
      said = '';
    },
    lines: (columns) =>
      typing ? [line(span(field(words, columns), 'strong'))] : said === '' ? [] : [line(span(said, 'caution'))],
  };
}

/** The field on one row: where there is no room for all of the words, their end. */
function field(words: string, columns: number): string {
  const withWords = (shown: string) => `Find: ${shown === words ? '' : '...'}${shown}_`;
  let shown = words;
  while (stringWidth(withWords(shown)) > columns && shown !== '') shown = [...shown].slice(1).join('');
  return withWords(shown);
}
