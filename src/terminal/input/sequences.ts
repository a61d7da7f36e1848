// Keys out of what a terminal sends. It also sends what nobody pressed: reports of its mouse, focus and window, replies to a
// program that was gone when they came, keys in forms that nobody asked for. Read as characters these would answer questions. So each
// sequence is read to its end, by the grammar of ECMA-48 (5.4 control sequences, 5.6 control strings) and with the marks of pastes and the
// mouse of xterm (invisible-island.net/xterm/ctlseqs), and what is no key that is known here goes no further.
import { charactersOf } from './characters.ts';
import { inPaste } from './pasted-sequences.ts';

type Mode =
  /** Between sequences. */
  | 'rest'
  /** After an Esc that was taken for the key, since nothing followed it in time. */
  | 'told'
  | 'escape'
  /** ESC and intermediate bytes: an escape sequence of type nF (ECMA-35 13.2.1). */
  | 'intermediate'
  | 'control'
  /** CSI [: a function key of the Linux console. */
  | 'console'
  /** SS3. */
  | 'shift'
  /** OSC, DCS, SOS, PM, APC. */
  | 'string'
  /** In a string, after the ESC that may begin its end. */
  | 'ending'
  /** Characters that a report of the mouse has after its sequence. */
  | 'mouse'
  | 'paste';

/** Where reading stands. */
export interface Reading {
  readonly mode: Mode;
  /** What was read of a sequence that may still be that of a key; in a paste, of one that stands there, or of its end. */
  readonly held: string;
  /** How many characters of the mouse are to come. */
  readonly left: number;
  /** The bytes of a character that is not whole yet. */
  readonly begun: readonly number[];
}

export interface Read {
  readonly reading: Reading;
  /** The characters of each key: "a", ESC [ A, ESC and "a" for Alt. A character of a paste stands behind the mark of pastes. */
  readonly keys: readonly string[];
}

export function startReading(): Reading {
  return { mode: 'rest', held: '', left: 0, begun: [] };
}

/** Reads on: the keys that are whole now. Where the bytes are cut into several reads makes no difference. */
export function read(from: Reading, bytes: Uint8Array): Read {
  const { characters, begun } = charactersOf(from.begun, bytes);
  const keys: string[] = [];
  let reading = from.mode === 'told' ? afterTold(from, characters) : from;
  for (const character of characters) {
    let step = stepIn(reading, character);
    while (step.again) step = stepIn(step.next, character);
    if (step.key !== undefined) keys.push(step.key);
    reading = step.next;
  }
  return { reading: { ...reading, begun }, keys };
}

/** What was begun is not going on: an Esc that stands alone is the key, anything else that is not whole is none. */
export function giveUp({ mode, held }: Reading): Read {
  const rest = startReading();
  if (mode === 'escape') return { reading: { ...rest, mode: 'told' }, keys: [ESC] };
  return { reading: rest, keys: mode === 'intermediate' ? [held] : [] };
}

/** A terminal sends a sequence at once, so a lone Esc is known soon; a line between may hold up what has begun. */
const ESCAPE_MS = 50;
const SEQUENCE_MS = 1000;

/** How long what was begun may wait for more; undefined where nothing was. */
export function patienceOf({ mode, begun }: Reading): number | undefined {
  if (mode === 'escape' || mode === 'intermediate') return ESCAPE_MS;
  return mode === 'rest' && begun.length === 0 ? undefined : SEQUENCE_MS;
}

/** The text of a line that a terminal put together itself: what is no character is left out. */
export function typedText(line: string): string {
  const { keys } = read(startReading(), Buffer.from(line));
  return keys.map((key) => pastedIn(key) ?? (key.startsWith(ESC) ? '' : key)).join('');
}

/** The character that was pasted; undefined where the key was pressed. */
export function pastedIn(key: string): string | undefined {
  return key.startsWith(PASTE) ? key.slice(PASTE.length) : undefined;
}

const ESC = '\u001b';
const PASTE = '\u001b[200~';

/** Introducers of one character (C1) as their two of seven bits (ECMA-48 5.3). */
const OPENERS: Readonly<Record<string, string>> = {
  '\u008f': 'O',
  '\u0090': 'P',
  '\u0098': 'X',
  '\u009b': '[',
  '\u009d': ']',
  '\u009e': '^',
  '\u009f': '_',
};

