// What an event changes. The state of a session is nothing but its events, applied one after the other.
import { isGiven } from '../items/hints.ts';
import type { Hint, Response } from '../items/kinds/kind.ts';
import type { Event, Graded, Happening, Moment } from './events.ts';
import { isSound } from './sound.ts';
import { initial, type Pauses, type SlotState, type State, wasUnflagged } from './state.ts';

/** The state after a sequence of events that begins with `started`; undefined where it does not. */
export function replay(events: Iterable<Event>): State | undefined {
  let state: State | undefined;
  for (const event of events) {
    if (state) state = evolve(state, event);
    else if (event.type === 'started' && isSound(event)) state = initial(event);
  }
  return state;
}

/** Applies an event. Never throws: what does not fit (damaged, of a later version, for a slot that is not there) changes nothing. */
export function evolve(before: State, event: Event): State {
  if (!isSound(event)) return before;
  const state = passTime(before, event);
  switch (event.type) {
    case 'moved':
      return state.slots[event.to - 1] ? { ...state, current: event.to } : state;
    case 'flagged':
      return change(state, event.slot, () => ({ flagged: event.on, flaggedAt: event.at }));
    case 'guessed':
      return change(state, event.slot, () => ({ confidence: event.on ? 'guess' : undefined }));
    case 'struck':
      return change(state, event.slot, ({ struck }) => {
        const others = struck.filter((id) => id !== event.option);
        return { struck: event.on ? [...others, event.option] : others };
      });
    case 'hinted':
      return change(state, event.slot, ({ hints }) => withHint(hints, event));
    case 'challenged': {
      const { slot, wording, text, at } = event; // journals of before do not tell how the question read
      return change(state, slot, () => ({ challenge: { ...(wording !== undefined && { wording }), text, at } }));
    }
    case 'drafted':
      return change(state, event.slot, () => draft(event.draft));
    case 'responded':
      return change(state, event.slot, (slot) => respond(slot, event));
    case 'graded':
      return change(state, event.slot, (slot) => (slot.graded ? {} : grade(state, event, slot)));
    case 'undone':
      return undo(state, event.slot);
    case 'away':
      return { ...state, pauses: pausesWith(state.pauses, event.lost, state.now.at) };
    case 'closed':
      return { ...state, closed: state.closed ?? event.reason };
    default:
      return state;
  }
}

function pausesWith({ count, lost, unknown }: Pauses, last: number, backAt: number): Pauses {
  return { count: count + 1, lost: lost + last, last, unknown: unknown + (last === 0 ? 1 : 0), backAt };
}

function grade(state: State, { ms: _ms, ...graded }: Moment & Graded, slot: SlotState): Partial<SlotState> {
  const isTakenOff = wasUnflagged(state, graded.slot, { ...slot, graded });
  return { graded, flagged: slot.flagged && !isTakenOff };
}

/** The slot is open again, with the time that was spent on it. */
function undo(state: State, slot: number): State {
  const old = state.slots[slot - 1];
  if (!old?.graded) return state;
  const { graded: _graded, confidence: _confidence, ...open } = old;
  const flagged = open.flagged || wasUnflagged(state, slot, old);
  const slots = state.slots.with(slot - 1, { ...open, flagged, response: null, draft: null });
  return { ...state, slots, current: slot };
}

/** Of a text, too, there are as many keys as there is of it. */
function draft(entered: Response): Partial<SlotState> {
  const isEmpty = Object.keys(entered).length === 0;
  return { draft: isEmpty ? null : entered, response: null };
}

function respond(slot: SlotState, event: Extract<Happening, { type: 'responded' }>): Partial<SlotState> {
  const { response, confidence } = event;
  const changed = slot.last !== null && JSON.stringify(slot.last) !== JSON.stringify(response);
  const changes = slot.changes + (changed ? 1 : 0);
  return { response, confidence, first: slot.first ?? response, last: response, draft: null, changes };
}

/** A line that stands twice in a journal tells nothing new. */
function withHint(hints: readonly Hint[], { hint, at }: Extract<Event, { type: 'hinted' }>): Partial<SlotState> {
  return isGiven(hint, hints) ? {} : { hints: [...hints, hint], hintedAt: at };
}

/** The state at a later moment. The active time that passed until then was spent on the open slot, unless that is graded. */
export function passTime(state: State, { at, ms }: Moment): State {
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
