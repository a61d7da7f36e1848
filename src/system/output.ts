// What the program reads and writes. Node's streams for it take a fifth of Node's own start to make. So they are made for a terminal,
// or where a reader may have to be waited for; what is written before that goes to the descriptor itself.
import { fstatSync, type Stats, writeSync } from 'node:fs';
import { once } from '../core/once.ts';
import { inAscii } from '../core/text/glyphs.ts';
import { safe } from '../core/text/safe.ts';
import { wrapped } from '../core/text/wrap.ts';
import { ifPossible } from './if-possible.ts';

type Descriptor = 0 | 1 | 2;

export const INPUT = 0;
const OUTPUT = 1;
const ERRORS = 2;

/** So many bytes an empty pipe takes at once on every system: writing them waits for nobody. */
const AT_ONCE = 4096;

/** What to do where the system does not take what is written. */
type WhenFailed = (error: NodeJS.ErrnoException) => void;

/** An end that is written to. */
interface End {
  readonly descriptor: Descriptor;
  /** How many bytes may still go to it without the stream; undefined until it was looked at. */
  room: number | undefined;
  stream(): NodeJS.WriteStream;
  failed: WhenFailed;
  isWatched: boolean;
}

const raise: WhenFailed = (error) => {
  throw error;
};
const ignore = () => undefined;
const standardOutput = endOf(OUTPUT, () => process.stdout, raise);
const standardError = endOf(ERRORS, () => process.stderr, ignore);

function endOf(descriptor: Descriptor, stream: End['stream'], failed: WhenFailed): End {
  return { descriptor, room: undefined, stream, failed, isWatched: false };
}

/** What to do where standard output cannot be written. Where standard error cannot, there is nobody to tell. */
export function whenOutputFails(act: WhenFailed): void {
  standardOutput.failed = act;
}

let actBefore: (() => void) | undefined;

/** Has something done before anything is written by the functions below; undefined: nothing. */
export function beforeWriting(act: (() => void) | undefined): void {
  actBefore = act;
}

/** Writes to standard output: the data. */
export function print(content: string | Uint8Array): void {
  write(standardOutput, content);
}

/** Writes to standard error: what has a form of its own. */
export function printError(content: string): void {
  write(standardError, content);
}

let talksInAscii = false;

/** From here on what the program says beside its output has no signs of its own beyond ASCII. */
export function talkInAscii(): void {
  talksInAscii = true;
}

/** What the program says beside its output: on standard error, safe to show, and wrapped where a person reads it in a window. */
export function talk(text: string): void {
  const shown = safe(talksInAscii ? inAscii(text) : text);
  const columns = isTerminal(ERRORS) ? errors().columns : 0;
  write(standardError, `${wrapped(shown, columns > 0 ? columns : Number.POSITIVE_INFINITY)}\n`);
}

/** The stream of standard output. From here on all that is printed goes through it. */
export function output(): NodeJS.WriteStream {
  return streamOf(standardOutput);
}

/** The stream of standard error. */
export function errors(): NodeJS.WriteStream {
  return streamOf(standardError);
}

/** The size of the window that shows the output; that of a usual one where there is none. */
export function windowSize(): { readonly columns: number; readonly rows: number } {
  const { columns, rows } = hasWindow() ? output() : { columns: 0, rows: 0 };
  return { columns: columns || 80, rows: rows || 24 };
}

/** Whether the output is shown in a window, and goes nowhere else. */
export const hasWindow = once(() => isTerminal(OUTPUT));

/** Whether a terminal is at this end. What is no device is none: telling that first saves the loading of what knows terminals. */
export function isTerminal(descriptor: Descriptor): boolean {
  const isDevice = process.platform === 'win32' || statOf(descriptor)?.isCharacterDevice();
  return isDevice === true && process.getBuiltinModule('node:tty').isatty(descriptor);
}

function write(end: End, content: string | Uint8Array): void {
  actBefore?.();
  if (roomOf(end) === 0) streamOf(end).write(content);
  else {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const written = bytes.length <= roomOf(end) ? writeAtOnce(end, bytes) : 0;
    if (written < bytes.length) streamOf(end).write(bytes.subarray(written));
  }
}

function roomOf(end: End): number {
  end.room ??= roomAt(end.descriptor);
  return end.room;
}

/**
 * How much may be written without the stream. A file takes all: Node's stream writes to it once and takes a part for the whole, so that
 * on a disk that is just full the rest would go without a word. To a terminal, and to a pipe of Windows, the stream alone knows how to write.
 */
function roomAt(descriptor: Descriptor): number {
  const stats = statOf(descriptor);
  if (stats?.isFile()) return Number.POSITIVE_INFINITY;
  return stats?.isCharacterDevice() || process.platform === 'win32' ? 0 : AT_ONCE;
}

/** Writes what there is room for. How much that was; all of it where the end has failed, which takes nothing any more. */
function writeAtOnce(end: End, bytes: Uint8Array): number {
  let at = 0;
  try {
    while (at < bytes.length) at += writeSync(end.descriptor, bytes, at);
    end.room = roomOf(end) - at;
    return at;
  } catch (error) {
    const failure = error as NodeJS.ErrnoException; // the file system throws nothing else
    if (failure.code === 'EAGAIN') return at;
    end.failed(failure);
    return bytes.length;
  }
}

function streamOf(end: End): NodeJS.WriteStream {
  const stream = end.stream();
  if (!end.isWatched) stream.on('error', (error) => end.failed(error));
  end.isWatched = true;
  if (roomOf(end) !== Number.POSITIVE_INFINITY) end.room = 0;
  return stream;
}

function statOf(descriptor: Descriptor): Stats | undefined {
  return ifPossible(() => fstatSync(descriptor)); // it may be closed
}
