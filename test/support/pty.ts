// The program in a real terminal: a pseudo-terminal of the system, and an emulator that says what a person would see.
import { readFileSync } from 'node:fs';
import { spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { BIN, environment } from './quiz.ts';

export interface Seat {
  readonly pid: number;
  /** What is on the screen now, without trailing blanks. */
  screen(): Promise<string>;
  /** Waits until the screen shows the text; fails with the screen where it does not. */
  see(text: string | RegExp): Promise<string>;
  /** Presses keys, one after another, with the pause a person makes. */
  press(...keys: string[]): Promise<void>;
  /** Sends bytes at once, as a paste or a held key does. */
  type(bytes: string | Buffer): void;
  resize(columns: number, rows: number): void;
  /** All bytes so far. */
  bytes(): string;
  /** Rows that have scrolled away above the window. */
  scrollback(): number;
  kill(signal: string): void;
  /** Closes the window: the terminal is gone. */
  hangUp(): void;
  readonly exit: Promise<{ code: number; signal: number | undefined }>;
}

export const keys = {
  enter: '\r',
  esc: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
  space: ' ',
};

export interface Place {
  readonly data: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** A shell line that is run around the program. */
  readonly shell?: string;
  /** Not in GNU screen as it comes, nor on a Linux console: what is painted stays there. */
  readonly hasAlternateScreen?: boolean;
}

/** Takes a seat at a terminal that runs `quiz` with the arguments. */
export function sitDown(
  args: readonly string[],
  { data, columns = 80, rows = 24, env = {}, shell, hasAlternateScreen = true }: Place,
): Seat {
  const [file, argv] = shell === undefined ? [process.execPath, [BIN, ...args]] : ['/bin/sh', ['-c', shell]];
  const pty = spawn(file, argv as string[], {
    name: env.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd: data,
    env: environment(data, env) as Record<string, string>,
  });
  const terminal = new Terminal({ cols: columns, rows, allowProposedApi: true });
  for (const final of hasAlternateScreen ? [] : ['h', 'l'])
    terminal.parser.registerCsiHandler({ prefix: '?', final }, ([mode]) => mode === 1049);
  let bytes = '';
  let lastOutput = 0;
  let lastPress = 0;
  let lastBusy = 0;
  pty.onData((chunk) => {
    bytes += chunk;
    lastOutput = Date.now();
    terminal.write(chunk);
  });
  const exit = new Promise<{ code: number; signal: number | undefined }>((resolve) =>
    pty.onExit(({ exitCode, signal }) => resolve({ code: exitCode, signal })),
  );
  const screen = async () => {
    for (let waited = 0; isHalfAFrame(bytes) && waited < 1000; waited += 20) await pause(20);
    await new Promise<void>((resolve) => terminal.write('', resolve));
    const { active } = terminal.buffer;
    const lines = Array.from(
      { length: terminal.rows },
      (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
    );
    return lines.join('\n').trimEnd();
  };
  const see = async (text: string | RegExp) => {
    for (let waited = 0; waited < 15_000; waited += 20) {
      const now = await screen();
      if (typeof text === 'string' ? now.includes(text) : text.test(now)) return now;
      await pause(20);
    }
    throw new Error(`the screen never showed ${text}:\n${await screen()}`);
  };
  /** The last key has been answered, or will not be; what it brought has been read; and the program is not still at work on it. */
  const isReadyFor = (now: number) => {
    if (isBusy(pty.pid)) lastBusy = now;
    const quietSince = Math.max(lastOutput, lastBusy);
    return now - quietSince > PERSON_MS && (lastOutput >= lastPress || now - lastPress > NO_ANSWER_MS);
  };
  return {
    pid: pty.pid,
    screen,
    see,
    async press(...presses) {
      for (const key of presses) {
        do await pause(20);
        while (!isReadyFor(Date.now()));
        lastPress = Date.now();
        pty.write(key);
      }
    },
    type: (bytes) => pty.write(bytes as string), // it takes bytes too; not in the package's types
    resize(nextColumns, nextRows) {
      terminal.resize(nextColumns, nextRows);
      pty.resize(nextColumns, nextRows);
    },
    bytes: () => bytes,
    scrollback: () => terminal.buffer.normal.baseY,
    kill: (signal) => pty.kill(signal),
    hangUp: () => (pty as unknown as { destroy(): void }).destroy(), // closes the terminal's side; not in the package's types
    exit,
  };
}

/** Whether a frame has begun that has not come to its end: a terminal shows it at once, and until then what stood there. */
function isHalfAFrame(bytes: string): boolean {
  return bytes.lastIndexOf('\u001b[?2026h') > bytes.lastIndexOf('\u001b[?2026l');
}

/** Starts the exam that the seat was taken for. */
export async function startExam(seat: Seat): Promise<void> {
  await seat.see('Enter start');
  await seat.press(keys.enter);
  await seat.see('question 1 of');
}

/** A person reads before pressing: longer than the moment in which a new screen takes no keys. */
const PERSON_MS = 250;

/** A key that changes nothing brings no output; on a busy machine the others may take this long. */
const NO_ANSWER_MS = 1500;

/**
 * Whether a process, or one that it began, runs or waits for its turn, where the system tells. On a busy machine keys are taken long after
 * the first screen is up, and given back to the shell long after the last: what is typed meanwhile is dropped.
 */
function isBusy(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    if ('RD'.includes(stat.charAt(stat.lastIndexOf(')') + 2))) return true;
    const begun = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean);
    return begun.some((child) => isBusy(Number(child)));
  } catch {
    return false; // it has ended, or the system has no such files
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A screen as one row: where its rows are broken depends on how long the paths in them are. */
export function oneLine(screen: string): string {
  return screen.replace(/\s+/g, ' ').trim();
}

/** A screen without what the clock shows, and without which question took longest. */
export function still(screen: string): string {
  const held = screen.replace(/\b\d\d(?=:\d\d left)/g, ' 0'); // 10:00 and 9:59 end in one column
  return held.replace(/\b\d+:\d\d\b/g, '0:00').replace(/question \d+ \(0:00\)/g, 'question N (0:00)');
}
