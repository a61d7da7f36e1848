// Guessers that read the options and not the matter. If one of them beats chance, the bank gives itself away.
import { meanOf } from '../../../core/averages.ts';
import { timesOf } from '../../../core/grouped.ts';
import type { Item } from '../../../core/items/item.ts';
import { onceOfEach } from '../../../core/once.ts';
import { inPercent } from '../../../core/text/wording.ts';
import { type Choice, choiceOf, isChoice, keyTexts, type ReadOption, stemOf } from '../reading.ts';
import type { BankRule } from '../rule.ts';
import { compared } from '../words.ts';
import { numbersOf } from './numbers.ts';

/** How well a guesser does. Shares are 0 to 1. */
export interface Guessing {
  readonly solver: string;
  /** Items in which it could tell the options apart. */
  readonly n: number;
  readonly right: number;
  readonly chance: number;
  readonly gain: number;
  /** Upper end of the 95 % interval of the gain. */
  readonly upper: number;
}

interface Solver {
  readonly name: string;
  /** One score an option: the highest is picked. */
  score(choice: Choice, item: Item, keyed: ReadonlyMap<string, number>): readonly number[];
}

const SPECIFIC = /\d+|\([^)]*\)|\b\p{Lu}{2,}\b|\b(?:if|when|unless|until|except|provided|depending)\b/gu;

const SOLVERS: readonly Solver[] = [
  { name: 'the longest option', score: ({ options }) => options.map(({ text }) => text.length) },
  {
    name: 'the most specific option',
    score: ({ options }) => options.map(({ text }) => text.match(SPECIFIC)?.length ?? 0),
  },
  {
    name: 'the option that shares most words with the stem',
    score: ({ options }, item) => options.map(({ content }) => sharedCount(content, stemOf(item).content)),
  },
  { name: 'a middle number', score: ({ options }) => middle(options) },
  {
    name: 'the option most like the others',
    score: ({ options }) =>
      options.map(({ content }) =>
        options.reduce((sum, other) => sum + sharedCount(content, other.content), -content.size),
      ),
  },
  {
    name: 'the option that is most often right elsewhere',
    score: ({ options }, _, keyed) =>
      options.map((option) => (keyed.get(compared(option.text)) ?? 0) - (option.isKey ? 1 : 0)),
  },
];

function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length;
}

/** docs/rules.md W11: authors avoid the extremes. */
function middle(options: readonly ReadOption[]): number[] {
  const values = numbersOf(options.map(({ text }) => text));
  if (!values) return options.map(() => 0);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (value > least && value < most ? 1 : 0));
}

/** How each guesser fares. Ties share the credit; items in which all options tie are left out. */
export const guessing = onceOfEach((items: readonly Item[]): readonly Guessing[] => {
  const keyed = timesOf(items.filter(isChoice).flatMap((item) => keyTexts(item).map(compared)));
  const guessers = SOLVERS.map((solver) => ({ solver, tries: [] as Try[] }));
  for (const item of items) {
    const choice = choiceOf(item);
    if (!choice) continue;
    for (const { solver, tries } of guessers) {
      const one = attempt(choice, solver.score(choice, item, keyed));
      if (one) tries.push(one);
    }
  }
  return guessers.map(({ solver, tries }) => summary(solver.name, tries));
});

interface Try {
  readonly credit: number;
  readonly chance: number;
}

function attempt({ options, keys }: Choice, scores: readonly number[]): Try | undefined {
  const best = Math.max(...scores);
  const picked = options.filter((_, at) => scores[at] === best);
  if (picked.length === options.length) return undefined;
  return { credit: picked.filter(({ isKey }) => isKey).length / picked.length, chance: keys.length / options.length };
}

function summary(solver: string, tries: readonly Try[]): Guessing {
  const n = tries.length;
  if (n === 0) return { solver, n, right: 0, chance: 0, gain: 0, upper: 0 };
  const right = meanOf(tries.map(({ credit }) => credit));
  const chance = meanOf(tries.map((each) => each.chance));
  const gain = right - chance;
  const variance = meanOf(tries.map((each) => (each.credit - each.chance - gain) ** 2));
  return { solver, n, right, chance, gain, upper: gain + 1.96 * Math.sqrt(variance / n) };
}

const FEWEST_ITEMS = 100;
const BOUND_FROM = 200;

const guessable: BankRule = {
  code: 'guessable',
  scope: 'bank',
  source: `docs/rules.md B03, B08 and W12 (gain of at most 5 points from ${FEWEST_ITEMS} questions on, and an upper bound of at most 10 from ${BOUND_FROM} on: below, chance alone breaks the bound)`,
  severity: 'warning',
  title: 'a rule of thumb beats chance',
  why: 'A rule of thumb that needs no knowledge must not score better than chance, or results mean less than they say.',
  shows: 'words',
  bad: ['"Pick the longest option" is right in 45 % of four-option questions.'],
  good: ['Every such rule is right in about 25 %.'],
  check(items) {
    return guessing(items).flatMap(({ solver, n, right, gain, upper }) => {
      const isOver = n >= FEWEST_ITEMS && (gain > 0.05 || (n >= BOUND_FROM && upper > 0.1));
      if (!isOver) return [];
      const message = `picking ${solver} is right in ${inPercent(right)} of ${n} questions: ${points(gain)} over chance, at most ${points(upper)} with 95 % certainty`;
      return [
        {
          message,
          hint: 'make it fail more often: go through the options it picks (quiz check --json has the figures)',
        },
      ];
    });
  },
};

const points = (share: number) => `${(share * 100).toFixed(1)} points`;

export const solverRules = [guessable] as const;
