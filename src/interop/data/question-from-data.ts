// A question as JSON or YAML: in our own terms, or in one of the usual shapes.
import { itemTypes } from '../../core/items/kinds/index.ts';
import { limits } from '../../core/limits.ts';
import { isRecord } from '../../core/shapes/checks.ts';
import type { Place, Question, RefusalReason, Source, Taken } from '../format.ts';
import { eitherToText } from '../markup/html.ts';
import { noting, type ToText } from '../markup/plain-text.ts';
import { TOO_LONG_TO_TYPE } from '../reading/refusals.ts';
import { refused, takenFrom, takenIfSound } from '../reading/taken.ts';
import { paragraphs } from '../reading/texts.ts';
import { chosen, isTooLongToType, type ToldBody, type ToldOption, trueOrFalse } from '../reading/told.ts';
import { type Counting, countingGiven, countingOf } from '../words/counting.ts';
import { reasonBehind, tooManyOptions } from '../words/keys.ts';
import { signedAmong } from '../words/marks.ts';
import { keysFrom, saidTwice, worded } from './data-keys.ts';
import { fieldsLeft, generalWhy, picturesIn, stemParts, whyByOption } from './data-texts.ts';
import { type Data, FIELDS, OWN_ANSWER, pick, plainName, scalar, scalars } from './fields.ts';
import { type DataOption, keyless, optionsOf, wrongOf } from './offered.ts';

/** From where the answers of a file count, where they are numbers: as the user says, else as the file shows as a whole. */
export function countingIn(records: Iterable<unknown>, columns: Source['columns']): Omit<Around, 'cases'> {
  const said = countingGiven(columns);
  return { counting: said ?? countingOf(answersIn(records)), isSaid: said !== undefined };
}

/** "answers" may be the options. */
const ANSWER_ALONE = FIELDS.answer.filter((name) => name !== 'answers');

function* answersIn(records: Iterable<unknown>) {
  for (const record of records) {
    if (!isRecord(record)) continue;
    const value = unnested(record);
    const options = optionsOf(value);
    const answer = pick(value, ANSWER_ALONE) ?? pick(value, FIELDS.target) ?? pick(value, ['answers']);
    const areNumbers = typeof answer === 'number' && options?.some(({ raw }) => typeof raw !== 'number');
    if (options) yield { answers: scalars(answer), options, ...(areNumbers && { areNumbers }) };
  }
}

/** A question whose text and options stand in a set of fields under "question", with all fields side by side. */
function unnested(record: Data): Data {
  const inner = Object.entries(record).find(([name, value]) => plainName(name) === 'question' && isRecord(value));
  if (!inner || !isRecord(inner[1])) return withAnswer(record);
  const { [inner[0]]: _, ...rest } = record;
  return withAnswer({ ...rest, ...inner[1] });
}

/** "a" without "b" is no letter of an option: the answer, or the options where it is a list. */
function withAnswer(record: Data): Data {
  const a = pick(record, ['a']);
  const name = Array.isArray(a) ? 'options' : 'answer';
  if (a === undefined || pick(record, ['b', ...FIELDS[name]]) !== undefined) return record;
  const rest = Object.entries(record).filter(([field]) => plainName(field) !== 'a');
  return { ...Object.fromEntries(rest), [name]: a };
}

/** What holds for all questions of a file. */
export interface Around {
  readonly counting: Counting;
  /** Whether the user says so, which goes before the numbers that options have. */
  readonly isSaid: boolean;
  readonly cases: ReadonlyMap<string, string>;
}

/** The texts of cases by their ids. */
export function casesFrom(value: unknown): Map<string, string> {
  return new Map(isRecord(value) ? Object.entries(value).map(([id, text]) => [id, String(text)]) : []);
}

/** The question that a record is. `around`: what its file says of all its questions. */
export function questionFromData(at: Place, record: unknown, around: Around): Taken {
  if (!isRecord(record)) return refused(at, 'not-a-question', 'this entry is not a set of fields');
  const value = unnested(record);
  if (isOwn(value)) return ownQuestion(at, value, around.cases);
  const encoding = encodingOf(scalar(pick(value, FIELDS.question)));
  if (encoding !== undefined)
    return refused(at, 'encoded', `its texts are encoded as ${encoding}: get them without an encoding`);
  const { toText, seen } = noting((raw: unknown) => eitherToText(scalar(raw)));
  const stem = pick(value, FIELDS.question) === undefined ? '' : paragraphs(stemParts(value).map(toText));
  const body = bodyFrom(value, toText, around);
  const options = 'options' in body ? body.options.map(({ text }) => text) : [];
  const behind = scalars(pick(value, FIELDS.answer)).map((answer) => reasonBehind(answer, options));
  const why = paragraphs([...behind, ...generalWhy(value), wordedIn(value, around.counting)].map(toText));
  const topics = scalars(pick(value, FIELDS.topics)).map(toText);
  const media = seen.media + picturesIn(value);
  return takenFrom({ at, stem, why, topics, body, seen: { ...seen, media }, lost: fieldsLeft(value) });
}

/** A worked solution, or the back of a card, beside the answer. */
function wordedIn(value: Data, counting: Counting): string {
  const options = optionsOf(value);
  if (options === undefined) return pick(value, OWN_ANSWER) === undefined ? '' : scalar(pick(value, FIELDS.back));
  return options.length > limits.options ? '' : worded(value, options, counting);
}

