// What a learner has done so far, asked of all that is known of them.
import { meanOf } from '../../core/averages.ts';
import type { Subject } from '../../core/items/catalogue.ts';
import type { ItemId } from '../../core/items/item.ts';
import type { Attempt } from './attempts.ts';
import type { Learner } from './learner.ts';
import { latestAt, ofText } from './wordings.ts';

/** So many of the last active days tell how much a learner does in a day (docs/learning.md, "The next question"). */
const PACE_DAYS = 7;

/** Whether a question is flagged, in whatever wording. */
export function isFlagged({ flagged }: Learner, item: ItemId): boolean {
  return flagged[item]?.on === true;
}

/** A question as the bank has it now. */
type Question = Pick<Subject, 'id' | 'rev'>;

/**
 * Whether a question is missed: answered wrongly last, or left blank in an exam and not answered since. One that was edited since is new
 * again, and no more missed.
 */
export function isMissed(learner: Learner, question: Question): boolean {
  return ofText(learner.items[question.id], question)?.wasRight === false || isBlank(learner, question);
}

function isBlank({ blank }: Learner, question: Question): boolean {
  return ofText(blank[question.id], question) !== undefined;
}

/** Whether a question was seen before it was edited, and not since. */
export function isEdited(learner: Learner, question: Question): boolean {
  const seen = [learner.items, learner.crammed, learner.blank].flatMap((states) => states[question.id] ?? []);
  return seen.length > 0 && seen.every((state) => ofText(state, question) === undefined);
}

/** Whether a question was answered last, or only ever left blank, in an exam and its explanation was not read since. */
export function isUnread({ items, crammed, blank }: Learner, question: Pick<Attempt, 'item' | 'rev'>): boolean {
  const { item } = question;
  const answered = ofText(items[item], question);
  if (answered) return answered.unread;
  const left = ofText(blank[item], question);
  return left !== undefined && left.read === undefined && ofText(crammed[item], question) === undefined;
}

/** When a question was last answered, beside the schedule or not, or left blank in an exam; undefined where it never was. */
export function lastSeen({ items, crammed, blank }: Learner, item: ItemId): number | undefined {
  const [asked, beside, left] = [items[item], crammed[item], blank[item]];
  if (!asked && !beside && !left) return undefined; // most of a large bank
  return Math.max(latestAt(asked), latestAt(beside), latestAt(left));
}

/** Whether a question was ever answered, in whatever wording; one that was left blank alone was not. */
export function wasAnswered({ items, crammed }: Learner, item: ItemId): boolean {
  return items[item] !== undefined || crammed[item] !== undefined;
}

/** When a question was left blank in an exam, where nothing came after; undefined otherwise. */
export function leftBlankAt(learner: Learner, question: Question): number | undefined {
  const left = ofText(learner.blank[question.id], question)?.at;
  return left !== undefined && left === lastSeen(learner, question.id) ? left : undefined;
}

/** How many of the questions were left blank in an exam, and neither answered nor edited since. */
export function blankAmong(questions: readonly Question[], learner: Learner): number {
  return questions.filter((question) => isBlank(learner, question)).length;
}

/** How many of the questions were seen, in whatever wording. */
export function seenAmong(questions: readonly { readonly id: ItemId }[], learner: Learner): number {
  return questions.filter(({ id }) => lastSeen(learner, id) !== undefined).length;
}

/** Whether nothing is known of the learner: no answer, and nothing that was left blank, flagged or with hints. */
export function isNewcomer({ answers, blank, flagged, hinted }: Learner): boolean {
  return answers === 0 && [blank, flagged, hinted].every((left) => Object.keys(left).length === 0);
}

/** Whole days since the day of the last answer; 0 where there is none. */
export function daysIdle({ days }: Learner, today: number): number {
  const [last] = days.at(-1) ?? [today];
  return Math.max(0, today - last);
}

/** Answers a day: the mean of the last seven days with answers before today; undefined where there are none. */
export function answersADay({ days }: Learner, today: number): number | undefined {
  const past = days.filter(([day]) => day < today).slice(-PACE_DAYS);
  return past.length === 0 ? undefined : meanOf(past.map(([, answers]) => answers));
}
