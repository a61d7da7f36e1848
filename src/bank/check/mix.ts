import { commonestFirst } from '../../core/grouped.ts';
import type { Item } from '../../core/items/item.ts';

/** What a bank is made of (docs/rules.md B10): numbers of questions by type and level, the commonest first, and of scenarios. Information only. */
export interface Mix {
  readonly questions: number;
  readonly types: Readonly<Record<string, number>>;
  /** "none" counts those without a level. */
  readonly levels: Readonly<Record<string, number>>;
  readonly scenarios: number;
}

/** What the items are made of. */
export function mixOf(items: readonly Item[]): Mix {
  return {
    questions: items.length,
    types: Object.fromEntries(commonestFirst(items.map(({ body }) => body.type))),
    levels: Object.fromEntries(commonestFirst(items.map(({ level }) => level ?? 'none'))),
    scenarios: items.filter(({ scenario }) => scenario).length,
  };
}
