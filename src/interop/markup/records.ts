// The records of a file of XML, each taken out of the text and read by itself: a broken one costs no other.
import type { Place, Source, Taken } from '../format.ts';
import { sized } from '../reading/bounds.ts';
import { lineCounter } from '../reading/lines.ts';
import { refused } from '../reading/taken.ts';
import { type Element, parseXml } from './xml.ts';

interface RecordReader {
  /** The name of their element, or several (`(?:a|b)`), and what one is called. */
  readonly element: string;
  readonly called: string;
  /** Why a file with this document type is not read; undefined where it does no harm. */
  againstType(declaration: string): string | undefined;
  /** What a record tells; undefined where it is no question. */
  read(at: Place, record: Element): Taken | undefined;
}

/** What each record tells. */
export function* takenFromXml(
  { file, text }: Pick<Source, 'file' | 'text'>,
  { element, called, againstType, read }: RecordReader,
): Iterable<Taken> {
  const lineAt = lineCounter(text);
  for (const { from, to, isDoctype } of extentsOf(text, element)) {
    const at = { file, line: lineAt(from) };
    const against = isDoctype ? againstType(text.slice(from, from + 1000)) : undefined;
    if (against !== undefined) {
      yield refused(at, 'document-type', against);
      return;
    }
    if (isDoctype) continue;
    const parsed = parseXml(text.slice(from, to));
    if ('error' in parsed)
      yield sized(refused(at, 'broken-xml', `this ${called} cannot be read: ${parsed.error}`), parsed.offset);
    else {
      const taken = read(at, parsed.root);
      if (taken) yield sized(taken, parsed.size);
    }
  }
}

/** From where to where something reaches, in characters of the text. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  /** Whether a document type starts here, and no record. */
  readonly isDoctype: boolean;
}

/** Where each element of the name, or of one of several (`(?:a|b)`), stands, and a document type. What looks like a tag in a comment or in CDATA is text. */
function* extentsOf(text: string, name: string): Iterable<Extent> {
  const prefixed = `(?:[\\w-]{1,40}:)?${name}`;
  const marks = new RegExp(`<!--|-->|<!\\[CDATA\\[|\\]\\]>|<${prefixed}(?=[\\s>])|</${prefixed}\\s*>|<!DOCTYPE`, 'gi');
  let from = -1;
  let until: string | undefined;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (until !== undefined) {
      if (mark === until) until = undefined;
    } else if (mark === '<!--') until = '-->';
    else if (mark === '<![CDATA[') until = ']]>';
    else if (/^<!doctype/i.test(mark)) yield { from: index, to: index, isDoctype: true };
    else if (mark.startsWith('</')) {
      if (from >= 0) yield { from, to: index + mark.length, isDoctype: false };
      from = -1;
    } else if (mark.startsWith('<')) {
      if (from >= 0) yield { from, to: index, isDoctype: false };
      from = index;
    }
  }
  if (from >= 0) yield { from, to: text.length, isDoctype: false };
}
