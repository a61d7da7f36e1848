// How far the YAML value at a place reaches, so that a caret can stand under all of it.
import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Problem } from '../core/problem.ts';

/** The number of characters that a problem is about, on its line: at least one. */
export type Span = (problem: Problem) => number;

/** Problems with the name of a field; all others are about what stands under it. */
const ABOUT_A_NAME = ['unknown-field', 'duplicate-key', 'bad-key'];

/** The spans of one file. A file that cannot be parsed has spans of one character. */
export function spansIn(source: string): Span {
  const counter = new LineCounter();
  const { names, values } = ends(source, counter);
  return ({ at, code }) => {
    const start = (counter.lineStarts[at.line - 1] ?? 0) + at.column - 1;
    const end = (ABOUT_A_NAME.includes(code) ? names : values).get(start) ?? start + 1;
    const lineEnd = source.slice(start, end).split(/\r?\n/, 1)[0]?.trimEnd().length ?? 1;
    return Math.max(1, lineEnd);
  };
}

interface Ends {
  readonly names: Map<number, number>;
  readonly values: Map<number, number>;
}

function ends(source: string, lineCounter: LineCounter): Ends {
  const found: Ends = { names: new Map(), values: new Map() };
  try {
    const document = parseDocument(source, { schema: 'failsafe', lineCounter, uniqueKeys: false, logLevel: 'error' });
    visit(document, (key, node) => {
      if (!isNode(node) || !node.range) return;
      const [start, end] = node.range;
      if (key === 'key') found.names.set(start, end);
      else if (!found.values.has(start))
        found.values.set(start, isMap(node) || isSeq(node) ? endOfFirst(node, end) : end);
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // nested too deeply: told elsewhere
  }
  return found;
}

/** A block is shown by its first entry; what stands in brackets is shown whole. */
function endOfFirst(node: YAMLMap | YAMLSeq, end: number): number {
  const [first] = node.items;
  if (node.flow || !isPair(first) || !isNode(first.value)) return end;
  return first.value.range?.[1] ?? end;
}
