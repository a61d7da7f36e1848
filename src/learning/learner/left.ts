// What a sitting leaves at a question, until an answer or another word settles it: flags, hints, and what is said to be wrong with it.
import type { ItemId } from '../../core/items/item.ts';
import type { Attempt, Challenge, Flagged, Hinted } from './attempts.ts';
import type { Learner } from './learner.ts';
import { type InWording, latestAt, ofText, withoutText, withText } from './wordings.ts';

/** When something was left at a question. */
export interface Left {
  readonly at: number;
}

/** Hints, and in which wording they were given. */
export interface Given extends Omit<Hinted, 'item'>, InWording<Given> {}

/** What was said, and of which wording; an empty text where that was taken back. */
export interface Said extends Omit<Challenge, 'item'>, InWording<Said> {}

/** Whether a question is flagged. */
export interface Flag extends Left {
  readonly on: boolean;
}

/** Takes in that a question was flagged or its flag taken off. In another terminal an answer, or another word, may have come since. */
export function noteFlag({ flagged, items }: Learner, { item, at, on }: Flagged): void {
  if (at >= Math.max(flagged[item]?.at ?? 0, latestAt(items[item]))) flagged[item] = { at, on };
}

/** Takes in what an answer does to the flag of its question: it takes it off, unless it was put up in the same sitting. */
export function flagAfter(learner: Learner, { item, at, flagged: on }: Attempt): void {
  if (on) noteFlag(learner, { item, at, on });
  else if ((learner.flagged[item]?.at ?? 0) <= at) delete learner.flagged[item];
}

/** Takes in that a question was left with hints and without an answer. In another terminal an answer, or a hint, may have come since. */
export function noteHints({ hinted, items, crammed }: Learner, { item, ...given }: Hinted): void {
  const before = [ofText(hinted[item], given), ofText(items[item], given), ofText(crammed[item], given)];
  if (before.every((last) => last === undefined || last.at < given.at)) hinted[item] = withText(hinted[item], given);
}

/** Takes in what was said to be wrong with a question, or that nothing is. In another terminal more may have been said since. */
export function noteChallenge({ challenges }: Learner, { item, ...said }: Challenge): void {
  const before = ofText(challenges[item], said);
  if (before === undefined || before.at <= said.at) challenges[item] = withText(challenges[item], said);
}

/** Takes away what an answer settles. What has come since, in another terminal, stays, and what was left of another wording. */
export function settle<T extends Left & InWording<T>>(left: Record<ItemId, T>, answer: Attempt): void {
  const all = left[answer.item];
  const own = ofText(all, answer);
  if (!all || !own || own.at > answer.at) return;
  const others = withoutText(all, answer);
  if (others) left[answer.item] = others;
  else delete left[answer.item];
}
