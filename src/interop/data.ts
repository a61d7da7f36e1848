// A question as JSON or YAML: in our own terms, or in one of the usual shapes.
import { itemTypes } from '../core/kinds/index.ts';
import { draftOf, refused, settled, type ToldBody, type ToldOption } from './draft.ts';
import type { Place, Question, Taken } from './format.ts';
import { eitherToText } from './html.ts';
import { type Counting, countingOf, keysOf, keysOfList, type Offered } from './keys.ts';

export type Data = Readonly<Record<string, unknown>>;

const FIELDS = {
  question: ['question', 'questiontext', 'stem', 'prompt', 'text', 'title', 'q'],
  options: ['options', 'choices', 'alternatives', 'answeroptions', 'possibleanswers', 'answers'],
  index: [
    'answerindex',
    'correctindex',
    'correctanswerindex',
    'correctoptionindex',
    'correctchoiceindex',
    'correctindices',
  ],
  answer: [
    'answer',
    'correctanswer',
    'correctanswers',
    'correct',
    'key',
    'keys',
    'solution',
    'correctoption',
    'correctoptions',
    'answerkey',
    'rightanswer',
    'correctchoice',
    'answers',
  ],
  wrong: ['incorrectanswers', 'wronganswers', 'distractors', 'incorrect'],
  why: ['explanation', 'why', 'rationale', 'feedback', 'reason', 'justification'],
  topics: ['topics', 'topic', 'category', 'tags', 'subject', 'domain'],
  type: ['type', 'questiontype', 'kind'],
} as const;

const OPTION_FIELDS = {
  text: ['text', 'answer', 'option', 'choice', 'content', 'value', 'label', 'answertext', 'title'],
  isKey: ['correct', 'iscorrect', 'right', 'isright', 'isanswer', 'iskey', 'istrue'],
  why: FIELDS.why,
  label: ['id', 'label', 'letter', 'key'],
} as const;

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** From where the answers of a file count, where they are numbers: shown by the file as a whole. */
export function countingIn(records: Iterable<unknown>): Counting {
  return countingOf(answersIn(records));
}

function* answersIn(records: Iterable<unknown>) {
  for (const value of records) {
    if (!isData(value)) continue;
    const options = offeredIn(pick(value, FIELDS.options));
    const answer = pick(value, FIELDS.answer);
    if (options) yield { answers: scalars(answer), options };
  }
}

export function questionFromData(
  at: Place,
  value: unknown,
  around: { readonly counting: Counting; readonly cases: ReadonlyMap<string, string> },
): Taken {
  if (!isData(value)) return refused(at, 'not-a-question', 'this entry is not a set of fields');
  if (isOwn(value)) return ownQuestion(at, value, around.cases);
  const seen = { media: 0, isCut: false };
  const toText = (raw: unknown): string => {
    const { text, media, isCut } = eitherToText(scalar(raw));
    seen.media += media;
    seen.isCut ||= isCut;
    return text;
  };
  const stem = toText(pick(value, FIELDS.question));
  const body = bodyFrom(value, toText, around.counting);
  const why = toText(pick(value, FIELDS.why));
  if (seen.isCut) return refused(at, 'truncated-html', 'a text ends in the middle of an HTML tag');
  if ('code' in body) return refused(at, body.code, body.message);
  const topics = scalars(pick(value, FIELDS.topics));
  return draftOf({ at, stem, why, topics, body, lost: seen.media > 0 ? ['pictures'] : [] });
}

/** Fields by any of their names, whatever the case and the signs between words. */
function pick(value: Data, names: readonly string[]): unknown {
  const fields = new Map(
    Object.entries(value).map(([name, inner]) => [name.toLowerCase().replace(/[^a-z]/g, ''), inner]),
  );
  const name = names.find((candidate) => fields.get(candidate) !== undefined && fields.get(candidate) !== null);
  return name === undefined ? undefined : fields.get(name);
}

