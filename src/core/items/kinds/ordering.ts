import { shuffle } from '../../random.ts';
import { refuse } from '../../refusal.ts';
import { list } from '../../shapes/composed-shapes.ts';
import { required } from '../../shapes/shape.ts';
import { identifier } from '../../shapes/value-shapes.ts';
import type { Option, OptionId } from '../item.ts';
import { type Draft, idsOf, inOrder, isTextList, type Kind, NOTHING_THERE, stepped } from './kind.ts';
import { idOf, option, rationalesOf, refuseKey, refuseTwins, shown, textOf } from './option.ts';

/** Steps to be put in order. */
export interface OrderingBody {
  readonly type: 'ordering';
  readonly options: readonly Option[];
  /** All ids, in the right order. */
  readonly answer: readonly OptionId[];
}

export const ordering: Kind<OrderingBody, readonly OptionId[]> = {
  fields: {
    options: required(list(option, { least: 2, most: 12 }), 'The steps, shown in a random order.'),
    answer: required(
      list(identifier('the id of a step, not its text'), { least: 2, most: 12 }),
      'The ids of all steps, in the right order.',
    ),
  },
  body(fields, node, intake) {
    // The two fields were read by the shapes above.
    const { options, answer } = fields as unknown as { options: Option[]; answer: OptionId[] };
    const before = intake.problems.length;
    refuseTwins(options, node, 'options', intake);
    const isPermutation = answer.length === options.length && options.every(({ id }) => answer.includes(id));
    const ids = options.map(idOf).join(', ');
    if (!isPermutation) refuseKey(node, intake, 'the answer does not name each step once', `the steps are ${ids}`);
    return intake.problems.length === before ? { type: 'ordering', options, answer } : undefined;
  },
  order: ({ options }, next) => shuffle(options.map(idOf), next),
  present: ({ options }, order) => ({ kind: 'ordering', options: inOrder(options, order).map(shown) }),
  accept({ options }, response) {
    if (!isTextList(response)) return refuse('not-a-response', 'Give the ids of the steps in order, as a list.');
    const unknown = response.find((id) => !options.some((option) => option.id === id));
    if (unknown !== undefined) return refuse('unknown-option', `There is no step "${unknown}".`);
    if (new Set(response).size < response.length) return refuse('too-many', 'Name each step once.');
    if (response.length < options.length) return refuse('too-few', `Put all ${options.length} steps in order.`);
    return { response };
  },
  score: ({ answer }, response) => (answer.join('\n') === response.join('\n') ? 1 : 0),
  key: ({ answer }) => answer,
  rationales: ({ options }) => rationalesOf(options),
  describe: ({ options }, response) => inOrder(options, response).map(textOf).join(' > '),
  places: ({ options, answer }, response) =>
    answer.map((_, index) => {
      const there = options.find(({ id }) => id === response[index]);
      return { place: String(index + 1), text: there?.text ?? NOTHING_THERE };
    }),
  texts: ({ options }) => options.map(textOf),
  hints: ({ answer }) => answer.slice(0, -2).map((option, index) => ({ place: index + 1, option })), // the last two are one choice
  chance: ({ options }, hints = 0) => 1 / options.slice(hints).reduce((ways, _, index) => ways * (index + 1), 1),
  entry: {
    typed: false,
    start: (_, entered) => ({ cursor: -1, entered: idsOf(entered) }),
    press(draft, press, { options = [] }) {
      switch (press.type) {
        case 'step':
          return stepped(draft, press.by, options.length);
        case 'pick':
          return place(draft, press.number - 1, options[press.number - 1]?.id);
        case 'tick':
          return place(draft, draft.cursor, options[draft.cursor]?.id);
        case 'erase':
          return { ...draft, entered: idsOf(draft.entered).slice(0, -1) };
        case 'clear':
          return { ...draft, entered: [] };
        default:
          return draft;
      }
    },
    rows({ cursor, entered }, { options = [] }) {
      return options.map(({ id, text }, index) => {
        const place = idsOf(entered).indexOf(id) + 1;
        const box = place > 0 ? String(place) : '';
        return { id, text, label: String(index + 1), focused: index === cursor, picked: place > 0, box };
      });
    },
    isComplete: (entered, { options = [] }) => idsOf(entered).length === options.length,
  },
};

/** Gives the step the next place, or takes it out again. */
function place({ entered }: Draft, cursor: number, id: OptionId | undefined): Draft {
  const placed = idsOf(entered);
  if (id === undefined) return { cursor, entered };
  const without = placed.filter((other) => other !== id);
  return { cursor, entered: without.length < placed.length ? without : [...placed, id] };
}
