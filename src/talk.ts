// What the program says beside its output: on stderr, safe to show, and folded where a person reads it in a window.
import { folded } from './core/fold.ts';
import { safe } from './core/safe.ts';

export function talk(text: string): void {
  const { isTTY, columns } = process.stderr;
  const shown = safe(text);
  process.stderr.write(`${isTTY && columns > 0 ? folded(shown, columns) : shown}\n`);
}
