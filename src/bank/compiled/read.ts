// Reading compiled questions. All that a start goes by is proved when the file is opened; a question when it is asked for.
import type { Item, ItemFacts } from '../../core/items/item.ts';
import type { Problem } from '../../core/problem.ts';
import { readHead } from '../../system/headed.ts';
import { ofTwo } from '../../system/twice.ts';
import {
  contentOf,
  type Groups,
  type Head,
  MARK,
  type Names,
  offsetsIn,
  type Shard,
  type ShardHead,
  type StoredGroup,
  type Summed,
  WORD,
} from './file-layout.ts';
import { StoredFile } from './stored-file.ts';

/** What a file of the cache holds. */
export interface Stored {
  /** By the names of their source files. */
  readonly shards: ReadonlyMap<string, StoredShard>;
  /** The groups of all of them, where every id stands once and in small letters. */
  readonly plain: Groups | undefined;
  /** Lets the file go: nothing more can be read of its shards. */
  close(): void;
}

export const NOTHING: Stored = { shards: new Map(), plain: undefined, close: () => undefined };

/** What is in a file; nothing where it is missing, damaged, not ours, or was made against something else. */
export function readShards(path: string, against: Uint8Array): Stored {
  let file: StoredFile | undefined;
  try {
    file = new StoredFile(path);
    const found = storedIn(file, against);
    if (found) return found;
  } catch {
    // Missing, or not to be read: everything is compiled anew.
  }
  file?.close();
  return NOTHING;
}

function storedIn(file: StoredFile, against: Uint8Array): Stored | undefined {
  const bytes = readHead(file, MARK);
  if (!bytes) return undefined;
  const head = JSON.parse(bytes.toString('utf8')) as Head; // it is as we wrote it
  const offsets = offsetsIn(head, bytes.length);
  if (offsets.end !== file.size || head.against !== against.length || !file.holds(against, offsets.against))
    return undefined;
  const groupOf = groupsAt(file, offsets);
  if (!groupOf) return undefined;
  const plain = head.isPlain ? { groups: head.groups, groupOf } : undefined;
  return { shards: shardsIn(head, offsets, groupOf, file), plain, close: () => file.close() };
}

type Offsets = ReturnType<typeof offsetsIn>;

function groupsAt(file: StoredFile, { groupOf, sources }: Offsets): Int32Array | undefined {
  const both = Buffer.from(new ArrayBuffer(sources - groupOf));
  file.read(both.length, groupOf, both);
  return ofTwo(both) && new Int32Array(both.buffer, 0, both.length / 2 / WORD);
}

function shardsIn(head: Head, offsets: Offsets, groupOf: Int32Array, file: StoredFile): Map<string, StoredShard> {
  let { sources, content } = offsets;
  let first = 0;
  const found = new Map<string, StoredShard>();
  for (const shard of head.shards) {
    const groups = groupOf.subarray(first, first + shard.size);
    const at = { source: sources, content, toSpare: offsets.bytes };
    found.set(shard.name, new StoredShard(shard, head.groups, groups, at, file));
    first += shard.size;
    sources += shard.source;
    content += contentOf(shard);
  }
  return found;
}

/** Where a shard lies in its file, and how far behind it its spare. */
interface Whereabouts {
  readonly source: number;
  readonly content: number;
  readonly toSpare: number;
}

/** A shard that lies in a file. A class, because there may be a thousand of them, and a literal with getters takes 10 µs. */
class StoredShard implements Shard {
  readonly head: ShardHead;
  readonly groups: readonly StoredGroup[];
  readonly groupOf: Int32Array;
  readonly #at: Whereabouts;
  readonly #file: StoredFile;
  #names: Names | undefined;
  #facts: readonly ItemFacts[] | undefined;

  constructor(head: ShardHead, groups: readonly StoredGroup[], groupOf: Int32Array, at: Whereabouts, file: StoredFile) {
    this.head = head;
    this.groups = groups;
    this.groupOf = groupOf;
    this.#at = at;
    this.#file = file;
  }

  get size(): number {
    return this.head.size;
  }

  get problems(): readonly Problem[] {
    return this.head.problems;
  }

  get ids(): readonly string[] {
    return idsIn(this.#read());
  }

  get facts(): readonly ItemFacts[] {
    this.#facts ??= factsIn(this.#read(), this.groups, this.groupOf);
    return this.#facts;
  }

  /** Whether it was made from these very bytes. */
  isFrom(source: Uint8Array): boolean {
    return source.length === this.head.source && this.#file.holds(source, this.#at.source);
  }

  sourcePieces(): Iterable<Uint8Array> {
    return this.#file.pieces(this.head.source, this.#at.source);
  }

  pieces(): Iterable<Uint8Array> {
    return this.#file.pieces(contentOf(this.head), this.#at.content);
  }

  spare(): Iterable<Uint8Array> {
    return this.#file.pieces(contentOf(this.head), this.#at.content + this.#at.toSpare);
  }

  /** A question by its place among the facts. */
  item(index: number): Item {
    const { lines } = this.#read();
    const line = lines[index] as Summed; // the place of one of the facts
    const start = lines.slice(0, index).reduce((sum, [bytes]) => sum + bytes, this.#at.content + this.head.names[0]);
    return this.#file.document(line, start, start + this.#at.toSpare) as Item;
  }

  #read(): Names {
    const { content, toSpare } = this.#at;
    this.#names ??= this.#file.document(this.head.names, content, content + toSpare) as Names;
    return this.#names;
  }
}

function idsIn({ ids, lines }: Names): string[] {
  return lines.length === 0 ? [] : ids.split('\n'); // an empty text has one line
}

function factsIn(names: Names, groups: readonly StoredGroup[], groupOf: Int32Array): ItemFacts[] {
  const revs = names.revs.split('\n');
  const facts = idsIn(names).map((id, index) => {
    const group = groups[groupOf[index] ?? 0] as StoredGroup; // the shard's own number
    return factsFrom(id, revs[index] ?? '', group);
  });
  for (const [index, tie] of names.ties) Object.assign(facts[index] ?? {}, tie);
  return facts;
}

/** Field by field: spreading takes forty times as long, and this is done for every question of a file. */
function factsFrom(id: string, rev: string, { topics, type, chance }: StoredGroup): ItemFacts {
  return chance === undefined ? { id, rev, topics, type } : { id, rev, topics, type, chance };
}
