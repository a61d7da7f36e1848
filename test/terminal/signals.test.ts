// Signals from outside and a terminal that goes away, on a real pseudo-terminal under a real shell.
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseJournal } from '../../src/store/journal/journal-text.ts';
import { keys, oneLine, pause, type Seat, sitDown, startExam } from '../support/pty.ts';
import { BIN, quiz, TEA, tempFolder } from '../support/quiz.ts';

const exam = ['exam', '--bank', TEA, '--seed', '3', '--time', '30m'];

/** The program under a shell that tells the terminal's settings before and after, and the exit code. */
function underShell(args: readonly string[], data = tempFolder()): { seat: Seat; data: string } {
  const line = `stty -a > before; ${process.execPath} ${BIN} ${args.join(' ')}; code=$?; stty -a > after; echo "ended with $code"; exec cat`;
  return { seat: sitDown([], { data, shell: line }), data };
}

/** The process of the program: the one whose parent is the shell. */
function childOf(shell: number): number {
  const children = readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim().split(' ');
  return Number(children[0]);
}

/** Starts the exam under a shell; the process of the program. */
async function start(seat: Seat): Promise<number> {
  await startExam(seat);
  return childOf(seat.pid);
}

/** What a shell finds afterwards: its settings, a cursor, no alternate screen, no bracketed paste. */
function expectAsBefore(seat: Seat, data: string): void {
  expect(readFileSync(join(data, 'after'), 'utf8')).toBe(readFileSync(join(data, 'before'), 'utf8'));
  const bytes = seat.bytes();
  for (const mode of ['?1049', '?2004'])
    expect([mode, bytes.lastIndexOf(`\u001b[${mode}l`)]).toEqual([mode, expect.any(Number)]);
  expect(bytes.lastIndexOf('\u001b[?1049l')).toBeGreaterThan(bytes.lastIndexOf('\u001b[?1049h'));
  expect(bytes.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(bytes.lastIndexOf('\u001b[?2004h'));
  expect(bytes.lastIndexOf('\u001b[?25h')).toBeGreaterThan(bytes.lastIndexOf('\u001b[?25l'));
}

test.runIf(process.platform === 'linux').concurrent.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGQUIT', 131],
  ['SIGABRT', 134],
  ['SIGALRM', 142],
  ['SIGVTALRM', 154],
  ['SIGUSR2', 140],
  ['SIGXCPU', 152],
  ['SIGIO', 157],
  ['SIGPWR', 158],
  ['SIGSTKFLT', 144],
] as const)(
  '%s from outside: stty -a says the same before and after, exit %i, and the exam can be resumed',
  async (signal, code) => {
    const { seat, data } = underShell(exam);
    process.kill(await start(seat), signal);
    await seat.see(`ended with ${code}`);
    expectAsBefore(seat, data);
    expect(await seat.screen()).toMatch(/Saved\. Resume with:\s+quiz exam --resume/);
    seat.kill('SIGKILL');
    expect(quiz(['exam', '--resume', '--jsonl', '--bank', TEA], { data }).out).toContain('"resumed":true');
  },
);

test
  .runIf(process.platform === 'linux')
  .concurrent('Ctrl-Z and fg: what is asked for in one line is asked once more', async () => {
    const data = tempFolder();
    quiz(['drill', '-n', '1', '--jsonl', '--bank', TEA], { data });
    const command = `${process.execPath} ${BIN} data reset --data-dir ${data}`;
    const seat = sitDown([], { data, shell: `exec bash --norc -mc '${command}; clear; echo stopped; read line; fg'` });
    await seat.see('Type reset to go on:');
    await seat.press('\u001a');
    await seat.see('stopped');
    await seat.press(keys.enter);
    await seat.see('Type reset to go on:');
    await seat.press(keys.enter);
    seat.kill('SIGKILL');
  });

test.concurrent('Ctrl-C where a reset is to be confirmed changes nothing, and says so', async () => {
  const data = tempFolder();
  quiz(['drill', '-n', '1', '--jsonl', '--bank', TEA], { data });
  const seat = sitDown(['data', 'reset'], { data });
  await seat.see('Type reset to go on:');
  await seat.press(keys.ctrlC);
  expect(await seat.exit).toMatchObject({ code: 130 });
  expect(await seat.screen()).toMatch(/^Nothing was changed\.$/m);
});

test.concurrent('while a session is open elsewhere a reset is refused before anybody is asked', async () => {
  const data = tempFolder();
  const sitting = sitDown(['drill', '--bank', TEA], { data });
  await sitting.see('1-3 answer');
  const seat = sitDown(['data', 'reset'], { data });
  await seat.see('is open in another terminal');
  expect(await seat.exit).toMatchObject({ code: 6 });
  expect(await seat.screen()).not.toContain('Type reset');
  await sitting.press(keys.ctrlC);
  const empty = sitDown(['data', 'reset'], { data: tempFolder() });
  await empty.see('Type reset to go on:');
  await empty.press(keys.ctrlC);
});

