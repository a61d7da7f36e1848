import type { Readable } from 'node:stream';

/** A line longer than this is not read: it comes as undefined. */
const LONGEST_LINE = 64 * 1024;

/** Of lines that are read and not taken yet: more would fill the memory where somebody writes faster than is answered. */
const MOST_WAITING = 1000;

export interface Lines {
  /** The next line; `'end'` after the last. Rejects with the signal's reason when it aborts. */
  next(signal: AbortSignal): Promise<string | 'end' | undefined>;
  /** Reads no more: else the program would wait for whoever writes. */
  close(): void;
}

/** Splits a stream into lines of bounded length. The stream is opened when the first of them is asked for. */
export function linesOf(open: () => Readable): Lines {
  const ready: (string | undefined | typeof END)[] = [];
  let stream: Readable | undefined;
  let partial = '';
  let tooLong = false;
  let wake: () => void = () => undefined;
  const finish = (text: string) => {
    ready.push(tooLong ? undefined : text);
    tooLong = false;
  };
  const read = (chunk: string) => {
    const [first = '', ...others] = chunk.split('\n');
    partial += first;
    for (const other of others) {
      finish(partial);
      partial = other;
    }
    if (partial.length > LONGEST_LINE) [tooLong, partial] = [true, ''];
    if (ready.length > MOST_WAITING) stream?.pause();
    wake();
  };
  const end = () => {
    if (partial !== '') finish(partial);
    partial = '';
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
      if (ready[0] === END) return 'end';
      if (ready.length === 1) stream.resume();
      return ready.shift() as string | undefined; // END was handled above
    },
    close: () => void stream?.destroy(),
  };
}

const END = Symbol('end of the stream');
