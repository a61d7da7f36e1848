// The engine's compiled form of our own code: it makes a start fast, and nothing that lies in its place makes a difference else.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { BIN, environment, quiz, TEA, tempFolder } from '../support/quiz.ts';

/** What a command says, with a cache of its own. */
function topics(cache: string) {
  const { code, out, err } = quiz(['topics', '--json', '--bank', TEA], { env: { XDG_CACHE_HOME: cache } });
  return { code, out, err };
}

const folderIn = (cache: string) => join(cache, 'notes-quiz/code');
const filesIn = (cache: string) => readdirSync(folderIn(cache)).map((name) => join(folderIn(cache), name));
const bytesOf = (paths: readonly string[]) => paths.map((path) => readFileSync(path).toString('base64'));

let twice: { cache: string; first: ReturnType<typeof topics> };
beforeAll(() => {
  const cache = tempFolder();
  const first = topics(cache);
  topics(cache); // with the bank compiled another part of the code runs: it is made once more
  twice = { cache, first };
});

/** A cache after two starts, of its own for each test, and what those said. */
function warm() {
  const { first } = twice;
  expect(first.code).toBe(0);
  const cache = folderWith();
  cpSync(twice.cache, cache, { recursive: true });
  return { cache, first, files: filesIn(cache) };
}

test('the first two starts leave their code, for the owner alone, and the next ones take it as it is', () => {
  const { cache, first, files } = warm();
  expect(files.some((path) => path.includes('practice-'))).toBe(true);
  for (const path of [folderIn(twice.cache), ...filesIn(twice.cache)]) expect(statSync(path).mode & 0o077).toBe(0);
  const before = files.map((path) => statSync(path).ino);
  expect(topics(cache)).toEqual(first);
  expect(files.map((path) => statSync(path).ino)).toEqual(before); // none was written anew
});

test('each verb keeps its own; what is no verb, or fails, keeps nothing', () => {
  const { cache, files } = warm();
  const before = bytesOf(files);
  const as = (verb: string) => filesIn(cache).filter((path) => path.endsWith(`-${verb}`));
  expect(as('topics')).toEqual(files);
  const said = quiz(['nonsense'], { env: { XDG_CACHE_HOME: cache } });
  expect([said.code, filesIn(cache)]).toEqual([2, files]);
  const failed = quiz(['stats', '--json', '--bank', 'nowhere'], { env: { XDG_CACHE_HOME: cache } });
  expect([failed.code, filesIn(cache)]).toEqual([3, files]);
  expect(quiz(['stats', '--json', '--bank', TEA], { env: { XDG_CACHE_HOME: cache } }).code).toBe(0);
  expect(as('stats').some((path) => path.includes('practice-'))).toBe(true);
  expect(bytesOf(files)).toEqual(before);
  expect(quiz(['exam', '--jsonl', '--bank', TEA], { env: { XDG_CACHE_HOME: cache } }).code).toBe(7); // left open
  expect(as('exam').some((path) => path.includes('practice-'))).toBe(true);
});

test('the engine drops no code in a run that keeps it, however often it cleans up', () => {
  const sizeAfter = (...flags: string[]) => {
    const cache = tempFolder();
    const env = environment(tempFolder(), { XDG_CACHE_HOME: cache });
    execFileSync(process.execPath, [...flags, BIN, 'topics', '--json', '--bank', TEA], { env });
    return statSync(filesIn(cache).find((path) => path.includes('practice-')) ?? '').size;
  };
  expect(sizeAfter('--stress-flush-code', '--gc-global')).toBeGreaterThan(0.97 * sizeAfter());
});

