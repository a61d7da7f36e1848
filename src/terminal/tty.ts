// The terminal as the system has it. Where it is gone there is nobody to show anything to, and its hang-up ends the program: no error is.
import { writeSync } from 'node:fs';

/** Raw: each key comes as it is pressed, and nothing of it is shown. */
export function setRawMode(isRaw: boolean): void {
  unlessHungUp(() => process.stdin.setRawMode(isRaw));
}

/** Writes at once, past the streams of Node's. */
export function writeAtOnce(text: string): void {
  unlessHungUp(() => writeSync(1, text));
}

function unlessHungUp(act: () => void): void {
  try {
    act();
  } catch {
    // It has hung up.
  }
}
