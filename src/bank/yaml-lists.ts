// Long lists in YAML, found by the marks of the text alone: so that a file of any size can be read a few entries at a time.
import { CST, Lexer } from 'yaml';

/** A list whose entries each begin a line. */
export interface LongList {
  /** Of its dashes, in characters. */
  readonly indent: number;
  /** Where the line of each entry starts, and where the list ends: offsets in the text. */
  readonly starts: readonly number[];
  readonly end: number;
}

/** With fewer entries a list is read as a part of what it stands in. */
export const LONG = 100;

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

interface Lexeme {
  readonly lexeme: string;
  /** Where its line starts. */
  readonly line: number;
  /** How far in it stands, where it is the first of its line and no part of a text or of brackets that began before. */
  readonly indent?: number;
}

/** The parts of the text. Some marks of the lexer stand for something that is not in it. */
function* lexemesOf(source: string): Iterable<Lexeme> {
  let [offset, line, brackets] = [0, 0, 0];
  let [isText, isEmpty] = [false, true];
  for (const lexeme of new Lexer().lex(source)) {
    const wasText = isText;
    isText = !wasText && lexeme === CST.SCALAR;
    if (isText || (!wasText && lexeme === CST.DOCUMENT)) continue;
    if (!wasText && lexeme === CST.FLOW_END) {
      brackets = 0;
      continue;
    }
    const isBlank = /^[\s#]/.test(lexeme) || lexeme.endsWith('\n'); // the text of a block ends its line, and no other text does
    const isFirst = isEmpty && brackets === 0 && !isBlank;
    yield isFirst ? { lexeme, line, indent: offset - line } : { lexeme, line };
    offset += lexeme.length;
    if (lexeme === '[' || lexeme === '{') brackets += 1;
    else if (lexeme === ']' || lexeme === '}') brackets = Math.max(0, brackets - 1);
    if (lexeme.endsWith('\n')) [line, isEmpty] = [offset, true];
    else if (!isBlank) isEmpty = false;
  }
}