function scalar(value: unknown): string {
  if (isData(value)) return scalar(pick(value, OPTION_FIELDS.text));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function scalars(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(scalar) : [scalar(value)];
}

interface Option extends Offered {
  readonly isKey?: boolean;
  readonly why?: unknown;
}

/** The options of a question: a list of texts or of sets of fields, or texts by letter. */
function offeredIn(value: unknown): Option[] | undefined {
  if (isData(value)) return Object.entries(value).map(([label, text]) => ({ label, text: scalar(text) }));
  if (!Array.isArray(value)) return undefined;
  const options = value.map((entry): Option => {
    if (!isData(entry)) return { text: scalar(entry) };
    const isKey = pick(entry, OPTION_FIELDS.isKey);
    const label = scalar(pick(entry, OPTION_FIELDS.label));
    const text = scalar(entry);
    return {
      text,
      why: pick(entry, OPTION_FIELDS.why),
      ...(isKey !== undefined && { isKey: /^(true|1|yes)$/i.test(scalar(isKey)) }),
      ...(label !== '' && label !== text && { label }),
    };
  });
  return withoutLabels(options);
}

/** "A. Paris", "B. Rome": marks that stand before all options, in order, are labels. */
function withoutLabels(options: readonly Option[]): Option[] {
  const parts = options.map(({ text }) => /^\(?([A-Z])[.):]\s+(\S[\s\S]*)$/.exec(text));
  const areLabels = parts.length > 1 && parts.every((part, index) => part?.[1] === String.fromCharCode(65 + index));
  return options.map((option, index) =>
    areLabels ? { ...option, label: parts[index]?.[1] ?? '', text: parts[index]?.[2] ?? '' } : option,
  );
}

type Reason = { readonly code: string; readonly message: string };

function bodyFrom(value: Data, toText: (raw: unknown) => string, counting: Counting): ToldBody | Reason {
  const wrong = pick(value, FIELDS.wrong);
  const answers = scalars(pick(value, FIELDS.answer));
  if (Array.isArray(wrong) && answers.length > 0) {
    const right = answers.map((text): ToldOption => ({ text: toText(text), isKey: true }));
    return { type: 'choice', options: [...right, ...wrong.map((text) => ({ text: toText(text), isKey: false }))] };
  }
  const options = offeredIn(pick(value, FIELDS.options));
  const type = scalar(pick(value, FIELDS.type));
  if (/match|order|essay|upload|hotspot|drag/i.test(type))
    return {
      code: 'unsupported-type',
      message: `questions of type "${type.slice(0, 40)}" are taken in from a bank of ours only`,
    };
  if (!options || (isOnlyAnswer(value, options) && !options.some(({ isKey }) => isKey !== undefined)))
    return withoutOptions(answers, toText);
  const keys = keysFrom(value, options, counting);
  if ('code' in keys) return keys;
  return {
    type: 'choice',
    options: options.map(({ text, why }, index) => ({
      text: toText(text),
      why: toText(why),
      isKey: keys.keys.includes(index),
    })),
  };
}

/** "answers" may be the options or the key: without another list of options and without marks it is the key. */
function isOnlyAnswer(value: Data, options: readonly Option[]): boolean {
  const names = Object.keys(value).map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const hasOptions = FIELDS.options.some((name) => name !== 'answers' && names.includes(name));
  const hasKey = [...FIELDS.answer, ...FIELDS.index].some((name) => name !== 'answers' && names.includes(name));
  return options.length > 0 && !hasOptions && !hasKey;
}

function withoutOptions(answers: readonly string[], toText: (raw: unknown) => string): ToldBody | Reason {
  const [first = ''] = answers;
  if (answers.length === 1 && /^(true|false)$/i.test(first)) {
    const isTrue = /^true$/i.test(first);
    return {
      type: 'choice',
      options: [
        { text: 'True', isKey: isTrue },
        { text: 'False', isKey: !isTrue },
      ],
    };
  }
  const accept = answers.map(toText);
  if (accept.some((text) => text.length > 200 || text.includes('\n')))
    return { code: 'answer-too-long', message: 'there are no options, and the answer is too long to be typed' };
  return { type: 'cloze', accept };
}

function keysFrom(value: Data, options: readonly Option[], counting: Counting) {
  const marked = options.flatMap(({ isKey }, index) => (isKey ? [index] : []));
  const index = pick(value, FIELDS.index);
  const named = scalars(pick(value, FIELDS.answer)).filter((answer) => answer !== '');
  if (options.some(({ isKey }) => isKey !== undefined)) return { keys: marked };
  if (index !== undefined)
    return keysOfList(
      scalars(index),
      options.map(() => ({ text: '' })),
      0,
    );
  const [only = ''] = named;
  return named.length === 1 ? keysOf(only, options, counting) : keysOfList(named, options, counting);
}

/** Whether it is written as docs/authoring.md says. */
function isOwn(value: Data): boolean {
  if (typeof value.stem !== 'string') return false;
  const hasIds = (parts: unknown) =>
    Array.isArray(parts) && parts.every((part) => isData(part) && part.id !== undefined && part.text !== undefined);
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
  const { quotes } = fields;
  const question = {
    type: 'single',
    ...fields,
    topics: scalars(fields.topics),
    ...(fields.type !== 'multiple' &&
      Array.isArray(fields.answer) &&
      fields.answer.length === 1 &&
      fields.type !== 'cloze' && { answer: fields.answer[0] }),
    ...(Array.isArray(quotes) && { quotes: quotes.flatMap(quoteFrom) }),
  } as unknown as Question; // settled reads every field by its shape
  const caseText = typeof question.case === 'string' ? cases.get(question.case) : undefined;
  if (question.case !== undefined && caseText === undefined)
    return refused(at, 'unknown-case', `there is no case "${String(question.case).slice(0, 60)}" in this file`);
  return settled(question, at, caseText === undefined ? {} : { caseText });
}

function quoteFrom(quote: unknown): { section: string; text: string }[] {
  if (!isData(quote)) return [];
  return [{ section: scalar(quote.section), text: typeof quote.text === 'string' ? quote.text : '' }];
}
