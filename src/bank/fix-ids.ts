// Ids for questions that have none, or one that differs from another's by case alone.

/** What of a question decides about its id. */
export interface Named {
  /** Undefined where there is no such field. */
  readonly id: string | undefined;
  readonly stem: string | undefined;
  readonly topic: string | undefined;
  readonly enemies: readonly string[];
}

const LONGEST_NAME = 40;

/**
 * The new id of each question that needs one, in reading order; undefined for all others. Of two ids that differ by case the
 * first stays: only that question could be asked, so only that one has a history. Where enemies: name one of them, or two are
 * written alike, it is for the author to say which is which.
 */
export function plannedIds(questions: readonly Named[]): (string | undefined)[] {
  const ids = questions.flatMap(({ id }) => id ?? []);
  const taken = new Set(ids.map((id) => id.toLowerCase()));
  const named = new Set(questions.flatMap(({ enemies }) => enemies.map((id) => id.toLowerCase())));
  const spellings = new Map<string, string>();
  const fresh = (name: string) => {
    const id = freeName(name, taken);
    taken.add(id.toLowerCase());
    return id;
  };
  return questions.map(({ id, stem, topic }) => {
    if (id === undefined) return stem === undefined ? undefined : fresh(nameOf(topic, stem));
    const folded = id.toLowerCase();
    const first = spellings.get(folded) ?? id;
    spellings.set(folded, first);
    if (first === id || named.has(folded)) return undefined;
    const isAlone = ids.filter((other) => other === id).length === 1;
    return isAlone ? fresh(id) : undefined;
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  for (let number = 2; ; number++) {
    const candidate = `${name.slice(0, 60)}-${number}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** The topic's last part and the first words of the stem: "encryption-which-way-keeps-a-trail". */
function nameOf(topic: string | undefined, stem: string): string {
  const words = `${topic?.split('/').at(-1) ?? ''} ${stem}`
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  let name = words?.[0]?.slice(0, LONGEST_NAME) ?? 'question';
  for (const word of words?.slice(1) ?? []) {
    if (name.length + 1 + word.length > LONGEST_NAME) break;
    name += `-${word}`;
  }
  return name;
}
