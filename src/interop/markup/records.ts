// The records of a file of XML, each read by itself: a broken one costs no other.
import type { Place, Source, Taken } from '../format.ts';
import { sized } from '../reading/bounds.ts';
import { lineCounter } from '../reading/lines.ts';
import { refused } from '../reading/taken.ts';
import { extentsOf } from './extents.ts';
import { type Element, parseXml } from './xml.ts';

export interface RecordReader {
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
