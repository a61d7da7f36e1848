// Ctrl-Z, fg, and the same from outside: the terminal is handed over as it was found, and taken back.

/** Where nobody can bring the program back (no job control), the system does not stop it: then it goes on after this. */
const NOT_STOPPED_MS = 100;

/** To `kill`: every process of the caller's group, which is what a shell calls a job. */
const ITS_GROUP = 0;

export interface Suspension {
  /** Stops the job of the shell as Ctrl-Z does elsewhere: `npx` and whatever else began the program belong to it. */
  suspend(): void;
  unwatch(): void;
}

/** Calls `leave` before the program stops and `comeBack` when it goes on, also where a stop could not be foreseen (SIGSTOP). */
export function watchSuspension(leave: () => void, comeBack: () => void): Suspension {
  if (process.platform === 'win32') return { suspend: () => undefined, unwatch: () => undefined };
  let isLeaving = false;
  const goOn = () => {
    if (isLeaving) process.on('SIGTSTP', stopItself);
    isLeaving = false;
    lookAtWindow();
    comeBack();
  };
  const stop = (whom: number) => {
    leave();
    isLeaving = true;
    process.removeListener('SIGTSTP', stopItself); // the system's own action is to stop
    process.kill(whom, 'SIGTSTP');
    setTimeout(() => isLeaving && goOn(), NOT_STOPPED_MS);
  };
  const stopItself = () => stop(process.pid);
  process.on('SIGTSTP', stopItself);
  process.on('SIGCONT', goOn);
  return {
    suspend: () => stop(ITS_GROUP),
    unwatch() {
      process.removeListener('SIGTSTP', stopItself);
      process.removeListener('SIGCONT', goOn);
    },
  };
}

/** The window may have another size by now: of a change only the program in front of the terminal is told. */
export function lookAtWindow(): void {
  if (process.platform !== 'win32') process.kill(process.pid, 'SIGWINCH');
}
