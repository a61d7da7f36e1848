// What the columns of a table hold as the user says it: by their numbers, or by the headings that they have.
import { type Columns, columnsFrom, headingOf, isColumnName } from './columns.ts';

/** What is wanted, with a number ("3"), numbers from and to ("2-5"), or headings, as the user wrote it. */
export type Given = ReadonlyMap<string, string>;

/** "question=1,options=2-5,answer=Right answer". Undefined where it cannot be read. */
export function parseColumns(text: string): Given | undefined {
  const given = new Map<string, string>();
  for (const part of text.split(',')) {
    const [, name = '', value = ''] = /^\s*([A-Za-z][A-Za-z ]*\d{0,2})\s*=\s*(\S.*?)\s*$/.exec(part) ?? [];
    const wanted = name.trim().toLowerCase();
    if (value === '' || given.has(wanted) || !(wanted === 'from' ? /^[01]$/ : /^(?!0+$)/).test(value)) return undefined;
    if (wanted !== 'from' && !isColumnName(wanted)) return undefined;
    given.set(wanted, value);
  }
  return given;
}

export interface Resolved {
  /** Columns from 1 by what they hold; a range is numbered options. */
  readonly columns: ReadonlyMap<string, number>;
  /** Whether a heading was named, so that the first row holds headings. */
  readonly isHeaded: boolean;
}

/** The columns that are meant in a table with this first row, or the first that it has not. */
export function resolveColumns(given: Given, row: readonly string[]): Resolved | { readonly missing: string } {
  const columns = new Map<string, number>();
  let isHeaded = false;
  for (const [name, value] of given) {
    if (name === 'from') {
      columns.set(name, Number(value));
      continue;
    }
    const range = rangeOf(value, row);
    if (!range) return { missing: value };
    const { first, last } = range;
    isHeaded ||= !/^\d+(\s*-\s*\d+)?$/.test(value);
    if (first === last) columns.set(name, first);
    else for (let column = first; column <= last; column++) columns.set(`option ${column - first + 1}`, column);
  }
  return { columns, isHeaded };
}

/** A whole heading goes before two with a dash between them. */
function rangeOf(value: string, row: readonly string[]): { first: number; last: number } | undefined {
  const whole = columnAt(value, row);
  if (whole > 0) return { first: whole, last: whole };
  for (let dash = value.indexOf('-'); dash > 0; dash = value.indexOf('-', dash + 1)) {
    const [first, last] = [value.slice(0, dash), value.slice(dash + 1)].map((end) => columnAt(end.trim(), row));
    if (first && last && first <= last) return { first, last };
  }
  return undefined;
}

/** From 1; 0 where there is no such column. Digits are a number; a heading stands exactly so, else without regard to case. */
function columnAt(value: string, row: readonly string[]): number {
  if (/^\d+$/.test(value)) return Number(value) <= row.length ? Number(value) : 0;
  const exact = row.findIndex((cell) => cell.trim() === value.trim()) + 1;
  return exact > 0 ? exact : row.findIndex((cell) => headingOf(cell) === headingOf(value)) + 1;
}

/** The columns as if they had the headings of what they hold. */
export function columnsGiven(columns: ReadonlyMap<string, number>): Columns | undefined {
  const headings: string[] = [];
  for (const [name, column] of columns) if (name !== 'from') headings[column - 1] = name;
  const named = columnsFrom(Array.from(headings, (heading) => heading ?? ''));
  if (!named) return undefined;
  const { width: _, ...rest } = named;
  return rest;
}
