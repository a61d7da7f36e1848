// Counting what an export leaves out, so that it can be said.
import { type Item, partsOf } from '../../core/items/item.ts';
import { count } from '../../core/text/wording.ts';

export interface Losses {
  /** Notes that a trait of a question is left out, or the whole question. */
  add(what: string): void;
  lines(): string[];
}

/** Nothing is left out yet. */
export function losses(): Losses {
  const counts = new Map<string, number>();
  return {
    add: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    lines: () => [...counts].map(([what, n]) => `${what}: ${count(n, 'question')}`),
  };
}

/** What a format without units adds. */
export const UNITS_LEFT = 'units of numbers are left out';

/** How many questions an export left out as a whole, by what it says of them. */
export function leftOut(lossy: readonly string[]): number {
  const whole = lossy.filter((line) => line.startsWith('left out'));
  return whole.reduce((sum, line) => sum + Number(/(\d+) questions?$/.exec(line)?.[1] ?? 0), 0);
}

/** What no format but our own has a place for. */
export function addCommonLosses(
  item: Item,
  lost: Losses,
  carried: { topics?: 'one' | 'all'; level?: boolean } = {},
): void {
  const { quotes, dated, family, enemies, level, topics, scenario, waive, case: shared } = item;
  lost.add('ids are left out, so records do not follow'); // what is read back is given others
  if (quotes.length > 0) lost.add('quotes of the notes are left out');
  if (dated) lost.add('dated remarks are left out');
  if (family || enemies) lost.add('families and enemies are left out');
  if (partsOf(item).some(({ concept }) => concept)) lost.add('concepts of options are left out');
  if (scenario) lost.add('marks of scenarios are left out');
  if (waive) lost.add('waivers of rules are left out');
  if (level && !carried.level) lost.add('levels are left out');
  if (!carried.topics) lost.add('topics are left out');
  if (carried.topics === 'one' && topics.length > 1) lost.add('topics after the first are left out');
  if (shared) lost.add('the case stands in each question under it');
  if (item.body.type === 'matching' && partsOf(item).some(({ why }) => why))
    lost.add('reasons of single parts are left out');
}

/** The stem with the case text before it, for formats where a question stands alone. */
export function wholeStem({ stem, case: shared }: Item): string {
  return shared ? `${shared.text.trim()}\n\n${stem}` : stem;
}
