// What the events of a sitting make of it so far. Pure: time comes in as a Moment, and nothing reads or writes.
import type { Item, ItemId, OptionId } from '../items/item.ts';
import type { Hint, Response } from '../items/kinds/kind.ts';
import type { CloseReason, Confidence, Graded, Moment, Started } from './events.ts';

export interface SlotState {
  readonly response: Response | null;
  /** An incomplete selection: kept, shown, and graded as unanswered. */
  readonly draft: Response | null;
  readonly confidence?: Confidence | undefined; // of the response, or of the one to come
  readonly flagged: boolean;
  /** When it was flagged here last, or the flag taken off; undefined where nobody did either. */
  readonly flaggedAt?: number;
  readonly struck: readonly OptionId[];
  readonly hints: readonly Hint[];
  /** When the last of them was given; undefined where all are from before. */
  readonly hintedAt?: number;
  /** What was said to be wrong with the question, and when; empty where that was taken back. */
  readonly challenge?: { readonly text: string; readonly at: number; readonly wording?: string };
  readonly spent: number;
  /** How often a complete response was replaced by a different one. */
  readonly changes: number;
  /** The first complete response, and the last one; kept while a new one is being put together. */
  readonly first: Response | null;
  readonly last: Response | null;
  /** Its grading, and when that was. */
  readonly graded?: Graded & { readonly at: number };
}

/** How often nobody was there, and for how many milliseconds in all and the last time. */
export interface Pauses {
  readonly count: number;
  readonly lost: number;
  readonly last: number;
  /** How many of them have a length that nobody knows, because the clock was set back meanwhile: they add nothing to `lost`. */
  readonly unknown: number;
  /** Wall time at which somebody was there again. */
  readonly backAt?: number;
}

export interface State {
  readonly started: Started;
  readonly startedAt: number;
  readonly slots: readonly SlotState[];
  /** The open slot, from 1. */
  readonly current: number;
  readonly now: Moment;
  readonly pauses: Pauses;
  readonly closed?: CloseReason;
}

/** The items of a form by id, as the bank has them today. */
export type Paper = ReadonlyMap<ItemId, Item>;

const untouched: SlotState = {
  response: null,
  draft: null,
  flagged: false,
  struck: [],
  hints: [],
  spent: 0,
  changes: 0,
  first: null,
  last: null,
};

/** A session as its first line begins it. */
export function initial(event: Moment & Started): State {
  const { at, ms, ...started } = event;
  return {
    started,
    startedAt: at,
    slots: started.form.slots.map(({ hints = [], flagged = false }) => ({ ...untouched, hints, flagged })),
    current: 1,
    now: { at, ms },
    pauses: { count: 0, lost: 0, last: 0, unknown: 0 },
  };
}

/** Milliseconds left on the clock; undefined where there is no limit. Never negative. */
export function remaining({ started: { policy }, startedAt }: State, moment: Moment): number | undefined {
  if (policy.limitMs === undefined) return undefined;
  const used = policy.clock === 'wall' ? Math.max(moment.ms, moment.at - startedAt) : moment.ms;
  return Math.max(0, policy.limitMs - used);
}

/** Whether the deadline passed while nobody was there: under --strict it does. */
export function ranOutUnseen({ closed, started: { policy }, startedAt, pauses: { backAt } }: State): boolean {
  if (closed !== 'timeout' || policy.clock !== 'wall' || policy.limitMs === undefined) return false;
  return backAt !== undefined && backAt >= startedAt + policy.limitMs;
}

/** Whether an exam was given up: it is no mock then, and what was answered is practice. */
export function wasGivenUp({ closed, started: { policy } }: Pick<State, 'closed' | 'started'>): boolean {
  return policy.mode === 'exam' && closed === 'left';
}

/** Whether the answer took off a flag from before. One that was put up in this sitting stays, and all do in a drill beside the schedule. */
export function wasUnflagged(
  { started: { form, policy } }: State,
  slot: number,
  { graded, flaggedAt }: SlotState,
): boolean {
  const wasFlagged = form.slots[slot - 1]?.flagged === true;
  return wasFlagged && graded !== undefined && flaggedAt === undefined && !policy.cram;
}

/** The item of a slot; undefined where it was withdrawn: gone from the bank, or no longer the question it was. */
export function itemAt(paper: Paper, { started: { form } }: State, slot: number): Item | undefined {
  const { item: id, rev } = form.slots[slot - 1] ?? {};
  const item = id === undefined ? undefined : paper.get(id);
  return item?.rev === rev ? item : undefined;
}

/** The state of a slot; of the open one where none is named. */
export function slotState(state: State, slot = state.current): SlotState {
  return state.slots[slot - 1] ?? untouched;
}
