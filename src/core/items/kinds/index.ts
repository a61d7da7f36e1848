// The registry of kinds. A new kind is a file beside this one and a line here; its types follow by themselves.
import { type ChoiceBody, multiple, single } from './choice.ts';
import { type ClozeBody, cloze } from './cloze.ts';
import type { Entry, Kind, Presentation, Response } from './kind.ts';
import { type MatchingBody, matching } from './matching.ts';
import { type OrderingBody, ordering } from './ordering.ts';

export const kinds = { single, multiple, ordering, matching, cloze } as const;

/** The name of a kind, as authors write it. */
export type ItemType = keyof typeof kinds;
/** What a question has besides the common fields, by its kind. */
export type Body = ChoiceBody<'single'> | ChoiceBody<'multiple'> | OrderingBody | MatchingBody | ClozeBody;

export const itemTypes = Object.keys(kinds) as ItemType[]; // the keys of a constant are known

/** The kind of a body. */
export function kindOf(body: Pick<Body, 'type'>): Kind<Body, Response> {
  return kindNamed(body.type);
}

/** The kind of a type. */
export function kindNamed(type: ItemType): Kind<Body, Response> {
  // Each kind is given only bodies and responses of its own type, which the compiler cannot see through the registry.
  return kinds[type] as unknown as Kind<Body, Response>;
}

/** How what is presented is put together with the keyboard. */
export function entryOf({ kind }: Presentation): Entry {
  return kindNamed(kind as ItemType).entry; // a presentation is made by a kind
}
