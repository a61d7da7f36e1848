// A whole drill: questions chosen one after the other as if each were answered, so that ten of them are well spread.
import type { Subject } from '../../core/items/catalogue.ts';
import { type ItemId, isWithin, type Topic } from '../../core/items/item.ts';
import { keepApart } from '../../core/papers/apart.ts';
import { type Board, boardFor, isDueAt, pencilIn, UNSEEN } from '../learner/board.ts';
import { isFlagged, isMissed } from '../learner/history.ts';
import type { Learner } from '../learner/learner.ts';
import type { Syllabus } from '../learner/syllabus.ts';
import { ofText } from '../learner/wordings.ts';
import { nextOn } from './next.ts';
import type { Aim } from './search.ts';
import { type Reason, reasonFor } from './why.ts';

export interface Chosen {
  readonly item: ItemId;
  readonly reason: Reason;
}

/** Which questions a drill may ask. All that is named must hold. */
export interface PoolFilter {
  /** Only in these topics and below. */
  readonly topics?: readonly Topic[];
  readonly isDue?: boolean;
  readonly isMissed?: boolean;
  readonly isFlagged?: boolean;
  readonly isNew?: boolean;
  /** Only these questions. */
  readonly among?: ReadonlySet<ItemId>;
}

/** A portion of a drill: so many questions of some topics out of a pool; 1 for each question that may be asked. */
export interface Portion {
  readonly topics: readonly Topic[];
  readonly pool: Uint8Array;
  readonly count: number;
}

/** What a drill is to be; `pass` from 0 to 1. */
type Plan = Aim & { readonly count: number; readonly pass: number; readonly portions?: readonly Portion[] };

/**
 * Up to `count` different questions, each with its reason. Never two of one family, nor two enemies. Where there are portions,
 * each is filled before the next, as far as its pool allows.
 */
export function planDrill(
  syllabus: Syllabus,
  learner: Learner,
  { portions = [], count, pass, ...aim }: Plan,
): Chosen[] {
  const board = boardFor(syllabus, learner);
  const barred = new Set<number>();
  const kept = keepApart();
  const chosen: Chosen[] = [];
  const fill = (within: Aim, most: number) => {
    while (chosen.length < most) {
      const turn = nextOn(board, within, barred);
      const subject = syllabus.subjects.at(turn?.index ?? -1);
      if (!turn || !subject) return;
      barred.add(turn.index);
      if (!kept.admits([subject])) continue;
      kept.add(subject);
      chosen.push({ item: subject.id, reason: reasonFor(board, within, turn, pass) });
      pencilIn(board, turn.index, within.now);
    }
  };
  const relatives = sameFamilyAsLatest(board);
  for (const index of relatives) barred.add(index);
  for (const { pool, topics, count: own } of portions)
    fill({ ...aim, pool, topics }, Math.min(count, chosen.length + own));
  fill(aim, count);
  for (const index of relatives) barred.delete(index); // a small bank: relatives of what was asked last are better than nothing
  fill(aim, count);
  return chosen;
}

/** Relatives of the questions answered last, which would give their answers away. */
function sameFamilyAsLatest({ syllabus, learner }: Board): number[] {
  const latest = new Set(learner.latest);
  const { subjects, indexOf } = syllabus;
  const places = learner.latest.flatMap((id) => indexOf.get(id) ?? []);
  const families = new Set(places.flatMap((place) => subjects.at(place)?.family ?? []));
  if (families.size === 0) return [];
  const relatives: number[] = [];
  for (let place = 0; place < subjects.length; place++) {
    const { id = '', family } = subjects.at(place) ?? {};
    if (family !== undefined && families.has(family) && !latest.has(id)) relatives.push(place);
  }
  return relatives;
}

/** The questions that a drill with this filter may ask: 1 for each that may; undefined where it lets all through. */
export function poolFor(syllabus: Syllabus, learner: Learner, filter: PoolFilter, now: number): Uint8Array | undefined {
  const { topics = [], among } = filter;
  const isLimited = filter.isDue || filter.isMissed || filter.isFlagged || filter.isNew;
  if (topics.length === 0 && !isLimited && !among) return undefined;
  const board = boardFor(syllabus, learner);
  const isWithinTopics = (topic: Topic) => topics.some((named) => isWithin(topic, named));
  const isCrammed = (subject: Subject) => ofText(learner.crammed[subject.id], subject) !== undefined;
  return board.status.map((_, index) => {
    const subject = syllabus.subjects.at(index) as Subject; // the board has a place for each
    const fits =
      (topics.length === 0 || subject.topics.some(isWithinTopics)) &&
      (!among || among.has(subject.id)) &&
      (!filter.isNew || (board.status[index] === UNSEEN && !isCrammed(subject))) &&
      (!filter.isMissed || isMissed(learner, subject)) &&
      (!filter.isFlagged || isFlagged(learner, subject.id)) &&
      (!filter.isDue || isDueAt(board, index, now));
    return fits ? 1 : 0;
  });
}
