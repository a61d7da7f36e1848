// How compiled parts lie on disk: a first line that says how long the head is and what the rest adds up to, the head with what every
// start asks for, the number of each question's kind, then for each part the names of its questions and the questions, a line each, read
// when they are asked for.
import { closeSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Item, ItemFacts } from '../core/item.ts';
import { once } from '../core/once.ts';
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
  readonly parts: readonly Outline[];
}

/** What is told of a part in the head: reading more of it for each question would be most of a start. */
interface Outline {
  readonly name: string;
  readonly mark: string;
  readonly problems: readonly Problem[];
  /** How many questions it has. */
  readonly size: number;
  /** The bytes of its names and of its lines. */
  readonly names: number;
  readonly lines: number;
}

/** What tells the questions of a part apart, in columns. */
interface Names {
  /** A line each. */
  readonly ids: string;
  readonly revs: string;
  readonly lengths: readonly number[];
  /** Which questions go together or not, by their places; few say so. */
  readonly ties: readonly (readonly [index: number, ties: Ties])[];
}

type Ties = Pick<ItemFacts, 'family' | 'enemies' | 'case'>;

const MARK = 'quiz-compiled';
const FIRST_LINE = 64;

/** The file's content, piece by piece. */
export function* encodeParts(against: string, parts: readonly Part[]): Iterable<Uint8Array> {
  const names = parts.map(({ facts, lengths }) => Buffer.from(JSON.stringify(namesOf(facts, lengths))));
  const { kinds, kindOf } = kindsIn(parts.flatMap(({ facts }) => facts));
  const outlines = parts.map(
    ({ name, mark, problems, size, lengths }, index): Outline => ({
      name,
      mark,
      problems,
      size,
      names: names[index]?.length ?? 0,
      lines: sumOf(lengths),
    }),
  );
  const isPlain = arePlain(parts.flatMap(({ facts }) => facts));
  const head = Buffer.from(JSON.stringify({ against, isPlain, kinds, parts: outlines } satisfies Head));
  const pieces = function* () {
    yield head;
    yield Buffer.from(kindOf.buffer);
    for (const [index, part] of parts.entries()) {
      yield names[index] ?? Buffer.alloc(0);
      yield part.bytes();
    }
  };
  let sum = 0;
  for (const piece of pieces()) sum = crc32(piece, sum);
  yield Buffer.from(`${MARK} ${head.length} ${sum}`.padEnd(FIRST_LINE - 1).concat('\n'));
  yield* pieces();
}

function namesOf(facts: readonly ItemFacts[], lengths: readonly number[]): Names {
  const ties = facts.flatMap(
    ({ family, enemies, case: shared }, index) =>
      family === undefined && enemies === undefined && shared === undefined
        ? []
        : [[index, { family, enemies, case: shared } as Ties] as const], // JSON leaves out what is undefined
  );
  return { ids: facts.map(({ id }) => id).join('\n'), revs: facts.map(({ rev }) => rev).join('\n'), lengths, ties };
}

/** The kinds there are, and the number of each question's. */
function kindsIn(facts: readonly ItemFacts[]): { kinds: Kind[]; kindOf: Int32Array } {
  const numbers = new Map<string, number>();
  const kindOf = Int32Array.from(facts, ({ topics, type, chance }) => {
    const text = JSON.stringify({ topics, type, chance });
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  return { kinds: [...numbers.keys()].map((text) => JSON.parse(text) as Kind), kindOf };
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
    const found = soundHead(size, read);
    if (found?.head.against === against) {
      closing.register(read, descriptor);
      return { parts: partsIn(found.head, found.end, read), isPlain: found.head.isPlain };
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

const CHUNK = 1 << 17;

/** The head of a file that is whole to the last byte, and where it ends; undefined otherwise. */
function soundHead(size: number, read: Read): { head: Head; end: number } | undefined {
  const [mark, length, sum] = read(FIRST_LINE, 0).toString('latin1').trim().split(' ');
  const end = FIRST_LINE + Number(length);
  if (mark !== MARK || !(end <= size)) return undefined;
  const head = read(end - FIRST_LINE, FIRST_LINE);
  const memory = Buffer.allocUnsafe(CHUNK);
  let found = crc32(head);
  for (let at = end; at < size; at += CHUNK) found = crc32(read(Math.min(CHUNK, size - at), at, memory), found);
  return found === Number(sum) ? { head: JSON.parse(head.toString('utf8')) as Head, end } : undefined; // the sum says it is ours
}

/** `end`: where the head ends. */
function partsIn({ kinds, parts }: Head, end: number, read: Read): Map<string, Part> {
  const kindOf = new Int32Array(sumOf(parts.map(({ size }) => size)));
  read(kindOf.byteLength, end, Buffer.from(kindOf.buffer));
  let start = end + kindOf.byteLength;
  let first = 0;
  const found = new Map<string, Part>();
  for (const outline of parts) {
    found.set(outline.name, partFrom(outline, kinds, kindOf.subarray(first, first + outline.size), start, read));
    first += outline.size;
    start += outline.names + outline.lines;
  }
  return found;
}

function partFrom(outline: Outline, kinds: readonly Kind[], kindOf: Int32Array, start: number, read: Read): Part {
  const { name, mark, problems, size } = outline;
  const lines = start + outline.names;
  const names = once(() => JSON.parse(read(outline.names, start).toString('utf8')) as Names); // the sum says it is ours
  const facts = once(() => factsIn(names(), kinds, kindOf));
  return {
    size,
    kinds,
    kindOf,
    get facts() {
      return facts();
    },
    name,
    mark,
    problems,
    get lengths() {
      return names().lengths;
    },
    bytes: () => read(outline.lines, lines),
    load(index) {
      const { lengths } = names();
      const line = read(lengths[index] ?? 0, lines + sumOf(lengths.slice(0, index)));
      return JSON.parse(line.toString('utf8')) as Item; // the sum says it is ours
    },
  };
}

function factsIn({ ids, revs, lengths, ties }: Names, kinds: readonly Kind[], kindOf: Int32Array): ItemFacts[] {
  if (lengths.length === 0) return []; // an empty text has one line
  const all = revs.split('\n');
  const facts = ids.split('\n').map((id, index) => factsFrom(id, all[index] ?? '', kinds[kindOf[index] ?? 0] as Kind));
  for (const [index, tie] of ties) Object.assign(facts[index] ?? {}, tie);
  return facts;
}

/** Field by field: spreading takes forty times as long, and this is done for every question of a file. */
function factsFrom(id: string, rev: string, { topics, type, chance }: Kind): ItemFacts {
  return chance === undefined ? { id, rev, topics, type } : { id, rev, topics, type, chance };
}

function sumOf(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}
