// The compiled questions of a bank in one file of the cache. Each source file has a shard there, with the source itself: one
// whose source is another one now is compiled anew and the others stay.
import { join } from 'node:path';
import type { Item, ItemFacts } from '../../core/items/item.ts';
import { isError, type Problem } from '../../core/problem.ts';
import { ifPossible } from '../../system/if-possible.ts';
import type { Compiled } from '../compile.ts';
import type { Earlier } from '../earlier.ts';
import { utf8Text } from '../files.ts';
import { keptName } from './cache.ts';
import type { Groups, Shard } from './file-layout.ts';
import { NOTHING, readShards } from './read.ts';

/** The questions of one source file. */
export interface CompiledFile {
  readonly size: number;
  /** The facts of all its questions: what is on disk is read when they are first asked for. */
  readonly facts: readonly ItemFacts[];
  readonly problems: readonly Problem[];
  /** A question by its place among the facts. */
  item(index: number): Item;
}

/** What the cache has of a bank. */
export interface CompiledBank {
  /** Whether the cache holds nothing that was read against the same. */
  readonly isEmpty: boolean;
  /**
   * The questions of a source file: from the cache where it was compiled from this very source, else compiled now. `earlier` is what the
   * cache has of the file before it was edited.
   */
  file(name: string, source: Uint8Array, compile: (earlier?: Earlier) => Promise<Compiled>): Promise<CompiledFile>;
  /** The groups of all questions, where the cache holds exactly these files, and every id stands once and in small letters. */
  groupsOf(files: readonly CompiledFile[]): Groups | undefined;
  /** Keeps for the next start what was compiled; `names` are all source files there are. Files with errors are not kept. */
  keep(names: readonly string[]): Promise<void>;
  /** Lets the cache go, from which nothing is read any more then. */
  close(): void;
}

/** All shards that the cache holds, and the groups of their questions, where every id stands once and in small letters. */
interface Whole {
  readonly shards: readonly Shard[];
  readonly plain: Groups | undefined;
}

/** Opens what the cache holds of the bank in a folder; `against` is what its questions are read against. */
export function openCompiled(cache: string | undefined, bank: string, against: Uint8Array): CompiledBank {
  const path = cache && join(cache, `${keptName(bank)}.bank`);
  const { shards: stored, plain, close } = path === undefined ? NOTHING : readShards(path, against);
  const shards = new Map<string, Shard>(stored);
  let whole: Whole = { shards: [...stored.values()], plain };
  return {
    isEmpty: stored.size === 0,
    close,
    async file(name, source, compile) {
      const shard = stored.get(name);
      if (shard?.isFrom(source)) return shard;
      const [made, { shardOf }] = await Promise.all([compile(shard && earlier(shard)), import('./write.ts')]);
      const fresh = shardOf(name, source, made);
      if (fresh.problems.some(isError)) shards.delete(name);
      else shards.set(name, fresh);
      return fresh;
    },
    groupsOf(files) {
      const isWhole =
        files.length === whole.shards.length && whole.shards.every((shard, index) => shard === files[index]);
      return isWhole ? whole.plain : undefined;
    },
    async keep(names) {
      const kept = names.flatMap((name) => shards.get(name) ?? []);
      const isNews = kept.length !== stored.size || kept.some((shard) => stored.get(shard.head.name) !== shard);
      if (!path || !isNews) return;
      const [{ keepFile }, { encodeShards, groupsIn }] = await Promise.all([import('./keep.ts'), import('./write.ts')]);
      const found = groupsIn(kept);
      whole = { shards: kept, plain: found.isPlain ? found.groups : undefined };
      keepFile(path, encodeShards(against, kept, found));
    },
  };
}

/** The file before it was edited; undefined where it was not read in chunks, or is damaged. */
function earlier(shard: Shard): Earlier | undefined {
  const { name, spent, size, problems } = shard.head;
  if (spent === undefined || problems.length > 0) return undefined;
  return ifPossible(() => {
    const source = Buffer.concat(Array.from(shard.sourcePieces(), (piece) => Buffer.from(piece)));
    const items = Array.from({ length: size }, (_, index) => shard.item(index));
    return { source: utf8Text(name, source), spent, items };
  });
}
