// Options that are numbers.
import { numbersIn } from '../../../core/text/numerals.ts';
import { found, type ItemRule, nothing, onChoices, optionLines } from '../rule.ts';

const FACTORS: ReadonlyMap<string, number> = new Map(
  Object.entries({
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
    byte: 1,
    b: 1,
    kb: 1e3,
    kib: 1024,
    mb: 1e6,
    mib: 1_048_576,
    gb: 1e9,
    gib: 1_073_741_824,
    tb: 1e12,
    tib: 1.1e12,
    pb: 1e15,
    '': 1,
    '%': 1,
  }),
);

/** The value of a text that is a number with a unit at most; units of time and size are brought to one. */
function numberOf(text: string): number | undefined {
  const [, digits, unit = ''] =
    /^\s*(?:about|exactly|up to|~)?\s*[$€£]?(-?\d[\d.,]*)\s*([^\d\s]*(?:\s[^\d\s]+){0,2})\s*$/i.exec(text) ?? [];
  const [number] = numbersIn(digits ?? '');
  if (number === undefined) return undefined;
  const [measure = '', ...rest] = unit.toLowerCase().split(/[\s/]/);
  const factor = FACTORS.get(measure) ?? FACTORS.get(measure.replace(/s$/, ''));
  const isRate = rest.length > 0 || unit.includes('/');
  return number * (isRate && factor === undefined ? 1 : (factor ?? 1));
}

/** The values of the options where all are numbers. */
export function numbersOf(texts: readonly string[]): number[] | undefined {
  const values = texts.map(numberOf).filter((value) => value !== undefined);
  return values.length === texts.length && values.length > 1 ? values : undefined;
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
