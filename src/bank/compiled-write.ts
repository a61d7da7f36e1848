// Writing compiled questions: apart from reading them, because a start that finds them writes none.
import { factsOf, type Item, type ItemFacts } from '../core/item.ts';
import { kindsAmong } from '../learning/syllabus.ts';
import { twice } from '../twice.ts';
import type { Compiled } from './compile.ts';
import {
  firstLine,
  type Head,
  type Kind,
  type Kinds,
  type Names,
  type Part,
  type Summed,
  sumOf,
  type Ties,
  WORD,
} from './compiled-parts.ts';

/** A part that was compiled in this run. */
export interface FreshPart extends Part {
  readonly facts: readonly ItemFacts[];
  item(index: number): Item;
}

/** The part that was compiled from a source. The questions themselves are let go: of a large bank they would take more memory than all else. */
export function partOf(name: string, source: Uint8Array, { items, problems }: Compiled): FreshPart {
  const facts = items.map(factsOf);
  const lines = items.map(inWords);
  const names = inWords(namesOf(facts, lines));
  const own = Buffer.from(source); // whoever read it may read the next one into the same memory
  return {
    name,
    problems,
    size: items.length,
    source: own.length,
    names: summed(names),
    lines: lines.reduce((sum, { byteLength }) => sum + byteLength, 0),
    kinds: facts,
    kindOf: [...facts.keys()],
    ids: facts.map(({ id }) => id),
    facts,
    item: (index) => JSON.parse(bytesOf(lines[index]).toString('utf8')) as Item, // as a start from the cache has it
    sourceBytes: () => own,
    bytes: () => Buffer.concat([names, ...lines].map(bytesOf)),
    isSound: () => true,
  };
}

/** A document as a line of JSON, filled up to whole words. */
function inWords(document: Item | Names): Int32Array<ArrayBuffer> {
  const text = Buffer.from(JSON.stringify(document));
  const words = new Int32Array(Math.floor(text.length / WORD) + 1);
  bytesOf(words).fill('\n').set(text);
  return words;
}

function bytesOf(words = new Int32Array()): Buffer {
  return Buffer.from(words.buffer);
}

function summed(words: Int32Array): Summed {
  return [words.byteLength, sumOf(words)];
}

function namesOf(facts: readonly ItemFacts[], lines: readonly Int32Array[]): Names {
  const ties = facts.flatMap(
    ({ family, enemies, case: shared }, index) =>
      family === undefined && enemies === undefined && shared === undefined
        ? []
        : [[index, { family, enemies, case: shared } as Ties] as const], // JSON leaves out what is undefined
  );
  return {
    ids: facts.map(({ id }) => id).join('\n'),
    revs: facts.map(({ rev }) => rev).join('\n'),
    lines: lines.map(summed),
    ties,
  };
}

/** The file's content, piece by piece. */
export function* encodeParts(against: Uint8Array, parts: readonly Part[]): Iterable<Uint8Array> {
  const { kinds, kindOf } = kindsIn(parts);
  const isPlain = arePlain(parts.flatMap(({ ids }) => ids));
  const outlines = parts.map(({ name, problems, size, source, names, lines }) => ({
    name,
    problems,
    size,
    source,
    names,
    lines,
  }));
  const head: Head = { against: against.length, isPlain, kinds, parts: outlines };
  const bytes = Buffer.from(JSON.stringify(head));
  yield firstLine(bytes.length);
  yield twice(bytes);
  yield against;
  yield twice(new Uint8Array(kindOf.buffer));
  for (const part of parts) yield part.sourceBytes();
  for (const part of parts) yield part.bytes();
  for (const part of parts) yield part.bytes();
}

/** The kinds there are, and the number of each question's. */
function kindsIn(parts: readonly Part[]): Kinds {
  const all = parts.flatMap(({ kinds, kindOf }) =>
    Array.from(kindOf, (number) => {
      const { topics, type, chance } = kinds[number] as Kind; // the part's own number
      return { topics, type, ...(chance !== undefined && { chance }) };
    }),
  );
  return kindsAmong(all);
}

function arePlain(ids: readonly string[]): boolean {
  const all = new Set(ids.map((id) => id.toLowerCase()));
  return all.size === ids.length && ids.every((id) => all.has(id));
}
