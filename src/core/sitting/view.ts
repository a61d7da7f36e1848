import type { Explanation, Item, ItemId, OptionId, Topic } from '../items/item.ts';
import { kindOf } from '../items/kinds/index.ts';
import type { Hint, Presentation, Response } from '../items/kinds/kind.ts';
import type { Graded, Moment } from './events.ts';
import { itemAt, type Paper, remaining, type SlotState, type State, slotState, wasUnflagged } from './state.ts';

/** What may be seen of a session now. Holds no key, rationale or quote of a slot that is not graded. */
export interface View {
  readonly mode: 'exam' | 'drill';
  readonly title: string;
  /** The open slot, from 1. */
  readonly slot: number;
  readonly of: number;
  readonly item: ItemId;
  readonly topics: readonly Topic[];
  /** Undefined where the question was withdrawn from the bank. */
  readonly question?: { readonly stem: string; readonly caseText?: string; readonly presentation: Presentation };
  readonly why?: string;
  readonly response: Response | null;
  readonly draft: Response | null;
  /** Whether the response, or the one to come, is marked as a guess. */
  readonly isGuess: boolean;
  readonly flagged: boolean;
  readonly struck: readonly string[];
  /** What was said to be wrong with the question in this session; empty where that was taken back, undefined where nothing was said. */
  readonly challenge: string | undefined;
  /** What was told of the answer, in this order. */
  readonly hints: readonly Hint[];
  readonly graded?: Grading;
  /** What the limit counts. */
  readonly clock: 'active' | 'wall';
  readonly limitMs?: number;
  readonly remainingMs?: number;
  readonly activeMs: number;
  readonly pauses: State['pauses'];
  readonly marks: readonly Mark[];
  readonly closed: boolean;
}

/** How a slot was graded, with what explains it. */
export interface Grading extends Pick<Graded, 'slot' | 'item' | 'score' | 'response' | 'hints'> {
  /** What was entered and not complete, where there is no response. */
  readonly draft: Response | null;
  /** The answer took off a flag from before. */
  readonly unflagged?: true;
  readonly explanation: Explanation;
}

/** What a slot looks like from outside. */
export interface Mark {
  readonly status: 'answered' | 'incomplete' | 'blank' | 'right' | 'missed' | 'withdrawn';
  readonly flagged: boolean;
  /** How many options are crossed out. */
  readonly struck: number;
  /** How often a complete answer was replaced by a different one. */
  readonly changes: number;
}

/** What a front end may show of a session at a moment: never the key of an item that is not graded. */
export function view(paper: Paper, state: State, moment: Moment): View {
  const { started, current: slot } = state;
  const { policy, form } = started;
  const place = form.slots[slot - 1];
  const item = itemAt(paper, state, slot);
  const { response, draft, confidence, flagged, struck, challenge, hints } = slotState(state);
  const graded = gradingAt(paper, state, slot);
  const remainingMs = remaining(state, moment);
  return {
    mode: policy.mode,
    title: form.title,
    slot,
    of: form.slots.length,
    item: place?.item ?? '',
    topics: item?.topics ?? [],
    ...(item && place && { question: questionOf(item, place.order) }),
    ...(place?.why && { why: place.why }),
    response,
    draft,
    isGuess: confidence === 'guess',
    flagged,
    struck,
    challenge: challenge?.text,
    hints,
    ...(graded && { graded }),
    clock: policy.clock,
    ...(policy.limitMs !== undefined && { limitMs: policy.limitMs }),
    ...(remainingMs !== undefined && { remainingMs }),
    activeMs: moment.ms,
    pauses: state.pauses,
    marks: state.slots.map((one, index) => mark(one, itemAt(paper, state, index + 1) !== undefined)),
    closed: state.closed !== undefined,
  };
}

function questionOf({ stem, case: shared, body }: Item, order: readonly OptionId[]): NonNullable<View['question']> {
  return { stem, ...(shared && { caseText: shared.text }), presentation: kindOf(body).present(body, order) };
}

/** The grading of a slot with its explanation; undefined until it is graded, and where its item was withdrawn. */
export function gradingAt(paper: Paper, state: State, slot: number): Grading | undefined {
  const item = itemAt(paper, state, slot);
  const own = slotState(state, slot);
  const { graded, draft } = own;
  if (!item || !graded) return undefined;
  const { score, response, hints } = graded;
  return {
    slot,
    item: item.id,
    score,
    response,
    draft: response === null ? draft : null,
    ...(hints && { hints }),
    ...(wasUnflagged(state, slot, own) && { unflagged: true as const }),
    explanation: explanation(item),
  };
}

/** A graded question with all that explains it. */
export interface Explained {
  readonly grading: Grading;
  readonly item: Item;
  readonly question: NonNullable<View['question']>;
}

/** Undefined until the slot is graded, and where its item was withdrawn. */
export function explainedAt(paper: Paper, state: State, slot: number): Explained | undefined {
  const place = state.started.form.slots[slot - 1];
  const item = itemAt(paper, state, slot);
  const grading = gradingAt(paper, state, slot);
  return item && grading && place && { item, grading, question: questionOf(item, place.order) };
}

/** All that explains an item, its key among it: for whoever may see that. */
export function explanation({ body, why, quotes, dated }: Item): Explanation {
  const kind = kindOf(body);
  return {
    key: kind.key(body),
    options: kind.rationales(body),
    ...(why && { why }),
    quotes,
    ...(dated && { dated }),
  };
}

function mark({ graded, response, draft, flagged, struck, changes }: SlotState, present: boolean): Mark {
  const rest = { flagged, struck: struck.length, changes };
  if (!present) return { status: 'withdrawn', ...rest };
  if (graded) return { status: graded.score === 1 ? 'right' : 'missed', ...rest };
  return { status: response ? 'answered' : draft ? 'incomplete' : 'blank', ...rest };
}
