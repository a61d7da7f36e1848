// A text that is typed on the screen, as a function from what stands there and a key to what stands there then.
import { withoutLastWord } from '../../core/text/beginning.ts';
import type { Key } from './keys.ts';

/** The text after a key that types or takes back; undefined where the key does neither. */
export function edited(before: string, { name, text }: Key): string | undefined {
  if (text !== '') return before + text;
  if (name === 'backspace') return [...before].slice(0, -1).join('');
  if (name === 'ctrl-w') return withoutLastWord(before);
  return name === 'ctrl-u' ? '' : undefined;
}
