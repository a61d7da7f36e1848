// A question file in pieces that can be parsed one after the other: the document of thousands of questions would take hundreds
// of megabytes.
import { limits } from '../../core/limits.ts';
import { longListsIn } from './lists.ts';
import { keyBefore } from './parts.ts';

/** A stretch of a file that is YAML by itself. */
export interface Piece {
  readonly text: string;
  /** Lines of the file above it. */
  readonly above: number;
  /** The field of the file whose entries these are; without it, they are whole fields. */
  readonly key?: string;
}

/** So many entries make a piece. */
const AT_ONCE = 100;

/** The pieces in their order, which together are the file: whole, or where it has long lists of entries, those by the hundred. */
export function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = [];
  let [end, above] = [0, 0];
  const cut = (to: number, key?: string) => {
    const text = source.slice(end, to);
    if (text !== '') pieces.push({ text, above, ...(key !== undefined && { key }) });
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
  return pieces;
}
