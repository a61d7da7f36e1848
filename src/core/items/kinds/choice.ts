// What single and multiple choice share: the response is a set of options of a fixed size.
import { limits } from '../../limits.ts';
import { type Random, shuffle } from '../../random.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { list } from '../../shapes/composed-shapes.ts';
import type { Node } from '../../shapes/node.ts';
import { type Intake, required } from '../../shapes/shape.ts';
import { identifier } from '../../shapes/value-shapes.ts';
import { numbersIn } from '../../text/numerals.ts';
import { inWords } from '../../text/wording.ts';
import type { Option, OptionId } from '../item.ts';
import { type Draft, type Entry, idsOf, inOrder, isTextList, type Kind, type Presentation, stepped } from './kind.ts';
import { idOf, option, rationalesOf, refuseKey, refuseTwins, shown, textOf } from './option.ts';

type ChoiceType = 'single' | 'multiple';

export interface ChoiceBody<T extends ChoiceType = ChoiceType> {
  readonly type: T;
  readonly options: readonly Option[];
  /** Ids of the keys, in the order of the options. */
  readonly answer: readonly OptionId[];
}

/** The kind of questions whose key is some of their options: how many at least and at most. */
function choiceKind<T extends ChoiceType>(
  type: T,
  keys: { least: number; most: number },
): Kind<ChoiceBody<T>, readonly OptionId[]> {
  return {
    fields: {
      options: required(
        list(option, { least: 2, most: limits.options }),
        'What can be chosen. They are shown in a random order.',
      ),
      answer: required(
        list(identifier('the id of an option, not its text'), { ...keys, loose: true }),
        keys.most === 1 ? 'The id of the right option.' : 'The ids of the right options.',
      ),
    },
    body(fields, node, intake) {
      // The two fields were read by the shapes above.
      const { options, answer } = fields as unknown as { options: Option[]; answer: OptionId[] };
      if (!isSound(options, answer, node, intake)) return undefined;
      return { type, options, answer: options.map(idOf).filter((id) => answer.includes(id)) };
    },
    order: ({ options }, next) => presentationOrder(options, next),
    present: ({ options, answer }, order) => ({
      kind: type,
      options: inOrder(options, order).map(shown),
      choose: answer.length,
    }),
    accept,
    score: ({ answer }, response) =>
      answer.length === response.length && answer.every((id) => response.includes(id)) ? 1 : 0,
    key: ({ answer }) => answer,
    rationales: ({ options }) => rationalesOf(options),
    describe: ({ options }, response) => inOrder(options, response).map(textOf).join(' + '),
    texts: ({ options }) => options.map(textOf),
    hints({ options, answer }, next) {
      const wrong = options.map(idOf).filter((id) => !answer.includes(id));
      const told = shuffle(wrong, next).slice(1); // the last wrong one is left: else nothing would have to be known
      return told.map((wrong) => ({ wrong }));
    },
    chance: ({ options, answer }, hints = 0) =>
      1 / combinations(Math.max(answer.length, options.length - hints), answer.length),
    entry,
  };
}

function isSound(options: readonly Option[], answer: readonly OptionId[], node: Node, intake: Intake): boolean {
  const before = intake.problems.length;
  const ids = options.map(idOf);
  refuseTwins(options, node, 'options', intake);
  for (const id of answer) {
    if (!ids.includes(id))
      refuseKey(node, intake, `the answer "${id}" is not an option`, `the options are ${ids.join(', ')}`);
  }
  if (new Set(answer).size < answer.length)
    refuseKey(node, intake, 'the answer names an option twice', 'name each once');
  if (answer.length >= options.length) refuseKey(node, intake, 'every option is right', 'add options that are wrong');
  return intake.problems.length === before;
}

/** Shuffled; options that are all numbers stay in ascending order, as test takers expect. */
function presentationOrder(options: readonly Option[], next: Random): OptionId[] {
  const numbers = options.flatMap(({ id, text }) => asNumber(id, text) ?? []);
  if (numbers.length < options.length) return shuffle(options.map(idOf), next);
  const units = new Set(numbers.map(({ unit }) => unit.replace(/s$/, '')));
  if (units.size > 1) return options.map(idOf);
  return numbers.toSorted((a, b) => a.number - b.number).map(({ id }) => id);
}

/**
 * A number and its unit; of "1,000" the thousand. Undefined for words, and for what has digits and is no number, such as a version.
 * Most options are words, and the pattern takes long to be made: that is left until a digit is seen.
 */
function asNumber(id: OptionId, text: string): { id: OptionId; number: number; unit: string } | undefined {
  if (!'0123456789.,-−'.includes(text.charAt(0))) return undefined;
  const [, written = '', unit = ''] = /^([-−]?[\d.,]+)\s*([^\d\s]*(?:\s[^\d\s]+)?)$/.exec(text) ?? [];
  const [number] = numbersIn(written.replace('−', '-'));
  return number === undefined ? undefined : { id, number, unit };
}

function accept(body: ChoiceBody, response: unknown): { response: readonly OptionId[] } | { refusal: Refusal } {
  if (!isTextList(response)) return refuse('not-a-response', 'Give the ids of the options you choose, as a list.');
  const unknown = response.find((id) => !body.options.some((option) => option.id === id));
  if (unknown !== undefined) return refuse('unknown-option', `There is no option "${unknown}".`);
  const picked = body.options.map(idOf).filter((id) => response.includes(id));
  const { length } = body.answer;
  if (picked.length === length && response.length === length) return { response: picked };
  return refuse(response.length > length ? 'too-many' : 'too-few', `Choose ${inWords(length)}.`);
}

function combinations(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}

const entry: Entry = {
  typed: false,
  start: (_, entered) => ({ cursor: -1, entered: idsOf(entered) }),
  press(draft, press, presentation) {
    const { options = [] } = presentation;
    switch (press.type) {
      case 'step':
        return stepped(draft, press.by, options.length);
      case 'pick':
        return toggle(draft, press.number - 1, presentation);
      case 'tick':
        return toggle(draft, draft.cursor, presentation);
      case 'clear':
        return { ...draft, entered: [] };
      default:
        return draft;
    }
  },
  rows({ cursor, entered }, { options = [] }) {
    const picked = idsOf(entered);
    return options.map(({ id, text }, index) => ({
      id,
      text,
      label: String(index + 1),
      focused: index === cursor,
      picked: picked.includes(id),
    }));
  },
  isComplete: (entered, { choose }) => idsOf(entered).length === choose,
};

/** Picks the option, or takes it back. Where one is to be chosen, the new pick replaces the old one. */
function toggle(draft: Draft, index: number, { options = [], choose }: Presentation): Draft {
  const id = options[index]?.id;
  if (id === undefined) return draft;
  if (choose === 1) return { cursor: index, entered: [id] };
  const picked = idsOf(draft.entered);
  const without = picked.filter((other) => other !== id);
  if (without.length < picked.length) return { cursor: index, entered: without };
  const isFull = choose !== undefined && picked.length >= choose;
  return { cursor: index, entered: isFull ? picked : [...picked, id] };
}

/** One best answer. */
export const single = choiceKind('single', { least: 1, most: 1 });

/** Several right answers; the candidate is told how many. */
export const multiple = choiceKind('multiple', { least: 2, most: limits.options - 1 });
