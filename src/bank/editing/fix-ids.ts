// Ids for questions that have none, or one that differs from another's by case alone.
import { fingerprint } from '../../core/fingerprint.ts';
import { timesOf } from '../../core/grouped.ts';
import { isInOtherLetters } from '../../core/text/other-letters.ts';

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
  const uses = timesOf(ids);
  const last = new Map<string, number>(); // of the numbers given to a name
  const fresh = (name: string) => {
    const id = freeName(name, taken, last);
    taken.add(id.toLowerCase());
    return id;
  };
  return questions.map(({ id, stem, topic }) => {
    if (id === undefined) return stem === undefined ? undefined : fresh(nameOf(topic, stem));
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

/** The topic's last part and the first words of the stem: "encryption-which-way-keeps-a-trail". */
function nameOf(topic: string | undefined, stem: string): string {
  const words = `${topic?.split('/').at(-1) ?? ''} ${stem}`
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  if (isInOtherLetters(stem) && !words?.some((word) => /[a-z]{2}/.test(word)))
    return `q-${fingerprint(stem).slice(0, 8)}`; // numbers alone name nothing
  let name = words?.[0]?.slice(0, LONGEST_NAME) ?? 'question';
  for (const word of words?.slice(1) ?? []) {
    if (name.length + 1 + word.length > LONGEST_NAME) break;
    name += `-${word}`;
  }
  return name;
}
