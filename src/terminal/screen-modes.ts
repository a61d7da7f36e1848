// A screen of its own and keys as they are pressed: both on, or both off. Between two pages of one run the screen stays ours, because
// the shell's would flash up.
import { onInterruption } from '../system/interrupt.ts';
import { beforeWriting } from '../system/output.ts';
import { setRawMode, writeAtOnce } from './tty.ts';

const ENTER = '\u001b[?1049h\u001b[?25l\u001b[?2004h';
/** Where there is no alternate screen (GNU screen as it comes, a Linux console), what was painted would stay under what comes next. */
const WIPE = '\u001b[2J\u001b[H';
const RESTORE = `\u001b[0m${WIPE}\u001b[?2004l\u001b[?25h\u001b[?1049l\r\u001b[K`;

export interface ScreenModes {
  /** The keys are ours at once, the screen from what is written to it first on: so it is never seen empty. */
  on(): void;
  off(): void;
  /** The keys are given back at once, the screen when it is clear that no other page comes. */
  endPage(): void;
  areOn(): boolean;
  /** Writes to the screen that is ours. */
  write(text: string): void;
}

/** Takes over the screen on which the last page still stands; undefined where none does. */
let takeOver: (() => void) | undefined;

export function screenModes(): ScreenModes {
  let areOn = false;
  let hasScreen = false;
  const leaveKeys = () => {
    areOn = false;
    setRawMode(false);
  };
  return {
    on() {
      areOn = true;
      setRawMode(true);
      hasScreen = takeOver !== undefined;
      takeOver?.();
    },
    off() {
      if (!areOn) return;
      if (hasScreen) writeAtOnce(RESTORE);
      hasScreen = false;
      leaveKeys();
    },
    endPage() {
      if (!areOn) return;
      if (hasScreen) leaveStanding();
      hasScreen = false;
      leaveKeys();
    },
    areOn: () => areOn,
    write(text) {
      writeAtOnce(hasScreen ? text : `${ENTER}${text}`);
      hasScreen = true;
    },
  };
}

/** The page stays in sight until another one comes, something else is written, or the program ends. */
function leaveStanding(): void {
  const restore = () => {
    takeOver?.();
    writeAtOnce(RESTORE);
  };
  const restoreFirst = (signal: NodeJS.Signals) => {
    restore();
    process.kill(process.pid, signal);
  };
  const stopListening = onInterruption(restoreFirst);
  process.on('SIGTSTP', restoreFirst);
  process.on('exit', restore);
  beforeWriting(restore);
  takeOver = () => {
    takeOver = undefined;
    stopListening();
    process.removeListener('SIGTSTP', restoreFirst);
    process.removeListener('exit', restore);
    beforeWriting(undefined);
  };
}
