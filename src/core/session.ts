// The engine of a sitting, as a decider: `decide` judges a command, `evolve` applies an event, `view` says what is seen.
// Pure: time comes in as a Moment, randomness was spent when the form was made, and nothing here reads or writes.
import type { Item, ItemId, OptionId, Rev, Topic } from './item.ts';
import { kindOf } from './kinds/index.ts';
import type { Response } from './kinds/kind.ts';
import type { Policy } from './policy.ts';
import { type Refusal, refuse } from './refusal.ts';
import { isSound } from './sound.ts';

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

export type Confidence = 'sure' | 'unsure' | 'guess';
export type CloseReason = 'finished' | 'timeout' | 'left';

export interface Started {
  readonly type: 'started';
  /** Version of the record format. */
  readonly v: 1;
  readonly session: string;
  readonly bank: { readonly id: string; readonly folder: string };
  readonly form: Form;
  readonly policy: Policy;
}

/** What can happen in a session; docs/journal.md describes each. Slots count from 1. */
export type Happening =
  | Started
  | { readonly type: 'opened'; readonly pid: number; readonly host: string }
  | { readonly type: 'moved'; readonly to: number }
  | { readonly type: 'flagged'; readonly slot: number; readonly on: boolean }
  | { readonly type: 'struck'; readonly slot: number; readonly option: OptionId; readonly on: boolean }
  | { readonly type: 'drafted'; readonly slot: number; readonly draft: Response }
  | { readonly type: 'responded'; readonly slot: number; readonly response: Response; readonly confidence?: Confidence }
  | Graded
  | { readonly type: 'away'; readonly lost: number }
  | { readonly type: 'beat' }
  | { readonly type: 'closed'; readonly reason: CloseReason };

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
  /** Chance that a blind guess is right. */
  readonly chance?: number;
  readonly confidence?: Confidence;
}

export type Event = Moment & Happening;

export type Command =
  | { readonly type: 'respond'; readonly response: unknown; readonly confidence?: Confidence }
  | { readonly type: 'draft'; readonly draft: Response }
  | { readonly type: 'move'; readonly to: number }
  | { readonly type: 'flag' }
  | { readonly type: 'strike'; readonly option: OptionId }
  | { readonly type: 'finish' }
  | { readonly type: 'expire' }
  | { readonly type: 'leave' };

export type Decision = { readonly events: readonly Event[] } | { readonly refusal: Refusal };

export interface SlotState {
  readonly response: Response | null;
  /** An incomplete selection: kept, shown, and graded as unanswered. */
  readonly draft: Response | null;
  readonly confidence?: Confidence;
  readonly flagged: boolean;
  readonly struck: readonly OptionId[];
  readonly spent: number;
  /** How often a complete response was replaced by a different one. */
  readonly changes: number;
  /** The first complete response, and the last one; kept while a new one is being put together. */
  readonly first: Response | null;
  readonly last: Response | null;
  /** Its grading, and when that was. */
  readonly graded?: Graded & { readonly at: number };
}

export interface State {
  readonly started: Started;
  readonly startedAt: number;
  readonly slots: readonly SlotState[];
  /** The open slot, from 1. */
  readonly current: number;
  readonly now: Moment;
  readonly pauses: { readonly count: number; readonly lost: number };
  readonly closed?: CloseReason;
}

/** The items of a form by id, as the bank has them today. */
export type Paper = ReadonlyMap<ItemId, Item>;

const untouched: SlotState = {
  response: null,
  draft: null,
  flagged: false,
  struck: [],
  spent: 0,
  changes: 0,
  first: null,
  last: null,
};

export function initial(event: Moment & Started): State {
  const { at, ms, ...started } = event;
  return {
    started,
    startedAt: at,
    slots: started.form.slots.map(() => untouched),
    current: 1,
    now: { at, ms },
    pauses: { count: 0, lost: 0 },
  };
}

/** The state after a sequence of events that begins with `started`; undefined where it does not. */
export function replay(events: Iterable<Event>): State | undefined {
  let state: State | undefined;
  for (const event of events) {
    if (state) state = evolve(state, event);
    else if (event.type === 'started' && isSound(event)) state = initial(event);
  }
  return state;
}

