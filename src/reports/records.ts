// What `--plain` prints: records for other programs, a cell each of what a reader would see.
import { span, type Table } from '../core/text/styled.ts';

/** The records as a table without titles. */
export function recordTable(records: readonly (readonly string[])[]): Table {
  return {
    columns: (records[0] ?? []).map(() => ({ title: '', align: 'left' })),
    rows: records.map((cells) => cells.map((text) => span(text))),
  };
}

/** A text that was written over several lines, as one cell. */
export function inOneCell(text: string): string {
  return text.replace(/\s+/g, ' ');
}
