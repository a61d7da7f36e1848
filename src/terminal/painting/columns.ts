// How the columns of a table share a window: side by side as long as they fit, else some of them in a row below or left out.
import type { Column } from '../../core/text/styled.ts';

/** Blanks between two columns, and before those that stand below. */
export const GAP = 2;
export const INDENT = 2;
const NARROWEST = 12;
/** A text that wraps is read with ease in so many columns. */
const READABLE = 24;

export interface Shares {
  /** By their places among all columns: those side by side, and those in a row below them. */
  readonly beside: readonly number[];
  readonly below: readonly number[];
  /** Of each column, whether it is shown or not. */
  readonly widths: readonly number[];
}

/** `natural`: how wide each column would be with all the room there is. */
export function sharesOf(columns: readonly Column[], natural: readonly number[], width: number): Shares {
  const [lower, upper] = [true, false].map((isBelow) => placesOf(columns, ({ below = false }) => below === isBelow));
  const [yielding = 0] = placesOf(columns, ({ wraps }) => wraps === true);
  const { whole, wraps } = columns[yielding] ?? {};
  const full = natural[yielding] ?? 0;
  const least = wraps ? Math.min(full, READABLE) : NARROWEST;
  const othersOf = (kept: readonly number[]) =>
    kept.reduce((sum, at) => sum + (at === yielding ? 0 : (natural[at] ?? 0)), GAP * (kept.length - 1));
  const fits = (kept: readonly number[], room: number, wanted: number) =>
    othersOf(kept) + (kept.includes(yielding) ? wanted : 0) <= room;
  /** Optional columns go, the last one first. */
  const fitting = (among: readonly number[], room: number): readonly number[] => {
    const last = among.findLast((at) => columns[at]?.optional);
    if (last === undefined || fits(among, room, whole ? full : least)) return among;
    return fitting(
      among.filter((at) => at !== last),
      room,
    );
  };
  const widthsFor = (kept: readonly number[], room: number) =>
    natural.with(yielding, Math.max(NARROWEST, Math.min(full, room - othersOf(kept))));
  const all = fitting(
    columns.map((_, at) => at),
    width,
  );
  if (fits(all, width, least) || !lower?.length || !upper?.length)
    return { beside: all, below: [], widths: widthsFor(all, width) };
  const [beside, below] = [fitting(upper, width), fitting(lower, width - INDENT)];
  const widths = below.includes(yielding) ? widthsFor(below, width - INDENT) : widthsFor(beside, width);
  return { beside, below, widths };
}

function placesOf(columns: readonly Column[], isMeant: (column: Column) => boolean): number[] {
  return columns.flatMap((column, at) => (isMeant(column) ? [at] : []));
}
