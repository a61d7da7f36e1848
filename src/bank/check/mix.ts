import type { Item } from '../../core/items/item.ts';

/** What a bank is made of (docs/rules.md B10): numbers of questions by type and level, and of scenarios. Information only. */
export interface Mix {
  readonly questions: number;
  readonly types: Readonly<Record<string, number>>;
  /** "none" counts those without a level. */
  readonly levels: Readonly<Record<string, number>>;
  readonly scenarios: number;
}

export function mixOf(items: readonly Item[]): Mix {
  return {
    questions: items.length,
    types: tally(items.map(({ body }) => body.type)),
    levels: tally(items.map(({ level }) => level ?? 'none')),
    scenarios: items.filter(({ scenario }) => scenario).length,
  };
}

/** How often each word occurs, the commonest first. */
function tally(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}
