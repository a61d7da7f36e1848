// What was made from a bank's files, kept for the next start. It says what it was made from, so nothing can be stale; a cache
// that is missing, torn, foreign or read-only changes the time a start takes, never what is asked.
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
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { draftWord } from '../chance.ts';
import { fnv1a } from '../core/fingerprint.ts';
import { makeFolder } from '../folders.ts';
import { openRegular } from '../regular.ts';
import { version } from '../version.ts';

/**
 * Names a source by its content, its length and when it was last changed (ms since 1970; left out where the
 * content says it). The sum alone would take one edit in four
 * milliard for none, the time alone would miss an edit that keeps it. A stronger sum takes longer to load than all else that is read.
 */
export function markOf(content: string | Uint8Array, changedAt?: number): string {
  return `${crc32(content)} ${content.length} ${changedAt ?? ''}`;
}

/** What makes it: the built program's files are named by their content, so that two builds of one version are told apart. */
const MAKER = `${version} ${basename(__filename)}`;

/** The name of what is kept for a folder: another name each for other folders and other programs. */
export function keptName(folder: string, maker: string = MAKER): string {
  const text = `${maker}\n${folder}`;
  return [fnv1a(text), crc32(text)].map((sum) => sum.toString(16).padStart(KEY / 2, '0')).join('');
}

const KEY = 16;

/** A small document that was kept under the name and made from what has the mark; undefined where there is none. */
export function keptDocument<T>(folder: string | undefined, name: string, mark: string): T | undefined {
  if (!folder) return undefined;
  try {
    const [sum, text = ''] = textOf(documentPath(folder, name)).split('\n', 2);
    return sum === sumOf(text, mark) ? (JSON.parse(text) as T) : undefined; // the sum says it is ours
  } catch {
    return undefined; // it is made anew
  }
}

function textOf(path: string): string {
  const { descriptor } = openRegular(path);
  try {
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

/** Keeps a small document, which must survive JSON, with the mark of what it was made from. */
export function keepDocument(folder: string | undefined, name: string, mark: string, document: unknown): void {
  const text = JSON.stringify(document);
  if (folder) keepFile(documentPath(folder, name), [Buffer.from(`${sumOf(text, mark)}\n${text}`)]);
}

function documentPath(folder: string, name: string): string {
  return join(folder, `${name}.json`);
}

function sumOf(text: string, mark: string): string {
  return `${mark} ${crc32(text)}`;
}

/** Written beside and renamed, so that another process sees all of it or nothing. Where that cannot be, nothing is kept. */
export function keepFile(path: string, pieces: Iterable<Uint8Array>): void {
  const fresh = `${path}.${draftWord()}`;
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
const DRAFT = new RegExp(`^[0-9a-f]{${KEY}}\\.(bank|json)\\.[0-9a-z]{10}$`);

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