test('code that is cut off, changed in one bit or somebody’s anything is not run, and made anew', () => {
  const { cache, first, files } = warm();
  const path = files.find((file) => file.includes('practice-')) ?? '';
  const whole = readFileSync(path);
  const flipped = (place: number) => {
    const bytes = Buffer.from(whole);
    bytes[place] = (bytes[place] ?? 0) ^ 4;
    return bytes;
  };
  const ruins = [
    Buffer.alloc(0),
    whole.subarray(0, whole.length / 2),
    flipped(5),
    flipped(40),
    flipped(whole.length - 1),
    readFileSync(files.find((file) => file.includes('cli-')) ?? ''), // sound, but in another's place
  ];
  for (const ruin of ruins) {
    writeFileSync(path, ruin);
    expect(topics(cache)).toEqual(first);
    expect(readFileSync(path).equals(ruin)).toBe(false);
  }
  expect(topics(cache)).toEqual(first);
  const anew = bytesOf(files);
  expect(topics(cache)).toEqual(first);
  expect(bytesOf(files)).toEqual(anew);
});

test.skipIf(process.platform === 'win32')('code that others can write to is not run', () => {
  const { cache, first, files } = warm();
  for (const path of files) chmodSync(path, 0o666);
  expect(topics(cache)).toEqual(first);
  const used = files.filter((path) => /(cli|practice)-/.test(path)); // a parser of banks is not needed twice
  expect(used).toHaveLength(2);
  for (const path of used) expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('where nothing can be kept a start takes longer, and that is all', () => {
  const { first } = warm();
  const cache = tempFolder();
  mkdirSync(join(cache, 'notes-quiz'));
  writeFileSync(folderIn(cache), 'in the way');
  expect(topics(cache)).toEqual(first);
  expect(topics(cache)).toEqual(first);
});

test.skipIf(process.platform === 'win32')('where there is no room for it no part of it is left either', () => {
  const cache = tempFolder();
  const env = { ...environment(tempFolder()), XDG_CACHE_HOME: cache };
  const line = `ulimit -f 16; exec ${process.execPath} ${BIN} topics --json --bank ${TEA}`;
  expect(spawnSync('sh', ['-c', line], { env, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  expect(filesIn(cache)).toEqual([]);
});

test.skipIf(process.platform === 'win32')(
  'a folder that is a link, or open to others, is neither read nor written',
  () => {
    const { first } = warm();
    const [cache, others] = [tempFolder(), tempFolder()];
    mkdirSync(join(cache, 'notes-quiz'));
    symlinkSync(others, folderIn(cache));
    expect(topics(cache)).toEqual(first);
    expect(readdirSync(others)).toEqual([]);
    rmSync(folderIn(cache));
    mkdirSync(folderIn(cache));
    chmodSync(folderIn(cache), 0o777);
    expect(topics(cache)).toEqual(first);
    expect(filesIn(cache)).toEqual([]);
  },
);

test.skipIf(process.platform === 'win32')('a pipe in the place of code or of a compiled bank is not waited for', () => {
  const { cache, first, files } = warm();
  const compiled = readdirSync(join(cache, 'notes-quiz'))
    .filter((name) => /\.(bank|json)$/.test(name))
    .map((name) => join(cache, 'notes-quiz', name));
  expect(compiled).toHaveLength(2);
  for (const path of [...files, ...compiled]) {
    rmSync(path);
    execFileSync('mkfifo', [path]);
  }
  expect(topics(cache)).toEqual(first);
});

test('old code of ours goes when new is kept, and nothing of others', () => {
  const { cache, files } = warm();
  const old = new Date(Date.now() - 90 * 86_400_000);
  const [ours, mine] = ['practice-0ldV3rs1.cjs-1.2.3-x64', 'thesis.txt'].map((name) => join(folderIn(cache), name));
  for (const path of [ours ?? '', mine ?? '']) {
    writeFileSync(path, 'old');
    utimesSync(path, old, old);
  }
  rmSync(files.find((path) => path.includes('cli-')) ?? '');
  topics(cache);
  expect([existsSync(ours ?? ''), existsSync(mine ?? '')]).toEqual([false, true]);
});
