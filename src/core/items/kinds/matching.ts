import { shuffle } from '../../random.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { isRecord } from '../../shapes/checks.ts';
import { list, table } from '../../shapes/composed-shapes.ts';
import { required } from '../../shapes/shape.ts';
import { identifier } from '../../shapes/value-shapes.ts';
import type { Option, OptionId } from '../item.ts';
import {
  type Draft,
  type EntryRow,
  type Filled,
  inOrder,
  type Kind,
  NOTHING_THERE,
  type Presentation,
  type Response,
  stepped,
} from './kind.ts';
import { idOf, option, rationalesOf, refuseKey, refuseTwins, shown, textOf } from './option.ts';

type Pairs = Readonly<Record<OptionId, OptionId>>;

/** Each left part is paired with one right part; a right part serves once, and some may be left over. */
export interface MatchingBody {
  readonly type: 'matching';
  readonly left: readonly Option[];
  readonly right: readonly Option[];
  readonly answer: Pairs;
}

export const matching: Kind<MatchingBody, Pairs> = {
  fields: {
    left: required(list(option, { least: 2, most: 12 }), 'What gets a partner, each.'),
    right: required(list(option, { least: 2, most: 12 }), 'The partners; some may be left over.'),
    answer: required(
      table(identifier('the id of a part on the right, not its text')),
      'The right pairs: the id on the left, the id on the right.',
    ),
  },
  body(fields, node, intake) {
    // The three fields were read by the shapes above.
    const { left, right, answer } = fields as unknown as {
      left: Option[];
      right: Option[];
      answer: [OptionId, OptionId][];
    };
    const before = intake.problems.length;
    refuseTwins(left, node, 'left', intake);
    refuseTwins(right, node, 'right', intake);
    const pairs = Object.fromEntries(answer);
    const problem = pairing(left, right, pairs);
    if (problem) refuseKey(node, intake, problem, 'pair every left id with a right id of its own');
    return intake.problems.length === before ? { type: 'matching', left, right, answer: pairs } : undefined;
  },
  order: ({ left, right }, next) => [...shuffle(left, next), ...shuffle(right, next)].map(idOf),
  present: ({ left, right }, order) => ({
    kind: 'matching',
    left: inOrder(left, order.slice(0, left.length)).map(shown),
    right: inOrder(right, order.slice(left.length)).map(shown),
  }),
  accept,
  score: ({ answer, left }, response) => (left.every(({ id }) => answer[id] === response[id]) ? 1 : 0),
  key: ({ answer }) => answer,
  rationales: ({ left, right }) => rationalesOf([...left, ...right]),
  describe: (body, response) =>
    places(body, response)
      .map(({ place, text }) => `${place} = ${text}`)
      .join('; '),
  places,
  texts: ({ left, right }) => [...left, ...right].map(textOf),
  hints({ left, right, answer }, next) {
    const free = right.length > left.length ? 1 : 2; // of two parts and two partners one pair tells the other
    return shuffle(left, next)
      .slice(free)
      .map(({ id }) => ({ left: id, right: answer[id] ?? '' }));
  },
  chance: ({ left, right }, hints = 0) =>
    left.slice(hints).reduce((chance, _, index) => chance / (right.length - hints - index), 1),
  entry: {
    typed: false,
    start: (_, entered) => ({ cursor: 0, entered: pairsOf(entered) }),
    press(draft, press, presentation) {
      const { left = [] } = presentation;
      switch (press.type) {
        case 'step':
          return stepped(draft, press.by, left.length);
        case 'pick':
          return pair(draft, press.number - 1, presentation);
        case 'tick':
          return pairNext(draft, presentation);
        case 'erase':
          return eraseLast(draft, left);
        case 'clear':
          return { ...draft, entered: {} };
        default:
          return draft;
      }
    },
    rows,
    isComplete: (entered, { left = [] }) => left.every(({ id }) => Object.hasOwn(pairsOf(entered), id)),
  },
};

function places({ left, right }: MatchingBody, response: Pairs): Filled[] {
  const textOf = (partner: OptionId | undefined) => right.find(({ id }) => id === partner)?.text ?? NOTHING_THERE;
  return left.map(({ id, text }) => ({ place: text, text: textOf(response[id]) }));
}

