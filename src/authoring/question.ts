// A question put together from what an author entered, part by part.
import { free, questionName, slug } from '../bank/names.ts';
import type { ItemType } from '../core/items/kinds/index.ts';
import type { Amount } from './amount.ts';

/** A text with the reason that goes with it. */
export interface ReasonedText {
  readonly text: string;
  readonly why?: string;
}

/** What an author entered, whatever with. */
export interface Entered {
  readonly id?: string;
  readonly type: ItemType;
  readonly topics: readonly string[];
  readonly level?: string;
  readonly stem?: string;
  /** Options, steps in the right order, or what stands left. */
  readonly options: readonly ReasonedText[];
  /** Places of the right options, from 0. */
  readonly keys: readonly number[];
  /** The partners of what stands left, in its order. */
  readonly partners: readonly string[];
  /** Texts that fill the gap. */
  readonly accepted: readonly string[];
  /** A number that fills it instead. */
  readonly amount?: Amount | undefined;
  /** One reason for the whole. */
  readonly why?: string;
  readonly quotes: readonly { readonly section: string; readonly text: string }[];
}

/** A question as it stands in a file. Parts that were not entered are not there: the bank's own reader names them. */
export type WrittenQuestion = Readonly<Record<string, unknown>> & { readonly id: string };

/** `taken` are the ids of the bank in lower case. */
export function questionFrom(entered: Entered, taken: ReadonlySet<string>): WrittenQuestion {
  const { type, topics, level, stem, why, quotes } = entered;
  return {
    id: entered.id ?? free(questionName(topics[0], stem ?? ''), new Set(taken)),
    type,
    ...(topics.length > 0 && { topics }),
    ...(level && { level }),
    ...(stem && { stem }),
    ...partsOf(entered),
    ...(why && { why }),
    ...(quotes.length > 0 && { quotes }),
  };
}

function partsOf({ type, options, keys, partners, accepted, amount }: Entered): Record<string, unknown> {
  const named = withIds(options);
  const ids = named.map(({ id }) => id);
  const keyed = keys.flatMap((at) => ids[at] ?? []);
  switch (type) {
    case 'single':
      return { ...list('options', named), ...(keyed.length > 0 && { answer: keyed[0] }) };
    case 'multiple':
      return { ...list('options', named), ...list('answer', keyed) };
    case 'ordering':
      return { ...list('options', named), ...list('answer', ids) };
    case 'matching': {
      const right = withIds(partners.map((text) => ({ text })));
      const pairs = ids.map((id, index) => [id, right[index]?.id] as const);
      return {
        ...list('left', named),
        ...list('right', right),
        ...(named.length > 0 && { answer: Object.fromEntries(pairs) }),
      };
    }
    case 'cloze':
      return amount ? { answer: partsOfAmount(amount) } : list('answer', accepted);
    default:
      return type satisfies never;
  }
}

function partsOfAmount({ number, unit, tolerance }: Amount): Record<string, unknown> {
  return { number, ...(unit && { unit }), ...(tolerance && { tolerance }) };
}

function list(name: string, entries: readonly unknown[]): Record<string, unknown> {
  return entries.length > 0 ? { [name]: entries } : {};
}

/** Each part under a short name made of its text, or else a letter. */
function withIds(parts: readonly ReasonedText[]): { id: string; text: string; why?: string }[] {
  const taken = new Set<string>();
  return parts.map(({ text, why }, index) => {
    const id = free(slug(text, 24) || String.fromCharCode(97 + index), taken);
    return { id, text, ...(why && { why }) };
  });
}
