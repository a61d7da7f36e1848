// Sequences in a text that was pasted: colours of what a program printed, links, titles. None of it is text, to its last character.
const ESC = '\u001b';
/** The ends of a paste, in two bytes of seven bits and in one of eight. */
const PASTE_ENDS: readonly string[] = [`${ESC}[201~`, '\u009b201~'];

/** Longer than the end of a paste. */
const LONGEST = 16;

const CONTROL = /^\u001b\[[ -?]*$/;
const INTERMEDIATE = /^\u001b[ -/]*$/;
const STRING = /^\u001b[\]PX^_]$/;

/** What a character in a paste is: text, the end of the paste, or a part of a sequence, of which so much is to be kept. */
export type InPaste = 'text' | 'end' | { readonly held: string };

/** Reads a character behind what was held of a sequence. The string of one ends with its line too, so that it takes nothing else along. */
export function inPaste(held: string, character: string): InPaste {
  const begun = held + character;
  if (PASTE_ENDS.includes(begun)) return 'end';
  if (character === ESC || character === '\u009b') return { held: character };
  if (held === '' || (character < ' ' && character !== '\u0007')) return 'text';
  if (STRING.test(held)) return { held: character === '\u0007' ? '' : held };
  const goesOn = [CONTROL, INTERMEDIATE, STRING].some((form) => form.test(begun)) || PASTE_ENDS[1]?.startsWith(begun);
  if (goesOn) return { held: begun.slice(0, LONGEST) };
  const ends = held.startsWith(ESC) && character >= '0' && character <= '~';
  return ends ? { held: '' } : 'text';
}
