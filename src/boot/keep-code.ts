// Keeping compiled code at the end of a run: apart from finding it, because most runs keep none.
import { chmodSync, lstatSync, readdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from '../failure.ts';
import { draftWord } from '../system/chance.ts';
import { makeCacheFolder } from '../system/folders.ts';
import { twice } from '../system/twice.ts';
import { type Fresh, firstLine, forgetNoCode, isOurFolder } from './code-cache.ts';

/** Keeps what was compiled in a run that ended with this code, unless it failed: then little of it has run. */
export function keepCode(folder: string, fresh: readonly Fresh[], exitCode: number): void {
  if (hasDoneItsWork(exitCode)) keepAll(folder, fresh);
}

const SIGNALLED = 128;

function hasDoneItsWork(code: number): boolean {
  return code === 0 || code === exitCodes.errorsFound || code === exitCodes.left || code > SIGNALLED;
}

const OWNERS_ONLY = 0o600;

function keepAll(folder: string, fresh: readonly Fresh[]): void {
  try {
    makeCacheFolder(folder);
    if (!isOurFolder(folder)) return; // somebody was faster
    forgetNoCode(false);
    for (const { script, name, path, round } of fresh) {
      const code = script.createCachedData(); // with every function that has run
      putWhole(path, Buffer.concat([firstLine(name, code, round), twice(code)]));
    }
    forgetOld(folder);
  } catch {
    // Read-only or full: the next start compiles again.
  }
}

/** A part of a file that found no room would take what is left of it, at every start anew. */
function putWhole(path: string, bytes: Uint8Array): void {
  const draft = `${path}.${draftWord()}`;
  try {
    writeFileSync(draft, bytes, { mode: OWNERS_ONLY, flag: 'wx' });
    chmodSync(draft, OWNERS_ONLY); // a umask may have taken even that away
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
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
