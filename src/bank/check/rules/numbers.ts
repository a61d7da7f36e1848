// Options that are numbers.
import { numbersIn } from '../../../core/text/numerals.ts';
import { found, type ItemRule, nothing, onChoices, optionLines } from '../rule.ts';

/** A number of a unit; time is in seconds, and size in bytes. */
interface Measure {
  readonly value: number;
  readonly unit?: string;
}

const SECONDS = {
  ns: 1e-9,
  nanosecond: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  microsecond: 1e-6,
  ms: 1e-3,
  millisecond: 1e-3,
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3600,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
  year: 31_536_000,
};

const BYTES = {
  byte: 1,
  b: 1,
  kb: 1e3,
  kilobyte: 1e3,
  kib: 1024,
  mb: 1e6,
  megabyte: 1e6,
  mib: 1024 ** 2,
  gb: 1e9,
  gigabyte: 1e9,
  gib: 1024 ** 3,
  tb: 1e12,
  terabyte: 1e12,
  tib: 1024 ** 4,
  pb: 1e15,
  petabyte: 1e15,
  pib: 1024 ** 5,
};

/** What one of a unit comes to. */
const ONE: ReadonlyMap<string, Measure> = new Map([
  ...measures('second', SECONDS),
  ...measures('byte', BYTES),
  ...measures(undefined, { '': 1, '%': 1 }),
]);

function measures(unit: string | undefined, values: Readonly<Record<string, number>>): [string, Measure][] {
  return Object.entries(values).map(([name, value]) => [name, { value, ...(unit && { unit }) }]);
}

/** What a text measures that is a number with a unit at most. */
function measureOf(text: string): Measure | undefined {
  const [, digits, unit = ''] =
    /^\s*(?:about|exactly|up to|~)?\s*[$€£]?(-?\d[\d.,]*)\s*([^\d\s]*(?:\s[^\d\s]+){0,2})\s*$/i.exec(text) ?? [];
  const [number] = numbersIn(digits ?? '');
  if (number === undefined) return undefined;
  const [plural = ''] = unit.toLowerCase().split(/[\s/]/);
  const singular = plural.replace(/s$/, '');
  const one = ONE.get(plural) ?? ONE.get(singular) ?? { value: 1, unit: singular };
  return { ...one, value: number * one.value };
}

/** The values of the options where all are numbers that can be compared: apples cannot with pears. */
export function numbersOf(texts: readonly string[]): number[] | undefined {
  const measures = texts.map(measureOf).filter((measure) => measure !== undefined);
  const units = new Set(measures.flatMap(({ unit }) => unit ?? []));
  const areAlike = measures.length === texts.length && measures.length > 1 && units.size < 2;
  return areAlike ? measures.map(({ value }) => value) : undefined;
}

const numbersUnordered: ItemRule = {
  code: 'numbers-unordered',
  scope: 'item',
  source: 'docs/rules.md W10 (as stored; units folded)',
  severity: 'warning',
  title: 'the numbers do not ascend',
  why: 'Numbers are found fastest in their order, and an order of another kind may be a cue.',
  bad: optionLines('b', '365 days', '24 hours', '7 days'),
  good: optionLines('a', '24 hours', '7 days', '365 days'),
  ...onChoices(({ options }) => {
    const values = numbersOf(options.map(({ text }) => text));
    const isAscending = values?.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0)) ?? true;
    return isAscending
      ? nothing
      : found('the numbers do not ascend', 'sort the options from the lowest to the highest');
  }),
};

export const numberRules = [numbersUnordered] as const;
