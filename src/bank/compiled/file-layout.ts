// How compiled questions lie on disk. In a file of them stand, one after the other:
//   a first line, which says how long the head is;
//   the head, twice: what every start asks for;
//   what the sources were read against;
//   the number of each question's group, twice;
//   the sources;
//   for each source the names of its questions, and the questions, a line each: read when they are asked for;
//   names and questions once more; where the two differ, sums tell which one was written.
import { BASIS, PRIME } from '../../core/fingerprint.ts';
import type { ItemFacts } from '../../core/items/item.ts';
import type { Problem } from '../../core/problem.ts';
import { headEnd } from '../../system/headed.ts';
import type { Spent } from '../earlier.ts';
import type { CompiledFile } from './compiled-bank.ts';

/** What a choice goes by: many questions have it in common. */
export type StoredGroup = Pick<ItemFacts, 'topics' | 'type' | 'chance'>;

/** The groups of a bank's questions in the order of their first ones, each with the number of its questions; and each question's. */
export interface Groups {
  readonly groups: readonly (StoredGroup & { readonly questions: number })[];
  readonly groupOf: Int32Array;
}

export interface Head {
  /** How many bytes the sources were read against. */
  readonly against: number;
  /** Whether every id stands once and in small letters: then ids need no comparing. */
  readonly isPlain: boolean;
  readonly groups: Groups['groups'];
  readonly shards: readonly ShardHead[];
}

/** What is told of a shard in the head: reading more of it for each question would be most of a start. */
export interface ShardHead {
  readonly name: string;
  readonly problems: readonly Problem[];
  /** How many questions it has. */
  readonly size: number;
  /** What its source took, where it was read in chunks. */
  readonly spent?: Spent | undefined;
  /** The bytes of its source. */
  readonly source: number;
  readonly names: Summed;
  /** The bytes of its questions' lines. */
  readonly lines: number;
}

/** So many bytes, a multiple of a word's, and what they add up to. */
export type Summed = readonly [bytes: number, sum: number];

/** What tells the questions of a shard apart, in columns. */
export interface Names {
  /** A line each. */
  readonly ids: string;
  readonly revs: string;
  /** Of each question's line. */
  readonly lines: readonly Summed[];
  /** Which questions go together or not, by their places; few say so. */
  readonly ties: readonly (readonly [index: number, ties: Ties])[];
}

export type Ties = Pick<ItemFacts, 'family' | 'enemies' | 'case'>;

/** The compiled questions of one source file, with the source itself, as they are written. */
export interface Shard extends CompiledFile {
  readonly head: ShardHead;
  /** The groups of questions, perhaps more than this shard has, and the number of each question's. */
  readonly groups: readonly StoredGroup[];
  readonly groupOf: ArrayLike<number>;
  readonly ids: readonly string[];
  /** The bytes of its source. Each piece is to be used before the next one is asked for, here and below. */
  sourcePieces(): Iterable<Uint8Array>;
  /** The bytes of its names and its lines, one after the other. */
  pieces(): Iterable<Uint8Array>;
  /** The same bytes from the spare copy. */
  spare(): Iterable<Uint8Array>;
}

/** The bytes of a word that is summed, or of a group's number. */
export const WORD = Int32Array.BYTES_PER_ELEMENT;

export const MARK = 'quiz-compiled';

/** Where everything begins in a file whose head has so many bytes, and where it ends; `bytes`: of names and questions, once. */
export function offsetsIn({ against, shards }: Head, head: number) {
  const sum = (of: (shard: ShardHead) => number) => shards.reduce((total, shard) => total + of(shard), 0);
  const [size, bytes] = [sum((shard) => shard.size), sum(contentOf)];
  const start = headEnd(head);
  const groupOf = start + against;
  const sources = groupOf + 2 * WORD * size;
  const content = sources + sum(({ source }) => source);
  return { against: start, groupOf, sources, content, bytes, end: content + 2 * bytes };
}

/** The bytes of a shard's names and questions, once. */
export function contentOf({ names, lines }: ShardHead): number {
  return names[0] + lines;
}

/** What words add up to: FNV-1a (Fowler, Noll, Vo) by 32 bits. Each step is one-to-one, so that a change in one word always shows. */
export function sumOf(words: Int32Array): number {
  let sum = BASIS;
  for (let place = 0; place < words.length; place++) sum = Math.imul(sum ^ (words[place] ?? 0), PRIME);
  return sum;
}