/** Milliseconds left on the clock; undefined where there is no limit. Never negative. */
export function remaining({ started: { policy }, startedAt }: State, moment: Moment): number | undefined {
  if (policy.limitMs === undefined) return undefined;
  const used = policy.clock === 'wall' ? Math.max(moment.ms, moment.at - startedAt) : moment.ms;
  return Math.max(0, policy.limitMs - used);
}

/** The item of a slot; undefined where it was withdrawn: gone from the bank, or no longer the question it was. */
export function itemAt(paper: Paper, { started: { form } }: State, slot: number): Item | undefined {
  const { item: id, rev } = form.slots[slot - 1] ?? {};
  const item = id === undefined ? undefined : paper.get(id);
  return item?.rev === rev ? item : undefined;
}

export function decide(paper: Paper, state: State, command: Command, moment: Moment): Decision {
  if (state.closed) return refuse('graded', 'This session is over.');
  if (remaining(state, moment) === 0) return { events: close(paper, state, 'timeout', atDeadline(state, moment)) };
  const events = judge(paper, state, command);
  if (events === 'finish') return { events: close(paper, state, 'finished', moment) };
  if ('refusal' in events) return events;
  const stamped = events.map((event) => ({ ...moment, ...event }));
  return { events: [...stamped, ...gradedAtOnce(paper, state, stamped, moment)] };
}

type Judgement = readonly Happening[] | 'finish' | { readonly refusal: Refusal };

function judge(paper: Paper, state: State, command: Command): Judgement {
  const { current: slot } = state;
  switch (command.type) {
    case 'move': {
      const exists = Number.isInteger(command.to) && command.to >= 1 && command.to <= state.slots.length;
      return exists
        ? [{ type: 'moved', to: command.to }]
        : refuse('no-such-slot', `There are ${state.slots.length} questions.`);
    }
    case 'flag':
      return [{ type: 'flagged', slot, on: !slotState(state).flagged }];
    case 'finish':
      return 'finish';
    case 'expire':
      return refuse('time-left', 'There is time left.');
    case 'leave':
      return state.started.policy.mode === 'drill' ? [{ type: 'closed', reason: 'left' }] : [];
    case 'respond':
    case 'draft':
    case 'strike':
      return answer(paper, state, command);
    default:
      return command satisfies never;
  }
}

type Answering = Extract<Command, { type: 'respond' | 'draft' | 'strike' }>;

function answer(paper: Paper, state: State, command: Answering): Judgement {
  const slot = state.current;
  const item = itemAt(paper, state, slot);
  if (!item) return refuse('withdrawn', 'This question is no longer in the bank. It does not count.');
  if (slotState(state).graded) return refuse('graded', 'This question is graded already.');
  const known = (id: OptionId) => state.started.form.slots[slot - 1]?.order.includes(id);
  switch (command.type) {
    case 'strike': {
      const { option } = command;
      if (!known(option)) return refuse('unknown-option', `There is no option "${option}".`);
      return [{ type: 'struck', slot, option, on: !slotState(state).struck.includes(option) }];
    }
    case 'draft':
      return [{ type: 'drafted', slot, draft: command.draft }];
    case 'respond': {
      const accepted = kindOf(item.body).accept(item.body, command.response);
      if ('refusal' in accepted) return accepted;
      const { confidence } = command;
      return [{ type: 'responded', slot, response: accepted.response, ...(confidence && { confidence }) }];
    }
    default:
      return command satisfies never;
  }
}

/** Under immediate feedback a response is graded in the same breath. */
function gradedAtOnce(paper: Paper, state: State, events: readonly Event[], moment: Moment): Event[] {
  if (state.started.policy.feedback !== 'immediate' || !events.some(({ type }) => type === 'responded')) return [];
  return grade(paper, events.reduce(evolve, state), state.current, moment);
}