test.concurrent('a terminal without an alternate screen is left clean: what comes next stands alone on it', async () => {
  const seat = sitDown([], {
    data: tempFolder(),
    hasAlternateScreen: false,
    shell: `${process.execPath} ${BIN} drill --bank ${TEA} --seed 3; echo "ended with $?"; exec cat`,
  });
  await seat.see('1-3 answer');
  await seat.press(keys.ctrlC);
  await seat.see('ended with 130');
  expect(oneLine(await seat.screen())).toBe(
    `Nothing was answered. Go on with: quiz drill --bank ${TEA} ended with 130`,
  );
  seat.kill('SIGKILL');
});

test.runIf(process.platform === 'linux').concurrent.each([
  ['Ctrl-C', 130, (seat: Seat) => seat.type(keys.ctrlC)],
  ['SIGTERM', 143, (seat: Seat) => process.kill(childOf(seat.pid), 'SIGTERM')],
])('%s in the moment the first frame is up: the terminal as before, exit %i', async (_, code, end) => {
  const { seat, data } = underShell(['drill', '--bank', TEA, '--seed', '3']);
  while (!seat.bytes().includes('1 of')) await pause(1);
  end(seat);
  await seat.see(`ended with ${code}`);
  expectAsBefore(seat, data);
  seat.kill('SIGKILL');
});

test
  .runIf(process.platform === 'linux')
  .concurrent('SIGTERM ends an exam before all that was typed ahead has been done', async () => {
    const { seat, data } = underShell(exam);
    const pid = await start(seat);
    const flags = () => {
      const [name = ''] = readdirSync(join(data, 'open')).filter((file) => file.endsWith('.jsonl'));
      return readFileSync(join(data, 'open', name), 'utf8').split('"type":"flagged"').length - 1;
    };
    await pause(400); // a new screen takes no keys at once
    for (let burst = 0; burst < 20; burst++) seat.type('f'.repeat(200));
    while (flags() === 0) await pause(5);
    process.kill(pid, 'SIGTERM');
    await seat.see('ended with 143');
    expectAsBefore(seat, data);
    expect(flags()).toBeLessThan(4000);
    seat.kill('SIGKILL');
  });

test.runIf(process.platform === 'linux').concurrent.each(['SIGTSTP', 'SIGSTOP'])(
  '%s from outside hands the terminal to the shell; after fg the exam is drawn again, takes keys, and knows that it was away',
  async (signal) => {
    const data = tempFolder();
    const line = `set -m; stty -a > before; ${process.execPath} ${BIN} ${exam.join(' ')}; stty -a > stopped; echo "shell has it"; read go; fg > /dev/null; stty -a > after; echo "over"; exec cat`;
    const seat = sitDown([], { data, shell: line });
    const pid = await start(seat);
    await seat.press('f');
    await seat.see('flagged 1'); // keys are listened to, and signals
    process.kill(pid, signal);
    while (!seat.bytes().includes('shell has it')) await pause(20); // wherever a screen that was left as it was lets it begin
    const bytes = seat.bytes();
    if (signal === 'SIGTSTP') {
      expect(bytes.lastIndexOf('\u001b[?1049l')).toBeGreaterThan(bytes.lastIndexOf('\u001b[?1049h'));
      expect(readFileSync(join(data, 'stopped'), 'utf8')).toBe(readFileSync(join(data, 'before'), 'utf8'));
    }
    await pause(5500); // longer than a freeze that counts as time
    seat.type('\n'); // a terminal that was stopped raw makes no line feed of Enter
    while (!seat.bytes().slice(bytes.length).includes('question 1 of')) await pause(20); // one that is stopped leaves its screen as it was
    await seat.press('f');
    await seat.see('flagged 0');
    await seat.press(keys.ctrlC);
    await seat.see('over');
    expectAsBefore(seat, data);
    const [name = ''] = readdirSync(join(data, 'open')).filter((file) => file.endsWith('.jsonl'));
    const { events } = parseJournal(readFileSync(join(data, 'open', name), 'utf8'));
    const [begun, flag] = ['started', 'flagged'].map((wanted) => events.findLast(({ type }) => type === wanted));
    const uncounted = (flag?.at ?? 0) - (begun?.at ?? 0) - ((flag?.ms ?? 0) - (begun?.ms ?? 0));
    expect(events.map(({ type }) => type)).toContain('away');
    expect(uncounted).toBeGreaterThan(5000);
    seat.kill('SIGKILL');
  },
);

test
  .runIf(process.platform === 'linux')
  .concurrent(
    'SIGTSTP in the moment the screen is taken hands the terminal to the shell; fg draws it, and it takes keys',
    async () => {
      const data = tempFolder();
      const line = `set -m; stty -a > before; ${process.execPath} ${BIN} drill --bank ${TEA} --seed 3; stty -a > stopped; echo "shell has it"; read go; fg > /dev/null; stty -a > after; echo "over"; exec cat`;
      const seat = sitDown([], { data, shell: line });
      while (!seat.bytes().includes('\u001b[?1049h')) await pause(1);
      process.kill(childOf(seat.pid), 'SIGTSTP');
      while (!seat.bytes().includes('shell has it')) await pause(20);
      const bytes = seat.bytes();
      expect(bytes.lastIndexOf('\u001b[?1049l')).toBeGreaterThan(bytes.lastIndexOf('\u001b[?1049h'));
      expect(readFileSync(join(data, 'stopped'), 'utf8')).toBe(readFileSync(join(data, 'before'), 'utf8'));
      seat.type('\n');
      while (!seat.bytes().slice(bytes.length).includes('1 of')) await pause(20);
      await seat.press('f');
      await seat.see('flagged');
      await seat.press(keys.ctrlC);
      await seat.see('over');
      expectAsBefore(seat, data);
      seat.kill('SIGKILL');
    },
  );

