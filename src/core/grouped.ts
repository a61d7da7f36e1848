// Many things by what they have in common: those of each name together, the first of each, how often each occurs.

/** Things under the names that are given to them, in the order in which each name came first. */
export function grouped<T, K>(all: Iterable<T>, nameOf: (one: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const one of all) addTo(groups, nameOf(one), one);
  return groups;
}

/** Puts a thing with the others of its name, unless more than so many are there already. */
export function addTo<T, K>(groups: Map<K, [T, ...T[]]>, name: K, one: T, most = Number.POSITIVE_INFINITY): void {
  const group = groups.get(name);
  if (!group) groups.set(name, [one]);
  else if (group.length <= most) group.push(one);
}

/** The first thing of each name. */
export function firstOfEach<T>(all: Iterable<T>, nameOf: (one: T) => unknown): T[] {
  return Array.from(grouped(all, nameOf).values(), ([first]) => first);
}

/** How often each different value occurs, in the order in which each came first. */
export function timesOf<T>(values: Iterable<T>): Map<T, number> {
  const times = new Map<T, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
}

/** Each different value with how often it occurs, the commonest first; equally common ones in the order of the list. */
export function commonestFirst<T>(values: Iterable<T>): [value: T, times: number][] {
  return [...timesOf(values)].sort(([, a], [, b]) => b - a);
}
