// What a command loads: a start is as fast as it is small. Lists, not times.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { keys, sitDown } from '../support/pty.ts';
import { quiz, TEA, tempFolder } from '../support/quiz.ts';

interface Loaded {
  /** Files of the bundle, without the hash in their names. */
  readonly chunks: readonly string[];
  /** Packages with code in them. */
  readonly packages: readonly string[];
  /** Files of ours in them: "core/items/item.ts". */
  readonly sources: readonly string[];
  /** Modules of Node's that bare Node has not loaded. */
  readonly builtins: readonly string[];
}

/** What makes a real process tell at its end what it had loaded. */
function spy() {
  const [script, list] = [join(tempFolder(), 'list.cjs'), join(tempFolder(), 'list.json')];
  writeFileSync(
    script,
    `const before = new Set(process.moduleLoadList);
    const fs = require('node:fs');
    const { readFileSync: read, writeSync: write } = fs;
    const files = new Set();
    let [beforeFrame, isRaw] = [[], undefined];
    fs.readFileSync = (file, ...rest) => {
      if (/dist.[^/\\\\]+\\.cjs$/.test(file)) files.add(file);
      return read(file, ...rest);
    };
    fs.writeSync = (descriptor, text, ...rest) => {
      if (beforeFrame.length === 0 && String(text).includes('\\u001b[?2026h'))
        [beforeFrame, isRaw] = [[...files], process.stdin.isRaw];
      return write(descriptor, text, ...rest);
    };
    process.on('exit', () => fs.writeFileSync(${JSON.stringify(list)}, JSON.stringify({
      files: [...files],
      beforeFrame,
      isRaw,
      builtins: process.moduleLoadList.filter((name) => !before.has(name)),
    })));`,
  );
  const told = (): { files: string[]; beforeFrame: string[]; isRaw: boolean; builtins: string[] } =>
    JSON.parse(readFileSync(list, 'utf8'));
  return { env: { NODE_OPTIONS: `--require ${script}` }, told };
}

