// Where the records of a file of XML stand, so that each can be taken out of the text and read by itself: a broken one costs no other.

/** From where to where something reaches, in characters of the text. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  /** Whether a document type starts here, and no record. */
  readonly isDoctype: boolean;
}

/** Where each element of the name, or of one of several (`(?:a|b)`), stands, and a document type. What looks like a tag in a comment or in CDATA is text. */
export function* extentsOf(text: string, name: string): Iterable<Extent> {
  let from = -1;
  let until: string | undefined;
  for (const { 0: mark, index } of text.matchAll(marksOf(name))) {
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

function marksOf(name: string): RegExp {
  const prefixed = `(?:[\\w-]{1,40}:)?${name}`;
  return new RegExp(`<!--|-->|<!\\[CDATA\\[|\\]\\]>|<${prefixed}(?=[\\s>])|</${prefixed}\\s*>|<!DOCTYPE`, 'gi');
}
