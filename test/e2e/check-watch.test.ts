// `quiz check --watch`: a real process beside an author who edits.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchBanks } from '../../src/commands/shared/watching.ts';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';
import { pause } from '../support/pty.ts';
import { BIN, environment, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

/** A running check; `see` waits until what it wrote since the last call matches. */
function watching(folder: string, ...args: string[]) {
  const data = tempFolder();
  const child = spawn(process.execPath, [BIN, 'check', '--watch', '--bank', folder, ...args], {
    env: environment(data),
    cwd: data,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let written = '';
  let wake: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      written += chunk;
      wake();
    });
  const exit = new Promise<number | string | null>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? signal)),
  );
  return {
    child,
    exit,
    async see(text: RegExp | string): Promise<string> {
      while (!(typeof text === 'string' ? written.includes(text) : text.test(written)))
        await new Promise<void>((resolve) => (wake = resolve));
      const seen = written;
      written = '';
      return seen;
    },
  };
}

const withMistake = DEMO['a.yaml'].replace('answer: kms', 'answer: km');

test('each change is told: what is mended, the state, and what is new', async () => {
  const folder = folderWith({ ...DEMO, 'a.yaml': withMistake });
  const { see, child, exit } = watching(folder);
  await see(/error\[key-invalid\][\s\S]*Stop with|Stop with[\s\S]*error\[key-invalid\]/); // two streams
  writeFileSync(join(folder, 'a.yaml'), `# a line more moves all others\n${DEMO['a.yaml']}`);
  const mended = await see(/Since the last check: 1 mended, \d new/);
  expect(mended).toMatch(/a\.yaml changed\.\s+mended: a\.yaml:7 key-invalid: /);
  expect(mended).not.toContain('error[');
  writeFileSync(join(folder, 'notes.md'), DEMO['notes.md'].replace('audit trail', 'list of audits'));
  expect(await see('1 new problem.')).toContain('error[quote-not-found]');
  child.kill('SIGINT');
  expect(await exit).toBe(130);
  expect(await see('Stopped watching.')).not.toContain('error');
});

test.runIf(process.platform === 'linux')('between changes no file of the cache is held open', async () => {
  const folder = folderWith(DEMO);
  const { see, child } = watching(folder);
  await see('Stop with');
  const held = () =>
    readdirSync(`/proc/${child.pid}/fd`).flatMap((number) => {
      try {
        return readlinkSync(`/proc/${child.pid}/fd/${number}`).match(/\.bank\b.*/) ?? [];
      } catch {
        return []; // closed meanwhile
      }
    });
  for (let edit = 1; edit <= 3; edit++) {
    writeFileSync(join(folder, 'a.yaml'), `# edit ${edit}\n${DEMO['a.yaml']}`);
    await see('Since the last check');
  }
  writeFileSync(join(folder, 'a.yaml'), withMistake);
  await see('1 new problem');
  await expect.poll(held).toEqual([]);
});

test('what is hidden by another error is not called mended, and not new when it can be seen again', async () => {
  const unproved = DEMO['a.yaml'].replace(/ {4}quotes: .*\n/, '');
  const folder = folderWith({ ...DEMO, 'a.yaml': unproved });
  const { see } = watching(folder);
  await see(/warning\[no-quote\][\s\S]*Stop with|Stop with[\s\S]*warning\[no-quote\]/); // two streams
  writeFileSync(join(folder, 'a.yaml'), unproved.replace('answer: kms', 'answer: km'));
  expect(await see('Since the last check: 0 mended, 1 new problem, ')).toContain('error[key-invalid]');
  writeFileSync(join(folder, 'a.yaml'), unproved.replace('    answer: kms', '   answer: kms'));
  expect(await see('Since the last check: 0 mended, 1 new problem, ')).toContain('error[yaml-syntax]');
  writeFileSync(join(folder, 'bank.yaml'), `${DEMO['bank.yaml']}zebra: 1\n`);
  await see('Since the last check: 0 mended, 1 new problem, ');
  writeFileSync(join(folder, 'bank.yaml'), DEMO['bank.yaml']);
  await see('Since the last check: 1 mended, 0 new problems, ');
  writeFileSync(join(folder, 'a.yaml'), unproved);
  const seen = await see(/Since the last check: 2 mended, 0 new problems\./);
  expect(seen.match(/mended: .* (\S+): /g)).toHaveLength(2);
  expect(seen).toContain('warning[no-quote]');
});

