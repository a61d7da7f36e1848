import type { Readable } from 'node:stream';

/** A line longer than this is not read: it comes as undefined. */
const LONGEST_LINE = 64 * 1024;

/** Of lines that are read and not taken yet: more would fill the memory where somebody writes faster than is answered. */
const MOST_WAITING = 1000;

/** What comes after the last line: no text, because any text may be a line. */
export const END = Symbol('end of the stream');

type Line = string | undefined | typeof END;

/** The lines of a stream, one by one. */
export interface Lines {
  /** The next line. Rejects with the signal's reason when it aborts. */
  next(signal: AbortSignal): Promise<Line>;
  /** Reads no more: else the program would wait for whoever writes. */
  close(): void;
}

/** Splits a stream into lines of bounded length. The stream is opened when the first of them is asked for. */
export function linesOf(open: () => Readable): Lines {
  const ready: Line[] = [];
  let stream: Readable | undefined;
  let partial = '';
  let isTooLong = false;
  let isBegun = false;
  let wake: () => void = () => undefined;
  const add = (text: string) => {
    isTooLong ||= partial.length + text.length > LONGEST_LINE;
    partial = isTooLong ? '' : partial + text;
  };
  const finish = () => {
    ready.push(isTooLong ? undefined : partial);
    isTooLong = false;
    partial = '';
  };
  const read = (chunk: string) => {
    const text = isBegun ? chunk : chunk.replace(/^\ufeff/, ''); // a mark that some programs begin a text with
    const [first = '', ...others] = text.split('\n');
    isBegun = true;
    add(first);
    for (const other of others) {
      finish();
      add(other);
    }
    if (ready.length > MOST_WAITING) stream?.pause();
    wake();
  };
  const end = () => {
    if (partial !== '' || isTooLong) finish(); // behind the last line's end there is none
    ready.push(END);
    wake();
  };
  return {
    async next(signal) {
      stream ??= open().setEncoding('utf8').on('data', read).on('end', end).on('error', end);
      await new Promise(setImmediate); // else the clock and whoever tells the program to end would wait for all that is there
      signal.throwIfAborted();
      while (ready.length === 0) {
        await new Promise<void>((resolve, reject) => {
          const abort = () => reject(signal.reason);
          signal.addEventListener('abort', abort, { once: true });
          wake = () => {
            signal.removeEventListener('abort', abort);
            resolve();
          };
        });
      }
      if (ready[0] === END) return END; // and again, however often it is asked for
      if (ready.length === 1) stream.resume();
      return ready.shift();
    },
    close: () => void stream?.destroy(),
  };
}
