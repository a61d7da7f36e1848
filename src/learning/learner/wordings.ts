// What is known of a question hangs on its wording, and a bank may read differently from machine to machine: each wording keeps its own.
import type { Rev } from '../../core/items/item.ts';

/** Something that is known of a question in one wording; with it stands the same of its other wordings. */
export interface InWording<T> {
  readonly rev: Rev;
  readonly others?: readonly T[];
}

/** What is known of a question in this wording, whatever came of others since. */
export function ofText<T extends InWording<T>>(
  known: T | undefined,
  { rev }: Pick<InWording<T>, 'rev'>,
): T | undefined {
  return known === undefined || known.rev === rev ? known : known.others?.find((other) => other.rev === rev);
}

/** What is known of a question in all of its wordings. */
export function ofAnyText<T extends InWording<T>>(known: T): readonly T[] {
  return known.others ? [known, ...known.others] : [known];
}

/** When the latest of it came, in whatever wording; 0 where there is nothing. */
export function latestAt<T extends InWording<T> & { readonly at: number }>(known: T | undefined): number {
  if (!known?.others) return known?.at ?? 0;
  return Math.max(...ofAnyText(known).map(({ at }) => at));
}

/** All of it, with what is known of one wording now; that one comes first. */
export function withText<T extends InWording<T>>(known: T | undefined, state: T): T {
  return known === undefined || known === state ? state : together([state, ...besides(known, state)]);
}

/** All of it but what is known of one wording; undefined where nothing is left. */
export function withoutText<T extends InWording<T>>(known: T, wording: Pick<InWording<T>, 'rev'>): T | undefined {
  const [first, ...others] = besides(known, wording);
  return first && together([first, ...others]);
}

function besides<T extends InWording<T>>(known: T, { rev }: Pick<InWording<T>, 'rev'>): T[] {
  return ofAnyText(known).filter((one) => one.rev !== rev);
}

function together<T extends InWording<T>>([first, ...rest]: readonly [T, ...T[]]): T {
  const { others: _, ...alone } = first;
  const others = rest.map(({ others: _, ...one }) => one as T); // it was one, and `others` may be missing
  return { ...(alone as T), ...(others.length > 0 && { others }) };
}