test
  .runIf(process.platform === 'linux')
  .concurrent('a window that is closed ends a drill at once, and is no bug', async () => {
    const data = tempFolder();
    const seat = sitDown(['drill', '--bank', TEA, '--seed', '3'], { data });
    await seat.see('1 of');
    await pause(300); // until the keys are listened to
    seat.hangUp();
    await seat.exit;
    expect(existsSync(join(data, '.local/state/notes-quiz'))).toBe(false);
    expect(quiz(['doctor', '--bank', TEA], { data }).code).toBe(0);
  });

test
  .runIf(process.platform === 'linux')
  .concurrent('Ctrl-Z where no shell could bring it back stops nothing', async () => {
    const seat = sitDown(exam, { data: tempFolder() });
    await startExam(seat);
    await seat.press('\u001a');
    await pause(300);
    await seat.press('f');
    await seat.see('flagged 1');
    await seat.press(keys.ctrlC);
    expect(await seat.exit).toMatchObject({ code: 130 });
  });

test
  .runIf(process.platform === 'linux')
  .concurrent('SIGXFSZ from outside ends nothing: a full quota is told by the write', async () => {
    const { seat, data } = underShell(exam);
    const pid = await start(seat);
    process.kill(pid, 'SIGXFSZ');
    await seat.press('f');
    await seat.see('flagged 1');
    await seat.press(keys.ctrlC);
    await seat.see('ended with 130');
    expectAsBefore(seat, data);
    seat.kill('SIGKILL');
  });

/** Where a descriptor leads; it may have been closed since it was listed. */
function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return 'closed';
  }
}

test.runIf(process.platform === 'linux').concurrent('SIGUSR1 opens no debugger', async () => {
  const { seat, data } = underShell(exam);
  const pid = await start(seat);
  process.kill(pid, 'SIGUSR1');
  await seat.press('f');
  await seat.see('flagged 1');
  expect(seat.bytes()).not.toContain('Debugger');
  const targets = readdirSync(`/proc/${pid}/fd`).map((fd) => targetOf(`/proc/${pid}/fd/${fd}`));
  expect(targets.filter((target) => target.startsWith('socket:'))).toEqual([]);
  await seat.press(keys.ctrlC);
  await seat.see('ended with 130');
  expectAsBefore(seat, data);
  seat.kill('SIGKILL');
});

test
  .runIf(process.platform === 'linux')
  .concurrent('a window that is closed leaves no process behind, and nothing is lost', async () => {
    const data = tempFolder();
    const seat = sitDown(exam, { data });
    await startExam(seat);
    await seat.press('f');
    await seat.see('flagged 1');
    seat.hangUp();
    const { code, signal } = await seat.exit;
    expect(signal === 1 || code === 129).toBe(true); // by the hang-up, not by an abort
    const resumed = quiz(['exam', '--resume', '--jsonl', '--bank', TEA], { data });
    expect(resumed.out).toContain('"flagged":true');
  });

test
  .runIf(process.platform === 'linux')
  .concurrent('what was typed of an answer when the connection is cut stands there at the next login', async () => {
    const data = tempFolder();
    const seat = sitDown(['exam', '--bank', TEA, '--seed', '2'], { data });
    await start(seat);
    await seat.press('7');
    await seat.see('Answer: 7_');
    seat.hangUp();
    await seat.exit;
    const next = sitDown(['exam', '--bank', TEA, '--resume'], { data });
    await next.see('Answer: 7_');
    next.kill('SIGKILL');
  });

test.runIf(process.platform === 'linux').concurrent('Ctrl-C twice at once ends as Ctrl-C does', async () => {
  const { seat, data } = underShell(exam);
  await start(seat);
  seat.type(keys.ctrlC + keys.ctrlC);
  await seat.see('ended with 130');
  expectAsBefore(seat, data);
  seat.kill('SIGKILL');
});

test
  .runIf(process.platform === 'linux')
  .concurrent('a run that was killed outright does not spoil the next one', async () => {
    const data = tempFolder();
    const { seat } = underShell(exam, data);
    process.kill(await start(seat), 'SIGKILL');
    await seat.see('ended with 137');
    seat.kill('SIGKILL');
    const again = underShell(['exam', '--bank', TEA, '--resume'], data);
    await again.seat.see('question 1 of');
    await again.seat.press(keys.ctrlC);
    await again.seat.see('ended with 130');
    expectAsBefore(again.seat, data);
    again.seat.kill('SIGKILL');
  });
