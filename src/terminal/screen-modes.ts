// A screen of its own and keys as they are pressed: both on, or both off.
import { unlessHungUp } from './unless-hung-up.ts';

const CLEAR = '\u001b[2J';
const ENTER = `\u001b[?1049h\u001b[?25l\u001b[?2004h${CLEAR}`;
/** Where there is no alternate screen (GNU screen as it comes, a Linux console), what was painted would stay under what comes next. */
const WIPE = `${CLEAR}\u001b[H`;
const RESTORE = `\u001b[0m${WIPE}\u001b[?2004l\u001b[?25h\u001b[?1049l\r\u001b[K`;

export interface ScreenModes {
  on(): void;
  off(): void;
  areOn(): boolean;
  /** Wipes the screen, where it is ours. */
  clear(): void;
}

export function screenModes(write: (text: string) => void): ScreenModes {
  let areOn = false;
  return {
    on() {
      areOn = true;
      unlessHungUp(() => process.stdin.setRawMode(true));
      write(ENTER);
    },
    off() {
      if (!areOn) return;
      areOn = false;
      write(RESTORE);
      unlessHungUp(() => process.stdin.setRawMode(false));
    },
    areOn: () => areOn,
    clear: () => (areOn ? write(CLEAR) : undefined),
  };
}
