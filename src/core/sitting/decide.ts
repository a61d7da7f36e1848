// What comes of a command: events, or a refusal. The only place where a sitting's rules are judged.
import { isGiven } from '../items/hints.ts';
import type { Item, OptionId } from '../items/item.ts';
import { kindOf } from '../items/kinds/index.ts';
import { wordingOf } from '../items/revision.ts';
import { limits } from '../limits.ts';
import { random } from '../random.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { thereAre } from '../text/wording.ts';
import type { Command, Decision } from './command.ts';
import type { CloseReason, Event, Happening, Moment } from './events.ts';
import { evolve, passTime } from './evolve.ts';
import { itemAt, type Paper, remaining, type SlotState, type State, slotState } from './state.ts';

/** What comes of a command at this moment: what happened, or why not. Past its deadline a session is closed, whatever was wanted. */
export function decide(paper: Paper, state: State, command: Command, moment: Moment): Decision {
  if (state.closed) return refuse('graded', 'This session is over.');
  if (remaining(state, moment) === 0) {
    const closing = close(paper, state, 'timeout', atDeadline(state, moment));
    return { events: [...lateChallenge(paper, state, command), ...closing] };
  }
  const events = judge(paper, state, command);
  if (typeof events === 'string') return { events: close(paper, state, events, moment) };
  if ('refusal' in events) return events;
  const stamped = events.map((event) => ({ ...moment, ...event }));
  return { events: [...stamped, ...gradedAtOnce(paper, state, stamped, moment)] };
}

/** What a command brings about: events, the end of the session for a reason, or a refusal. */
type Judgement = readonly Happening[] | 'finished' | 'left' | { readonly refusal: Refusal };

function judge(paper: Paper, state: State, command: Command): Judgement {
  const { current: slot } = state;
  switch (command.type) {
    case 'move': {
      const exists = Number.isInteger(command.to) && command.to >= 1 && command.to <= state.slots.length;
      return exists
        ? [{ type: 'moved', to: command.to }]
        : refuse('no-such-slot', thereAre(state.slots.length, 'question'));
    }
    case 'undo':
      return undo(state);
    case 'flag':
      return [{ type: 'flagged', slot, on: !slotState(state).flagged }];
    case 'challenge':
      return challenge(paper, state, command);
    case 'finish':
      return 'finished';
    case 'expire':
      return refuse('time-left', 'There is time left.');
    case 'leave':
      return state.started.policy.mode === 'drill' ? 'left' : [{ type: 'beat' }]; // the clock stops here
    case 'abandon':
      return state.started.policy.mode === 'exam' ? 'left' : refuse('no-exam', 'A drill ends where you leave it.');
    case 'respond':
    case 'draft':
    case 'guess':
    case 'strike':
    case 'hint':
      return answer(paper, state, command);
    default:
      return command satisfies never;
  }
}

function challenge(paper: Paper, state: State, said: Extract<Command, { type: 'challenge' }>): Judgement {
  const { slot = state.current } = said;
  if (!state.slots[slot - 1]) return refuse('no-such-slot', thereAre(state.slots.length, 'question'));
  const text = said.text.replace(/\s+/g, ' ').trim(); // it is told on one line
  if ([...text].length > limits.challenge)
    return refuse('malformed', `That is longer than ${limits.challenge} characters.`);
  const item = text === '' ? undefined : itemAt(paper, state, slot);
  return [{ type: 'challenged', slot, text, ...(item && { wording: wordingOf(item) }) }];
}

/** What is said of a question as the time runs out is no answer, so it is kept, as said at the time of the last event. */
function lateChallenge(paper: Paper, state: State, command: Command): Event[] {
  const said = command.type === 'challenge' ? challenge(paper, state, command) : [];
  return Array.isArray(said) ? said.map((event: Happening) => ({ ...state.now, ...event })) : [];
}

/** Only under immediate feedback, and only the last answer: what was asked after an earlier one was chosen knowing it. */
function undo({ slots, started: { policy } }: State): Judgement {
  const graded = slots.flatMap(({ graded }) => (graded ? [graded] : []));
  const last = graded.toSorted((a, b) => a.at - b.at || a.slot - b.slot).at(-1);
  if (policy.feedback !== 'immediate' || !last) return refuse('nothing-to-undo', 'There is no answer to take back.');
  return [{ type: 'undone', slot: last.slot }];
}

