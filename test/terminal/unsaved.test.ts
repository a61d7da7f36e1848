// A disk that does not take an answer: nothing is lost, and it is tried again when there is room.
import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { pause, type Seat, sitDown } from '../support/pty.ts';
import { BIN, quiz, TEA, tempFolder } from '../support/quiz.ts';

const canLimit = spawnSync('prlimit', ['--version']).status === 0;

/** An exam whose files may have so many blocks of half a kilobyte, and no more. */
async function crampedExam(data: string): Promise<Seat> {
  const shell = `ulimit -S -f 4; exec ${process.execPath} ${BIN} exam --seed 3 --untimed --bank ${TEA}`;
  const seat = sitDown([], { data, shell });
  await seat.see('Enter start');
  await seat.press('\r');
  await seat.see('question 1 of 5');
  for (let presses = 0; presses < 40 && !(await seat.screen()).includes('NOT SAVED'); presses++) await seat.press('f');
  expect(await seat.see('NOT SAVED: cannot write')).toMatch(/\(EFBIG\)[\s\S]*Enter try again {2}q end/);
  return seat;
}

test.runIf(canLimit).concurrent('an unsaved answer is tried again with Enter, until it can be saved', async () => {
  const data = tempFolder();
  const seat = await crampedExam(data);
  await seat.press('\r');
  await pause(300);
  await seat.see('NOT SAVED');
  execFileSync('prlimit', ['--fsize=unlimited', '--pid', String(seat.pid)]);
  await seat.press('\r');
  await seat.see('1-3 choose');
  await seat.press('2', 'q');
  await seat.see('Leave for now?');
  await seat.press('y');
  expect((await seat.exit).code).toBe(7);
  expect(quiz(['doctor'], { data }).out).toContain('Everything is sound');
  expect(quiz(['exam', '--resume', '--jsonl', '--bank', TEA], { data }).out).toContain(
    '"response":["black"],"flagged":false',
  );
});

test.runIf(canLimit).concurrent('an unsaved answer is given up with q, and nothing looks like a crash', async () => {
  const data = tempFolder();
  const seat = await crampedExam(data);
  await seat.press('q');
  expect((await seat.exit).code).toBe(5);
  expect(await seat.screen()).toMatch(/NOT SAVED[\s\S]*go on with:\s+quiz exam --resume/);
  expect(quiz(['doctor'], { data }).out).toContain('Everything is sound');
});
