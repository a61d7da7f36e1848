// What is said of questions that a look back at a session cannot show.
import type { Paper, State } from '../core/sitting/state.ts';
import { type Unshown, unshownAt, unshownReasons } from '../core/sitting/unshown.ts';
import { count, firstFew } from '../core/text/wording.ts';
import type { Typed } from './typed.ts';

/** So many are named in a sentence. */
const MOST_NAMED = 10;

export interface Remark {
  readonly told: string;
  /** What to do about it: a command, and what it is for. */
  readonly way?: { readonly aim: string; readonly command: string };
}

/** A remark for each reason why some of these slots are not shown; none where all are. */
export function unshownRemarks(paper: Paper, state: State, slots: readonly number[], typed: Typed): Remark[] {
  return unshownReasons.flatMap((reason) => {
    const ids = slots
      .filter((slot) => unshownAt(paper, state, slot) === reason)
      .map((slot) => state.started.form.slots[slot - 1]?.item ?? '');
    return ids.length > 0 ? [remarkOn(reason, ids, typed)] : [];
  });
}

/** The remark as a text that ends with its command. */
export function remarkInWords({ told, way }: Remark): string {
  return way ? `${told} ${way.aim}: ${way.command}` : told;
}

function remarkOn(reason: Unshown, ids: readonly string[], typed: Typed): Remark {
  const [first = ''] = ids;
  const questions = count(ids.length, 'question');
  const is = ids.length === 1 ? 'is' : 'are';
  const named = `${is} not shown: ${firstFew(ids, MOST_NAMED)}.`;
  if (reason === 'edited')
    return {
      told: `${questions} ${ids.length === 1 ? 'was edited since it was' : 'were edited since they were'} asked and ${named}`,
      way: { aim: ids.length === 1 ? 'As it is now' : 'The first as it is now', command: typed('preview', first) },
    };
  if (reason === 'gone')
    return {
      told: `${questions} ${is} no longer in the bank, or ${ids.length === 1 ? 'has' : 'have'} an error there, and ${named}`,
      way: { aim: 'Errors are told by', command: typed('check') },
    };
  return { told: `${questions} changed or went from the bank before the exam ended, did not count and ${named}` };
}