/** Arrows, Home, End and the block beside them, with modifiers, twice ESC where that is how Alt is sent; Shift-Tab. */
const KNOWN = /^\u001b{1,2}(?:\[(?:(?:1;[2-8])?[A-DFH]|[1-8](?:;[2-8])?~|Z)|O[A-DFH])$/;

/** Longer than any sequence of a key that is known. */
const LONGEST = 16;

/** How many characters follow a report of the mouse that has no parameters: a press, and the end of a selection. */
const MOUSE: Readonly<Record<string, number>> = { M: 3, t: 2, T: 6 };

interface Step {
  readonly next: Reading;
  readonly key?: string;
  /** The character ended the sequence without being a part of it: it is to be read anew. */
  readonly again?: boolean;
}

function stepIn(reading: Reading, character: string): Step {
  switch (reading.mode) {
    case 'rest':
    case 'told':
      return fromRest(reading, character);
    case 'escape':
      return fromEscape(reading, character);
    case 'intermediate':
      if (isIntermediate(character)) return { next: reading };
      return isPrintable(character) ? end(reading) : breakOff(reading);
    case 'control':
      return inControl(reading, character);
    case 'console':
    case 'shift':
      return inShift(reading, character);
    case 'string':
      return inString(reading, character);
    case 'ending':
      return character === '\\' ? end(reading) : { next: { ...reading, mode: 'escape', held: ESC }, again: true };
    case 'mouse':
      if (character < ' ' && character !== '\u0000') return breakOff(reading); // too far right is told as NUL
      return reading.left > 1 ? { next: { ...reading, left: reading.left - 1 } } : end(reading);
    case 'paste':
      return fromPaste(reading, character);
    default:
      return reading.mode satisfies never;
  }
}

function fromRest(reading: Reading, character: string): Step {
  if (character === ESC) return { next: { ...reading, mode: 'escape', held: ESC } };
  const opener = OPENERS[character];
  if (opener !== undefined) return open(reading, opener, character);
  const isControl = character >= '\u0080' && character <= '\u009f';
  return isControl || character === '\ufffd' ? { next: atRest(reading) } : { next: atRest(reading), key: character };
}

function fromEscape(reading: Reading, character: string): Step {
  if (character === ESC) return { next: { ...reading, held: ESC + ESC } };
  if (OPENERS[character] !== undefined) return breakOff(reading);
  const held = reading.held + character;
  if (isIntermediate(character)) return { next: { ...reading, mode: 'intermediate', held } };
  return Object.values(OPENERS).includes(character) ? open(reading, character, held) : end(reading, held);
}

/** `held` is what introduces it; in one character, it is never a key's. */
function open(reading: Reading, opener: string, held: string): Step {
  const mode = opener === '[' ? 'control' : opener === 'O' ? 'shift' : 'string';
  return { next: { ...reading, mode, held } };
}

function inControl(reading: Reading, character: string): Step {
  if (!isPrintable(character)) return breakOff(reading);
  const held = reading.held + character;
  if (character < '@') return { next: { ...reading, held: held.slice(0, LONGEST) } };
  const sequence = held.replace(/^(?:\u001b+\[|\u009b)/, '');
  if (sequence === '[') return { next: { ...reading, mode: 'console' } };
  if (sequence === '200~') return { next: { ...reading, mode: 'paste', held: '' } };
  const left = MOUSE[sequence];
  if (left !== undefined) return { next: { ...reading, mode: 'mouse', left } };
  return end(reading, KNOWN.test(held) ? held : undefined);
}

/** One character, after digits where a terminal puts modifiers. */
function inShift(reading: Reading, character: string): Step {
  if (!isPrintable(character)) return breakOff(reading);
  const held = reading.held + character;
  if (/[0-9;]/.test(character)) return { next: { ...reading, held: held.slice(0, LONGEST) } };
  return end(reading, reading.mode === 'shift' && KNOWN.test(held) ? held : undefined);
}

/** Up to BEL or ST. CAN ends it too, and so do the keys that must always work: Ctrl-C and Ctrl-Z (SUB). */
function inString(reading: Reading, character: string): Step {
  if (['\u0007', '\u009c', '\u0018'].includes(character)) return end(reading);
  if (['\u0003', '\u001a'].includes(character)) return breakOff(reading);
  return { next: character === ESC ? { ...reading, mode: 'ending' } : reading };
}

function fromPaste(reading: Reading, character: string): Step {
  const found = inPaste(reading.held, character);
  if (found === 'end') return end(reading);
  const { held } = found === 'text' ? { held: '' } : found;
  const next = held === reading.held ? reading : { ...reading, held };
  return found === 'text' && isText(character) ? { next, key: PASTE + character } : { next };
}

/** A control in a paste does nothing; lines and tabs are a part of the text. */
function isText(character: string): boolean {
  return /^[\r\n\t]$|^[^\0-\x1f\x7f-\x9f\ufffd]/u.test(character);
}

/** The rest of a sequence whose ESC was taken for the key comes in one piece; what a hand types comes one by one. */
function afterTold(reading: Reading, [first = '', ...others]: readonly string[]): Reading {
  const goesOn = others.length > 0 && Object.values(OPENERS).includes(first);
  return goesOn ? { ...reading, mode: 'escape', held: ESC } : atRest(reading);
}

function atRest(reading: Reading): Reading {
  return { ...reading, mode: 'rest', held: '' };
}

function end(reading: Reading, key?: string): Step {
  return { next: atRest(reading), ...(key !== undefined && { key }) };
}

function breakOff(reading: Reading): Step {
  return { next: atRest(reading), again: true };
}

function isIntermediate(character: string): boolean {
  return character >= ' ' && character <= '/';
}

function isPrintable(character: string): boolean {
  return character >= ' ' && character <= '~';
}