/** Runs a command in a real process. */
function loadedBy(args: readonly string[], data = tempFolder(), expected = 0): Loaded {
  const { env, told } = spy();
  const { code, err } = quiz(args, { data, env });
  expect([code, err.includes('error:')], args.join(' ')).toEqual([expected, false]);
  const { files, builtins } = told();
  const maps = files.map((file) => `${file}.map`).filter((map) => existsSync(map)); // glue of the bundler has none
  const modules = maps.flatMap((map): string[] => JSON.parse(readFileSync(map, 'utf8')).sources);
  const named = (pattern: RegExp) => [...new Set(modules.flatMap((module) => pattern.exec(module)?.[1] ?? []))].sort();
  return {
    chunks: files.map(chunkOf).sort(),
    packages: named(/node_modules\/((?:@[^/]+\/)?[^/]+)\//),
    sources: named(/\/src\/(.+)$/),
    builtins: builtins.flatMap((name) => /^NativeModule (\w+)$/.exec(name)?.[1] ?? []),
  };
}

function chunkOf(file: string): string {
  return /([^/\\]+?)(-.{8})?\.cjs$/.exec(file)?.[1] ?? file;
}

const warm = ['--bank', TEA];
const practice = ['commander', 'env-paths', 'is-safe-filename', 'lowdb', 'ts-fsrs'];
const start = ['boot', 'quiz', 'rolldown-runtime', 'usual-folders'];

/** A data folder of somebody who has practised, with the bank compiled. */
function practised(): string {
  const data = tempFolder();
  quiz(['drill', '--jsonl', '-n', '1', ...warm], { data });
  quiz(['stats', '--json', ...warm], { data });
  return data;
}

/** One for all commands that change nothing in it. */
let known: string;
beforeAll(() => {
  known = practised();
});

describe('a command loads what it uses', () => {
  test('--version: nothing but the version', () => {
    const { chunks, packages } = loadedBy(['--version']);
    expect(chunks).toEqual(['boot']);
    expect(packages).toEqual([]);
  });

  test('--help: the verbs and the parser of arguments, and no command', () => {
    const { chunks, packages, sources } = loadedBy(['--help']);
    expect(chunks).toEqual(['cli', ...start].sort());
    expect(packages).toEqual(['commander', 'env-paths', 'is-safe-filename']);
    expect(sources.filter((file) => /^(commands|bank|store|terminal|learning)\//.test(file))).toEqual([]);
  });

  test('a drill over JSON lines: one file with all of a sitting, one for answers, one for its outcome; no parser of banks or notes, no screen', () => {
    const { chunks, packages } = loadedBy(['drill', '--jsonl', '-n', '1', ...warm], practised());
    expect(chunks).toEqual(['answer', 'cli', 'practice', 'summary', ...start].sort());
    expect(packages).toEqual(practice);
  });

  test('stats as a document: that and its reports, and what looks for records elsewhere while there are none', () => {
    const { chunks, packages } = loadedBy(['stats', '--json', ...warm], known);
    const reports = ['readiness', 'standing', 'stats', 'stats-screen'];
    const elsewhere = ['banks-practised', 'left-records'];
    expect(chunks).toEqual(['cli', 'practice', ...start, ...reports, ...elsewhere].sort());
    expect(packages).toEqual(practice);
  });

  test('records that are written anew: what puts files in place, and no keys', () => {
    const data = tempFolder();
    loadedBy(['drill', '--jsonl', '-n', '1', ...warm], data);
    const { chunks, packages } = loadedBy(['stats', '--json', ...warm], data);
    expect(packages).toContain('write-file-atomic');
    expect(chunks.filter((name) => ['painting', 'prompt', 'terminal'].includes(name))).toEqual([]);
  });

  test('a bank that is not compiled yet: the parser of questions on top', () => {
    const bank = folderWith(DEMO);
    expect(loadedBy(['topics', '--json', '--bank', bank]).packages).toEqual([...practice, 'yaml'].sort());
    expect(loadedBy(['topics', '--json', '--bank', bank]).packages).toEqual(practice);
  });

  test.each([['--help'], ['drill', '--jsonl', '-n', '1', ...warm], ['stats', '--json', ...warm]])(
    'no module of Node’s for other processes and threads: %s',
    (...args) => {
      const { builtins } = loadedBy(args, args[0] === 'drill' ? practised() : known);
      expect(builtins.length).toBeGreaterThan(0);
      for (const name of ['child_process', 'worker_threads', 'readline', 'http', 'https'])
        expect(builtins).not.toContain(name);
    },
  );

  test.each([
    [['--version'], ['stream', 'net', 'tty', 'os']],
    [
      ['help', 'drill'],
      ['stream', 'net', 'tty', 'zlib'],
    ],
    [
      ['topics', '--json', ...warm],
      ['stream', 'net', 'tty', 'zlib'],
    ],
  ])('no stream of Node’s for what a pipe takes at once: %s', (args, unneeded) => {
    const { builtins } = loadedBy(args, known);
    expect(unneeded.filter((name) => builtins.includes(name))).toEqual([]);
  });

  test('the first frame at a terminal: what paints it; what brings the keys comes after', async () => {
    const data = practised();
    const { env, told } = spy();
    const seat = sitDown(['drill', '-n', '1', ...warm], { data, env });
    await seat.see(/1 of 1/);
    await seat.press(keys.ctrlC);
    await seat.exit;
    const { beforeFrame, files, isRaw } = told();
    expect(beforeFrame.map(chunkOf).sort()).toEqual([...start, 'cli', 'painting', 'practice', 'terminal'].sort());
    expect(files.map(chunkOf)).toContain('prompt');
    expect(isRaw).toBe(true); // else the terminal would write a key into the frame
  });

  test('no module of Node’s for measuring or promised timers for a question at a terminal', async () => {
    const { env, told } = spy();
    const seat = sitDown(['drill', '-n', '1', ...warm], { data: tempFolder(), env });
    await seat.see(/1 of 1/);
    await seat.press(keys.ctrlC);
    await seat.exit;
    const { builtins } = told();
    expect(builtins).toContain('NativeModule readline');
    expect(builtins.filter((name) => /perf_hooks|timers\/promises/.test(name))).toEqual([]);
  });
});
