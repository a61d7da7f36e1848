// How compiled parts lie on disk: a first line that says how long the head is and what the rest adds up to, the head with the
// facts of all questions in columns, then the questions, a line each, read when they are asked for.
import { closeSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Item, ItemFacts } from '../core/item.ts';
import type { Problem } from '../core/problem.ts';
import { openRegular } from '../regular.ts';
import type { CompiledFile, Kind } from './compiled-bank.ts';

/** The compiled questions of a source file with what they were made from. */
export interface Part extends CompiledFile {
  readonly name: string;
  /** The mark of the source. */
  readonly mark: string;
  /** How long each question's line is, in bytes. */
  readonly lengths: readonly number[];
  /** All its lines. */
  bytes(): Uint8Array;
}

interface Head {
  /** The mark of what the sources were read against. */
  readonly against: string;
  /** Whether no id has capitals, and none stands twice. */
  readonly isPlain: boolean;
  readonly kinds: readonly Kind[];
  readonly parts: readonly Columns[];
}

/** A part with a column for each thing that is known of its questions. */
interface Columns {
  readonly name: string;
  readonly mark: string;
  readonly problems: readonly Problem[];
  /** A line each. */
  readonly ids: string;
  readonly revs: string;
  /** Numbers of the head's kinds. */
  readonly kindOf: readonly number[];
  readonly lengths: readonly number[];
}

const MARK = 'quiz-compiled';
const FIRST_LINE = 64;

/** The file's content, piece by piece. */
export function* encodeParts(against: string, parts: readonly Part[]): Iterable<Uint8Array> {
  const head = Buffer.from(JSON.stringify(headOf(against, parts)));
  let sum = crc32(head);
  for (const part of parts) sum = crc32(part.bytes(), sum);
  yield Buffer.from(`${MARK} ${head.length} ${sum}`.padEnd(FIRST_LINE - 1).concat('\n'));
  yield head;
  for (const part of parts) yield part.bytes();
}

function headOf(against: string, parts: readonly Part[]): Head {
  const numbers = new Map<string, number>();
  const numberOf = ({ id: _id, rev: _rev, ...kind }: ItemFacts) => {
    const text = JSON.stringify(kind);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const columns = parts.map(
    ({ name, mark, problems, facts, lengths }): Columns => ({
      name,
      mark,
      problems,
      ids: facts.map(({ id }) => id).join('\n'),
      revs: facts.map(({ rev }) => rev).join('\n'),
      kindOf: facts.map(numberOf),
      lengths,
    }),
  );
  const kinds = [...numbers.keys()].map((text) => JSON.parse(text) as Kind);
  return { against, isPlain: arePlain(parts.flatMap(({ facts }) => facts)), kinds, parts: columns };
}

function arePlain(facts: readonly ItemFacts[]): boolean {
  const ids = new Set(facts.map(({ id }) => id.toLowerCase()));
  return ids.size === facts.length && facts.every(({ id }) => ids.has(id));
}

/** What a file of the cache holds. */
export interface Stored {
  /** By the names of their source files. */
  readonly parts: ReadonlyMap<string, Part>;
  readonly isPlain: boolean;
}

export const NOTHING: Stored = { parts: new Map(), isPlain: true };

/** What is in a file; nothing where it is missing, damaged, not ours, or was made against something else. */
export function readParts(path: string, against: string): Stored {
  let descriptor: number | undefined;
  try {
    const { descriptor: opened, stats } = openRegular(path);
    const { size } = stats;
    descriptor = opened;
    const read = readerOf(descriptor);
    const head = soundHead(size, read);
    if (head?.against === against) {
      closing.register(read, descriptor);
      return { parts: partsIn(head, size, read), isPlain: head.isPlain };
    }
  } catch {
    // Missing, or not to be read: everything is compiled anew.
  }
  if (descriptor !== undefined) closeSync(descriptor);
  return NOTHING;
}

/** Bytes from a place in the file, into the given memory or new one. */
type Read = (length: number, position: number, memory?: Buffer) => Buffer;

/** The file stays open for its questions, because another process may put a new one in its place, until nobody holds it. */
const closing = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

function readerOf(descriptor: number): Read {
  return (length, position, memory = Buffer.allocUnsafe(length)) =>
    memory.subarray(0, readSync(descriptor, memory, 0, length, position));
}

const CHUNK = 1 << 18;

/** The head of a file that is whole to the last byte; undefined otherwise. */
function soundHead(size: number, read: Read): Head | undefined {
  const [mark, length, sum] = read(FIRST_LINE, 0).toString('latin1').trim().split(' ');
  const end = FIRST_LINE + Number(length);
  if (mark !== MARK || !(end <= size)) return undefined;
  const head = read(end - FIRST_LINE, FIRST_LINE);
  const memory = Buffer.allocUnsafe(CHUNK);
  let found = crc32(head);
  for (let at = end; at < size; at += CHUNK) found = crc32(read(Math.min(CHUNK, size - at), at, memory), found);
  return found === Number(sum) ? (JSON.parse(head.toString('utf8')) as Head) : undefined; // the sum says it is ours
}

function partsIn({ kinds, parts }: Head, size: number, read: Read): Map<string, Part> {
  let start = size - sumOf(parts.map(({ lengths }) => sumOf(lengths)));
  const found = new Map<string, Part>();
  for (const columns of parts) {
    found.set(columns.name, partFrom(columns, kinds, start, read));
    start += sumOf(columns.lengths);
  }
  return found;
}

function partFrom(columns: Columns, kinds: readonly Kind[], start: number, read: Read): Part {
  const { name, mark, problems, lengths, kindOf } = columns;
  let facts: readonly ItemFacts[] | undefined;
  return {
    size: lengths.length,
    kinds,
    kindOf,
    get facts() {
      facts ??= factsIn(columns, kinds);
      return facts;
    },
    name,
    mark,
    problems,
    lengths,
    bytes: () => read(sumOf(lengths), start),
    load(index) {
      const line = read(lengths[index] ?? 0, start + sumOf(lengths.slice(0, index)));
      return JSON.parse(line.toString('utf8')) as Item; // the sum says it is ours
    },
  };
}

function factsIn({ ids, revs, lengths, kindOf }: Columns, kinds: readonly Kind[]): ItemFacts[] {
  if (lengths.length === 0) return []; // an empty text has one line
  const all = revs.split('\n');
  return ids.split('\n').map((id, index) => factsFrom(id, all[index] ?? '', kinds[kindOf[index] ?? 0] as Kind));
}

/** Field by field: spreading takes forty times as long, and this is done for every question at every start. */
function factsFrom(id: string, rev: string, { topics, type, chance, family, enemies, case: shared }: Kind): ItemFacts {
  const facts: { -readonly [Field in keyof ItemFacts]: ItemFacts[Field] } =
    chance === undefined ? { id, rev, topics, type } : { id, rev, topics, type, chance };
  if (family !== undefined) facts.family = family;
  if (enemies !== undefined) facts.enemies = enemies;
  if (shared !== undefined) facts.case = shared;
  return facts;
}

function sumOf(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}
