import type { SlotState, State } from './state.ts';

/** Whether the answer took off a flag from before. One that was put up in this sitting stays, and all do in a drill beside the schedule. */
export function wasUnflagged(
  { started: { form, policy } }: State,
  slot: number,
  { graded, flaggedAt }: SlotState,
): boolean {
  const wasFlagged = form.slots[slot - 1]?.flagged === true;
  return wasFlagged && graded !== undefined && flaggedAt === undefined && !policy.cram;
}
