// Where an imported question goes: its id and its topics, or why it is not taken into the bank.
import { locate } from '../../bank/quotes/locate.ts';
import { addTo } from '../../core/grouped.ts';
import type { Accepted, BankTold, Place, Refused } from '../../interop/format.ts';
import { isSameKey } from '../../interop/reading/asked.ts';
import { brief } from '../../interop/words/readings.ts';
import type { AskedQuestion, ImportTarget } from './target.ts';

/** What a run came to. */
export interface Tally {
  added: number;
  /** In the bank already, as they are or edited there. */
  known: number;
  refused: number;
  /** Of those added, how many have no quote that stands in the notes. */
  unproved: number;
  readonly problems: Refused[];
  /** Topics that the bank does not have, with how many questions name each and none that it has; '' for those that name none. */
  readonly lacking: Map<string, number>;
  /** What questions that were taken in had to leave behind, with their places. */
  readonly lossy: Map<string, [Place, ...Place[]]>;
  /** What files tell of the banks they were written from, with the files. */
  readonly banks: { readonly file: string; readonly told: BankTold }[];
  readonly formats: Set<string>;
}

export function newTally(): Tally {
  const counts = { added: 0, known: 0, refused: 0, unproved: 0 };
  return { ...counts, problems: [], lacking: new Map(), lossy: new Map(), banks: [], formats: new Set() };
}

/** What a question is placed by: its source, the bank, and what this run has met so far. */
export interface Around {
  /** The name of the source, which its ids and its file begin with. */
  readonly name: string;
  readonly target: ImportTarget;
  /** The topic the user chose for all. */
  readonly topic: string | undefined;
  /** Places of the records of this run by their ids. */
  readonly seen: Map<string, string>;
  /** Those of sources that name no ids, by what they ask. */
  readonly byContent: Map<string, AskedQuestion>;
  readonly tally: Tally;
}

/** A record that was not refused. */
export interface Placed {
  /** As it is to be written; undefined where the bank has it. */
  readonly question?: Readonly<Record<string, unknown>>;
  /** The case it belongs to. */
  readonly shared?: { readonly id: string; readonly text: string };
}

/** Gives a question its id and topics; says where it cannot be put. */
export function place(accepted: Accepted, { name, target, topic, seen, byContent, tally }: Around): Placed | Refused {
  const { at, question, rev, caseText, lost } = accepted;
  const id = question.id ?? `${name}-${rev}`;
  const first = seen.get(id.toLowerCase());
  if (first !== undefined) return { at, code: 'repeated', message: `the same question stands at ${first}` };
  const namesItself = question.id !== undefined; // else its id is made from its revision
  const home = target.fileOf(id);
  const isThere = home !== undefined || (!namesItself && target.hasRev(rev));
  const twin = isThere || namesItself ? undefined : sameIn(accepted, byContent, target);
  if (twin !== undefined && 'code' in twin) return twin;
  const isKnown = isThere || twin !== undefined;
  const isFromHere = home?.startsWith(`imported-${name}`);
  if (home !== undefined && namesItself && !isFromHere && target.revOf(id) !== rev)
    return { at, code: 'id-taken', message: `another question in ${home} has the id "${id}"; it was not overwritten` };
  const topics = topicsFor(question.topics, topic, target, name);
  if (topics.length === 0) return homeless(accepted, tally);
  const here = `${at.file}:${at.line}`;
  seen.set(id.toLowerCase(), here);
  if (twin?.id !== undefined) seen.set(twin.id.toLowerCase(), here);
  if (!namesItself) byContent.set(accepted.asked.what, { place: here, asked: accepted.asked });
  for (const what of lost) addTo(tally.lossy, what, at);
  if (isKnown) {
    tally.known += 1;
    return {};
  }
  tally.added += 1;
  const { quotes, id: _, type, topics: __, ...rest } = question;
  const found = (quotes ?? []).filter(({ section, text }) => 'quote' in locate(target.notes, section, text));
  if (found.length < (quotes?.length ?? 0)) addTo(tally.lossy, MISSING, at);
  if (found.length === 0) tally.unproved += 1;
  const placed = { id, type, topics, ...rest, ...(found.length > 0 && { quotes: found }) };
  if (question.case === undefined || caseText === undefined) return { question: placed };
  return { question: placed, shared: { id: question.case, text: caseText } };
}

/** A question that stands under no topic of the bank. */
function homeless({ at, question: { topics } }: Accepted, { lacking }: Tally): Refused {
  for (const topic of new Set(topics.length > 0 ? topics : [''])) lacking.set(topic, (lacking.get(topic) ?? 0) + 1);
  const message =
    topics.length === 0
      ? 'it names no topic: say --topic T (quiz topics lists them)'
      : `bank.yaml has no topic ${topics.map((topic) => `"${topic}"`).join(' or ')}: add it there, or say --topic T (quiz topics lists them)`;
  return { at, code: 'unknown-topic', message };
}

/** The question of the bank that asks the same; a refusal where two answers contradict each other, or this run has it already. */
function sameIn(
  { at, asked }: Accepted,
  byContent: ReadonlyMap<string, AskedQuestion>,
  target: ImportTarget,
): AskedQuestion | Refused | undefined {
  const earlier = byContent.get(asked.what);
  const first = earlier ?? target.sameAsked(asked);
  if (first && !isSameKey(first.asked, asked)) {
    const [there, here] = [first.asked.keys, asked.keys].map(([key = '']) => brief(key));
    const message = `the same question stands at ${first.place} with another answer: "${there}" there, "${here}" here; one of them is wrong`;
    return { at, code: 'contradiction', message };
  }
  if (earlier) return { at, code: 'repeated', message: `the same question stands at ${earlier.place}` };
  return first;
}

const MISSING = 'quotes that are not in the notes of this bank';

/** The topics a question gets: the one the user chose, else its own as far as the bank knows them, else the source's name. */
function topicsFor(
  own: readonly string[],
  chosen: string | undefined,
  { topics, topicCalled }: ImportTarget,
  name: string,
): readonly string[] {
  if (chosen !== undefined) return [chosen];
  if (!topics) return own.length > 0 ? own : [name];
  return [...new Set(own.flatMap((topic) => topicCalled(topic) ?? []))];
}
