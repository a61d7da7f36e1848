/** Each different value with how often it occurs, the commonest first; equally common ones in the order of the list. */
export function commonestFirst<T>(values: readonly T[]): [value: T, times: number][] {
  const times = new Map<T, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a);
}
