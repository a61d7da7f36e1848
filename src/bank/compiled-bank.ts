// The compiled questions of a bank in one file of the cache. Each source file is a part, found by the mark of its source: a part
// whose source has changed is compiled anew and the others stay.
import { join } from 'node:path';
import { factsOf, type Item, type ItemFacts } from '../core/item.ts';
import { isError, type Problem } from '../core/problem.ts';
import { keepFile, keptName } from './cache.ts';
import type { Compiled } from './compile.ts';
import { encodeParts, type Part, readParts } from './compiled-parts.ts';

/** The questions of one source file. */
export interface CompiledFile {
  readonly facts: readonly ItemFacts[];
  readonly problems: readonly Problem[];
  /** Whether no id has capitals. */
  readonly isLowerCase: boolean;
  /** A question by its place among the facts. */
  load(index: number): Item;
}

export interface CompiledBank {
  /** Whether the cache holds nothing that was read against the same. */
  readonly isEmpty: boolean;
  /** The questions of a source file: from the cache where it holds what was made from this very source, else compiled now. */
  file(name: string, mark: string, compile: () => Promise<Compiled>): Promise<CompiledFile>;
  /** Keeps for the next start what was compiled; `names` are all source files there are. Files with errors are not kept. */
  keep(names: readonly string[]): void;
}

/** Opens what the cache holds of the bank in a folder; `against` is the mark of what its questions are read against. */
export function openCompiled(cache: string | undefined, bank: string, against: string): CompiledBank {
  const path = cache && join(cache, `${keptName(bank)}.bank`);
  const stored = path === undefined ? new Map<string, Part>() : readParts(path, against);
  const parts = new Map(stored);
  return {
    isEmpty: stored.size === 0,
    async file(name, mark, compile) {
      const known = stored.get(name);
      if (known?.mark === mark) return known;
      const compiled = await compile();
      const part = asPart(name, mark, compiled);
      if (!compiled.problems.some(isError)) parts.set(name, part);
      return part;
    },
    keep(names) {
      const kept = names.flatMap((name) => parts.get(name) ?? []);
      const isNews = kept.length !== stored.size || kept.some((part) => stored.get(part.name) !== part);
      if (path && isNews) keepFile(path, encodeParts(against, kept));
    },
  };
}

function asPart(name: string, mark: string, { items, problems }: Compiled): Part {
  const lines = items.map((item) => Buffer.from(`${JSON.stringify(item)}\n`));
  return {
    name,
    mark,
    facts: items.map(factsOf),
    problems,
    isLowerCase: items.every(({ id }) => id === id.toLowerCase()),
    lengths: lines.map(({ length }) => length),
    bytes: () => Buffer.concat(lines),
    load: (index) => JSON.parse(String(lines[index])) as Item, // what a warm start gives
  };
}
