// A new question out of flags, for scripts and for those who would rather type it in one go.
import { AMOUNT_FORMS, type Amount, isTolerance } from '../../authoring/amount.ts';
import type { Entered, ReasonedText } from '../../authoring/question.ts';
import { quoteAt } from '../../authoring/quote-at.ts';
import type { ItemType } from '../../core/items/kinds/index.ts';
import { IDENTIFIER_FORM, isDecimal, isIdentifier } from '../../core/shapes/value-shapes.ts';
import { narrowed } from '../../core/text/width.ts';
import { listed } from '../../core/text/wording.ts';
import { Failure } from '../../failure.ts';
import { badValue, levelNamed, topicsNamed, typeNamed } from '../shared/values.ts';
import type { Bench } from './bench.ts';

export interface AddOptions {
  readonly from?: readonly string[];
  readonly topic?: readonly string[];
  readonly type?: string;
  readonly level?: string;
  readonly stem?: string;
  readonly option?: readonly string[];
  readonly pair?: readonly string[];
  readonly answer?: readonly string[];
  readonly number?: string;
  readonly unit?: string;
  readonly tolerance?: string;
  readonly why?: readonly string[];
  readonly id?: string;
  readonly into?: string;
  readonly file?: string;
  readonly dryRun?: boolean;
}

/** Flags that say what is asked: with one of them nothing is asked back. */
export const SAYING = [
  'stem',
  'option',
  'pair',
  'answer',
  'number',
  'unit',
  'tolerance',
  'why',
  'id',
  'level',
] as const;

export function enteredBy(options: AddOptions, bench: Bench): Entered {
  const { option = [], pair = [], answer = [], why = [], stem, id, level } = options;
  if (id !== undefined && !isIdentifier(id)) throw badValue('--id', id, `write ${IDENTIFIER_FORM}`);
  const type = options.type === undefined ? typeOf(options) : typeNamed(options.type);
  const amount = amountFrom(options, type);
  const topics = options.topic ? topicsOf(options.topic, bench) : [];
  requireFlags(options, type);
  const pairs = pair.map(pairFrom);
  const texts = type === 'matching' ? pairs.map(([left]) => left) : option;
  const isEach = why.length > 0 && why.length === texts.length;
  if (why.length > 1 && !isEach) throw badWhy(why.length, texts.length);
  return {
    ...(id !== undefined && { id }),
    type,
    topics,
    ...(level !== undefined && { level: levelNamed(level) }),
    ...(stem !== undefined && { stem }),
    options: texts.map((text, index): ReasonedText => (isEach ? { text, why: why[index] ?? '' } : { text })),
    keys: type === 'cloze' || type === 'ordering' ? [] : answer.map((name) => keyNamed(name, option)),
    partners: pairs.map(([, right]) => right),
    accepted: type === 'cloze' ? answer : [],
    amount,
    ...(why[0] !== undefined && !isEach && { why: why[0] }),
    quotes: (options.from ?? []).map((place) => quoteFrom(place, bench)),
  };
}

/** What the flags amount to where the type is not said. */
function typeOf({ option, pair, answer = [], number, stem = '' }: AddOptions): ItemType {
  if (number !== undefined) return 'cloze';
  if (pair) return 'matching';
  if (!option && /_{2,}/.test(stem)) return 'cloze';
  return answer.length > 1 ? 'multiple' : 'single';
}

const ASKED = ['topic', 'stem'] as const;
const CHOSEN = [...ASKED, 'option', 'answer'] as const;

/** The flags without which there is no question of a type. */
const NEEDED: Readonly<Record<ItemType, readonly (keyof AddOptions)[]>> = {
  single: CHOSEN,
  multiple: CHOSEN,
  ordering: [...ASKED, 'option'],
  matching: [...ASKED, 'pair'],
  cloze: [...ASKED, 'answer'],
};

