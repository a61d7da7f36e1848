// Changes to a YAML text at the places they are about: comments, order and formatting stay as the author left them.
import { isDeepStrictEqual } from 'node:util';
import { type Document, isScalar, LineCounter, type Scalar, visit } from 'yaml';
import { limits } from '../../core/limits.ts';
import { inRows } from '../../core/text/wrap.ts';
import { documentOf } from '../yaml/document.ts';
import { enough, untilEnough } from '../yaml/enough.ts';

export type Path = readonly (string | number)[];

export interface Edit {
  readonly from: number;
  readonly to: number;
  /** What stands there afterwards. */
  readonly text: string;
  /** Where in the document the value is, and what it is from now on. */
  readonly path: Path;
  readonly value: string;
  /** What was done, for the author. */
  readonly message: string;
}

/** A text with its document. */
export interface Sheet {
  readonly source: string;
  readonly document: Document.Parsed;
  lineOf(offset: number): number;
}

/** Undefined where the text has errors, since then nothing about it is certain, or holds too much to be taken apart and put together. */
export function sheetOf(source: string): Sheet | undefined {
  const counter = new LineCounter();
  const document = parsed(source, counter);
  return document && { source, document, lineOf: (offset) => counter.linePos(offset).line };
}

/** A text is parsed again after it was changed, and copied: as many times it may be in memory. */
const TIMES = 4;

function parsed(source: string, lines = new LineCounter()): Document.Parsed | undefined {
  const stop = () => {
    throw enough; // this text has errors
  };
  return untilEnough(() => {
    const document = documentOf(source, lines, stop, { weight: limits.yamlWeight / TIMES });
    if (document) visit(document, { Alias: stop, Map: (_, { items }) => (hasTwins(items) ? stop() : undefined) });
    return document;
  });
}

function hasTwins(pairs: readonly { readonly key: unknown }[]): boolean {
  return new Set(pairs.map(({ key }) => (isScalar(key) ? key.value : key))).size < pairs.length;
}

export interface Edited {
  readonly text: string;
  /** The edits that were made. */
  readonly made: readonly Edit[];
}

/**
 * The text with the edits made. Nothing but the values they name may differ afterwards: an edit with which anything else would
 * change is left out, and keeps no other from being made.
 */
export function edited(sheet: Sheet, edits: readonly Edit[]): Edited {
  const made = holding(sheet, edits, []);
  return { text: applied(sheet, made) ?? sheet.source, made };
}

/** Those of the edits that can be made with the ones before them: all at once where that goes, else by halves. */
function holding(sheet: Sheet, edits: readonly Edit[], before: readonly Edit[]): readonly Edit[] {
  if (edits.length === 0 || applied(sheet, [...before, ...edits]) !== undefined) return edits;
  if (edits.length === 1) return [];
  const half = Math.floor(edits.length / 2);
  const first = holding(sheet, edits.slice(0, half), before);
  return [...first, ...holding(sheet, edits.slice(half), [...before, ...first])];
}

/** Undefined where anything but the values would differ. */
function applied({ source, document }: Sheet, edits: readonly Edit[]): string | undefined {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from)) {
    parts.push(source.slice(at, from), text);
    at = to;
  }
  const text = parts.join('') + source.slice(at);
  const after = parsed(text);
  const wanted = document.clone();
  for (const { path, value } of edits) wanted.setIn(path, value);
  return after && isDeepStrictEqual(after.toJS(), wanted.toJS()) ? text : undefined;
}

const WIDTH = 110;

/** A value in the style in which the scalar is written; quoted where it could not stand there without. */
export function written({ source }: Sheet, { type, range }: Scalar, value: string): string {
  if (type === 'QUOTE_SINGLE') return `'${value.replace(/'/g, "''")}'`;
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL')
    return inBlock(source.slice(range?.[0], range?.[1]), value, type === 'BLOCK_FOLDED');
  return type === 'PLAIN' && canBePlain(value) ? value : JSON.stringify(value);
}

/** Whether a value means itself without quotes, also inside brackets. */
function canBePlain(value: string): boolean {
  const list = parsed(`[${value}]`)?.toJS();
  return isDeepStrictEqual(list, [value]) && !/^[-?:]/.test(value);
}

/** Under the header as it was (`>-`, with its comment), with the indent of the text before. */
function inBlock(old: string, value: string, isFolded: boolean): string {
  const [header = '>', ...body] = old.split('\n');
  const indent = /^\s*/.exec(body.find((row) => row.trim() !== '') ?? '  ')?.[0] ?? '  ';
  const rows = isFolded ? inRows(value.split(' '), WIDTH - indent.length) : [value];
  const end = old.endsWith('\n') ? (header.endsWith('\r') ? '\r\n' : '\n') : '';
  return [header, ...rows.map((row) => indent + row)].join('\n') + end;
}
