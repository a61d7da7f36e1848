// Long lists in YAML, found by the marks of the text alone: so that a file of any size can be read a few entries at a time.
import { lexemesOf } from './lexemes.ts';

/** A list whose entries each begin a line. */
export interface LongList {
  /** Of its dashes, in characters. */
  readonly indent: number;
  /** Where the line of each entry starts, and where the list ends: offsets in the text. */
  readonly starts: readonly number[];
  readonly end: number;
}

/** With fewer entries a list is read as a part of what it stands in. */
const LONG = 100;

/** The outermost long lists, in order; undefined where the text has more than so many marks. */
export function longListsIn(source: string, mostTokens: number): LongList[] | undefined {
  const found: LongList[] = [];
  const open: { readonly indent: number; readonly starts: number[] }[] = [];
  const closeFrom = (indent: number, end: number) => {
    for (let last = open.at(-1); last && last.indent >= indent; last = open.at(-1)) {
      open.pop();
      if (last.starts.length < LONG) continue;
      while (found.length > 0 && startOf(found.at(-1)) >= startOf(last)) found.pop(); // long lists in its entries
      found.push({ ...last, end });
    }
  };
  let tokens = 0;
  for (const { lexeme, line, indent } of lexemesOf(source)) {
    tokens += 1;
    if (tokens > mostTokens) return undefined;
    if (indent === undefined) continue;
    closeFrom(lexeme === '-' ? indent + 1 : indent, line);
    if (lexeme !== '-') continue;
    const last = open.at(-1);
    if (last?.indent === indent) last.starts.push(line);
    else open.push({ indent, starts: [line] });
  }
  closeFrom(0, source.length);
  return found;
}

function startOf(list: { readonly starts: readonly number[] } | undefined): number {
  return list?.starts[0] ?? 0;
}
