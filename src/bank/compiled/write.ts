// Writing compiled questions: apart from reading them, because a start that finds them writes none.
import { groupsAmong } from '../../core/items/catalogue.ts';
import { factsOf, type Item, type ItemFacts } from '../../core/items/item.ts';
import { headed } from '../../system/headed.ts';
import { twice } from '../../system/twice.ts';
import type { Compiled } from '../compile.ts';
import {
  type Groups,
  type Head,
  MARK,
  type Names,
  type Shard,
  type StoredGroup,
  type Summed,
  sumOf,
  type Ties,
  WORD,
} from './file-layout.ts';

/** What was compiled from a source in this run. The questions themselves are let go: of a large bank they would take more memory than all else. */
export function shardOf(name: string, source: Uint8Array, { items, problems, spent }: Compiled): Shard {
  const facts = items.map(factsOf);
  const texts = items.map(inWords);
  const { bytes: lines, words } = bytesOf(texts.join(''));
  const ends = endsOf(texts);
  const places = ends.map((end, index): [from: number, to: number] => [ends[index - 1] ?? 0, end]);
  const sums = places.map(([from, to]) => summed(words, from, to));
  const names = bytesOf(inWords(namesOf(facts, sums)));
  const own = Buffer.from(source); // whoever read it may read the next one into the same memory
  const size = items.length;
  const namesSum = summed(names.words, 0, names.bytes.length);
  return {
    head: { name, problems, size, spent, source: own.length, names: namesSum, lines: lines.length },
    size,
    problems,
    ...groupsAmong(facts),
    ids: facts.map(({ id }) => id),
    facts,
    item(index) {
      const [from, to] = places[index] ?? [0, 0];
      return JSON.parse(lines.toString('utf8', from, to)) as Item; // as a start from the cache has it
    },
    sourcePieces: () => [own],
    pieces: () => [names.bytes, lines],
    spare: () => [names.bytes, lines],
  };
}

/** What fills a text of so many bytes over whole words up to one more of them. */
const FILLERS = ['   \n', '  \n', ' \n', '\n'] as const;

/** A document as a line of JSON, filled up to whole words. */
function inWords(document: Item | Names): string {
  const text = JSON.stringify(document);
  return text + FILLERS[Buffer.byteLength(text) % WORD];
}

/** Where each text ends in all of them, in bytes. */
function endsOf(texts: readonly string[]): number[] {
  let end = 0;
  return texts.map((text) => {
    end += Buffer.byteLength(text);
    return end;
  });
}

function bytesOf(text: string): { bytes: Buffer; words: Int32Array } {
  const words = new Int32Array(Buffer.byteLength(text) / WORD);
  const bytes = Buffer.from(words.buffer);
  bytes.write(text);
  return { bytes, words };
}

function summed(words: Int32Array, from: number, to: number): Summed {
  return [to - from, sumOf(words.subarray(from / WORD, to / WORD))];
}

function namesOf(facts: readonly ItemFacts[], lines: readonly Summed[]): Names {
  const ties = facts.flatMap(
    ({ family, enemies, case: shared }, index) =>
      family === undefined && enemies === undefined && shared === undefined
        ? []
        : [[index, { family, enemies, case: shared } as Ties] as const], // JSON leaves out what is undefined
  );
  return { ids: facts.map(({ id }) => id).join('\n'), revs: facts.map(({ rev }) => rev).join('\n'), lines, ties };
}

/** The groups of all questions of the shards; `isPlain`: whether every id stands once and in small letters. */
export function groupsIn(shards: readonly Shard[]): { readonly groups: Groups; readonly isPlain: boolean } {
  return { groups: groupsAmong(groupsOneByOne(shards)), isPlain: arePlain(shards.flatMap(({ ids }) => ids)) };
}

/** The file's content, piece by piece. What is damaged in one of two copies stays so, and the other one whole. */
export function* encodeShards(
  against: Uint8Array,
  shards: readonly Shard[],
  { groups: { groups, groupOf }, isPlain }: ReturnType<typeof groupsIn>,
): Iterable<Uint8Array> {
  const head: Head = { against: against.length, isPlain, groups, shards: shards.map((shard) => shard.head) };
  const bytes = Buffer.from(JSON.stringify(head));
  yield headed(MARK, bytes);
  yield against;
  yield twice(new Uint8Array(groupOf.buffer));
  for (const shard of shards) yield* shard.sourcePieces();
  for (const shard of shards) yield* shard.pieces();
  for (const shard of shards) yield* shard.spare();
}

function* groupsOneByOne(shards: readonly Shard[]): Iterable<StoredGroup> {
  for (const { groups, groupOf } of shards)
    for (let place = 0; place < groupOf.length; place++) yield groups[groupOf[place] ?? 0] as StoredGroup; // the shard's own number
}

function arePlain(ids: readonly string[]): boolean {
  const all = new Set(ids.map((id) => id.toLowerCase()));
  return all.size === ids.length && ids.every((id) => all.has(id));
}
