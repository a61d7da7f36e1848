// What is said of questions that a look back at a session cannot show.
import type { Paper, State } from '../core/sitting/session.ts';
import { type Unshown, unshownAt, unshownReasons } from '../core/sitting/unshown.ts';
import { count } from '../core/text/text.ts';
import type { Typed } from './topics.ts';

/** So many are named in a sentence. */
const MOST_NAMED = 10;

/** A sentence for each reason why some of these slots are not shown; none where all are. */
export function unshownInWords(paper: Paper, state: State, slots: readonly number[], typed: Typed): string[] {
  return unshownReasons.flatMap((reason) => {
    const ids = slots
      .filter((slot) => unshownAt(paper, state, slot) === reason)
      .map((slot) => state.started.form.slots[slot - 1]?.item ?? '');
    return ids.length > 0 ? [`${count(ids.length, 'question')} ${inWords(reason, ids, typed)}`] : [];
  });
}

function inWords(reason: Unshown, ids: readonly string[], typed: Typed): string {
  const [first = ''] = ids;
  const is = ids.length === 1 ? 'is' : 'are';
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '';
  const named = `${is} not shown: ${ids.slice(0, MOST_NAMED).join(', ')}${more}`;
  if (reason === 'edited')
    return `${ids.length === 1 ? 'was edited since it was' : 'were edited since they were'} asked and ${named} (${typed('preview', first)})`;
  if (reason === 'gone')
    return `${is} no longer in the bank, or ${ids.length === 1 ? 'has' : 'have'} an error there, and ${named} (${typed('check')})`;
  return `changed or went from the bank before the exam ended, did not count and ${named}`;
}
