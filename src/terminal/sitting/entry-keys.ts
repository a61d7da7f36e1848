// Keys that put an answer together, whatever the kind of question.
import type { Press } from '../../core/items/kinds/kind.ts';
import type { Key } from '../input/keys.ts';

/** 1 to 9, or a, b, d and e for 1, 2, 4 and 5; NaN otherwise. C is left out: after an answer it compares, so it may be meant for that. */
export function numberOf({ name }: Key): number {
  if (/^[1-9]$/.test(name)) return Number(name);
  return /^[abde]$/.test(name) ? name.charCodeAt(0) - 96 : Number.NaN;
}

export function pressOf(key: Key): Press | undefined {
  const number = numberOf(key);
  if (!Number.isNaN(number)) return { type: 'pick', number };
  switch (key.name) {
    case 'up':
    case 'k':
      return { type: 'step', by: -1 };
    case 'down':
    case 'j':
      return { type: 'step', by: 1 };
    case 'space':
      return { type: 'tick' };
    case 'backspace':
      return { type: 'erase' };
    case 'delete':
      return { type: 'clear' };
    default:
      return undefined;
  }
}

/** What a key does to a text that is being typed; undefined where it is no text. */
export function typedPress({ name, text }: Key): Press | undefined {
  if (text !== '') return { type: 'text', text };
  if (name === 'backspace') return { type: 'erase' };
  if (name === 'ctrl-w') return { type: 'erase-word' };
  return name === 'delete' || name === 'ctrl-u' ? { type: 'clear' } : undefined;
}
