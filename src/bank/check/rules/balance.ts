// Lengths and positions over the whole bank.
import { meanOf, medianOf } from '../../../core/averages.ts';
import type { Item } from '../../../core/items/item.ts';
import { inPercent } from '../../../core/text/wording.ts';
import { choiceOf, isSingle } from '../reading.ts';
import { type BankRule, found, nothing } from '../rule.ts';
import { isCode } from '../words.ts';

const FEWEST_LENGTHS = 40;
const FEWEST_POSITIONS = 300;

const positionPattern: BankRule = {
  code: 'position-pattern',
  scope: 'bank',
  source: `docs/rules.md B02 (within 5 points; from ${FEWEST_POSITIONS} questions on, as stored)`,
  severity: 'warning',
  title: 'the places of the keys have a pattern',
  why: 'Keys placed by hand avoid repeating a position. Options are shuffled when asked, so this matters where a bank is printed or exported.',
  shows: 'words',
  bad: ['The right option never stands at the same place twice in a row.'],
  good: ['The places are drawn by lot.'],
  check(items) {
    const places = items.filter(isSingle).map((item) => choiceOf(item)?.options.findIndex(({ isKey }) => isKey) ?? 0);
    if (places.length < FEWEST_POSITIONS) return nothing;
    const repeated = places.filter((place, at) => at > 0 && place === places[at - 1]).length / (places.length - 1);
    const shares = [...new Set(places)].map(
      (place) => places.filter((other) => other === place).length / places.length,
    );
    const expected = shares.reduce((sum, share) => sum + share * share, 0);
    if (Math.abs(repeated - expected) <= 0.05) return nothing;
    return found(
      `the right option stands where the previous one stood in ${inPercent(repeated)} of ${places.length} questions; by lot it would be ${inPercent(expected)}`,
      'draw the places by lot',
    );
  },
};

/** Options of prose in single-choice questions: what a reader compares by eye. */
function lengthsOf(items: readonly Item[]): { key: number; distractors: number[] }[] {
  return items.filter(isSingle).flatMap((item) => {
    const { options = [], keys = [], distractors = [] } = choiceOf(item) ?? {};
    if (options.some(({ text }) => isCode(text))) return [];
    return [{ key: keys[0]?.text.length ?? 0, distractors: distractors.map(({ text }) => text.length) }];
  });
}

/** The band of docs/rules.md, widened by one standard error: in forty questions chance alone may leave it. */
const keyLengthShare: BankRule = {
  code: 'key-length-share',
  scope: 'bank',
  source: `docs/rules.md B04 (20 to 30 % with four options; from ${FEWEST_LENGTHS} questions on, ties left out)`,
  severity: 'warning',
  title: 'the key is the longest or shortest too often',
  why: 'The right option should be the longest, and the shortest, about as often as any other.',
  shows: 'words',
  bad: ['In half of the questions the right option is the longest.'],
  good: ['In a quarter of four-option questions it is the longest, in a quarter the shortest.'],
  check(items) {
    const four = lengthsOf(items).filter(({ distractors }) => distractors.length === 3);
    return (['longest', 'shortest'] as const).flatMap((end) => {
      const pick = (lengths: readonly number[]) => (end === 'longest' ? Math.max(...lengths) : Math.min(...lengths));
      const decided = four.filter(({ key, distractors }) => {
        const all = [key, ...distractors];
        return all.filter((length) => length === pick(all)).length === 1;
      });
      const n = decided.length;
      const share = decided.filter(({ key, distractors }) => pick([key, ...distractors]) === key).length / n;
      const slack = 0.05 + Math.sqrt((0.25 * 0.75) / n);
      if (n < FEWEST_LENGTHS || Math.abs(share - 0.25) <= slack) return [];
      return found(
        `the right option is the ${end} in ${inPercent(share)} of ${n} questions with four options; 20 to 30 % is even`,
        share > 0.25 ? 'shorten or lengthen options until it is not' : 'let it be so sometimes',
      );
    });
  },
};

const keyLengthRatio: BankRule = {
  code: 'key-length-ratio',
  scope: 'bank',
  source: `docs/rules.md B05 (median .95 to 1.05, mean .90 to 1.15; from ${FEWEST_LENGTHS} questions on)`,
  severity: 'warning',
  title: 'right options are longer or shorter than wrong ones',
  why: 'Drafted banks have right options a tenth to a quarter longer than wrong ones.',
  shows: 'words',
  bad: ['Right options are 1.2 times as long as wrong ones.'],
  good: ['The median ratio lies between .95 and 1.05.'],
  check(items) {
    const ratios = lengthsOf(items).map(({ key, distractors }) => key / meanOf(distractors));
    if (ratios.length < FEWEST_LENGTHS) return nothing;
    const [median, mean] = [medianOf(ratios), meanOf(ratios)];
    if (median >= 0.95 && median <= 1.05 && mean >= 0.9 && mean <= 1.15) return nothing;
    return found(
      `right options are ${median.toFixed(2)} times as long as wrong ones (median of ${ratios.length}; mean ${mean.toFixed(2)})`,
      'bring the median between .95 and 1.05, and the mean between .90 and 1.15',
    );
  },
};

export const balanceRules = [positionPattern, keyLengthShare, keyLengthRatio] as const;
