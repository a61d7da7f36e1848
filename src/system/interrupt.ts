/**
 * Signals that end a program by default and that somebody else sends. Those that a fault of its own raises (SIGSEGV, SIGBUS, SIGFPE,
 * SIGILL, SIGTRAP, SIGSYS) must not be listened to: the fault would come back without end. SIGPROF belongs to profilers. SIGPIPE and
 * SIGXFSZ are ignored: by Node, and by cli.ts. A system that lacks one of these never sends it.
 */
const signals = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGQUIT',
  'SIGABRT',
  'SIGALRM',
  'SIGVTALRM',
  'SIGUSR2',
  'SIGXCPU',
  'SIGIO',
  'SIGPWR',
  'SIGSTKFLT',
  'SIGBREAK',
] as const;

export type Signal = (typeof signals)[number];

/** The user or the system ended the program: it leaves after everything is safe, with 128 + the signal's number. */
export class Interrupted extends Error {
  readonly signal: Signal;
  /** What to tell once the screen is given back: how to go on. */
  readonly note: string | undefined;

  constructor(signal: Signal, note?: string) {
    super(signal);
    this.signal = signal;
    this.note = note;
  }

  get exitCode(): number {
    return 128 + process.getBuiltinModule('node:os').constants.signals[this.signal];
  }
}

/** The error, with a note on how to go on where it is an interruption. */
export function withNote(error: unknown, note: string): unknown {
  return error instanceof Interrupted ? new Interrupted(error.signal, note) : error;
}

/** Calls back when the process is told to end. The result stops listening. */
export function onInterruption(tell: (signal: Signal) => void): () => void {
  const told = signals.map((signal) => ({ signal, listener: () => tell(signal) }));
  for (const { signal, listener } of told) process.on(signal, listener);
  return () => {
    for (const { signal, listener } of told) process.removeListener(signal, listener);
  };
}
