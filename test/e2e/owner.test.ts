// A second terminal that wants the exam of a first one that lives, where clocks and process numbers say little.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Moment } from '../../src/core/sitting/events.ts';
import { encodeEntry, readEntry } from '../../src/store/journal/entry.ts';
import { anyResponse, BIN, environment, headless, type Message, quiz, tempFolder } from '../support/quiz.ts';

const isLinux = existsSync('/proc/self/stat');
const SPACE = ['--pid', '--fork', '--mount-proc'];
const canUnshare = isLinux && spawnSync('unshare', [...SPACE, 'true']).status === 0;

/** An exam with one answer, whose terminal stays at the second question: nothing is written before that is answered. */
async function sat(data: string) {
  const exam = headless(['exam', '-n', '3', '--seed', '1'], data);
  await exam.next();
  exam.send({ type: 'respond', response: anyResponse((await exam.next()) as Message) });
  expect(await exam.next()).toMatchObject({ type: 'saved' });
  return { ...exam, ask: (await exam.next()) as Message };
}

/** What `quiz exam --resume` says, run by way of another program. */
function resume(data: string, through: readonly string[] = []) {
  const [program = '', ...args] = [...through, process.execPath, BIN, 'exam', '--resume', '--jsonl'];
  const { status, stderr } = spawnSync(program, args, { env: environment(data), input: '', encoding: 'utf8' });
  return { code: status, err: stderr };
}

async function goesOn(exam: Awaited<ReturnType<typeof sat>>): Promise<void> {
  exam.send({ type: 'respond', response: anyResponse(exam.ask) });
  expect(await exam.next()).toMatchObject({ type: 'saved' });
  exam.child.kill('SIGKILL');
  await exam.exit;
}

test.runIf(isLinux)(
  'an exam that was begun while the clock was days behind is not taken over from the terminal that has it',
  async () => {
    const data = tempFolder();
    const exam = await sat(data);
    const path = join(data, 'open', readdirSync(join(data, 'open')).find((name) => name.endsWith('.jsonl')) ?? '');
    const before = readFileSync(path, 'utf8');
    const behind = before
      .trimEnd()
      .split('\n')
      .map((line) => {
        const { by = '', ...event } = readEntry(line).entry ?? {};
        const { at } = event as { at: number };
        return encodeEntry({ ...event, at: at - 864_000_000 } as Parameters<typeof encodeEntry>[0], by);
      });
    expect(behind.join('')).toHaveLength(before.length); // so that the first one does not miss anything
    writeFileSync(path, behind.join(''));
    expect(resume(data)).toMatchObject({ code: 6, err: expect.stringContaining(`process ${exam.child.pid}`) });
    await goesOn(exam);
    expect(resume(data).code).toBe(7);
  },
);

test.runIf(isLinux)('an exam that its terminal has just ended is left for it to move', async () => {
  const data = tempFolder();
  const exam = await sat(data);
  const inOpen = () => readdirSync(join(data, 'open')).filter((name) => name.endsWith('.jsonl'));
  const [name = ''] = inOpen();
  const path = join(data, 'open', name);
  const { by = '', ...last } = readEntry(readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) ?? '').entry ?? {};
  const { at, ms } = last as Moment;
  appendFileSync(path, encodeEntry({ at, ms, type: 'closed', reason: 'finished' }, by));
  quiz(['drill', '-n', '1', '--jsonl'], { data });
  expect(inOpen()).toContain(name);
  exam.child.kill('SIGKILL');
  await exam.exit;
  quiz(['drill', '-n', '1', '--jsonl'], { data });
  expect(inOpen()).not.toContain(name);
});

test.runIf(canUnshare)(
  'an exam is not taken from a terminal whose processes cannot be seen, as long as it is heard',
  async () => {
    const data = tempFolder();
    const exam = await sat(data);
    expect(resume(data, ['unshare', ...SPACE])).toMatchObject({
      code: 6,
      err: expect.stringContaining('half a minute'),
    });
    await goesOn(exam);
  },
);
