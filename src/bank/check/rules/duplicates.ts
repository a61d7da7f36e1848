// Questions that are asked twice.
import { firstOfEach } from '../../../core/grouped.ts';
import type { Item } from '../../../core/items/item.ts';
import { onceOfEach } from '../../../core/once.ts';
import { inPercent } from '../../../core/text/wording.ts';
import { areKeptApart, likePairs, type Pair } from '../likeness.ts';
import { choiceOf, keyTexts, stemOf } from '../reading.ts';
import type { BankRule } from '../rule.ts';
import { compared } from '../words.ts';

const place = ({ at }: Item) => `${at.file}:${at.line}`;

const contradiction: BankRule = {
  code: 'contradiction',
  scope: 'bank',
  source: 'docs/rules.md E03 (likeness of at least .95, same case text)',
  severity: 'error',
  title: 'the same question, with another answer',
  why: 'One question with two different answers: one of them is wrong, or the stem leaves out what decides.',
  shows: 'questions',
  bad: [
    '- id: keep-a',
    '  stem: For how long are records kept in a data stream by default?',
    '  options: [{ id: a, text: a day }, { id: b, text: a week }]',
    '  answer: a',
    '- id: keep-b',
    '  stem: For how long are records kept in a data stream by default?',
    '  options: [{ id: a, text: a day }, { id: b, text: a week }]',
    '  answer: b',
  ],
  good: [
    '- id: keep-a',
    '  stem: For how long are records kept in a data stream by default?',
    '  options: [{ id: a, text: a day }, { id: b, text: a week }]',
    '  answer: a',
    '- id: keep-b',
    '  stem: The longest retention has been set. How far back can consumers read?',
    '  options: [{ id: a, text: a month }, { id: b, text: a year }]',
    '  answer: b',
  ],
  check: (items) =>
    oncePerItem(likePairs(items).filter(contradicts)).map((pair) => ({
      message: `the same question as ${pair.earlier.id} (${place(pair.earlier)}), with another answer`,
      hint: 'correct one of them, or say in the stem what makes the difference',
      item: pair.later,
    })),
};

function contradicts(pair: Pair): boolean {
  const { earlier, later } = pair;
  return pair.likeness >= 0.95 && isSameQuestion(pair) && denies(earlier, later) && denies(later, earlier);
}

function isSameQuestion({ earlier, later }: Pair): boolean {
  return earlier.case?.id === later.case?.id && signs(earlier) === signs(later);
}

/** Whether two stems are word for word the same, and what is right in one is wrong in the other. That may be well: "the largest of these". */
function isDenied(pair: Pair): boolean {
  const { earlier, later } = pair;
  return pair.likeness === 1 && isSameQuestion(pair) && (denies(earlier, later) || denies(later, earlier));
}

/** What words leave out and may decide all the same: operators, brackets. */
const signs = onceOfEach(({ stem }: Item) => stem.replace(/[\p{L}\p{M}\p{N}\s.,;:?!'"’“”–-]+/gu, ''));

/**
 * Whether a text that is right in the one is offered as wrong in the other, or no answer is right in both. They contradict each other
 * only if it is so both ways: of "the largest of these" another option may be larger.
 */
function denies(one: Item, other: Item): boolean {
  const keys = keyTexts(one).map(compared);
  if (one.body.type === 'cloze')
    return other.body.type === 'cloze' && !keyTexts(other).some((text) => keys.includes(compared(text)));
  if (one.body.type === 'ordering' && other.body.type === 'ordering') {
    const [first, second] = [sequence(one.body), sequence(other.body)];
    return first.join('\n') !== second.join('\n') && first.toSorted().join('\n') === second.toSorted().join('\n');
  }
  return choiceOf(other)?.distractors.some(({ text }) => keys.includes(compared(text))) ?? false;
}

function sequence({ options, answer }: Extract<Item['body'], { type: 'ordering' }>): string[] {
  return answer.map((id) => compared(options.find((option) => option.id === id)?.text ?? ''));
}

/** Stems of fewer words are alike by their phrase ("What is the capital of …"). */
const TELLING_WORDS = 12;

const nearDuplicate: BankRule = {
  code: 'near-duplicate',
  scope: 'bank',
  source: `docs/rules.md B06 (three-word runs, Jaccard at least .6); below ${TELLING_WORDS} words only with the same answer, or one that the other has as wrong`,
  severity: 'warning',
  title: 'two questions are nearly the same',
  why: 'Two versions of a question in one exam count one piece of knowledge twice, and one may answer the other.',
  shows: 'questions',
  bad: [
    '- id: bank-files',
    '  stem: A bank keeps its files in one bucket. Which service lists the columns of these files?',
    '- id: shop-files',
    '  stem: A shop keeps its files in one bucket. Which service lists the columns of these files?',
  ],
  good: [
    '- id: bank-files',
    '  family: columns',
    '  stem: A bank keeps its files in one bucket. Which service lists the columns of these files?',
    '- id: shop-files',
    '  family: columns',
    '  stem: A shop keeps its files in one bucket. Which service lists the columns of these files?',
  ],
  check: (items) =>
    oncePerItem(likePairs(items).filter(isUndeclared)).map((pair) => ({
      message: `its stem is ${inPercent(pair.likeness)} like that of ${pair.earlier.id} (${place(pair.earlier)})${isDenied(pair) ? ', and what is right in one is wrong in the other' : ''}`,
      hint: 'give both the same family:, or rewrite one',
      item: pair.later,
    })),
};

function isUndeclared(pair: Pair): boolean {
  const { earlier, later } = pair;
  if (areKeptApart(earlier, later) || contradicts(pair)) return false;
  const fewest = Math.min(stemOf(earlier).words.length, stemOf(later).words.length);
  return fewest >= TELLING_WORDS || keyOf(earlier) === keyOf(later) || isDenied(pair);
}

function keyOf(item: Item): string {
  const { body } = item;
  if (body.type === 'ordering') return sequence(body).join('\n');
  if (body.type === 'matching') return body.left.map(({ id, text }) => `${text}=${body.answer[id]}`).join('\n');
  return keyTexts(item).map(compared).sort().join('\n');
}

/** Many versions of one question would make many pairs: each item is named once, with the first it is like. */
function oncePerItem(pairs: readonly Pair[]): Pair[] {
  return firstOfEach(pairs, ({ later }) => later);
}

export const duplicateRules = [contradiction, nearDuplicate] as const;
