/** Makes something when it is first asked for, and gives the same from then on. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Makes something of each of many things when it is first asked for, and keeps it as long as that thing is there. */
export function onceOfEach<K extends object, V extends NonNullable<unknown>>(make: (of: K) => V): (of: K) => V {
  return remembering(new WeakMap<K, V>(), make);
}

/** The same of names, numbers and whatever else: what was made is kept as long as the function, or until there are more than `most`. */
export function remembered<K, V extends NonNullable<unknown>>(
  make: (of: K) => V,
  most = Number.POSITIVE_INFINITY,
): (of: K) => V {
  const all = new Map<K, V>();
  const add = (of: K, made: V) => {
    if (all.size >= most) all.clear();
    all.set(of, made);
  };
  return remembering({ get: (of) => all.get(of), set: add }, make);
}

interface Kept<K, V> {
  get(of: K): V | undefined;
  set(of: K, made: V): unknown;
}

function remembering<K, V>(all: Kept<K, V>, make: (of: K) => V): (of: K) => V {
  return (of) => {
    const known = all.get(of);
    if (known !== undefined) return known;
    const made = make(of);
    all.set(of, made);
    return made;
  };
}

/** Makes something of one of many things, and gives the same until it is asked for that of another one. */
export function whileAsked<K extends object, V>(make: (of: K) => V): (of: K) => V {
  let latest: { readonly of: K; readonly made: V } | undefined;
  return (of) => {
    if (latest?.of !== of) latest = { of, made: make(of) };
    return latest.made;
  };
}
