// What the answers say about the questions, for a person and for a program.
import type { Item, ItemId } from '../core/items/item.ts';
import { inSentence } from '../core/text/code-lines.ts';
import { type Line, line, span } from '../core/text/styled.ts';
import { count, duration } from '../core/text/wording.ts';
import type { OpenChallenge } from '../learning/standing/challenges.ts';
import type { Distractor } from '../learning/standing/distractors.ts';
import type { ItemFigures } from '../learning/standing/item-figures.ts';

/** So many are named in a sentence. */
const MOST_NAMED = 3;

export interface Questions {
  /** How many it is about, and how many of them were left blank in a mock and not answered since. */
  readonly total: number;
  readonly blank: number;
  /** Answered otherwise than chance explains, the most surprising first. */
  readonly check: readonly ItemFigures[];
  readonly leeches: readonly ItemId[];
  /** Missed last time though the answer was marked sure. */
  readonly sureButWrong: readonly ItemId[];
  readonly challenged: readonly OpenChallenge[];
  readonly answered: readonly ItemFigures[];
}

/** What stats say of the questions, as data. */
export function questionsDocument(questions: Questions) {
  const { total, blank, check, leeches, sureButWrong, challenged, answered } = questions;
  return {
    total,
    blank,
    check: check.map(figures),
    leeches,
    sureButWrong,
    challenged: challenged.map(({ item, text, at }) => ({ id: item.id, text, at: new Date(at).toISOString() })),
    answered: answered.map(figures),
  };
}

function figures({ item, surprise, answers, right, expected, ease, medianMs, distractors }: ItemFigures) {
  return {
    id: item,
    surprise: round(surprise),
    answers,
    right,
    expected: round(expected),
    ease: round(ease),
    medianMs: Math.round(medianMs),
    distractors: distractors.map(({ share, ...rest }) => ({ ...rest, share: round(share) })),
  };
}

/** A suggestion, and only where there is something to suggest. */
export function suspectLines(check: readonly ItemFigures[]): Line[] {
  if (check.length === 0) return [];
  const names = check.slice(0, MOST_NAMED).map(({ item }) => item);
  const which = check.length === 1 ? 'this question' : 'these questions';
  return [line(`Check ${which}: ${names.join(', ')}. You and the bank disagree more than chance explains.`)];
}

/** The questions to check, for whoever mends them: a line for each, with what was chosen instead and how long it took. */
export function suspectDetails(check: readonly ItemFigures[], items: ReadonlyMap<ItemId, Item>): Line[] {
  return check.map(({ item, answers, right, expected, medianMs, distractors: [most] }) => {
    const figures = `: ${right} of ${answers} right where about ${Math.round(expected)} could be expected`;
    const chosen = most ? `; ${instead(most, items.get(item))}` : '';
    return line(span(`Check ${item}`, 'strong'), `${figures}${chosen}; ${duration(medianMs)} in the middle.`);
  });
}

/** What the learner says is wrong, with the place of each question: for whoever mends them. */
export function challengeLines(challenged: readonly OpenChallenge[]): Line[] {
  const named = challenged.slice(0, MOST_NAMED);
  const more = challenged.length - named.length;
  return [
    ...named.map(({ item: { id, at }, text }) =>
      line(span(`You reported ${id}`, 'strong'), ` (${at.file}:${at.line}): ${text}`),
    ),
    ...(more > 0 ? [line(`You reported ${count(more, 'more question')}.`)] : []),
  ];
}

function instead({ chosen, count: times }: Distractor, item: Item | undefined): string {
  const { body } = item ?? {};
  const options = body && 'options' in body ? body.options : [];
  return `"${inSentence(options.find(({ id }) => id === chosen)?.text ?? chosen)}" was chosen ${count(times, 'time')}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
