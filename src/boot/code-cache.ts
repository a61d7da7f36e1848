// The engine's compiled form of our own files, kept for the next start: making it anew is a quarter of what a start takes.
import { lstatSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import type { Script } from 'node:vm';
import { fromRegular, type OpenFile } from '../system/regular.ts';
import { ofTwo } from '../system/twice.ts';

/** Code that was compiled in this run, and where it is to be kept. */
export interface Fresh {
  readonly script: Script;
  readonly name: string;
  readonly path: string;
  readonly round: number;
}

/**
 * Code is made in the first start, and once more in the second: the first one compiles the bank as well, and what runs in every later
 * one has not run in it yet.
 */
const LAST_ROUND = 2;

export interface CodeCache {
  /** What an earlier run left of the built file with this name; undefined where there is nothing, or it is not whole. */
  find(name: string): Buffer | undefined;
  /** Leaves what was compiled anew for the next start, at the end of this one. */
  add(name: string, script: Script): void;
}

/**
 * The code in a folder for caches, of the word the program was started with: each keeps its own, because only functions that have run
 * are in it. Files that are damaged, foreign or of another engine change the time that takes, and nothing else. Undefined where
 * others could write into it. `keep` is called when the program ends with code that was compiled.
 */
export function openCodeCache(
  cache: string,
  word: string | undefined,
  keep: (folder: string, fresh: readonly Fresh[], exitCode: number) => void,
): CodeCache | undefined {
  const folder = `${cache}${sep}code`;
  if (!isOurFolder(folder)) return undefined;
  const fresh: Fresh[] = [];
  const verb = /^-*([a-z]{1,16})$/.exec(word ?? '')?.[1] ?? 'home'; // what is no verb ends with an error, and keeps nothing
  const pathOf = (name: string) => `${folder}${sep}${name}-${process.versions.v8}-${process.arch}-${verb}`;
  const rounds = new Map<string, number>();
  return {
    find(name) {
      const found = soundCode(pathOf(name), name);
      const round = found?.round ?? 0;
      rounds.set(name, Math.min(round + 1, LAST_ROUND));
      return round === LAST_ROUND ? found?.code : undefined;
    },
    add(name, script) {
      if (fresh.length === 0) {
        forgetNoCode(true);
        process.once('exit', (code) => keep(folder, fresh, code));
      }
      fresh.push({ script, name, path: pathOf(name), round: rounds.get(name) ?? 1 });
    },
  };
}

/**
 * The engine drops compiled functions that have not run for a while; in a run that will keep them it shall not. To be set back before
 * they are kept, because code made under other flags is refused at the next start.
 */
export function forgetNoCode(isOn: boolean): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(isOn ? '--no-flush-bytecode' : '--flush-bytecode');
}

const MARK = 'quiz-code';
const FIRST_LINE = 96;

/** The code in a file of ours that is whole. The engine takes any bytes for code: nobody else may have written them. */
function soundCode(path: string, name: string): { readonly code: Buffer; readonly round: number } | undefined {
  try {
    const read = ({ descriptor, stats }: OpenFile) => (isOurs(stats) ? readFileSync(descriptor) : undefined);
    const bytes = fromRegular(path, read, { isLinkFollowed: false });
    const code = bytes && ofTwo(bytes.subarray(FIRST_LINE));
    if (!code) return undefined;
    const round = Number(bytes.toString('latin1', MARK.length, MARK.length + ' 2'.length));
    return bytes.subarray(0, FIRST_LINE).equals(firstLine(name, code, round)) ? { code, round } : undefined;
  } catch {
    return undefined; // not there yet, or not to be read
  }
}

const WRITABLE_BY_OTHERS = 0o022;

function isOurs({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  const own = process.geteuid?.();
  return own === undefined || (uid === own && (mode & WRITABLE_BY_OTHERS) === 0); // Windows has no such numbers
}

/** Whether a folder is ours alone, and no link to another one; one that is not there yet will be. */
export function isOurFolder(folder: string): boolean {
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    return found === undefined || (found.isDirectory() && isOurs(found));
  } catch {
    return false;
  }
}

/** Binds code to its name, so that one file put in another's place is no code. */
export function firstLine(name: string, code: Uint8Array, round: number): Buffer {
  return Buffer.from(`${MARK} ${round} ${code.length} ${name}`.padEnd(FIRST_LINE - 1).concat('\n'));
}