function requireFlags(options: AddOptions, type: ItemType): void {
  const needed = type === 'cloze' && options.number !== undefined ? ASKED : NEEDED[type];
  const missing = needed.find((flag) => options[flag] === undefined);
  if (missing === undefined) return;
  const all = listed(NEEDED[type].map((flag) => `--${flag}`));
  const isTyped = missing === 'option' && options.type === undefined && options.answer?.length === 1;
  const others =
    type === 'cloze'
      ? ', or --number in place of --answer'
      : isTyped
        ? '; for an answer that is typed write --type cloze'
        : '';
  throw new Failure(
    'usage',
    'missing-flag',
    `--${missing} is missing`,
    `a question of type ${type} takes ${all}${others}`,
  );
}

/** The number that fills the gap, where the flags name one. */
function amountFrom(options: AddOptions, type: ItemType): Amount | undefined {
  const { number, unit, tolerance } = options;
  if (number === undefined) {
    if (unit === undefined && tolerance === undefined) return undefined;
    throw badAmount(`--${unit === undefined ? 'tolerance' : 'unit'} belongs to a number`);
  }
  const other = (['answer', 'option', 'pair'] as const).find((flag) => options[flag] !== undefined);
  if (other) throw badAmount(`--number and --${other} do not go together`);
  if (type !== 'cloze') throw badAmount(`--number fills a gap, and ${type} has none`);
  if (!isDecimal(number)) throw badValue('--number', number, `write ${AMOUNT_FORMS.number}`);
  if (tolerance !== undefined && !isTolerance(tolerance))
    throw badValue('--tolerance', tolerance, `write ${AMOUNT_FORMS.tolerance}`);
  return { number, ...(unit !== undefined && { unit }), ...(tolerance !== undefined && { tolerance }) };
}

function badAmount(message: string): Failure {
  return new Failure('usage', 'bad-value', message, 'write --stem "… ____ …" --number 80 --unit degrees --tolerance 5');
}

export function topicsOf(names: readonly string[], { bank, around }: Bench): string[] {
  return around.topics.length > 0 ? topicsNamed(names, bank.topics) : [...names];
}

export function quoteFrom(place: string, { around }: Bench) {
  const quote = quoteAt(place, around.notes);
  if ('text' in quote) return quote;
  throw new Failure('usage', 'bad-value', `--from: ${quote.message}`, quote.hint);
}

/** At the sign between blanks, else at the only one: a term may have one of its own. */
function pairFrom(text: string): readonly [string, string] {
  const spaced = text.split(/\s+[=＝]\s+/);
  const [left = '', right = '', ...more] = (spaced.length > 1 ? spaced : text.split(/[=＝]/)).map((part) =>
    part.trim(),
  );
  if (left !== '' && right !== '' && more.length === 0) return [left, right];
  throw badValue('--pair', text, 'write --pair "LEFT = RIGHT", once for each pair');
}

/** The place of an option, from 0: by its text, or by its number from 1. */
function keyNamed(name: string, options: readonly string[]): number {
  const wanted = narrowed(name);
  const byText = options.includes(name) ? options.indexOf(name) : options.map(narrowed).indexOf(wanted);
  const number = /^\d{1,2}$/.test(wanted) ? Number(wanted) - 1 : -1;
  if (byText >= 0 && options[number] !== undefined && byText !== number)
    throw new Failure(
      'usage',
      'bad-value',
      `--answer "${name}" is the text of one option and the number of another`,
      'change the order of the options, or write the question in a file: --file FILE',
    );
  if (byText >= 0 || options[number] !== undefined) return byText >= 0 ? byText : number;
  throw badValue(
    '--answer',
    name,
    options.length === 0
      ? 'give the options first: --option TEXT'
      : `write the text of an option, or 1 to ${options.length}`,
  );
}

function badWhy(reasons: number, options: number): Failure {
  return new Failure(
    'usage',
    'bad-value',
    `there are ${reasons} --why for ${options} options`,
    'give one for each option in their order; in ordering and matching one will do for all',
  );
}
