// Changes to a YAML text at the places they are about: comments, order and formatting stay as the author left them.
import { isDeepStrictEqual } from 'node:util';
import { type Document, LineCounter, type ParsedNode, parseDocument, type Scalar } from 'yaml';
import { failsafe } from './yaml-schema.ts';

export type Path = readonly (string | number)[];

export interface Edit {
  readonly sheet: Sheet;
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

/** A file with its document. */
export interface Sheet {
  readonly file: string;
  readonly source: string;
  readonly document: Document.Parsed<ParsedNode>;
  lineOf(offset: number): number;
}

/** Undefined where the text has errors, since then nothing about it is certain. */
export function sheetOf(file: string, source: string): Sheet | undefined {
  const counter = new LineCounter();
  const document = parsed(source, counter);
  return document && { file, source, document, lineOf: (offset) => counter.linePos(offset).line };
}

function parsed(source: string, lineCounter?: LineCounter): Document.Parsed<ParsedNode> | undefined {
  try {
    const options = { schema: failsafe, uniqueKeys: true, logLevel: 'error', prettyErrors: false } as const;
    const document = parseDocument(source, { ...options, ...(lineCounter && { lineCounter }) });
    return document.errors.length === 0 ? document : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // nested too deeply
    throw error;
  }
}

/**
 * The text with the edits made. Nothing but the values they name may differ afterwards: a text in which anything else would
 * change is given back as it was.
 */
export function edited({ source, document }: Sheet, edits: readonly Edit[]): string {
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
  return after && isDeepStrictEqual(after.toJS(), wanted.toJS()) ? text : source;
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
  const rows = isFolded ? folded(value, WIDTH - indent.length) : [value];
  const end = old.endsWith('\n') ? (header.endsWith('\r') ? '\r\n' : '\n') : '';
  return [header, ...rows.map((row) => indent + row)].join('\n') + end;
}

function folded(text: string, width: number): string[] {
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows;
}
