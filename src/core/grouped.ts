/** Things under the names that are given to them, in the order in which each name came first. */
export function grouped<T, K>(all: Iterable<T>, nameOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}
