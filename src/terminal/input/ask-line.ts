import { createInterface } from 'node:readline';
import { safe } from '../../core/text/safe.ts';
import { wrapped } from '../../core/text/wrap.ts';
import { Interrupted, onInterruption } from '../../system/interrupt.ts';
import { output } from '../../system/output.ts';
import { typedText } from './sequences.ts';

/**
 * Asks for one line of text; undefined where the input ends. Rejects with `Interrupted`, and `note`, when the program is told to end.
 * Where the output belongs to somebody else, the question goes to standard error.
 */
export function askLine(prompt: string, end = output(), note?: string): Promise<string | undefined> {
  const input = createInterface({ input: process.stdin, output: end, terminal: false });
  let stopListening = () => {};
  const say = () => end.write(wrapped(safe(prompt), end.columns || Number.POSITIVE_INFINITY));
  say();
  process.on('SIGCONT', say); // after Ctrl-Z and fg it stands above what was done meanwhile
  let isAnswered = false;
  return new Promise<string | undefined>((resolve, reject) => {
    stopListening = onInterruption((signal) => reject(new Interrupted(signal, note)));
    input.once('line', (line) => {
      isAnswered = true;
      resolve(typedText(line));
    });
    input.once('close', () => resolve(undefined));
  }).finally(() => {
    if (!isAnswered) end.write('\n'); // what comes next begins a line
    process.removeListener('SIGCONT', say);
    stopListening();
    input.close();
  });
}
