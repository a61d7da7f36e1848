// What was made from a bank's files, kept for the next start. Everything is found by what it was made from, so nothing can be
// stale; a cache that is missing, torn, foreign or read-only changes the time a start takes, never what is asked.
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../folders.ts';
import { version } from '../version.ts';

/** Names what is made of a text by everything that goes into it. */
export function sourceKey(file: string, source: string, surroundings: string): string {
  return createHash('sha256').update(`${version}\n${file}\n${surroundings}\n${source}`).digest('hex').slice(0, KEY);
}

const KEY = 40;

/** A small document that was kept under the key; undefined where it is missing or torn. */
export function keptDocument<T>(folder: string | undefined, key: string): T | undefined {
  if (!folder) return undefined;
  try {
    const [sum, text = ''] = readFileSync(documentPath(folder, key), 'utf8').split('\n', 2);
    return sum === checksum(text) ? (JSON.parse(text) as T) : undefined; // the checksum says it is ours
  } catch {
    return undefined; // it is made anew
  }
}

/** Keeps a small document, which must survive JSON. */
export function keepDocument(folder: string | undefined, key: string, document: unknown): void {
  const text = JSON.stringify(document);
  if (folder) keepFile(documentPath(folder, key), [Buffer.from(`${checksum(text)}\n${text}`)]);
}

function documentPath(folder: string, key: string): string {
  return join(folder, `${key}.json`);
}

function checksum(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** Written beside and renamed, so that another process sees all of it or nothing. Where that cannot be, nothing is kept. */
export function keepFile(path: string, pieces: Iterable<Uint8Array>): void {
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    makeFolder(dirname(path));
    writePieces(fresh, pieces);
    chmodSync(fresh, 0o600); // a umask may have taken even that away
    renameSync(fresh, path);
    thinOut(dirname(path), path);
  } catch {
    remove(fresh);
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
const DRAFT = new RegExp(`^[0-9a-f]{${KEY}}\\.(bank|json)\\.[0-9a-f]{12}$`);

/** Takes away old files of ours, and what killed processes left half written. Files of others are left alone. */
function thinOut(folder: string, latest: string): void {
  const room = { ...MOST };
  for (const { path, size, mtimeMs } of newestFirst(folder)) {
    room.files -= 1;
    room.bytes -= size;
    const isLeft = DRAFT.test(path.slice(folder.length + 1)) && Date.now() - mtimeMs > HOUR_MS;
    if (path !== latest && (isLeft || room.files < 0 || room.bytes < 0)) remove(path);
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

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or another process was faster.
  }
}
