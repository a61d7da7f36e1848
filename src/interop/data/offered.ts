// The options of a question in JSON or YAML: a list, texts by letter, one text with all of them, or a field for each.
import { isRecord } from '../../core/shapes/checks.ts';
import { columnsNamed, headingOf } from '../tables/columns.ts';
import { optionsInText, textsOfList } from '../words/lettered.ts';
import type { Offered } from '../words/readings.ts';
import { AROUND, type Data, endingWith, FIELDS, OPTION_FIELDS, pick, plainName, scalar } from './fields.ts';

export interface DataOption extends Offered {
  readonly isKey?: boolean;
  readonly why?: unknown;
  /** The name of its field as headings are compared, by which an answer may name it: "option a". */
  readonly field?: string;
  /** As the source has it, where numbers and texts are told apart. */
  readonly raw?: unknown;
}

/** The options of a question; undefined where there are none. */
export function optionsOf(value: Data): DataOption[] | undefined {
  const listed = offeredIn(pick(value, FIELDS.options));
  const isList = listed && !(isOnlyAnswer(value, listed) && !listed.some(({ isKey }) => isKey !== undefined));
  if (isList) return listed;
  const fields = fieldOptions(value);
  return fields.length > 0 ? fields : undefined;
}

/** Wrong options: in a list, in one text, or in fields with numbers. */
export function wrongOf(value: Data): unknown[] {
  const list = pick(value, FIELDS.wrong);
  if (Array.isArray(list)) return list;
  if (typeof list === 'string') return textsOfList(list);
  const names = Object.keys(value);
  return columnsNamed(names)
    .wrong.map((index) => value[names[index] ?? ''])
    .filter((text) => scalar(text) !== '');
}

function offeredIn(value: unknown): DataOption[] | undefined {
  if (isRecord(value)) return optionsByList(value) ?? optionsByName(value, true);
  if (typeof value === 'string' && value.trim() !== '') return [...optionsInText(value)];
  if (!Array.isArray(value)) return undefined;
  const options = value.map((entry): DataOption => {
    if (!isRecord(entry)) return { text: scalar(entry), raw: entry };
    const isKey = markOf(entry);
    const label = scalar(pick(entry, OPTION_FIELDS.label));
    const text = wordsOf(entry, label);
    return {
      text,
      why: pick(entry, OPTION_FIELDS.why),
      ...(isKey !== undefined && { isKey }),
      ...(label !== '' && label !== text && { label }),
    };
  });
  return withoutLabels(options);
}

/** The text of an option: a description only where nothing but its letter stands beside it. */
function wordsOf(entry: Data, label: string): string {
  const text = scalar(entry);
  const described = scalar(pick(entry, ['description', 'name', 'title']));
  return text === label && text.length < 3 && described !== '' ? described : text;
}

/** Whether a set of fields says of itself that it is right: by a mark, or by all or none of the points. */
function markOf(entry: Data): boolean | undefined {
  const mark = pick(entry, OPTION_FIELDS.isKey);
  if (mark !== undefined) return /^(true|1|yes|ja|oui|si|sí|sim|да|是|correct|right)$/i.test(scalar(mark));
  const weight = Number(scalar(pick(entry, OPTION_FIELDS.weight)) || Number.NaN);
  if (weight === 100 || weight === 1) return true;
  return weight <= 0 ? false : undefined;
}

/** { text: [...], label: [...] }: two lists side by side, as data sets of Hugging Face have them. */
function optionsByList(value: Data): DataOption[] | undefined {
  const [texts, labels] = [pick(value, ['text', 'texts']), pick(value, ['label', 'labels'])];
  if (!Array.isArray(texts)) return undefined;
  if (!Array.isArray(labels) || labels.length !== texts.length) return texts.map((text) => ({ text: scalar(text) }));
  return texts.map((text, index) => ({ text: scalar(text), label: scalar(labels[index]) }));
}

/** Fields of the question itself whose names say that they are options, as the headings of a table do. */
function fieldOptions(value: Data): DataOption[] {
  const taken: readonly string[] = Object.values(FIELDS).flat();
  const named = Object.entries(value).filter(([name]) => !taken.includes(plainName(name)));
  return optionsByName(Object.fromEntries(named), false);
}