test('what another mistake in the question or in the file keeps from being looked at is not called mended', async () => {
  const folder = folderWith({ ...DEMO, 'a.yaml': withMistake });
  const { see } = watching(folder);
  await see(/error\[key-invalid\][\s\S]*Stop with|Stop with[\s\S]*error\[key-invalid\]/); // two streams
  const change = (text: string) => writeFileSync(join(folder, 'a.yaml'), text);
  change(withMistake.replace('type: single', 'type: singel'));
  await see('Since the last check: 0 mended, 1 new problem, 1 problem hidden by errors.');
  change(`# a line more\n${withMistake.replace('type: single', 'type: singel')}`);
  await see('Since the last check: 0 mended, 0 new problems, 1 problem hidden by errors.');
  change(withMistake);
  await see('Since the last check: 1 mended, 0 new problems.');
  change(withMistake.replace('  - id: audit', '   - id: audit'));
  await see(/Since the last check: 0 mended, 1 new problem, \d problems hidden by errors\./);
  change(DEMO['a.yaml']);
  expect(await see(/Since the last check: 2 mended, \d new problem/)).toContain('mended: a.yaml:7 key-invalid');
});

test('that a quote proves nothing is not called mended where the quote is lost', async () => {
  const folder = folderWith({ ...DEMO, 'a.yaml': DEMO['a.yaml'].replace('text: SSE-KMS }]', 'text: Glacier }]') });
  const { see } = watching(folder);
  await see(/warning\[key-not-in-notes\][\s\S]*Stop with|Stop with[\s\S]*warning\[key-not-in-notes\]/); // two streams
  writeFileSync(join(folder, 'notes.md'), DEMO['notes.md'].replace('audit trail', 'list'));
  await see('Since the last check: 0 mended, 1 new problem, 1 problem hidden by errors.');
  writeFileSync(join(folder, 'notes.md'), DEMO['notes.md']);
  await see('Since the last check: 1 mended, 0 new problems.');
});

test('a file that is replaced, as editors do, and one that is not readable for a moment', async () => {
  const folder = folderWith({ ...DEMO, 'a.yaml': withMistake });
  const { see } = watching(folder);
  await see('Stop with Ctrl-C.');
  rmSync(join(folder, 'notes.md'));
  await see('cannot read');
  writeFileSync(join(folder, 'notes.md'), DEMO['notes.md']);
  await see('Since the last check: 0 mended, 0 new problems.');
  writeFileSync(join(folder, '.a.yaml.new'), DEMO['a.yaml']);
  renameSync(join(folder, '.a.yaml.new'), join(folder, 'a.yaml'));
  expect(await see('Since the last check')).toContain('mended: a.yaml:7 key-invalid');
});

test('a file that is deleted is called gone, its problems are not called mended, and one that comes is a change', async () => {
  const folder = folderWith({ ...DEMO, 'new.yaml': withMistake.replaceAll('audit', 'other') });
  const { see } = watching(folder);
  await see('Watching for changes');
  rmSync(join(folder, 'new.yaml'));
  const seen = await see(/Since the last check: 0 mended/);
  expect(seen).toMatch(/new\.yaml is gone\./);
  expect(seen).not.toContain('mended:');
  writeFileSync(join(folder, 'next.yaml'), 'questions: []\n');
  expect(await see('Since the last check')).toMatch(/next\.yaml changed\./);
});

test('so is a manifest, and a page beside the notes, but not notes in a folder below that are there', async () => {
  const notes = 'pages/notes.md';
  const folder = folderWith({ 'bank.yaml': `notes: ${notes}\n`, [notes]: '# Tea\n', 'draft.md': '# Tea\n' });
  const { see } = watching(folder);
  await see('Watching for changes');
  rmSync(join(folder, 'draft.md'));
  expect(await see('Since the last check')).toMatch(/draft\.md is gone\./);
  writeFileSync(join(folder, notes), '# Green tea\n');
  expect(await see('Since the last check')).toMatch(/notes\.md changed\./);
  writeFileSync(join(folder, 'q.yaml'), 'questions: []\n');
  await see('Since the last check');
  rmSync(join(folder, 'bank.yaml'));
  expect(await see('Since the last check')).toMatch(/bank\.yaml is gone\./);
});

