// A screen of its own and keys as they are pressed: both on, or both off.
import { writeSync } from 'node:fs';
import { unlessHungUp } from './unless-hung-up.ts';

const ENTER = '\u001b[?1049h\u001b[?25l\u001b[?2004h';
/** Where there is no alternate screen (GNU screen as it comes, a Linux console), what was painted would stay under what comes next. */
const WIPE = '\u001b[2J\u001b[H';
const RESTORE = `\u001b[0m${WIPE}\u001b[?2004l\u001b[?25h\u001b[?1049l\r\u001b[K`;

export interface ScreenModes {
  /** The keys are ours at once, the screen from what is written to it first on: so it is never seen empty. */
  on(): void;
  off(): void;
  areOn(): boolean;
  /** Writes to the screen that is ours. */
  write(text: string): void;
}

export function screenModes(): ScreenModes {
  const write = (text: string) => unlessHungUp(() => writeSync(1, text));
  let areOn = false;
  let hasScreen = false;
  return {
    on() {
      areOn = true;
      unlessHungUp(() => process.stdin.setRawMode(true));
    },
    off() {
      if (!areOn) return;
      areOn = false;
      if (hasScreen) write(RESTORE);
      hasScreen = false;
      unlessHungUp(() => process.stdin.setRawMode(false));
    },
    areOn: () => areOn,
    write(text) {
      write(hasScreen ? text : `${ENTER}${text}`);
      hasScreen = true;
    },
  };
}
