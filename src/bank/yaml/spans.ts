// How far the YAML value at a place reaches on its line, so that a caret can stand under all of it.
import { limits } from '../../core/limits.ts';
import type { Problem } from '../../core/problem.ts';
import { lexemesOf } from './lexemes.ts';

/** The number of characters that a problem is about, on its line: at least one. */
export type SpanOf = (problem: Problem) => number;

/** Problems with the name of a field; all others are about what stands under it. */
const ABOUT_A_NAME = ['unknown-field', 'duplicate-key', 'bad-key'];

/**
 * The spans of one file, by its marks alone: it may hold any mistakes. What has no end that is known is one character long.
 * `lines` are those that will be asked for; without them, all are kept.
 */
export function spansIn(source: string, lines?: ReadonlySet<number>): SpanOf {
  const starts = lineStartsIn(source);
  const { names, values } = ends(source, lines && new Set([...lines].map((line) => starts[line - 1] ?? 0)));
  return ({ at, code }) => {
    const start = (starts[at.line - 1] ?? 0) + at.column - 1;
    const end = (ABOUT_A_NAME.includes(code) ? names : values).get(start) ?? start + 1;
    const lineEnd = source.slice(start, end).split(/\r?\n/, 1)[0]?.trimEnd().length ?? 1;
    return Math.max(1, lineEnd);
  };
}

function lineStartsIn(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

interface Ends {
  readonly names: Map<number, number>;
  readonly values: Map<number, number>;
}

interface Opened {
  readonly from: number;
  /** Whether its line is asked for. */
  readonly isKept: boolean;
}

/** What ended last, and may be the name of what comes. */
interface Ended extends Opened {
  readonly to: number;
}

/** Where each text, and each pair of brackets, ends. A block is shown by its first field: to where that one's value ends. */
function ends(source: string, lines: ReadonlySet<number> | undefined): Ends {
  const found: Ends = { names: new Map(), values: new Map() };
  const brackets: Opened[] = [];
  let last: Ended | undefined;
  let field: Opened | undefined; // while its value is still to come
  let left: number = limits.yamlWeight;
  const endAt = ({ from, isKept }: Opened, to: number) => {
    if (isKept) found.values.set(from, to);
    if (brackets.length === 0 && field) {
      if (field.isKept) found.values.set(field.from, to);
      field = undefined;
    }
    last = { from, to, isKept };
  };
  for (const { lexeme, offset, line, isText } of lexemesOf(source)) {
    left -= 1;
    if (left < 0) break;
    const to = offset + lexeme.length;
    const here = { from: offset, isKept: lines?.has(line) ?? true };
    if (isText || /^[|>]/.test(lexeme)) endAt(here, to);
    else if (lexeme === '[' || lexeme === '{') brackets.push(here);
    else if (lexeme === ']' || lexeme === '}') endAt(brackets.pop() ?? here, to);
    else if (lexeme === ':' && last) {
      if (last.isKept) found.names.set(last.from, last.to);
      if (brackets.length === 0) field = last;
    } else if (lexeme.endsWith('\n')) {
      if (brackets.length === 0 && field) endAt(field, offset);
      last = undefined;
    }
  }
  return found;
}
