// The keys of the terminal, by one prompt of @inquirer/core that lasts as long as the terminal is ours.
import { Writable } from 'node:stream';
import { createPrompt, ExitPromptError, useEffect, useKeypress } from '@inquirer/core';
import { Interrupted } from '../../system/interrupt.ts';
import { keyStream } from './key-stream.ts';
import type { RawKey } from './keys.ts';

export interface Handlers {
  press(key: RawKey): void;
  /** Ctrl-Z. */
  suspend(): void;
  /** Takes what brings the keys back when the program goes on after it was stopped. */
  whenBack(listen: () => void): void;
}

/** Hands the keys on until the signal aborts or the input ends. Rejects with `Interrupted` on Ctrl-C. */
export async function takeKeys({ press, suspend, whenBack }: Handlers, signal: AbortSignal): Promise<void> {
  const prompt = createPrompt<void, Record<string, never>>((_, done) => {
    useKeypress((key, rl) => {
      press(key);
      Object.assign(rl, { line: '', cursor: 0 }); // readline keeps what is typed, and is slower with every key
    });
    useEffect((rl) => {
      // readline's own handling of Ctrl-Z leaves a prompt deaf after fg; so the terminal is handed over and taken back here.
      whenBack(() => rl.resume());
      const events = rl as unknown as NodeJS.EventEmitter; // the hook's type names fewer events than readline has
      events.on('SIGTSTP', suspend);
      events.on('close', () => done());
    }, []);
    return '';
  });
  try {
    await prompt({}, { input: keyStream(), output: nowhere(), signal });
  } catch (error) {
    if (error instanceof ExitPromptError) {
      await new Promise(setImmediate); // the library hears of every signal, under any of its names: our own listener knows which one it was
      throw new Interrupted('SIGINT');
    }
    if (!signal.aborted) throw error;
  }
}

/** Where the library may write: the screen is not its. */
function nowhere(): Writable {
  return new Writable({ write: (_, __, done) => done() });
}
