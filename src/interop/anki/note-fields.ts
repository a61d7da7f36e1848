// Which field of a note is what: as "#columns" names them, else the first two are front and back.
import { fieldLeft } from '../reading/lost.ts';
import { type Columns, columnsFrom } from '../tables/columns.ts';

export interface NamedFields {
  readonly front: string;
  readonly back: string;
  readonly why: string;
  /** What the fields are called that have a text and no place in a question. */
  readonly left: readonly string[];
}

/** The columns of a file whose notes have options in fields of their own, as a table has. */
export function optionColumns(names: readonly string[]): Columns | undefined {
  const columns = columnsFrom(names);
  const { single, options = [], wrong = [] } = columns ?? {};
  const hasOptions = options.length > 1 || wrong.length > 0 || single?.has('options');
  return single?.has('answer') && hasOptions ? columns : undefined;
}

/** Places of columns that say something of the note itself: its deck, its tags. */
export type Special = ReadonlySet<number>;

export function namedFields(cells: readonly string[], names: readonly string[], special: Special): NamedFields {
  const { single } = columnsFrom(names) ?? {};
  const own = cells.map((_, index) => index).filter((index) => !special.has(index));
  const front = single?.get('question') ?? own[0] ?? -1;
  const back = single?.get('answer') ?? own.find((index) => index !== front) ?? -1;
  const why = single?.get('why') ?? -1;
  const ignored = new Set([front, back, why, single?.get('id') ?? -1, single?.get('topics') ?? -1]);
  const left = own.filter((index) => !ignored.has(index) && (cells[index] ?? '').trim() !== '');
  return {
    front: cells[front] ?? '',
    back: cells[back] ?? '',
    why: cells[why] ?? '',
    left: left.map((index) => (names[index] ? fieldLeft(names[index]) : 'fields after the second')),
  };
}
