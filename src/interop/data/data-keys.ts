// Which options of a question in JSON or YAML are right, by every field that says so. Fields that disagree are no key.
import { isRecord } from '../../core/shapes/checks.ts';
import type { RefusalReason } from '../format.ts';
import { headingOf } from '../tables/columns.ts';
import type { Counting } from '../words/counting.ts';
import { type Keys, keysOfList } from '../words/keys.ts';
import { signedAmong } from '../words/marks.ts';
import { sameText } from '../words/readings.ts';
import { type Data, FIELDS, OPTION_FIELDS, OWN_ANSWER, plainName, scalar, scalars } from './fields.ts';
import { type DataOption, wrongOf } from './offered.ts';

interface Said {
  /** The name of the field as the source writes it. */
  readonly name: string;
  readonly keys: Keys;
}

/** The keys that all fields of the question agree on. A field that names no option, beside one that does, says something else. */
export function keysFrom(value: Data, options: readonly DataOption[], counting: Counting): Keys {
  const named = [
    ...byMarks(value, options),
    ...byIndex(value, options),
    ...byAnswer(value, FIELDS.answer, options, counting),
  ];
  const said = named.length > 0 ? named : byAnswer(value, FIELDS.target, options, counting);
  const told = said.filter(({ keys }) => 'keys' in keys || keys.code !== 'key-unknown');
  const [first, ...others] = told;
  if (!first) return said[0]?.keys ?? { code: 'no-key', message: 'no answer is given' };
  if ('code' in first.keys && others.length === 0) return first.keys;
  const other = others.find(({ keys }) => !areSame(keys, first.keys));
  if (other)
    return 'code' in other.keys && other.keys.code !== 'no-key' ? other.keys : differing(first.name, other.name);
  return againstWrong(value, options, first) ?? first.keys;
}

function areSame(one: Keys, other: Keys): boolean {
  return 'keys' in one && 'keys' in other && [...one.keys].sort().join() === [...other.keys].sort().join();
}

function differing(one: string, other: string): RefusalReason {
  return {
    code: 'key-ambiguous',
    message: `"${one.slice(0, 40)}" and "${other.slice(0, 40)}" both say what is right, and they differ`,
  };
}

/** A key that is listed among the wrong answers too. */
function againstWrong(value: Data, options: readonly DataOption[], { name, keys }: Said): RefusalReason | undefined {
  const wrong = wrongOf(value).map(scalar);
  const isBoth =
    'keys' in keys && keys.keys.some((key) => wrong.some((text) => sameText(text, options[key]?.text ?? '')));
  return isBoth ? differing(name, 'incorrect') : undefined;
}

function byMarks(value: Data, options: readonly DataOption[]): Said[] {
  const isMarked = options.some(({ isKey }) => isKey !== undefined);
  const marked = options.flatMap(({ isKey }, index) => (isKey ? [index] : []));
  const marks = markedByName(value, options);
  const signed = signedAmong(options.map(({ text }) => text));
  return [
    ...(signed ? [{ name: 'the signs at the options', keys: signed }] : []),
    ...(isMarked ? [{ name: 'the marks of the options', keys: { keys: marked } }] : []),
    ...(marks ? [{ name: 'correct_answers', keys: marks }] : []),
    ...markedInList(value, options),
  ];
}

/** A truth for each option, in their order: "isCorrect": [false, true, false]. */
function markedInList(value: Data, options: readonly DataOption[]): Said[] {
  const isTruth = (text: string) => /^(true|false)$/i.test(text);
  if (options.some(({ text }) => isTruth(text))) return [];
  return fieldsOf(value, [...OPTION_FIELDS.isKey, ...FIELDS.answer]).flatMap(([name, listed]) => {
    const marks = Array.isArray(listed) ? listed.map(scalar) : [];
    if (marks.length !== options.length || !marks.every(isTruth)) return [];
    return [{ name, keys: { keys: marks.flatMap((mark, index) => (/^true$/i.test(mark) ? [index] : [])) } }];
  });
}

function byIndex(value: Data, options: readonly DataOption[]): Said[] {
  const places = options.map(({ label }) => ({ text: '', label }));
  return fieldsOf(value, FIELDS.index).map(([name, index]) => ({
    name,
    keys: keysOfList(scalars(index), places, 0),
  }));
}

function byAnswer(value: Data, names: readonly string[], options: readonly DataOption[], counting: Counting): Said[] {
  return fieldsOf(value, names).flatMap(([name, answer]): Said[] => {
    const isOptions = plainName(name) === 'answers' && listsOptions(answer, options);
    if (isOptions || isRecord(answer)) return [];
    const named = scalars(answer).filter((text) => text !== '');
    return [{ name, keys: byField(named, options) ?? keysOfList(named, options, counting) }];
  });
}

/** Whether a list of "answers" is that of the options. */
function listsOptions(answers: unknown, options: readonly DataOption[]): boolean {
  return (
    isRecord(answers) || (Array.isArray(answers) ? answers.length === options.length : typeof answers === 'string')
  );
}

/** What a field for the answer says that names no option, beside one that does: the reason, as a worked solution is. */
export function worded(value: Data, options: readonly DataOption[], counting: Counting): string {
  const said = byAnswer(value, FIELDS.answer, options, counting);
  const other = said.find(({ keys }) => 'code' in keys && keys.code === 'key-unknown');
  return other === undefined || said.every(({ keys }) => 'code' in keys) ? '' : scalar(value[other.name]);
}

/** The fields with any of the names, in the order of the names: one name may stand there in several spellings. */
function fieldsOf(value: Data, names: readonly string[]): [name: string, inner: unknown][] {
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== undefined && inner !== '')
    .map((field) => ({ field, plain: plainName(field[0]) }));
  return names.flatMap((wanted) => fields.flatMap(({ field, plain }) => (plain === wanted ? [field] : [])));
}

/** Two fields that give the answer of a question without options, or its right option, as different texts. */
export function saidTwice(value: Data): RefusalReason | undefined {
  const [first, ...others] = fieldsOf(value, OWN_ANSWER);
  if (!first) return undefined;
  const texts = ([, answer]: [string, unknown]) => scalars(answer).map((text) => text.trim().toLowerCase());
  const isIn = (some: readonly string[], all: readonly string[]) => some.every((text) => all.includes(text));
  const other = others.find((field) => !isIn(texts(first), texts(field)) && !isIn(texts(field), texts(first)));
  return other && differing(first[0], other[0]);
}

/** "option_b": an answer that names the field of an option, and is not the text of another. */
function byField(named: readonly string[], options: readonly DataOption[]): Keys | undefined {
  if (named.some((answer) => options.some(({ text }) => sameText(text, answer)))) return undefined;
  const keys = named.map((answer) =>
    options.findIndex(({ field }) => field?.length !== 1 && field === headingOf(answer)),
  );
  return keys.length > 0 && keys.every((index) => index >= 0) ? { keys } : undefined;
}

/** A mark for each option by its name: "answer_a_correct": "true". */
function markedByName(value: Data, options: readonly DataOption[]): Keys | undefined {
  const marks = [value.correct_answers, value.correctAnswers].find(isRecord);
  if (!marks) return undefined;
  const right = Object.entries(marks).filter(([, mark]) => /^true$/i.test(scalar(mark)));
  const keys = right.map(([name]) =>
    options.findIndex(({ field }) => field === headingOf(name).replace(/ (is )?correct$/, '')),
  );
  return keys.includes(-1)
    ? { code: 'key-unknown', message: 'an option that is marked as right is not among the options' }
    : { keys };
}
