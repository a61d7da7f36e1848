// Ids for questions that have none, or one that differs from another's by case alone.
import { timesOf } from '../../core/grouped.ts';
import { questionName } from '../names.ts';

/** What of a question decides about its id. */
export interface Named {
  /** Undefined where there is no such field. */
  readonly id: string | undefined;
  readonly stem: string | undefined;
  readonly topic: string | undefined;
  readonly enemies: readonly string[];
}

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
  const uses = timesOf(ids);
  const last = new Map<string, number>(); // of the numbers given to a name
  const fresh = (name: string) => {
    const id = freeName(name, taken, last);
    taken.add(id.toLowerCase());
    return id;
  };
  return questions.map(({ id, stem, topic }) => {
    if (id === undefined) return stem === undefined ? undefined : fresh(questionName(topic, stem));
    const lower = id.toLowerCase();
    const first = spellings.get(lower) ?? id;
    spellings.set(lower, first);
    if (first === id || named.has(lower)) return undefined;
    return uses.get(id) === 1 ? fresh(id) : undefined;
  });
}

function freeName(name: string, taken: ReadonlySet<string>, last: Map<string, number>): string {
  if (!taken.has(name.toLowerCase())) return name;
  const start = name.slice(0, 60);
  for (let number = (last.get(start) ?? 1) + 1; ; number++) {
    const candidate = `${start}-${number}`;
    if (taken.has(candidate.toLowerCase())) continue;
    last.set(start, number);
    return candidate;
  }
}
