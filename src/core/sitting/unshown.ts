// Questions of a past session that cannot be shown as they were asked. A journal has no text of them, and an exam's copy goes with its end.
import { itemAt, type Paper, type State, slotState, wasGivenUp } from './state.ts';

/**
 * Why: it is another question now (`edited`), the bank has none of that id that can be asked (`gone`), or it was either before the
 * exam ended, so that it was not graded (`withdrawn`).
 */
export const unshownReasons = ['edited', 'gone', 'withdrawn'] as const;

export type Unshown = (typeof unshownReasons)[number];

/** Undefined where the slot is shown, and where it was never answered in a drill or in an exam that was given up. */
export function unshownAt(paper: Paper, state: State, slot: number): Unshown | undefined {
  const { started, closed } = state;
  const { graded, response } = slotState(state, slot);
  if (!graded) {
    const wasDue = started.policy.mode === 'exam' && closed && (!wasGivenUp(state) || response !== null);
    return wasDue ? 'withdrawn' : undefined;
  }
  if (itemAt(paper, state, slot)) return undefined;
  return paper.has(started.form.slots[slot - 1]?.item ?? '') ? 'edited' : 'gone';
}
