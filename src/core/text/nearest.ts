/**
 * The known word closest to a mistyped one, if any is close enough to be meant: at most a third of its letters apart.
 * Distance: Damerau-Levenshtein (optimal string alignment), so that a swapped pair counts once.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  return nearestFew(word, known, 1)[0];
}

/** Up to `most` known words close to a mistyped one, closest first. */
export function nearestFew(word: string, known: readonly string[], most: number): string[] {
  const wanted = word.toLowerCase();
  return known
    .filter((candidate) => Math.abs(word.length - candidate.length) <= farthest(word, candidate)) // they are as far apart at least
    .map((candidate) => ({ candidate, distance: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= farthest(word, candidate))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

function farthest(a: string, b: string): number {
  return Math.max(1, Math.floor(Math.max(a.length, b.length) / 3));
}

function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, at(beforeLast, j - 2) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** Whether one letter more, less, changed, or swapped with its neighbour makes the one of the other. */
export function isOneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [here, there] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (here.length <= 1 && there.length <= 1) || (here.length === 2 && here === `${there[1]}${there[0]}`);
}
