// The compiled questions of a bank in one file of the cache. Each source file is a part, found by the mark of its source: a part
// whose source has changed is compiled anew and the others stay.
import { join } from 'node:path';
import { factsOf, type Item, type ItemFacts } from '../core/item.ts';
import { isError, type Problem } from '../core/problem.ts';
import { keepFile, keptName } from './cache.ts';
import type { Compiled } from './compile.ts';
import { encodeParts, NOTHING, type Part, readParts } from './compiled-parts.ts';

/** The questions of one source file. */
export interface CompiledFile {
  readonly size: number;
  /** The kinds of questions, perhaps more than this file has, and the number of each question's. */
  readonly kinds: readonly Kind[];
  readonly kindOf: ArrayLike<number>;
  /** The facts of all its questions: what is on disk is read when they are first asked for. */
  readonly facts: readonly ItemFacts[];
  readonly problems: readonly Problem[];
  /** A question by its place among the facts. */
  load(index: number): Item;
}

/** What a choice goes by: many questions have it in common. */
export type Kind = Pick<ItemFacts, 'topics' | 'type' | 'chance'>;

export interface CompiledBank {
  /** Whether the cache holds nothing that was read against the same. */
  readonly isEmpty: boolean;
  /** The questions of a source file: from the cache where it holds what was made from this very source, else compiled now. */
  file(name: string, mark: string, compile: () => Promise<Compiled>): Promise<CompiledFile>;
  /** Whether these are all from the cache, and known to have ids that differ by more than capitals and have none. */
  isPlain(files: readonly CompiledFile[]): boolean;
  /** Keeps for the next start what was compiled; `names` are all source files there are. Files with errors are not kept. */
  keep(names: readonly string[]): void;
}

/** Opens what the cache holds of the bank in a folder; `against` is the mark of what its questions are read against. */
export function openCompiled(cache: string | undefined, bank: string, against: string): CompiledBank {
  const path = cache && join(cache, `${keptName(bank)}.bank`);
  const { parts: stored, isPlain } = path === undefined ? NOTHING : readParts(path, against);
  const parts = new Map(stored);
  const known = new Set<CompiledFile>(stored.values());
  return {
    isEmpty: stored.size === 0,
    async file(name, mark, compile) {
      const kept = stored.get(name);
      if (kept?.mark === mark) return kept;
      const compiled = await compile();
      const part = asPart(name, mark, compiled);
      if (!compiled.problems.some(isError)) parts.set(name, part);
      return part;
    },
    isPlain: (files) => isPlain && files.length === stored.size && files.every((file) => known.has(file)),
    keep(names) {
      const kept = names.flatMap((name) => parts.get(name) ?? []);
      const isNews = kept.length !== stored.size || kept.some((part) => stored.get(part.name) !== part);
      if (path && isNews) keepFile(path, encodeParts(against, kept));
    },
  };
}

/** The questions themselves are let go: of a large bank they would take more memory than all else. */
function asPart(name: string, mark: string, { items, problems }: Compiled): Part {
  const facts = items.map(factsOf);
  const lines = items.map((item) => Buffer.from(`${JSON.stringify(item)}\n`));
  return {
    name,
    mark,
    size: items.length,
    kinds: facts,
    kindOf: [...facts.keys()],
    facts,
    problems,
    lengths: lines.map(({ length }) => length),
    bytes: () => Buffer.concat(lines),
    load: (index) => JSON.parse(String(lines[index])) as Item, // what a warm start gives
  };
}