/** How a text is encoded that has no space in it and can be no question as it stands. */
function encodingOf(question: string): string | undefined {
  if (/\s/.test(question) || question.length < 12) return undefined;
  if (/%[0-9A-F]{2}/i.test(question)) return 'an address (%20 for a space)';
  return /^[A-Za-z0-9+/]+={0,2}$/.test(question) && question.length % 4 === 0 && /[a-z][A-Z0-9]/.test(question)
    ? 'Base64'
    : undefined;
}

function bodyFrom(value: Data, toText: ToText<unknown>, { counting, isSaid }: Around): ToldBody | RefusalReason {
  const wrong = wrongOf(value);
  const answers = scalars(pick(value, FIELDS.answer));
  const options = optionsOf(value);
  const twice = options ? undefined : saidTwice(value);
  if (twice) return twice;
  if (wrong.length > 0 && answers.length > 0 && !options) {
    const right = answers.map((text): ToldOption => ({ text: toText(text), isKey: true }));
    return { type: 'choice', options: [...right, ...wrong.map((text) => ({ text: toText(text), isKey: false }))] };
  }
  const type = scalar(pick(value, FIELDS.type));
  if (/match|order|essay|upload|hotspot|drag/i.test(type))
    return {
      code: 'unsupported-type',
      message: `questions of type "${type.slice(0, 40)}" are taken in from a bank of ours only`,
    };
  if (!options) return keyless(value) ?? withoutOptions(value, answers, toText);
  if (options.length > limits.options) return tooManyOptions(options.length);
  const keys = keysFrom(value, isSaid ? options.map(withoutNumber) : options, counting);
  if ('code' in keys) return keys;
  const written = options.map(({ text }) => text);
  const { texts } = signedAmong(written) ?? { texts: written }; // the signs are the key, so that they must not be seen
  const whys = whyByOption(value, options);
  return chosen(
    options.map(({ why }, index) => ({ text: toText(texts[index]), why: toText(why ?? whys[index]) })),
    keys,
  );
}

function withoutNumber({ label, ...option }: DataOption): DataOption {
  return label === undefined || /^\d+$/.test(label) ? option : { ...option, label };
}

const TYPED = /short|typed?$|text|fill|blank|cloze|gap|identif|numeric|open|free/i;

/** An answer to be typed, with its spellings. Several answers are spellings only where a field says so. */
function withoutOptions(value: Data, answers: readonly string[], toText: ToText<unknown>): ToldBody | RefusalReason {
  const [first = ''] = answers;
  if (answers.length === 1 && /^(true|false)$/i.test(first)) return trueOrFalse(/^true$/i.test(first));
  const spellings = scalars(pick(value, FIELDS.accepted));
  const isTyped = spellings.length > 0 || TYPED.test(scalar(pick(value, FIELDS.type)));
  const accept = [...answers, ...spellings].map(toText);
  if (accept.some(isTooLongToType)) return TOO_LONG_TO_TYPE;
  if (!isTyped && new Set(accept.map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))).size > 1)
    return {
      code: 'answers-unclear',
      message: `there are ${accept.length} answers and no options: whether each is right, or all are needed, is not said: type "short answer" says that each is, and if they are the options, call their list options`,
    };
  return { type: 'cloze', accept };
}

/** Whether it is written as docs/authoring.md says. */
function isOwn(value: Data): boolean {
  if (typeof value.stem !== 'string') return false;
  const hasIds = (parts: unknown) =>
    Array.isArray(parts) && parts.every((part) => isRecord(part) && part.id !== undefined && part.text !== undefined);
  const isKnown = value.type === undefined || itemTypes.some((type) => type === value.type);
  return isKnown && (hasIds(value.options) || hasIds(value.left) || value.type === 'cloze');
}

/** Fields that an export adds and that are not part of the question. */
const ADDED = new Set(['file', 'line']);

function ownQuestion(at: Place, value: Data, cases: ReadonlyMap<string, string>): Taken {
  const kept = Object.entries(value).filter(
    ([name, inner]) => !ADDED.has(name) && inner !== null && inner !== undefined,
  );
  const fields = Object.fromEntries(kept);
  const { quotes, answer, type } = fields;
  const isOne = Array.isArray(answer) && answer.length === 1 && type !== 'multiple' && type !== 'cloze';
  const question = {
    type: 'single',
    ...fields,
    topics: scalars(fields.topics),
    ...(isOne && { answer: answer[0] }),
    ...(Array.isArray(quotes) && { quotes: quotes.flatMap(quoteFrom) }),
  } as unknown as Question; // takenIfSound reads every field by its shape
  const caseText = typeof question.case === 'string' ? cases.get(question.case) : undefined;
  if (question.case !== undefined && caseText === undefined)
    return refused(at, 'unknown-case', `there is no case "${String(question.case).slice(0, 60)}" in this file`);
  return takenIfSound(question, at, caseText === undefined ? {} : { caseText });
}

function quoteFrom(quote: unknown): { section: string; text: string }[] {
  if (!isRecord(quote)) return [];
  return [{ section: scalar(quote.section), text: typeof quote.text === 'string' ? quote.text : '' }];
}
