// `--html FILE`: a page of one file, made by the real program from a real session.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { textIn } from '../support/hostile.ts';
import { inOneProcess } from '../support/one-process.ts';
import { keys, sitDown } from '../support/pty.ts';
import { headless, sitThrough, TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

const data = tempFolder();
const tea = (...args: string[]) => quiz([...args, '--bank', TEA], { data });
const read = (name: string) => readFileSync(join(data, name), 'utf8');

beforeAll(async () => {
  await sitThrough(headless(['exam', '--bank', TEA, '--seed', '1'], data));
});

describe.each([
  ['stats', 'Tea: where you stand'],
  ['report', 'Tea tasting'],
])('quiz %s --html', (command, title) => {
  const name = `${command}.html`;

  test('writes a page that the owner alone can read, and says how to look at it', () => {
    const { code, out, err } = tea(command, '--html', name);
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe(`Saved ${name}. Open it in a browser: file://${join(data, name)}\n`);
    expect(statSync(join(data, name)).mode & 0o777).toBe(0o600);
    expect(read(name)).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(textIn(read(name))).toContain(title);
  });

  test('leaves a file that is there as it is where nobody can be asked', () => {
    writeFileSync(join(data, 'mine.html'), 'mine');
    const { code, err } = tea(command, '--html', 'mine.html');
    expect([code, read('mine.html')]).toEqual([2, 'mine']);
    expect(err).toContain('mine.html is there already and was not overwritten');
  });

  test('says so where the system refuses', () => {
    const { code, err } = tea(command, '--html', 'no/such/folder/x.html');
    expect(code).toBe(5);
    expect(err).toContain('cannot write no/such/folder/x.html (ENOENT)\nmake its folder first, or name another file');
  });

  test('writes to standard output where the file is -', () => {
    expect(tea(command, '--html', '-').out).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
  });

  test('is not mixed with a document', () => {
    expect(tea(command, '--html', 'both.html', '--json').code).toBe(2);
  });
});

test('in a terminal an existing file is asked about, and kept unless the answer is yes', async () => {
  writeFileSync(join(data, 'old.html'), 'old');
  const no = sitDown(['stats', '--html', 'old.html', '--bank', TEA], { data });
  await no.see('old.html is there already. Overwrite? (y/N)');
  await no.press(keys.enter);
  await no.see('Nothing was written.');
  expect([(await no.exit).code, read('old.html')]).toEqual([0, 'old']);
  const off = sitDown(['stats', '--html', 'old.html', '--bank', TEA], { data });
  await off.see('Overwrite? (y/N)');
  await off.press(keys.ctrlC);
  await off.see('Nothing was written.');
  expect([(await off.exit).code, read('old.html')]).toEqual([130, 'old']);
  const yes = sitDown(['stats', '--html', 'old.html', '--bank', TEA], { data });
  await yes.see('Overwrite? (y/N)');
  await yes.press('y', keys.enter);
  expect([(await yes.exit).code, read('old.html').slice(0, 9)]).toEqual([0, '<!DOCTYPE']);
});

test.skipIf(process.platform === 'win32')(
  'a pipe is written into and stays one, and a folder is left alone',
  async () => {
    const pipe = join(data, 'pipe.html');
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe]);
    const page = text(reader.stdout);
    expect(tea('stats', '--html', pipe).code).toBe(0);
    expect(await page).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
    const atTerminal = sitDown(['stats', '--html', pipe, '--bank', TEA], { data });
    spawn('cat', [pipe]).stdout.resume();
    expect([(await atTerminal.exit).code, statSync(pipe).isFIFO()]).toEqual([0, true]);
    expect(tea('stats', '--html', data).err).toContain(`${data} is there already and was not overwritten`);
  },
);

test('the page of a session holds each question with its reasons and its quotes', () => {
  const { questions } = JSON.parse(tea('export').out);
  const { slots } = JSON.parse(tea('report', '--json').out);
  const page = textIn(tea('report', '--html', '-').out);
  for (const { item } of slots) {
    const { stem, options = [], quotes } = questions.find(({ id }: { id: string }) => id === item);
    expect(page).toContain(stem.trim());
    for (const { why = '' } of options) expect(page).toContain(why);
    for (const { text } of quotes) expect(page).toContain(text);
  }
});

/** A zone in which it is not the day of UTC now: one far east or far west of it. */
function zoneOfAnotherDay(): string {
  return new Date().getUTCHours() < 15 ? 'Etc/GMT+12' : 'Etc/GMT-14'; // the sign is that of POSIX
}

test('the map of days ends with the learner’s day, as the document does, wherever that is', async () => {
  const far = tempFolder();
  const env = { TZ: zoneOfAnotherDay() };
  await sitThrough(headless(['drill', '--bank', TEA, '-n', '2'], far, env));
  const told = (flag: string[]) => quiz(['stats', ...flag, '--bank', TEA], { data: far, env }).out;
  const days = [...told(['--html', '-']).matchAll(/<title>(\d{4}-\d\d-\d\d): (\d+) answers?<\/title>/g)];
  const last = days.at(-1)?.slice(1) ?? [];
  expect([{ day: last[0], answers: Number(last[1]) }]).toEqual(JSON.parse(told(['--json'])).activity);
});

test('a session that is not over has no page', async () => {
  const running = tempFolder();
  const exam = headless(['exam', '--bank', TEA], running);
  await exam.next();
  exam.send({ type: 'leave' });
  expect(await exam.exit).toBe(7);
  expect(quiz(['report', '--html', '-', '--bank', TEA], { data: running }).code).toBe(2);
});

test('a list of results has no page', () => {
  expect(tea('report', '--list', '--html', 'list.html').code).toBe(2);
});

test('what a page tells to type can be typed where it was made, and the doctor’s advice too', () => {
  const env = { npm_command: 'exec', npm_lifecycle_event: 'npx' };
  const fresh = tempFolder();
  const typed = (...args: string[]) => quiz([...args, '--bank', TEA], { data: fresh, env }).out;
  expect(textIn(typed('stats', '--html', '-'))).toContain('Start with: npx quiz drill');
  mkdirSync(join(fresh, 'open'));
  writeFileSync(join(fresh, 'open', '261126-120000-abcdef.jsonl'), '{"at":1}\n');
  expect(typed('doctor').replace(/\s+/g, ' ')).toContain('npx quiz data r');
});
