// Sequences in a text that was pasted: colours of what a program printed, links, titles. None of it is text, to its last character.
const ESC = '\u001b';
const BEL = '\u0007';
const PASTE_END = `${ESC}[201~`;

/** Longer than the end of a paste. */
const LONGEST = 16;

const CONTROL = /^\u001b\[[ -?]*$/;
const INTERMEDIATE = /^\u001b[ -/]*$/;
const STRING = /^\u001b[\]PX^_]$/;

/** What a character in a paste is: text, the end of the paste, or a part of a sequence, of which so much is to be kept. */
export type InPaste = 'text' | 'end' | { readonly held: string };

/** Reads a character behind what was held of a sequence. The string of one ends with its line too, so that it takes nothing else along. */
export function inPaste(held: string, character: string): InPaste {
  const opened = openedBy(character);
  const begun = opened ?? held + character;
  if (begun === PASTE_END) return 'end';
  if (opened === undefined) {
    if (held === '' || (character < ' ' && character !== BEL)) return 'text';
    if (STRING.test(held)) return { held: character === BEL ? '' : held };
  }
  if ([CONTROL, INTERMEDIATE, STRING].some((form) => form.test(begun))) return { held: begun.slice(0, LONGEST) };
  return /[0-~]$/.test(begun) ? { held: '' } : 'text';
}

/** What a character begins anew: an escape, or what a control of eight bits is in two of seven (ECMA-48 5.3). */
function openedBy(character: string): string | undefined {
  if (character === ESC) return ESC;
  const isControl = character >= '\u0080' && character <= '\u009f';
  return isControl ? ESC + String.fromCharCode(character.charCodeAt(0) - 0x40) : undefined;
}
