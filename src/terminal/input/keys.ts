// Keys as screens understand them, and the guard that keeps held keys and type-ahead from answering anything.
import { actionOn, type KeyedPage, type Keymap } from '../../core/keymap.ts';
import { withoutUnsafe } from '../../core/text/safe.ts';
import { edited } from './text-field.ts';

export interface Key {
  /** "enter", "up", "1", "ctrl-u"; of a letter or a sign the action that it has on the page ("flag"), or itself where it has none. */
  readonly name: string;
  /** What it types: one printable character or nothing; a paste types the whole text. */
  readonly text: string;
}

/** What readline tells of a key press. */
export interface RawKey {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
}

/** A paste comes as one key of this name, and its sequence is the text. */
export const PASTED = 'paste';

const NAMES: Readonly<Record<string, string>> = {
  return: 'enter',
  enter: 'enter',
  escape: 'esc',
  pageup: 'pgup',
  pagedown: 'pgdn',
};

/** The control keys that edit a text that is typed. All others mean nothing here. */
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

/** The key that a paste comes as. It types all of the text at once, in one row, and without what cannot be seen. */
export function pastedKey(text: string): Key {
  return { name: PASTED, text: withoutUnsafe(text.replace(/\s+/g, ' ')) };
}

/** The key by the name of the action that it has on a page. */
export function readOn(page: KeyedPage, key: Key, keys: Keymap): Key {
  return { ...key, name: actionOn(page, key.name, keys) ?? key.name };
}

export interface Guard {
  /** Whether a key may act now. `isTyping`: the screen is a field, so text that was begun before it was up may go on. */
  admits(now: number, key: Key, isTyping: boolean): boolean;
  /** To be called when a new screen is up. For a moment keys are dropped, since they were meant for the old screen. */
  screenChanged(now: number, pauseMs?: number): void;
}

const PAUSE_MS = 150;

/**
 * Drops keys that come before a screen could be read, and goes on dropping them while a key is held down. One thing is let through:
 * text that follows the key which opened a field at once. It was meant for the field, and does no harm there. That ends with the
 * first other key, or with the same key again, because then it is held down.
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