type Answering = Extract<Command, { type: 'respond' | 'draft' | 'guess' | 'strike' | 'hint' }>;

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
    case 'guess':
      return [{ type: 'guessed', slot, on: slotState(state).confidence !== 'guess' }];
    case 'hint':
      return hint(state, item);
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

/**
 * The next hint on the open question. The seed decides the order of hints, so that nothing can be read from it. Hints from an earlier drill,
 * which had another seed, count too: together they must not tell the answer.
 */
function hint(state: State, { body }: Item): Judgement {
  const { current: slot, started } = state;
  if (started.policy.feedback !== 'immediate') return refuse('no-hint', 'There are no hints in an exam.');
  const { hints: given } = slotState(state);
  const all = kindOf(body).hints(body, random(`${started.form.seed}/${slot}/hints`));
  const next = given.length < all.length ? all.find((one) => !isGiven(one, given)) : undefined;
  if (next) return [{ type: 'hinted', slot, hint: next }];
  const why = given.length > 0 ? 'More would tell the answer.' : 'There is no hint that would not tell the answer.';
  return refuse('no-hint', why);
}

/** Under immediate feedback a response is graded in the same breath. */
function gradedAtOnce(paper: Paper, state: State, events: readonly Event[], moment: Moment): Event[] {
  if (state.started.policy.feedback !== 'immediate' || !events.some(({ type }) => type === 'responded')) return [];
  return grade(paper, events.reduce(evolve, state), state.current, moment);
}

function grade(paper: Paper, state: State, slot: number, moment: Moment): Event[] {
  const item = itemAt(paper, state, slot);
  const { graded, response, confidence, spent, hints } = slotState(state, slot);
  if (!item || graded) return [];
  const accepted = response && kindOf(item.body).accept(item.body, response); // it was, unless the journal was altered
  const score = accepted && 'response' in accepted ? kindOf(item.body).score(item.body, accepted.response) : 0;
  const { id, rev, topics } = item;
  const chance = Math.round(kindOf(item.body).chance(item.body, hints.length) * 1e6) / 1e6;
  const ofAnswer = response === null ? undefined : confidence;
  const marks = { ...(ofAnswer && { confidence: ofAnswer }), ...(hints.length > 0 && { hints: hints.length }) };
  return [{ ...moment, type: 'graded', slot, item: id, rev, topics, response, score, spent, chance, ...marks }];
}

/** An exam is graded now: all of it, or where it is given up, what was answered. What a drill has not asked stays ungraded. */
function close(paper: Paper, before: State, reason: CloseReason, moment: Moment): Event[] {
  const deferred = before.started.policy.feedback === 'deferred';
  const typed = deferred ? wholeDrafts(paper, before) : [];
  const state = typed.reduce(evolve, passTime(before, moment)); // the time up to now is spent on the open slot
  const counts = ({ response }: SlotState) => deferred && (reason !== 'left' || response !== null);
  const graded = state.slots.flatMap((slot, index) => (counts(slot) ? grade(paper, state, index + 1, moment) : []));
  return [...typed, ...graded, { ...moment, type: 'closed', reason }];
}

/** A text that was typed and not yet left counts as an answer where it is a whole one, given at the time of the last event. */
function wholeDrafts(paper: Paper, state: State): Event[] {
  return state.slots.flatMap(({ draft, confidence, graded }, index): Event[] => {
    const item = itemAt(paper, state, index + 1);
    if (draft === null || graded || !item) return [];
    const accepted = kindOf(item.body).accept(item.body, draft);
    if ('refusal' in accepted) return [];
    const { response } = accepted;
    return [{ ...state.now, type: 'responded', slot: index + 1, response, ...(confidence && { confidence }) }];
  });
}

/** A session ends at its deadline, also where that is noticed later. */
function atDeadline({ started: { policy }, startedAt, now }: State, moment: Moment): Moment {
  const limit = policy.limitMs ?? 0;
  const ms = Math.max(now.ms, Math.min(moment.ms, limit));
  const at = policy.clock === 'wall' ? Math.max(now.at, Math.min(moment.at, startedAt + limit)) : moment.at;
  return { at, ms };
}
