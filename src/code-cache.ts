// The engine's compiled form of our own files, kept for the next start: making it anew is a quarter of what a start takes.
// Node does this by itself from version 22 on, but not in 20, and without asking whose files it runs.
import { isAscii } from 'node:buffer';
import {
  chmodSync,
  closeSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { draftWord } from './chance.ts';
import { exitCodes } from './failure.ts';
import { makeFolder } from './folders.ts';
import { openRegular } from './regular.ts';
import { usualFolders } from './store/paths.ts';

/** Code that was compiled in this run, and where it is to be kept. */
interface Fresh {
  readonly script: Script;
  readonly path: string;
}

/** What stands around the code of a file when it runs, as in Node's own loader; the columns of a trace do not count it. */
const BEFORE = Buffer.from('(function (exports, require, module, __filename, __dirname) {');
const AFTER = Buffer.from('\n})');

/** One string made of bytes: putting strings together would hold the text twice, and have the engine clean up in the middle of a start. */
function wrapped(file: Buffer): string {
  return Buffer.concat([BEFORE, file, AFTER]).toString(isAscii(file) ? 'latin1' : 'utf8');
}

/**
 * From here on the program's files are compiled from what an earlier run left in the cache, and at the end of this run what was
 * compiled anew is left there, unless the run failed: then little of it has run. Each verb keeps its own, because only functions that have run are in it. Files that
 * are damaged, foreign or of another engine change the time that takes, and nothing else.
 */
export function keepCompiledCode(verb: string | undefined): void {
  const { cache } = usualFolders();
  if (cache === undefined) return;
  const folder = join(cache, 'code');
  if (!isOurFolder(folder)) return;
  const { extensions } = require; // deprecated for adding kinds of files; there is no other way in before Node 22
  const usual = extensions['.js'];
  const fresh: Fresh[] = [];
  const name = /^[a-z]{1,16}$/.exec(verb ?? '')?.[0] ?? 'home'; // what is no verb ends with an error, and keeps nothing
  extensions['.cjs'] = (module, path) => {
    if (dirname(path) !== __dirname) return usual?.(module, path);
    const kept = join(folder, `${basename(path)}-${process.versions.v8}-${process.arch}-${name}`);
    const cachedData = soundCode(kept);
    const source = wrapped(readFileSync(path));
    const script = new Script(source, {
      filename: path,
      columnOffset: -BEFORE.length,
      ...(cachedData && { cachedData }),
    });
    if (!cachedData || script.cachedDataRejected) {
      forgetNoCode(true);
      fresh.push({ script, path: kept });
    }
    const run = script.runInThisContext() as (...args: readonly unknown[]) => void; // the wrapper is a function
    run.call(module.exports, module.exports, (id: string) => module.require(id), module, path, dirname(path));
  };
  process.once('exit', (code) => {
    if (hasDoneItsWork(code)) keepAll(folder, fresh);
  });
}

const SIGNALLED = 128;

function hasDoneItsWork(code: number): boolean {
  return code === 0 || code === exitCodes.errorsFound || code === exitCodes.left || code > SIGNALLED;
}

/**
 * The engine drops compiled functions that have not run for a while; in a run that will keep them it shall not. To be set back before
 * they are kept, because code made under other flags is refused at the next start.
 */
function forgetNoCode(isOn: boolean): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(isOn ? '--no-flush-bytecode' : '--flush-bytecode');
}

const MARK = 'quiz-code';
const FIRST_LINE = 32;

/** The code in a file of ours that is whole. The engine takes any bytes for code: nobody else may have written them. */
function soundCode(path: string): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    const { descriptor: opened, stats } = openRegular(path, { isLinkFollowed: false });
    descriptor = opened;
    if (!isOurs(stats)) return undefined;
    const bytes = readFileSync(descriptor);
    const code = bytes.subarray(FIRST_LINE);
    return bytes.subarray(0, FIRST_LINE).equals(firstLine(path, code)) ? code : undefined;
  } catch {
    return undefined; // not there yet, or not to be read
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const WRITABLE_BY_OTHERS = 0o022;

function isOurs({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  const own = process.geteuid?.();
  return own === undefined || (uid === own && (mode & WRITABLE_BY_OTHERS) === 0); // Windows has no such numbers
}

/** Whether a folder is ours alone, and no link to another one; one that is not there yet will be. */
function isOurFolder(folder: string): boolean {
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    return found === undefined || (found.isDirectory() && isOurs(found));
  } catch {
    return false;
  }
}

/** Binds code to its name, so that one file put in another's place is no code. */
function firstLine(path: string, code: Uint8Array): Buffer {
  return Buffer.from(`${MARK} ${crc32(code, crc32(basename(path)))}`.padEnd(FIRST_LINE - 1).concat('\n'));
}

const OWNERS_ONLY = 0o600;

function keepAll(folder: string, fresh: readonly Fresh[]): void {
  if (fresh.length === 0) return;
  try {
    makeFolder(folder);
    if (!isOurFolder(folder)) return; // somebody was faster
    forgetNoCode(false);
    for (const { script, path } of fresh) {
      const code = script.createCachedData(); // with every function that has run
      const draft = `${path}.${draftWord()}`;
      writeFileSync(draft, Buffer.concat([firstLine(path, code), code]), { mode: OWNERS_ONLY, flag: 'wx' });
      chmodSync(draft, OWNERS_ONLY); // a umask may have taken even that away
      renameSync(draft, path);
    }
    forgetOld(folder);
  } catch {
    // Read-only or full: the next start compiles again.
  }
}

const OLD_MS = 60 * 86_400_000;

/** Names of ours: those of built files with the engine's version, drafts that a killed process left among them. */
const OURS = /^[\w-]+\.cjs-[\w.-]+$/;

/** Code of earlier versions. What is still used is left behind anew. Files of others stay. */
function forgetOld(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => OURS.test(name))) {
    const path = join(folder, name);
    const found = lstatSync(path);
    if (found.isFile() && Date.now() - found.mtimeMs > OLD_MS) unlinkSync(path);
  }
}
