import { refuse } from '../../refusal.ts';
import { either, list, record } from '../../shapes/composed-shapes.ts';
import type { Node } from '../../shapes/node.ts';
import { type Intake, optional, type RecordOf, required } from '../../shapes/shape.ts';
import { number, text } from '../../shapes/value-shapes.ts';
import { limitedTo, withoutLastWord } from '../../text/beginning.ts';
import { withPlainDigits } from '../../text/digits.ts';
import { numbersIn } from '../../text/numerals.ts';
import { typed, typings } from '../../text/typed.ts';
import type { OptionId } from '../item.ts';
import type { Kind, Response } from './kind.ts';
import { refuseKey } from './option.ts';

type Accepted =
  | { readonly accept: readonly string[] }
  | { readonly number: number; readonly unit?: string; readonly tolerance: number };

/** A gap to be filled with a text in one of the accepted spellings, or with a number within the tolerance. */
export interface ClozeBody {
  readonly type: 'cloze';
  readonly answer: Accepted;
}

const LONGEST = 200;

const spellings = list(text({ most: LONGEST }), { least: 1, most: 30, loose: true });

const answerFields = {
  number: optional(number(), 'The right number.'),
  unit: optional(text({ most: 40 }), 'Its unit, shown beside the gap.'),
  tolerance: optional(number(), 'How far off is still right; 0 where nothing is said.'),
  accept: optional(spellings, 'Accepted texts, the best one first.'),
};

export const cloze: Kind<ClozeBody, string> = {
  fields: {
    answer: required(
      either(spellings, record(answerFields)),
      'What fills the gap: accepted texts, or a number with unit and tolerance.',
    ),
  },
  body({ answer }, node, intake) {
    const accepted = acceptedBy(answer as Answer, node, intake); // read by the shape above
    return accepted && { type: 'cloze', answer: accepted };
  },
  order: (): OptionId[] => [],
  present({ answer }) {
    if ('accept' in answer) return { kind: 'cloze', accepts: 'text' };
    return { kind: 'cloze', accepts: 'number', ...(answer.unit && { unit: answer.unit }) };
  },
  accept({ answer }, response) {
    if (typeof response !== 'string' && typeof response !== 'number')
      return refuse('not-a-response', 'Give the text that fills the gap.');
    const entered = limitedTo(String(response).trim(), LONGEST);
    if (entered === '') return refuse('too-few', 'Fill the gap first.');
    if ('number' in answer && numbersEntered(entered, answer.unit).length === 0)
      return refuse('not-a-response', `Give a number${answer.unit ? ` of ${answer.unit}` : ''}, such as 1000 or 0.5.`);
    return { response: entered };
  },
  score({ answer }, response) {
    if ('accept' in answer) return answer.accept.some((spelling) => isTypedAs(spelling, response)) ? 1 : 0;
    const most = answer.tolerance + 1e-12 * Math.abs(answer.number); // 99.9 - 99.8 is not quite 0.1 in binary
    return numbersEntered(response, answer.unit).some((value) => Math.abs(value - answer.number) <= most) ? 1 : 0;
  },
  key: ({ answer }) => ('accept' in answer ? (answer.accept[0] ?? '') : String(answer.number)),
  rationales: () => [],
  describe: ({ answer }, response) =>
    'number' in answer && answer.unit && /\d$/.test(textOf(response))
      ? withUnit(textOf(response), answer.unit)
      : textOf(response),
  texts: ({ answer }) => ('accept' in answer ? [...answer.accept] : [`${answer.number} ${answer.unit ?? ''}`.trim()]),
  hints: ({ answer }) => {
    const looks = 'accept' in answer ? initials(answer.accept) : magnitude(answer.number, answer.tolerance);
    return looks === undefined ? [] : [{ looks }];
  },
  chance: (_, hints = 0) => (hints > 0 ? HINTED_CHANCE : 0),
  entry: {
    typed: true,
    start: (_, entered) => ({ cursor: 0, entered: textOf(entered) }),
    press(draft, press) {
      const entered = textOf(draft.entered);
      switch (press.type) {
        case 'text':
          return { ...draft, entered: limitedTo(entered + press.text, LONGEST) };
        case 'erase':
          return { ...draft, entered: [...entered].slice(0, -1).join('') };
        case 'erase-word':
          return { ...draft, entered: withoutLastWord(entered) };
        case 'clear':
          return { ...draft, entered: '' };
        default:
          return draft;
      }
    },
    rows({ entered }, { unit }) {
      const text = `${textOf(entered)}_${unit ? ` ${unit}` : ''}`;
      return [{ label: '', text, focused: true, picked: textOf(entered) !== '' }];
    },
    isComplete: (entered, { accepts, unit }) =>
      accepts === 'number' ? numbersEntered(textOf(entered), unit).length > 0 : textOf(entered).trim() !== '',
  },
};

