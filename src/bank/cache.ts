// Compiled question files, keyed by what they were compiled from: nothing can be stale. A cache that is missing, torn or
// read-only changes the time a start takes, never what is asked.
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { factsOf, type Item, type ItemFacts, type ItemId } from '../core/item.ts';
import { isError, type Position, type Problem } from '../core/problem.ts';
import { makeFolder } from '../folders.ts';
import { version } from '../version.ts';
import type { Compiled } from './compile.ts';

export interface CachedFile {
  readonly facts: readonly ItemFacts[];
  /** Where each question stands, in the order of the facts. */
  readonly at: readonly Position[];
  readonly problems: readonly Problem[];
  /** The question of that id: the first one where, in error, there are several. */
  load(id: ItemId): Item | undefined;
}

/** What is stored: the facts up front, the texts one a line, found by their place in the file. */
interface Index {
  readonly facts: readonly ItemFacts[];
  readonly at: readonly Position[];
  readonly problems: readonly Problem[];
  /** Where each question's line starts; one more for the end. */
  readonly offsets: readonly number[];
}

/** Names a compilation by everything that goes into it. */
export function sourceKey(file: string, source: string, surroundings: string): string {
  return createHash('sha256').update(`${version}\n${file}\n${surroundings}\n${source}`).digest('hex').slice(0, 40);
}

/** The compiled file from the cache, else compiled now and kept. Files with errors are compiled anew each time. */
export async function cachedFile(
  folder: string | undefined,
  key: string,
  compile: () => Promise<Compiled>,
): Promise<CachedFile> {
  const path = folder && join(folder, `${key}.bank`);
  const stored = path && readStored(path);
  if (stored) return stored;
  const compiled = await compile();
  const bytes = encode(compiled);
  if (path && !compiled.problems.some(isError)) keep(path, bytes);
  return decode(bytes) ?? fail();
}

/** A small document that was kept under the key; undefined where it is missing or torn. */
export function keptDocument<T>(folder: string | undefined, key: string): T | undefined {
  if (!folder) return undefined;
  try {
    const [sum, text = ''] = readFileSync(documentPath(folder, key), 'utf8').split('\n', 2);
    return sum === checksum(Buffer.from(text)) ? (JSON.parse(text) as T) : undefined; // the checksum says it is ours
  } catch {
    return undefined; // it is made anew
  }
}

/** Keeps a small document, which must survive JSON. */
export function keepDocument(folder: string | undefined, key: string, document: unknown): void {
  const text = JSON.stringify(document);
  if (folder) keep(documentPath(folder, key), Buffer.from(`${checksum(Buffer.from(text))}\n${text}`));
}

function documentPath(folder: string, key: string): string {
  return join(folder, `${key}.json`);
}

/** A first line that says where the rest is, the index, then a question a line. */
function encode({ items, problems }: Compiled): Buffer {
  const lines = items.map((item) => Buffer.from(`${JSON.stringify(item)}\n`));
  const offsets = [0];
  for (const line of lines) offsets.push((offsets.at(-1) ?? 0) + line.length);
  const index: Index = { facts: items.map(factsOf), at: items.map(({ at }) => at), problems, offsets };
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...lines]);
  return Buffer.concat([Buffer.from(`${checksum(body)}\n`), body]);
}

function decode(bytes: Buffer): CachedFile | undefined {
  const start = bytes.indexOf(10) + 1;
  const body = bytes.subarray(start);
  if (start === 0 || bytes.toString('latin1', 0, start - 1) !== checksum(body)) return undefined;
  const end = body.indexOf(10);
  const { facts, at, problems, offsets } = JSON.parse(body.toString('utf8', 0, end)) as Index; // the checksum says it is ours
  const places = new Map(facts.map(({ id }, index) => [id, index] as const).reverse());
  return {
    facts,
    at,
    problems,
    load(id) {
      const index = places.get(id);
      if (index === undefined) return undefined;
      const [from = 0, to = 0] = offsets.slice(index, index + 2);
      return JSON.parse(body.toString('utf8', end + 1 + from, end + to)) as Item; // as above
    },
  };
}

function checksum(body: Buffer): string {
  return createHash('sha1').update(body).digest('hex');
}

function readStored(path: string): CachedFile | undefined {
  try {
    return decode(readFileSync(path));
  } catch {
    return undefined; // missing or torn: it is made anew
  }
}

/** Written beside and renamed, so that another process sees all of it or nothing. */
function keep(path: string, bytes: Buffer): void {
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    makeFolder(dirname(path));
    writeFileSync(fresh, bytes, { mode: 0o600, flag: 'wx' });
    chmodSync(fresh, 0o600); // a umask may have taken even that away
    renameSync(fresh, path);
  } catch {
    try {
      unlinkSync(fresh);
    } catch {
      // It was never made.
    }
  }
}

function fail(): never {
  throw new Error('a compiled file could not be read back');
}
