import type { Random } from '../../random.ts';
import type { Refusal } from '../../refusal.ts';
import type { Node } from '../../shapes/node.ts';
import type { Fields, Intake } from '../../shapes/shape.ts';
import type { Option, OptionId, Rationale } from '../item.ts';

/** What a candidate enters: option ids (for ordering, in order), pairs from left to right, or a text. */
export type Response = readonly OptionId[] | Readonly<Record<OptionId, OptionId>> | string;

/** A kind of item: everything that differs between single, multiple and whatever comes next. One file a kind. */
export interface Kind<Body, R extends Response> {
  /** The fields an author writes besides the common ones. */
  readonly fields: Fields;
  /** The body made of those fields, or undefined after reporting what is wrong. */
  body(fields: Readonly<Record<string, unknown>>, node: Node, intake: Intake): Body | undefined;
  /** The order in which the parts are shown in one session. */
  order(body: Body, next: Random): OptionId[];
  /** What a candidate may see: never the key, never a rationale. */
  present(body: Body, order: readonly OptionId[]): Presentation;
  /** The response, if it is complete and possible; else why not. */
  accept(body: Body, response: unknown): { readonly response: R } | { readonly refusal: Refusal };
  /** From 0 to 1. All or nothing, as AWS scores (docs/decisions.md). */
  score(body: Body, response: R): number;
  key(body: Body): R;
  rationales(body: Body): Rationale[];
  /** A response in words, for review and reports. */
  describe(body: Body, response: R): string;
  /** A response in words, place by place, where it fills several: steps of an order, pairs. Any two responses have the same places. */
  places?(body: Body, response: R): Filled[];
  /** The texts a question is about, besides its stem: what checks and searches read. */
  texts(body: Body): string[];
  /** What can be told without telling the answer, one thing at a time; `next` decides in which order. */
  hints(body: Body, next: Random): readonly Hint[];
  /** The chance that a guess is right after so many hints, 0 to 1: 1/n of one of n, 1/C(n,k) of k of them, 1/n! of an order. */
  chance(body: Body, hints?: number): number;
  readonly entry: Entry;
}

/** One thing about the answer: an option that is wrong, what stands at a place of the order, a pair, or how the missing text looks. */
export type Hint =
  | { readonly wrong: OptionId }
  | { readonly place: number; readonly option: OptionId }
  | { readonly left: OptionId; readonly right: OptionId }
  | { readonly looks: string };

/** What stands at a place of a response. */
export interface Filled {
  /** Its name: `1` in an order, `Glue job` among pairs. */
  readonly place: string;
  /** A dash where nothing was put there. */
  readonly text: string;
}

export const NOTHING_THERE = '–';

/** An option, step or side of a pair as the candidate sees it: nothing tells whether it is right. */
export type ShownOption = Pick<Option, 'id' | 'text'>;

/** An item as the candidate sees it. New kinds add fields and never rename these. */
export interface Presentation {
  readonly kind: string;
  readonly options?: readonly ShownOption[];
  /** How many options to choose. */
  readonly choose?: number;
  readonly left?: readonly ShownOption[];
  readonly right?: readonly ShownOption[];
  readonly accepts?: 'text' | 'number';
  readonly unit?: string;
}

/** How an item of this kind is put together with the keyboard. Knows the presentation, never the body. */
export interface Entry {
  /** A draft from what was entered before: a response, an incomplete one, or nothing. */
  start(presentation: Presentation, entered: Response | null): Draft;
  press(draft: Draft, press: Press, presentation: Presentation): Draft;
  rows(draft: Draft, presentation: Presentation): EntryRow[];
  isComplete(entered: Response, presentation: Presentation): boolean;
  /** Whether letters are text to be entered, so that they cannot be commands. */
  readonly typed: boolean;
}

/** A key that means something to an entry. */
export type Press =
  | { readonly type: 'pick'; readonly number: number }
  | { readonly type: 'step'; readonly by: 1 | -1 }
  | { readonly type: 'tick' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'erase' }
  | { readonly type: 'erase-word' }
  | { readonly type: 'clear' };

/** What a candidate has entered so far. */
export interface Draft {
  /** Index of the row with the focus; -1 before the first move, so that Enter alone answers nothing. */
  readonly cursor: number;
  readonly entered: Response;
}

/** A row of an entry, to be painted. */
export interface EntryRow {
  /** The option it shows, which can be struck out. */
  readonly id?: OptionId;
  readonly label: string;
  readonly text: string;
  readonly focused: boolean;
  readonly picked: boolean;
  /** What stands in the box before the text: a tick, a place in the order. */
  readonly box?: string;
  /** Rows with a heading start a new block under it. */
  readonly heading?: string;
}

/** The next row up or down, round the ends. */
export function stepped({ cursor, entered }: Draft, by: 1 | -1, rows: number): Draft {
  const from = cursor < 0 && by < 0 ? 0 : cursor;
  return { entered, cursor: (from + by + rows) % rows };
}

/** A draft's value where it is a list of ids; the empty list otherwise. */
export function idsOf(entered: Response | null): readonly OptionId[] {
  return Array.isArray(entered) ? entered : [];
}

/** The options in the given order; none where a draft from a damaged record is no order. */
export function inOrder<T extends { readonly id: OptionId }>(options: readonly T[], order: readonly OptionId[]): T[] {
  return idsOf(order).flatMap((id) => options.filter((option) => option.id === id));
}

/** Whether a value from outside is a list of texts. */
export function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