/** Whether what was entered is the key itself: another spelling that counts is not, nor is a number beside it that is near enough. */
export function isKeyItself({ answer }: ClozeBody, response: string): boolean {
  if ('accept' in answer) return isTypedAs(answer.accept[0] ?? '', response);
  return numbersEntered(response, answer.unit).includes(answer.number);
}

/** How far off is still right, " (within 2)"; nothing where only the number itself is. */
export function tolerated({ answer }: ClozeBody): string {
  return 'number' in answer && answer.tolerance > 0 ? ` (within ${answer.tolerance})` : '';
}

/** Nobody guesses what is missing; whoever is told how it looks is taken to have one of four in mind. Not measured. */
const HINTED_CHANCE = 0.25;

/** "n... r... t..." of "near real time". Undefined where that would be taken for the answer, or tells no more than that it is a sign. */
function initials(accept: readonly string[]): string | undefined {
  const looks = (accept[0] ?? '').split(/\s+/).map(masked).join(' ');
  const isAnswer = accept.some((spelling) => isTypedAs(spelling, looks));
  return isAnswer || looks.length < 2 ? undefined : looks;
}

/** Of fewer signs the first one would tell most of a word. */
const TOLD_WORD = 4;

/** A dot for each sign of a word but the first; for that too where the word is short. */
function masked(word: string): string {
  const signs = [...word];
  const told = signs.length < TOLD_WORD ? [] : signs.slice(0, 1);
  return told.join('') + '.'.repeat(signs.length - told.length);
}

/** Exponents of powers of ten that are written out. */
const LEAST_POWER = -6;
const MOST_POWER = 15;

/** Between which powers of ten everything lies that is right: "10 to 100" of 24. Undefined where there are none that one would write. */
function magnitude(number: number, tolerance: number): string | undefined {
  const [least, most] = [Math.abs(number) - tolerance, Math.abs(number) + tolerance];
  const powers = Array.from({ length: MOST_POWER - LEAST_POWER + 1 }, (_, index) => Number(`1e${LEAST_POWER + index}`));
  const below = powers.findLast((power) => power <= least);
  const above = powers.find((power) => power > most);
  if (below === undefined || above === undefined) return undefined;
  return number < 0 ? `-${above} to -${below}` : `${below} to ${above}`;
}

type Answer = string[] | RecordOf<typeof answerFields>;

function acceptedBy(answer: Answer, node: Node, intake: Intake): Accepted | undefined {
  if (Array.isArray(answer)) return { accept: answer };
  const { number, unit, tolerance = 0, accept } = answer;
  if (tolerance < 0)
    return refuseKey(node, intake, 'the tolerance is below zero', 'write how far off is still right, from 0 up');
  if (number !== undefined && !accept) return { number, tolerance, ...(unit !== undefined && { unit }) };
  if (accept && number === undefined && unit === undefined) return { accept };
  const hint = 'write texts, or number, unit and tolerance';
  return refuseKey(node, intake, 'the answer is neither texts nor a number', hint);
}

/** Whether one was entered for the other: without regard to signs that keyboards lack, case, width, white space, and a closing full stop. */
function isTypedAs(spelling: string, entered: string): boolean {
  const wanted = typings(spelling).map(comparable);
  return typings(entered).some((typing) => wanted.includes(comparable(typing)));
}

function comparable(typing: string): string {
  return typing.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}

/** The numbers that "1,000", "0,5" or "1 000 shards" may be; another unit than the one asked for is none. */
function numbersEntered(entered: string, unit = ''): number[] {
  const plain = withPlainDigits(typed(entered)).trim();
  const [, digits = '', rest = ''] = /^([-+]?[\d\s.,]*\d(?:e[-+]?\d+)?)\s*(.*)$/is.exec(plain) ?? [];
  return isUnit(comparable(rest), unit) ? numbersIn(digits) : [];
}

/** "hour" and "hours" are one unit, "m" and "ms" are not; none at all stands for the one asked for. */
function isUnit(named: string, wanted: string): boolean {
  const isSingular = named.length > 2 && isTypedAs(wanted, `${named}s`);
  return named === '' || isTypedAs(wanted, named) || isTypedAs(`${wanted}s`, named) || isSingular;
}

/** "24 hours"; beside a 1 a unit in the plural would be wrong, and it stands beside the gap anyway. */
function withUnit(number: string, unit: string): string {
  return numbersIn(number)[0] === 1 && /^\p{L}{3,}s$/u.test(unit) ? number : `${number} ${unit}`;
}

function textOf(entered: Response | null): string {
  return typeof entered === 'string' ? entered : '';
}
