// Work that nobody should wait for: done once there is a pause, or when the command is over.

export interface Later {
  /** Puts work off. It must be no loss where the program ends before it is done. */
  add(work: () => Promise<void>): void;
  /** Does now what was put off. */
  done(): Promise<void>;
}

/** By then the first question is on the screen. */
const PAUSE_MS = 300;

export function workForLater(): Later {
  let waiting: (() => Promise<void>)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let before: Promise<void> = Promise.resolve();
  const done = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const work of waiting) before = before.then(work);
    waiting = [];
    return before;
  };
  return {
    add(work) {
      waiting.push(work);
      timer ??= setTimeout(() => void done(), PAUSE_MS).unref();
    },
    done,
  };
}
