// A question file in batches that are parsed one after the other: as one document, thousands of questions would take hundreds of
// megabytes.
import { limits } from '../../core/limits.ts';
import { keyBefore } from '../yaml/chunks.ts';
import { longListsIn } from '../yaml/lists.ts';

/** A stretch of a file that is YAML by itself. */
export interface Batch {
  readonly text: string;
  /** Lines of the file above it. */
  readonly above: number;
  /** The field of the file whose entries these are; undefined where the batch holds whole fields. */
  readonly key?: string;
}

/** So many entries make a batch. */
const AT_ONCE = 100;

/** The batches in their order, which together are the file. A long list is cut into hundreds; a file without one is a single batch. */
export function batchesOf(source: string): Batch[] {
  const batches: Batch[] = [];
  let [end, above] = [0, 0];
  const cut = (to: number, key?: string) => {
    const text = source.slice(end, to);
    if (text !== '') batches.push({ text, above, ...(key !== undefined && { key }) });
    above += text.split('\n').length - 1;
    end = to;
  };
  for (const list of longListsIn(source, limits.yamlWeight) ?? []) {
    const key = keyBefore(source.slice(end, list.starts[0]).split('\n'));
    if (key === undefined) continue;
    for (let first = 0; first < list.starts.length; first += AT_ONCE) {
      cut(list.starts[first] ?? list.end, first === 0 ? undefined : key);
    }
    cut(list.end, key);
  }
  cut(source.length);
  return batches;
}
