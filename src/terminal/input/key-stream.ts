// The keys of the terminal as a stream, for readline and the prompts on it: nothing but keys comes out.
import { Readable } from 'node:stream';
import { monotonic } from '../../system/monotonic.ts';
import { setRawMode } from '../tty.ts';
import { PASTED } from './keys.ts';
import { giveUp, pastedIn, patienceOf, type Read, read, startReading } from './sequences.ts';

/** What a prompt may do with its input: that of a terminal, so that it can be read key by key. */
export type KeyStream = Readable & { readonly isTTY: boolean; setRawMode(raw: boolean): void };

/** A hand sends one key at a time, a terminal all of a sequence or a paste; what comes this soon after it still belongs to it. */
const LONGEST_KEY = 8;
const SOON_MS = 50;

const CTRL_Z = '\u001a';

/** Reads standard input while somebody reads from the stream. `suspend` is called at Ctrl-Z, which then goes no further. */
export function keyStream(suspend?: () => void): KeyStream {
  const { stdin } = process;
  let reading = startReading();
  let lastAt = 0;
  let waiting: { readonly timer: NodeJS.Timeout; readonly ms: number } | undefined;

  const keys = new Readable({ read: () => undefined });
  const hand = (step: Read) => {
    reading = step.reading;
    for (const key of inPieces(step.keys)) {
      // Readline would wait once more for what follows an Esc, would take a text letter by letter, and Tab for one.
      if (typeof key !== 'string') keys.emit('keypress', onOneLine(key.pasted), { name: PASTED, sequence: key.pasted });
      else if (key === CTRL_Z && suspend) suspend();
      else if (key === '\u001b') keys.emit('keypress', key, { name: 'escape', sequence: key, meta: true });
      else if (key === '\t') keys.emit('keypress', undefined, { name: 'tab', sequence: key });
      else keys.push(key);
    }
  };
  /** Keys that a hand presses do not make what was begun wait longer: else whoever presses them would stay unheard. */
  const wait = (isOfOnePiece: boolean) => {
    const ms = patienceOf(reading);
    if (ms === waiting?.ms && !isOfOnePiece) return;
    clearTimeout(waiting?.timer);
    waiting = ms === undefined ? undefined : { ms, timer: setTimeout(stopWaiting, ms).unref() };
  };
  const stopWaiting = () => {
    waiting = undefined;
    const since = reading;
    // What came while the program was busy is read first: it was not late.
    setImmediate(() => {
      if (reading !== since) return;
      hand(giveUp(reading));
      wait(false);
    });
  };
  const take = (bytes: Buffer) => {
    const now = monotonic();
    const isOfOnePiece = bytes.length > LONGEST_KEY || now - lastAt < SOON_MS;
    lastAt = now;
    hand(read(reading, bytes));
    wait(isOfOnePiece);
  };
  const end = () => keys.push(null);
  const fail = (error: Error) => keys.destroy(error);
  const stopReading = () => stdin.off('data', take).off('end', end).off('error', fail).pause();
  const startReadingOn = () => {
    stopReading();
    if (!keys.isPaused()) stdin.on('data', take).on('end', end).on('error', fail).resume();
  };
  keys.on('resume', startReadingOn).on('pause', stopReading);
  return Object.assign(keys, { isTTY: true, setRawMode });
}

type Piece = string | { readonly pasted: string };

/** The keys of a read, with all that was pasted at once in one piece. */
function inPieces(keys: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  for (const key of keys) {
    const [last, character] = [pieces.at(-1), pastedIn(key)];
    if (character === undefined) pieces.push(key);
    else if (typeof last === 'object') pieces[pieces.length - 1] = { pasted: last.pasted + character };
    else pieces.push({ pasted: character });
  }
  return pieces;
}

/** Only a key that is pressed ends a line. */
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replaceAll('\t', ' ');
}
