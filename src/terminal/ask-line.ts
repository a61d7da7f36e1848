import { createInterface } from 'node:readline';
import { Interrupted, onInterruption } from '../interrupt.ts';

/** Asks for one line of text; undefined where the input ends. Rejects with `Interrupted` when the program is told to end. */
export function askLine(prompt: string): Promise<string | undefined> {
  const input = createInterface({ input: process.stdin, output: process.stdout, terminal: false });
  let stopListening = () => {};
  process.stdout.write(prompt);
  return new Promise<string | undefined>((resolve, reject) => {
    stopListening = onInterruption((signal) => reject(new Interrupted(signal)));
    input.once('line', resolve);
    input.once('close', () => resolve(undefined));
  }).finally(() => {
    stopListening();
    input.close();
  });
}
