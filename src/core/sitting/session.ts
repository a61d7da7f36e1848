// What a sitting is made of. The engine is a decider over it: decide.ts judges a command, evolve.ts applies an event, view.ts says
// what is seen. Pure: time comes in as a Moment, randomness was spent when the form was made, and nothing reads or writes.
import type { Item, ItemId, OptionId, Rev, Topic } from '../items/item.ts';
import type { Hint, Response } from '../items/kinds/kind.ts';
import type { Refusal } from '../refusal.ts';
import type { Policy } from './policy.ts';

/** When something happened. */
export interface Moment {
  /** Wall time, milliseconds since 1970 UTC. Never goes back within a session. */
  readonly at: number;
  /** Active time: milliseconds in which the session was running. Pauses, suspends and crashes are not in it. */
  readonly ms: number;
}

/** One position in a form. Everything that chance decided is written here once. */
export interface Slot {
  readonly item: ItemId;
  readonly rev: Rev;
  readonly order: readonly OptionId[];
  /** Why it is asked, in a few words (drills). */
  readonly why?: string;
  /** It was flagged before: so it is here, until an answer or the candidate takes the flag off (drills). */
  readonly flagged?: true;
  /** Given before in a drill that was left without its answer: they stand beside the question again, and count (drills). */
  readonly hints?: readonly Hint[];
  /** Shown like the others and not counted; the candidate learns which only in the result. */
  readonly unscored?: true;
}

/** A frozen paper. */
export interface Form {
  readonly title: string;
  readonly profile?: string;
  readonly seed: string;
  readonly slots: readonly Slot[];
}

/** How sure a candidate may say to be. */
export const confidences = ['sure', 'unsure', 'guess'] as const;

export type Confidence = (typeof confidences)[number];

/** `left`: in a drill, that it was ended before its last question; in an exam, that it was given up. */
export type CloseReason = 'finished' | 'timeout' | 'left';

export interface Started {
  readonly type: 'started';
  /** Version of the record format. */
  readonly v: 1;
  readonly session: string;
  /** Minutes east of UTC where it was begun: which day its answers belong to. */
  readonly offset?: number;
  readonly bank: { readonly id: string; readonly folder: string };
  readonly form: Form;
  readonly policy: Policy;
}

/** What can happen in a session; docs/journal.md describes each. Slots count from 1. */
export type Happening =
  | Started
  | Opened
  | { readonly type: 'moved'; readonly to: number }
  | { readonly type: 'flagged'; readonly slot: number; readonly on: boolean }
  | Challenged
  | { readonly type: 'struck'; readonly slot: number; readonly option: OptionId; readonly on: boolean }
  | { readonly type: 'hinted'; readonly slot: number; readonly hint: Hint }
  | { readonly type: 'drafted'; readonly slot: number; readonly draft: Response }
  | { readonly type: 'responded'; readonly slot: number; readonly response: Response; readonly confidence?: Confidence }
  | Graded
  /** A drill's last answer is taken back, with its grading. */
  | { readonly type: 'undone'; readonly slot: number }
  | Studied
  | { readonly type: 'away'; readonly lost: number }
  | { readonly type: 'beat' }
  | { readonly type: 'closed'; readonly reason: CloseReason };

/** Somebody sits the session from here on. */
export interface Opened {
  readonly type: 'opened';
  readonly pid: number;
  readonly host: string;
  /** Repeats the bank of the start, which may be damaged one day. */
  readonly bank?: string;
  /** Where the system tells: the start of the machine, the namespace of its process numbers, and when the process began. */
  readonly boot?: string;
  readonly space?: string;
  readonly born?: string;
}

/** The candidate says what is wrong with a question; the last word counts, and an empty one takes it back. */
export interface Challenged {
  readonly type: 'challenged';
  readonly slot: number;
  readonly text: string;
  /** How the question read then, as a fingerprint: tells whether somebody has worked on it since. */
  readonly wording?: string;
}

/** Repeats item, revision and topics on purpose: history can be read without the bank. */
export interface Graded {
  readonly type: 'graded';
  readonly slot: number;
  readonly item: ItemId;
  readonly rev: Rev;
  readonly topics: readonly Topic[];
  readonly response: Response | null;
  readonly score: number;
  /** Active time spent on the slot. */
  readonly spent: number;
  /** Chance that a blind guess is right, after the hints that were given. */
  readonly chance?: number;
  readonly confidence?: Confidence;
  /** How many hints were given, where there were any. */
  readonly hints?: number;
}

/** The explanation of an exam's answer was shown, after the exam. In a session of its own: the exam's is never changed. */
export interface Studied {
  readonly type: 'studied';
  /** The exam's session. */
  readonly of: string;
  readonly item: ItemId;
  readonly rev: Rev;
  readonly topics: readonly Topic[];
}

export type Event = Moment & Happening;

export type Command =
  | { readonly type: 'respond'; readonly response: unknown; readonly confidence?: Confidence }
  | { readonly type: 'draft'; readonly draft: Response }
  | { readonly type: 'move'; readonly to: number }
  | { readonly type: 'flag' }
  | { readonly type: 'strike'; readonly option: OptionId }
  | { readonly type: 'hint' }
  /** Of the open slot, where none is named. */
  | { readonly type: 'challenge'; readonly text: string; readonly slot?: number }
  | { readonly type: 'undo' }
  | { readonly type: 'finish' }
  | { readonly type: 'expire' }
  | { readonly type: 'leave' }
  /** An exam is given up: what was answered is graded, and it has no result. */
  | { readonly type: 'abandon' };

export type Decision = { readonly events: readonly Event[] } | { readonly refusal: Refusal };

export interface SlotState {
  readonly response: Response | null;
  /** An incomplete selection: kept, shown, and graded as unanswered. */
  readonly draft: Response | null;
  readonly confidence?: Confidence | undefined; // goes with the response that it was said with
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
