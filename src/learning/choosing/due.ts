// What waits for another look, now and in the days to come.
import type { ItemId } from '../../core/items/item.ts';
import { type Board, dueOn, OPEN, UNSEEN } from '../learner/board.ts';
import { DAY_MS } from '../learner/day.ts';
import { ofText } from '../learner/wordings.ts';

export interface DueFigures {
  /** Questions that FSRS would ask again by now, by tomorrow, within seven days. */
  readonly now: number;
  readonly tomorrow: number;
  readonly week: number;
  /** Questions missed, left blank or unsure when they were asked last, answered beside the schedule alone, and never asked. */
  readonly open: number;
  readonly crammed: number;
  readonly unseen: number;
}

/** The figures of the whole bank, or of the questions that pass. */
export function dueFigures(board: Board, now: number, passes: (item: ItemId) => boolean = () => true): DueFigures {
  const passesAt = (index: number) => passes(board.syllabus.subjects.at(index)?.id ?? '');
  const by = (time: number) => dueOn(board, time).filter(passesAt).length;
  const count = (status: number) => board.status.filter((own, index) => own === status && passesAt(index)).length;
  const crammed = crammedAlone(board).filter(passes).length;
  return {
    now: by(now),
    tomorrow: by(now + DAY_MS),
    week: by(now + 7 * DAY_MS),
    open: count(OPEN),
    crammed,
    unseen: count(UNSEEN) - crammed,
  };
}

/** Questions that were answered with --cram and in no other way, and have the same text still. */
export function crammedAlone({ syllabus, learner, status }: Pick<Board, 'syllabus' | 'learner' | 'status'>): ItemId[] {
  return Object.entries(learner.crammed).flatMap(([id, crammed]) => {
    const index = syllabus.indexOf.get(id);
    const subject = index !== undefined && status[index] === UNSEEN && syllabus.subjects.at(index);
    return subject && ofText(crammed, subject) ? [id] : [];
  });
}

/** How many of the questions that count as new were seen in another wording. */
export function editedSince({ syllabus, learner, status }: Board): number {
  const seen = new Set([learner.items, learner.crammed, learner.blank].flatMap((known) => Object.keys(known)));
  const isUnseen = (id: ItemId) => status[syllabus.indexOf.get(id) ?? -1] === UNSEEN;
  return Array.from(seen).filter(isUnseen).length - crammedAlone({ syllabus, learner, status }).length;
}
