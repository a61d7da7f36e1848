// Rationales: each option says why it is right or wrong, in words of its own.
import { type Item, partsOf } from '../../../core/items/item.ts';
import { listed } from '../../../core/text/wording.ts';
import { isChoice } from '../reading.ts';
import { found, type ItemRule, nothing, onChoices, optionLines } from '../rule.ts';
import { compared, quoted, wordCount } from '../words.ts';

const FEWEST_WORDS = 6;

/** Two options of the examples, each with a reason of its own. */
const CRAWLER = 'The crawler run, why: It reads new files and writes their columns down.';
const POLICY = 'The bucket policy, why: It grants access and knows nothing of columns.';

/** Whether any rationale is there. */
function explains(item: Item): boolean {
  return item.why !== undefined || partsOf(item).some(({ why }) => why !== undefined);
}

const noExplanation: ItemRule = {
  code: 'no-explanation',
  scope: 'item',
  source: 'docs/rules.md E08',
  severity: 'warning',
  title: 'nothing explains the answer',
  why: 'Feedback teaches only where it says why. Without a rationale a learner sees right or wrong and nothing else.',
  bad: optionLines('a', 'The crawler run', 'The bucket policy'),
  good: optionLines('a', CRAWLER, POLICY),
  check(item) {
    if (explains(item)) return nothing;
    return found(
      'nothing explains the answer',
      isChoice(item) ? 'give each option a why:' : 'add why: to the question',
    );
  },
};

/** One rationale for the whole may stand for those of the parts where nothing is chosen. */
const optionUnexplained: ItemRule = {
  code: 'option-unexplained',
  scope: 'item',
  source: 'docs/rules.md E08',
  severity: 'warning',
  title: 'an option has no reason of its own',
  why: 'Whoever chose an option wants to read about that option, not about the right one again.',
  bad: optionLines('a', CRAWLER, 'The bucket policy'),
  good: optionLines('a', CRAWLER, POLICY),
  ...onChoices(({ options }, item) => {
    const without = options.filter(({ option }) => option.why === undefined);
    if (without.length === 0 || !explains(item)) return nothing;
    return found(
      `${without.length === 1 ? 'an option has' : 'options have'} no why: ${listed(without.map(({ option }) => option.id))}`,
      'say why each is right or wrong here',
    );
  }),
};

const thinExplanation: ItemRule = {
  code: 'thin-explanation',
  scope: 'item',
  source: 'docs/rules.md E08 (at least six words)',
  severity: 'warning',
  title: 'an explanation is too short to explain',
  why: 'A rationale of a few words can only repeat the verdict.',
  bad: optionLines('a', CRAWLER, 'The bucket policy, why: This is wrong.'),
  good: optionLines('a', CRAWLER, POLICY),
  check(item) {
    const thin = rationales(item).find((why) => wordCount(why) < FEWEST_WORDS);
    if (thin === undefined) return nothing;
    return found(
      `the explanation ${quoted(thin)} is too short to explain`,
      'write at least 6 words: why it is right or wrong here',
    );
  },
};

const sameExplanation: ItemRule = {
  code: 'same-explanation',
  scope: 'item',
  source: 'docs/rules.md E08',
  severity: 'warning',
  title: 'two explanations are the same',
  why: 'One text for several options cannot say what is wrong with each.',
  bad: optionLines(
    'a',
    'The crawler run, why: This is what the notes say about it.',
    'The bucket policy, why: This is what the notes say about it.',
  ),
  good: optionLines('a', CRAWLER, POLICY),
  check(item) {
    const texts = rationales(item).map(compared);
    const twin = texts.find((text, index) => texts.indexOf(text) !== index);
    if (twin === undefined) return nothing;
    return found(`two explanations are the same: ${quoted(twin)}`, 'say of each option what is right or wrong with it');
  },
};

function rationales(item: Item): string[] {
  return [item.why, ...partsOf(item).map(({ why }) => why)].filter((why) => why !== undefined);
}

export const explanationRules = [noExplanation, optionUnexplained, thinExplanation, sameExplanation] as const;
