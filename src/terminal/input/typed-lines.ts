// Lines that a candidate types, told from those that were pasted.
import { createInterface, type Interface } from 'node:readline';
import { output } from '../../system/output.ts';
import { typedText } from './sequences.ts';

/** Lines that come closer together than this were pasted. */
const PASTE_MS = 30;

/** Reads standard input. `take` is given the lines that came together: one, where a hand typed it. `end`: no more will come. */
export function typedLines(take: (lines: readonly string[]) => void, end: () => void): Pick<Interface, 'close'> {
  const input = createInterface({ input: process.stdin, output: output(), terminal: false });
  const pending: string[] = [];
  input.on('close', end);
  input.on('line', (text) => {
    if (pending.push(typedText(text)) === 1) setTimeout(() => take(pending.splice(0)), PASTE_MS);
  });
  return input;
}
