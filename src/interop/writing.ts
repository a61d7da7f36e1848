// What all writers share: what an export leaves out, pairs, and numbers as other programs read them.
import { type Item, partsOf } from '../core/items/item.ts';
import type { Body } from '../core/items/kinds/index.ts';
import { count } from '../core/text/wording.ts';
import type { Written } from './format.ts';
import type { Pair } from './reading/told.ts';

export interface Losses {
  /** Notes that a trait of a question is left out. */
  add(what: string): void;
  /** Notes that a whole question is. */
  leaveOut(reason: string): void;
  told(): Pick<Written, 'lossy' | 'leftOut'>;
}

/** Nothing is left out yet. */
export function losses(): Losses {
  const counts = new Map<string, number>();
  let leftOut = 0;
  const add = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);
  return {
    add,
    leaveOut: (reason) => {
      add(`left out, since ${reason}`);
      leftOut += 1;
    },
    told: () => ({ lossy: [...counts].map(([what, n]) => `${what}: ${count(n, 'question')}`), leftOut }),
  };
}

/** What a format without units adds. */
export const UNITS_LEFT = 'units of numbers are left out';

/** What no format but our own has a place for. */
export function addCommonLosses(
  item: Item,
  lost: Losses,
  carried: { topics?: 'one' | 'all'; level?: boolean } = {},
): void {
  const { quotes, dated, family, enemies, level, topics, scenario, waive, case: shared } = item;
  lost.add('ids do not come back, so records do not follow'); // where a format has a place for them they only say what was what
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

/** Each left part with its partner, then the right parts that have none, each beside nothing. */
export function pairsOf({ left, right, answer }: Extract<Body, { type: 'matching' }>): Pair[] {
  const partners = Object.values(answer);
  const spare = right.filter(({ id }) => !partners.includes(id));
  return [
    ...left.map(({ id, text }) => ({ left: text, right: right.find((part) => part.id === answer[id])?.text ?? '' })),
    ...spare.map(({ text }) => ({ left: '', right: text })),
  ];
}

/** The shortest decimal text that is read as the same number. */
export function decimal(value: number): string {
  const [, sign = '', whole = '0', part = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const digits = whole + part;
  const stop = whole.length + Number(power);
  if (stop >= digits.length) return `${sign}${digits.padEnd(stop, '0')}`;
  return stop > 0 ? `${sign}${digits.slice(0, stop)}.${digits.slice(stop)}` : `${sign}0.${'0'.repeat(-stop)}${digits}`;
}