function grade(paper: Paper, state: State, slot: number, moment: Moment): Event[] {
  const item = itemAt(paper, state, slot);
  const { graded, response, confidence, spent } = slotState(state, slot);
  if (!item || graded) return [];
  const accepted = response && kindOf(item.body).accept(item.body, response); // it was, unless the journal was altered
  const score = accepted && 'response' in accepted ? kindOf(item.body).score(item.body, accepted.response) : 0;
  const { id, rev, topics } = item;
  const chance = Math.round(kindOf(item.body).chance(item.body) * 1e6) / 1e6;
  return [
    {
      ...moment,
      type: 'graded',
      slot,
      item: id,
      rev,
      topics,
      response,
      score,
      spent,
      chance,
      ...(confidence && { confidence }),
    },
  ];
}

/** Under deferred feedback everything is graded now; what a drill has not asked stays ungraded. */
function close(paper: Paper, before: State, reason: CloseReason, moment: Moment): Event[] {
  const state = spend(before, moment); // the time on the open slot, up to now
  const deferred = state.started.policy.feedback === 'deferred';
  const graded = deferred ? state.slots.flatMap((_, index) => grade(paper, state, index + 1, moment)) : [];
  return [...graded, { ...moment, type: 'closed', reason }];
}

/** A session ends at its deadline, also where that is noticed later. */
function atDeadline({ started: { policy }, startedAt, now }: State, moment: Moment): Moment {
  const limit = policy.limitMs ?? 0;
  const ms = Math.max(now.ms, Math.min(moment.ms, limit));
  const at = policy.clock === 'wall' ? Math.max(now.at, Math.min(moment.at, startedAt + limit)) : moment.at;
  return { at, ms };
}

/** Applies an event. Never throws: what does not fit (damaged, of a later version, for a slot that is not there) changes nothing. */
export function evolve(before: State, event: Event): State {
  if (!isSound(event)) return before;
  const state = spend(before, event);
  switch (event.type) {
    case 'moved':
      return state.slots[event.to - 1] ? { ...state, current: event.to } : state;
    case 'flagged':
      return change(state, event.slot, () => ({ flagged: event.on }));
    case 'struck':
      return change(state, event.slot, ({ struck }) => {
        const others = struck.filter((id) => id !== event.option);
        return { struck: event.on ? [...others, event.option] : others };
      });
    case 'drafted':
      return change(state, event.slot, () => ({ draft: isEmpty(event.draft) ? null : event.draft, response: null }));
    case 'responded':
      return change(state, event.slot, (slot) => respond(slot, event));
    case 'graded':
      return change(state, event.slot, (slot) => (slot.graded ? {} : { graded: withoutActive(event) }));
    case 'away':
      return { ...state, pauses: { count: state.pauses.count + 1, lost: state.pauses.lost + event.lost } };
    case 'closed':
      return { ...state, closed: state.closed ?? event.reason };
    default:
      return state;
  }
}

function respond(slot: SlotState, event: Extract<Happening, { type: 'responded' }>): Partial<SlotState> {
  const { response, confidence } = event;
  const changed = slot.last !== null && JSON.stringify(slot.last) !== JSON.stringify(response);
  const changes = slot.changes + (changed ? 1 : 0);
  return {
    response,
    first: slot.first ?? response,
    last: response,
    draft: null,
    changes,
    ...(confidence && { confidence }),
  };
}

function isEmpty(draft: Response): boolean {
  return typeof draft === 'string' ? draft === '' : Object.keys(draft).length === 0;
}

function withoutActive({ ms: _ms, ...graded }: Moment & Graded): Graded & { at: number } {
  return graded;
}

/** Moves the state's time on; the active time that passed belongs to the open slot until it is graded. */
function spend(state: State, { at, ms }: Moment): State {
  const now = { at: Math.max(state.now.at, at), ms: Math.max(state.now.ms, ms) };
  const passed = now.ms - state.now.ms;
  const slot = state.slots[state.current - 1];
  const idle = passed === 0 || state.closed !== undefined || !slot || slot.graded !== undefined;
  return idle
    ? { ...state, now }
    : { ...change(state, state.current, ({ spent }) => ({ spent: spent + passed })), now };
}

function change(state: State, slot: number, changed: (slot: SlotState) => Partial<SlotState>): State {
  const old = state.slots[slot - 1];
  return old ? { ...state, slots: state.slots.with(slot - 1, { ...old, ...changed(old) }) } : state;
}

function slotState(state: State, slot = state.current): SlotState {
  return state.slots[slot - 1] ?? untouched;
}