test.each([100, 250, 400])('a change %i ms after the start is seen, whatever the check is at then', async (ms) => {
  const folder = folderWith(DEMO);
  const { see } = watching(folder);
  await pause(ms);
  writeFileSync(join(folder, 'a.yaml'), withMistake);
  await see('error[key-invalid]');
});

test('a folder that is replaced is watched on', async () => {
  const folder = folderWith(DEMO);
  const { see } = watching(folder);
  await see('Stop with Ctrl-C.');
  renameSync(folder, `${folder}-old`);
  cpSync(`${folder}-old`, folder, { recursive: true });
  rmSync(`${folder}-old`, { recursive: true });
  await see('Since the last check: 0 mended, 0 new');
  writeFileSync(join(folder, 'a.yaml'), withMistake);
  await see('error[key-invalid]');
});

test('a folder that is away is told as such, and the bank is checked again when it is back', async () => {
  const folder = folderWith(DEMO);
  const { see, child } = watching(folder);
  await see('Stop with Ctrl-C.');
  renameSync(folder, `${folder}-away`);
  expect(await see('It is checked again when it is back')).toContain('there is no such folder');
  await pause(1000);
  expect(child.exitCode).toBeNull();
  writeFileSync(join(`${folder}-away`, 'a.yaml'), withMistake);
  renameSync(`${folder}-away`, folder);
  await see('error[key-invalid]');
  writeFileSync(join(folder, 'a.yaml'), DEMO['a.yaml']);
  await see('Since the last check: 1 mended, ');
});

test('a folder that is away at the moment at which a check ends is watched on', async () => {
  const folder = folderWith(DEMO);
  const over = new AbortController();
  const told: (readonly string[])[] = [];
  const check = async (names: readonly string[]) => {
    told.push(names);
    if (told.length > 1) return over.abort(new Error('checked again'));
    renameSync(folder, `${folder}-away`);
    setImmediate(() => renameSync(`${folder}-away`, folder));
  };
  await expect(watchBanks(() => [{ folder, notes: [] }], check, over.signal)).rejects.toThrow('checked again');
  expect(told).toEqual([[], [basename(folder)]]);
});

test('notes are watched under whatever name bank.yaml gives them', async () => {
  const folder = folderWith(DEMO);
  const { see } = watching(folder);
  await see('Stop with Ctrl-C.');
  mkdirSync(join(folder, 'notes'));
  writeFileSync(join(folder, 'notes/all.txt'), DEMO['notes.md']);
  writeFileSync(join(folder, 'bank.yaml'), DEMO['bank.yaml'].replace('notes.md', 'notes/all.txt'));
  await see('Since the last check: 0 mended, 0 new');
  writeFileSync(join(folder, 'notes/all.txt'), DEMO['notes.md'].replace('audit trail', 'list of audits'));
  await see('error[quote-not-found]');
});

test('changes that never end are told all the same', async () => {
  const folder = folderWith(DEMO);
  const { see } = watching(folder);
  await see('Stop with Ctrl-C.');
  const typing = setInterval(() => writeFileSync(join(folder, 'a.yaml'), withMistake), 50);
  onTestFinished(() => clearInterval(typing));
  await see('error[key-invalid]');
});

test('--json writes a document for each change', async () => {
  const folder = folderWith({ ...DEMO, 'a.yaml': withMistake });
  const { see } = watching(folder, '--json');
  const [first = ''] = (await see('Stop with Ctrl-C.')).split('\n');
  expect(JSON.parse(first)).toMatchObject({ schema: 1, errors: 1 });
  writeFileSync(join(folder, 'a.yaml'), DEMO['a.yaml']);
  expect(JSON.parse((await see(/^\{.*\n/m)).replace(/^[^{]*/, ''))).toMatchObject({
    schema: 1,
    errors: 0,
    changed: ['a.yaml'],
    mended: [{ code: 'key-invalid', file: 'a.yaml', line: 7 }],
  });
});

test.each([[['--fix']], [['--max-warnings', '3']], [['--format', 'github']]])('--watch does not go with %s', (args) => {
  const { code, err } = quiz(['check', '--watch', ...args, '--bank', folderWith(DEMO)]);
  expect(code).toBe(2);
  expect(err).toContain(`--watch does not go with ${args.join(' ').replace(/ 3$/, '')}`);
});
