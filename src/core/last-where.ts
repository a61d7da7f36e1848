/**
 * The last whole number below `end` for which something holds that holds for all before it and for none behind it, found by halving. `first`,
 * which is not asked about, where it holds for none.
 */
export function lastWhere(first: number, end: number, holds: (number: number) => boolean): number {
  let [good, bad] = [first, end];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
