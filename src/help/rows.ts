// How pages of help are set: a title, and terms with what they mean beside them.
import { type Block, blank, labelled, line, span } from '../core/text/styled.ts';

export type TermRow = readonly [term: string, meaning: string];

/** A title with its rows under it. Terms stand in a column. */
export function titledRows(title: string, rows: readonly TermRow[]): Block[] {
  const column = Math.max(...rows.map(([term]) => term.length)) + 2;
  return [
    line(span(title, 'strong')),
    ...rows.map(([term, meaning]) => labelled(`  ${term.padEnd(column)}`, meaning)),
    blank,
  ];
}
