// `quiz export`: what is written, what it is written as, and what is said of it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';
import { BANK, BIN, environment, TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

describe('a dry run', () => {
  test('says what would be written and what would be lost, and writes nothing', () => {
    const folder = folderWith();
    const file = join(folder, 'tea.aiken');
    const { code, out, err } = quiz(['export', '--output', file, '--dry-run', '--bank', TEA]);
    expect([code, readdirSync(folder)]).toEqual([0, []]);
    expect(out).toMatch(/^Would write \d+ of \d+ questions of Tea, as aiken, in .*tea\.aiken\.\n$/);
    expect(err).toMatch(/^lossy: left out.*Aiken/m);
  });

  test('names both files of a paper, and standard output where there is no file', () => {
    const file = join(folderWith(), 'mock.html');
    const paper = quiz(['export', '--format', 'paper', '--output', file, '--dry-run', '--bank', TEA]).out;
    expect(paper).toContain('mock.html and ');
    expect(paper).toContain('mock-key.html.');
    expect(quiz(['export', '--dry-run', '--bank', TEA]).out).toMatch(/as json, to standard output\.\n$/);
  });

  test('says that a file is there already', () => {
    const bank = folderWith(DEMO);
    const { code, err } = quiz(['export', '--format', 'csv', '--output', 'a.yaml', '--dry-run'], { data: bank });
    expect([code, err]).toEqual([0, expect.stringContaining('a.yaml is there already')]);
  });

  test('as a document tells the same of every format', () => {
    const file = join(folderWith(), 'tea.csv');
    const { out, err } = quiz(['export', '--json', '--output', file, '--dry-run', '--bank', TEA]);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ schema: 1, format: 'csv', files: [file], lossy: expect.any(Array) });
    expect(document.questions).toBe(document.of);
    expect([err, existsSync(file)]).toEqual(['', false]);
  });
});

test('--json is the document, so it goes with no other format', () => {
  const { code, out, err } = quiz(['export', '--json', '--format', 'csv', '--bank', TEA]);
  expect([code, out, JSON.parse(err).error.code]).toEqual([2, '', 'conflict']);
  expect(JSON.parse(quiz(['export', '--json', '--format', 'json', '--bank', TEA]).out).schema).toBe(1);
});

test('--json goes into no file that another format is named by', () => {
  const data = folderWith();
  const written = (file: string, ...more: string[]) => {
    const { code, err } = quiz(['export', '--json', '--output', file, '--bank', TEA, ...more], { data });
    return [code, code === 0 ? '' : JSON.parse(err).error.message, existsSync(join(data, file))];
  };
  expect(written('tea.gift')).toEqual([2, '--json and tea.gift cannot go together', false]);
  expect(written('tea.json')).toEqual([0, '', true]);
  expect(written('tea.txt')).toEqual([0, '', true]); // many formats end so
  expect(written('tea.csv', '--format', 'json')).toEqual([0, '', true]); // it is said
});

test('a zip goes under no name of a text', () => {
  const data = folderWith();
  const written = (file: string, ...more: string[]) => {
    const args = ['export', '--format', 'qti', '--output', file, '--bank', TEA];
    const { code, err } = quiz([...args, ...more], { data });
    return [code, code === 0 ? '' : err, existsSync(join(data, file))];
  };
  const refused = 'error: this format is a zip, which my.tea.XML does not say\nname it my.tea.zip\n';
  expect(written('my.tea.XML')).toEqual([2, refused, false]);
  expect(written('my.tea.XML', '--dry-run')).toEqual([2, refused, false]);
  for (const file of ['tea.zip', 'tea.imscc', 'tea']) expect(written(file)).toEqual([0, '', true]);
});

test('of a file is told only where there is one', () => {
  expect(quiz(['export', '--output', '-', '--bank', TEA]).err).not.toContain('as json, in');
});

test('a question whose quote is lost goes in without it; only those that stay out are counted as out', () => {
  const lost = DEMO['a.yaml'].replace('text: SSE-KMS keeps', 'text: SSE-KMS lost');
  const exported = (files: Readonly<Record<string, string>>) => quiz(['export', '--bank', folderWith(files)]);
  const { out, err } = exported({ ...DEMO, 'a.yaml': lost });
  expect(JSON.parse(out).questions).toHaveLength(3);
  expect(err).toContain('lossy: quotes that the notes do not have are left out: 1 question\n');
  expect(err).not.toContain('keep questions out');
  const broken = exported({ ...DEMO, 'a.yaml': lost.replace('answer: kms', 'answer: km') });
  expect(JSON.parse(broken.out).questions).toHaveLength(2);
  expect(broken.err).toContain('lossy: problems that keep questions out: 1; ');
  expect(broken.err).not.toContain('quotes that the notes');
});

test('an export that is killed as it writes leaves a whole file or none', async () => {
  for (let round = 0; round < 3; round++) {
    const folder = folderWith();
    const file = join(folder, 'bank.json');
    const child = spawn(process.execPath, [BIN, 'export', '--output', file, '--bank', BANK], {
      env: environment(tempFolder()),
      stdio: 'ignore',
    });
    const watcher = watch(folder, () => child.kill('SIGKILL'));
    await once(child, 'exit');
    watcher.close();
    expect(readdirSync(folder)).not.toEqual([]);
    if (existsSync(file)) expect(JSON.parse(readFileSync(file, 'utf8')).questions.length).toBeGreaterThan(300);
  }
});
