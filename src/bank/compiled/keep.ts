// Keeping in the cache what was made. Where that cannot be, nothing is kept.
import { chmodSync, closeSync, openSync, readdirSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { draftWord } from '../../system/chance.ts';
import { makeCacheFolder } from '../../system/folders.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { twice } from '../../system/twice.ts';
import { documentPath, KEY, startOf } from './cache.ts';

/** Keeps a small document, which must survive JSON, with what it was made from. */
export function keepDocument(folder: string, name: string, madeFrom: Uint8Array, document: unknown): void {
  keepFile(documentPath(folder, name), [startOf(madeFrom), twice(Buffer.from(JSON.stringify(document)))]);
}

/** Written beside and renamed, so that another process sees all of it or nothing. Where that cannot be, nothing is kept. */
export function keepFile(path: string, pieces: Iterable<Uint8Array>): void {
  const fresh = `${path}.${draftWord()}`;
  try {
    makeCacheFolder(dirname(path));
    writePieces(fresh, pieces);
    chmodSync(fresh, 0o600); // a umask may have taken even that away
    renameSync(fresh, path);
    thinOut(dirname(path), path);
  } catch {
    ifPossible(() => unlinkSync(fresh));
  }
}

function writePieces(path: string, pieces: Iterable<Uint8Array>): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    for (const piece of pieces) for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
  } finally {
    closeSync(descriptor);
  }
}

/** So much is kept: what was written longest ago goes first, and is made anew when it is needed. */
const MOST = { files: 64, bytes: 500_000_000 };
const HOUR_MS = 3_600_000;
const OURS = new RegExp(`^[0-9a-f]{${KEY}}\\.(bank|json)$`);
const DRAFT = new RegExp(`^[0-9a-f]{${KEY}}\\.(bank|json)\\.[0-9a-z]{10}$`);

/** Takes away old files of ours, and what killed processes left half written. Files of others are left alone. */
function thinOut(folder: string, latest: string): void {
  const room = { ...MOST };
  for (const { path, size, mtimeMs } of newestFirst(folder)) {
    room.files -= 1;
    room.bytes -= size;
    const isLeft = DRAFT.test(path.slice(folder.length + 1)) && Date.now() - mtimeMs > HOUR_MS;
    if (path !== latest && (isLeft || room.files < 0 || room.bytes < 0)) ifPossible(() => unlinkSync(path));
  }
}

function newestFirst(folder: string) {
  return readdirSync(folder)
    .filter((name) => OURS.test(name) || DRAFT.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      const found = statSync(path, { throwIfNoEntry: false });
      return found?.isFile() ? [{ path, size: found.size, mtimeMs: found.mtimeMs }] : [];
    })
    .sort((a, b) => b.mtimeMs - a.mtimeMs);
}
