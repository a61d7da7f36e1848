// Keys as screens understand them, and the guard that keeps held keys and type-ahead from answering anything.
import { actionOn, type KeyedPage, type Keymap } from '../../core/keymap.ts';
import { withoutUnsafe } from '../../core/text/safe.ts';
import { edited } from './text-field.ts';

export interface Key {
  /** "enter", "up", "1", "ctrl-u" – or the action that a letter or a sign stands for on its page: "flag"; the character typed where it stands for none. */
  readonly name: string;
  /** What it types: one printable character, or nothing; of a paste, the text. */
  readonly text: string;
}

/** What readline tells of a key press. */
export interface RawKey {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
}

/** The name of the key that a paste is; what was pasted is its sequence. */
export const PASTED = 'paste';

const NAMES: Readonly<Record<string, string>> = {
  return: 'enter',
  enter: 'enter',
  escape: 'esc',
  pageup: 'pgup',
  pagedown: 'pgdn',
};

/** Control keys that change a text where one is typed; the others mean nothing here. */
const EDITING: readonly string[] = ['u', 'w'];

/** The key, or undefined where it means nothing here (most control keys, one with Alt). */
export function keyOf({ name = '', sequence = '', ctrl, meta }: RawKey): Key | undefined {
  if (name === PASTED) return { name, text: sequence };
  if (meta && name !== 'escape') return undefined;
  if (ctrl) return EDITING.includes(name) ? { name: `ctrl-${name}`, text: '' } : undefined;
  const isText = [...sequence].length === 1 && sequence >= ' ' && sequence !== '\u007f';
  if (isText) return { name: sequence === ' ' ? 'space' : sequence.toLowerCase(), text: sequence };
  return name === '' || name === 'undefined' ? undefined : { name: NAMES[name] ?? name, text: '' };
}

/** What was pasted, as a key that types all of it at once into a field: in one row, without what cannot be seen. */
export function pastedKey(text: string): Key {
  return { name: PASTED, text: withoutUnsafe(text.replace(/\s+/g, ' ')) };
}

/** The key as a page reads it: an action has its key there, whichever that is. */
export function readOn(page: KeyedPage, key: Key, keys: Keymap): Key {
  return { ...key, name: actionOn(page, key.name, keys) ?? key.name };
}

export interface Guard {
  /** Whether a key may act now. `isTyping`: the screen is a field, into which text may be typed on that was begun before it was up. */
  admits(now: number, key: Key, isTyping: boolean): boolean;
  /** A new screen is up: for a moment nothing that was meant for the old one acts on it. */
  screenChanged(now: number, pauseMs?: number): void;
}

const PAUSE_MS = 150;

/**
 * Drops keys that come before a screen could be read, and goes on dropping them while a key is held. Text right behind the key that opened
 * a field was meant for the field and only stands there; not so once anything else came, or that key again, which is held.
 */
export function keyGuard(): Guard {
  let quietUntil = 0;
  let pause = PAUSE_MS;
  let lastName = '';
  let isTypedOn = false;
  return {
    admits(now, key, isTyping) {
      if (now >= quietUntil) {
        lastName = key.name;
        return true;
      }
      isTypedOn &&= isTyping && key.name !== lastName && edited('', key) !== undefined;
      if (isTypedOn) return true;
      quietUntil = Math.max(quietUntil, now + Math.min(pause, PAUSE_MS));
      return false;
    },
    screenChanged(now, pauseMs = PAUSE_MS) {
      pause = pauseMs;
      isTypedOn = true;
      quietUntil = now + pauseMs;
    },
  };
}