/** Texts by letter, by number, or by a name with either. Where nothing but options can stand, any name is a label. */
function optionsByName(value: Data, areAllOptions: boolean): DataOption[] {
  const names = Object.keys(value);
  const known = new Map(columnsNamed(names).options.map(({ index, label }) => [index, label]));
  return names.flatMap((name, index): DataOption[] => {
    const label = known.get(index) ?? (areAllOptions ? name : undefined);
    const inner = value[name];
    if (label === undefined || inner === null || inner === undefined) return [];
    return [{ label, text: scalar(inner), field: headingOf(name) }];
  });
}

/**
 * "A. Paris", "B. Rome": marks that stand before all options, in order, are labels. Where they leave letters out, they are labels
 * and stay in the text, since it may be one that begins so ("E. coli").
 */
function withoutLabels(options: readonly DataOption[]): DataOption[] {
  const parts = options.map(({ text }) => /^\(?([A-Z])(?:[.:]\s+|[)．）、：]\s*)(\S[\s\S]*)$/.exec(text));
  const labels = parts.map((part) => part?.[1] ?? '');
  if (parts.length < 2 || labels.includes('') || labels[0] !== 'A') return [...options];
  const areInOrder = labels.every((label, index) => label === String.fromCharCode(65 + index));
  const areRising = labels.every((label, index) => index === 0 || label > (labels[index - 1] ?? ''));
  if (!areRising) return [...options];
  return options.map((option, index) => ({
    ...option,
    label: labels[index] ?? '',
    text: areInOrder ? (parts[index]?.[2] ?? '') : option.text,
  }));
}

/** "answers" may be the options or the key: without another list of options and without marks it is the key. */
function isOnlyAnswer(value: Data, options: readonly Offered[]): boolean {
  const names = Object.keys(value).map(plainName);
  const hasOptions = FIELDS.options.some((name) => name !== 'answers' && names.includes(name));
  const hasKey = [...FIELDS.answer, ...FIELDS.index, ...FIELDS.target].some(
    (name) => name !== 'answers' && names.includes(name),
  );
  return options.length > 0 && !hasOptions && !hasKey;
}

/** Fields that say something of a question and nothing of what is right. */
const HARMLESS = endingWith(
  ...AROUND,
  'points? score marks weight time duration hint notes? comment page shuffle required bloom index order',
  'context passage scenario description references? instructions?',
);

/**
 * Why a list of several "answers" without options is none to be typed: it may be the options, whose key stands in a field that is
 * not known, or nowhere.
 */
export function keyless(value: Data): { readonly code: string; readonly message: string } | undefined {
  const listed = pick(value, ['answers']);
  const answers: unknown[] = Array.isArray(listed)
    ? listed
    : /[|;\n]/.test(scalar(listed))
      ? textsOfList(scalar(listed))
      : [];
  if (answers.length < 2) return undefined;
  const known: readonly string[] = Object.values(FIELDS).flat();
  const unknown = Object.entries(value).find(
    ([name, inner]) => !known.includes(plainName(name)) && !isHarmless(name) && inner !== null && !isRecord(inner),
  );
  const texts = answers.map(scalar);
  const areNumbers = texts.every((text) => /^-?[\d.,]+$/.test(text)) && new Set(texts.map(Number)).size > 1;
  const areLabelled = texts.some((text) => /^\(?[A-Za-z][.)]\s*\S|^(all|none|both) of the|^(true|false)$/i.test(text));
  const isChoice = /choice|select|radio|check|mc/i.test(scalar(pick(value, FIELDS.type)));
  if (Array.isArray(listed) && !unknown && !answers.some(isRecord) && !areNumbers && !areLabelled && !isChoice)
    return undefined;
  const beside = unknown ? `; the field "${unknown[0].slice(0, 40)}" is not known: call it answer or correctIndex` : '';
  return {
    code: 'no-key',
    message: `"answers" lists ${answers.length} texts, and nothing says whether they are options and which is right${beside}`,
  };
}

function isHarmless(name: string): boolean {
  const plain = plainName(name);
  return (
    HARMLESS.test(plain) &&
    !/correct|korrekt|richtig|right|answer|^ans|^sol|key|gold|target|label|truth|expected/.test(plain)
  );
}