function pairing(left: readonly Option[], right: readonly Option[], answer: Pairs): string | undefined {
  const stray = Object.keys(answer).find((id) => !left.some((option) => option.id === id));
  if (stray !== undefined) return `"${stray}" is not on the left`;
  const alone = left.find(({ id }) => !right.some((option) => option.id === answer[id]));
  if (alone) return `"${alone.id}" has no partner on the right`;
  const partners = Object.values(answer);
  const shared = partners.find((id, index) => partners.indexOf(id) !== index);
  return shared === undefined ? undefined : `"${shared}" is paired twice`;
}

function accept({ left, right }: MatchingBody, response: unknown): { response: Pairs } | { refusal: Refusal } {
  if (!isRecord(response)) return refuse('not-a-response', 'Give pairs, from each left id to a right id.');
  const pairs = Object.entries(response);
  const stray = pairs.find(([from, to]) => !left.some(({ id }) => id === from) || !right.some(({ id }) => id === to));
  if (stray) return refuse('unknown-option', `There is no pair "${stray[0]}" to "${String(stray[1])}".`);
  if (new Set(pairs.map(([, to]) => to)).size < pairs.length) return refuse('too-many', 'Use each partner once.');
  if (pairs.length < left.length) return refuse('too-few', `Pair all ${left.length}.`);
  return { response: Object.fromEntries(left.map(({ id }) => [id, (response as Pairs)[id] ?? ''])) };
}

function pairsOf(entered: Response | null): Pairs {
  // Of the three sorts of response only pairs are an object that is no list.
  return isRecord(entered) ? (entered as Pairs) : {};
}

/** Pairs the left part in focus, takes the partner away from another, and moves on to the next part without one. */
function pair(draft: Draft, index: number, { left = [], right = [] }: Presentation): Draft {
  const [from, to] = [left[draft.cursor]?.id, right[index]?.id];
  if (from === undefined || to === undefined) return draft;
  const others = Object.entries(pairsOf(draft.entered)).filter(([id, partner]) => id !== from && partner !== to);
  const entered = Object.fromEntries([...others, [from, to]]);
  const open = left.findIndex(({ id }) => !Object.hasOwn(entered, id));
  return { cursor: open < 0 ? draft.cursor : open, entered };
}

/** Gives the part in focus the next partner that no other has, and after the last of them none: there are more partners than digits. */
function pairNext({ cursor, entered }: Draft, { left = [], right = [] }: Presentation): Draft {
  const from = left[cursor]?.id;
  if (from === undefined) return { cursor, entered };
  const others = Object.entries(pairsOf(entered)).filter(([id]) => id !== from);
  const isTaken = (id: OptionId) => others.some(([, partner]) => partner === id);
  const last = right.findIndex(({ id }) => id === pairsOf(entered)[from]);
  const next = right.find(({ id }, index) => index > last && !isTaken(id));
  return { cursor, entered: Object.fromEntries(next ? [...others, [from, next.id]] : others) };
}

/** Takes the pair in focus apart, else the last one above it that is paired, and goes there. */
function eraseLast(draft: Draft, left: readonly { readonly id: OptionId }[]): Draft {
  const pairs = pairsOf(draft.entered);
  const isPaired = ({ id }: { readonly id: OptionId }) => Object.hasOwn(pairs, id); // an id may be "constructor"
  const above = left.findLastIndex((part, index) => index <= draft.cursor && isPaired(part));
  const at = above >= 0 ? above : left.findLastIndex(isPaired);
  const from = left[at]?.id;
  if (from === undefined) return draft;
  return { cursor: at, entered: Object.fromEntries(Object.entries(pairs).filter(([id]) => id !== from)) };
}

function rows({ cursor, entered }: Draft, { left = [], right = [] }: Presentation): EntryRow[] {
  const pairs = pairsOf(entered);
  const numberOf = (id: OptionId | undefined) => right.findIndex((option) => option.id === id) + 1;
  return [
    ...left.map(({ id, text }, index) => {
      const number = numberOf(pairs[id]);
      return { label: '', text, focused: index === cursor, picked: number > 0, box: number > 0 ? String(number) : '' };
    }),
    ...right.map(({ id, text }, index) => ({
      id,
      text,
      label: String(index + 1),
      focused: false,
      picked: Object.values(pairs).includes(id),
      ...(index === 0 && { heading: 'Match with' }),
    })),
  ];
}
