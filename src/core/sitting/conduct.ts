// How a session was sat: pace, changed answers, flags, guesses, crossed-out options. For the result, never for the score.
import { meanOf } from '../averages.ts';
import { kindOf } from '../items/kinds/index.ts';
import { count } from '../text/wording.ts';
import { itemAt, type Paper, type SlotState, type State } from './state.ts';

/** How a session was sat. */
export interface Conduct {
  /** Mean active milliseconds a question, for each third of the paper. */
  readonly thirds: readonly number[];
  /** The questions that took longest, slowest first. */
  readonly slowest: readonly { readonly slot: number; readonly ms: number }[];
  /** Answers that were replaced: what the first one would have scored against what the last one did. */
  readonly changed: { readonly count: number; readonly becameRight: number; readonly becameWrong: number };
  readonly flagged: Share;
  /** Answers that were marked as guesses. */
  readonly guessed: Share;
  /** Questions in which options were crossed out, and those in which a right one was. */
  readonly struck: number;
  readonly keysStruck: number;
}

/** So many questions, and how many of them were right. */
interface Share {
  readonly count: number;
  readonly right: number;
}

/** What was done with one question; the numbers are those of options, of changes and of hints. */
interface Handling {
  readonly flagged: boolean;
  readonly struck: number;
  readonly changes: number;
  readonly hints?: number;
  readonly isGuess?: boolean;
}

/** What was done with a question, in a few words each: "flagged", "marked as a guess", "1 hint", "2 options crossed out". */
export function handlingInWords({ flagged, struck, changes, hints = 0, isGuess = false }: Handling): string[] {
  return [
    ...(flagged ? ['flagged'] : []),
    ...(isGuess ? ['marked as a guess'] : []),
    ...(hints > 0 ? [count(hints, 'hint')] : []),
    ...(struck > 0 ? [`${count(struck, 'option')} crossed out`] : []),
    ...(changes > 0 ? [`changed ${changes === 1 ? 'once' : count(changes, 'time')}`] : []),
  ];
}

/** What was done with the question of a slot, in words; whether it was a guess says its grading, where it has one. */
export function handlingOf({ flagged, struck, changes, hints, confidence, graded }: SlotState): string[] {
  const isGuess = (graded ?? { confidence }).confidence === 'guess';
  return handlingInWords({ flagged, struck: struck.length, changes, hints: hints.length, isGuess });
}

const SLOWEST = 3;

/** How a sitting went that is over. */
export function conductOf(paper: Paper, state: State): Conduct {
  const { slots } = state;
  const spent = slots.map((slot) => slot.spent);
  const ends = [0, 1, 2, 3].map((thirds) => Math.ceil((thirds * spent.length) / 3));
  const parts = [0, 1, 2].map((part) => spent.slice(ends[part], ends[part + 1])).filter(({ length }) => length > 0);
  return {
    thirds: parts.map((part) => Math.round(meanOf(part))),
    slowest: spent
      .map((ms, index) => ({ slot: index + 1, ms }))
      .filter(({ ms }) => ms > 0)
      .sort((a, b) => b.ms - a.ms)
      .slice(0, SLOWEST),
    changed: changedAnswers(paper, state),
    flagged: shareRight(slots.filter(({ flagged, graded }) => flagged && graded)),
    guessed: shareRight(slots.filter(({ graded }) => graded?.confidence === 'guess')),
    struck: slots.filter(({ struck }) => struck.length > 0).length,
    keysStruck: slots.filter((_, index) => strikesKey(paper, state, index + 1)).length,
  };
}

function shareRight(slots: readonly SlotState[]): Share {
  return { count: slots.length, right: slots.filter(({ graded }) => graded?.score === 1).length };
}

function changedAnswers(paper: Paper, state: State): Conduct['changed'] {
  const changed = state.slots.flatMap(({ changes, first, graded }, index) => {
    const item = itemAt(paper, state, index + 1);
    if (changes === 0 || first === null || !item || !graded) return [];
    return [graded.score - kindOf(item.body).score(item.body, first)];
  });
  return {
    count: changed.length,
    becameRight: changed.filter((gain) => gain > 0).length,
    becameWrong: changed.filter((gain) => gain < 0).length,
  };
}

function strikesKey(paper: Paper, state: State, slot: number): boolean {
  const item = itemAt(paper, state, slot);
  const key = item && kindOf(item.body).key(item.body);
  const struck = state.slots[slot - 1]?.struck ?? [];
  return Array.isArray(key) && item?.body.type !== 'ordering' && struck.some((id) => key.includes(id));
}
