// What a QTI interaction asks for, with its declared response.
import type { RefusalReason } from '../format.ts';
import { childNamed, childrenNamed, descendants, type Element, textIn } from '../markup/xml.ts';
import { lostParts, severalFullKeys, severalNumbers } from '../reading/refusals.ts';
import type { Answered, ToldBody } from '../reading/told.ts';

export type ToText = (element: Element | undefined, skip?: (inner: Element) => string | undefined) => string;
/** The interactions that have a type of ours. */
export const INTERACTIONS: ReadonlySet<string> = new Set([
  'choiceInteraction',
  'orderInteraction',
  'matchInteraction',
  'associateInteraction',
  'textEntryInteraction',
  'inlineChoiceInteraction',
]);

export function bodyOf(
  interaction: Element,
  response: Element,
  item: Element,
  toText: ToText,
): Answered | RefusalReason {
  const values = childrenNamed(childNamed(response, 'correctResponse'), 'value').map((value) => textIn(value).trim());
  switch (interaction.name) {
    case 'choiceInteraction':
      return choice(interaction, response, values, toText);
    case 'orderInteraction':
      return answered(orderOf(choices(interaction, 'simpleChoice', toText), values));
    case 'matchInteraction':
    case 'associateInteraction':
      return match(interaction, values, toText);
    case 'inlineChoiceInteraction':
      return choice(interaction, response, values, toText, 'inlineChoice');
    default:
      return typed(response, values, item);
  }
}

function choices(parent: Element, name: string, toText: ToText): Choice[] {
  return childrenNamed(parent, name).map((one) => ({
    id: one.attributes.identifier ?? '',
    text: toText(one, (inner) => (inner.name === 'feedbackInline' ? '' : undefined)),
    why: descendants(one, /^feedbackInline$/)
      .map((inner) => toText(inner))
      .join('\n'),
  }));
}

/** The right values, or where only weights are given, those that count. */
function choice(
  interaction: Element,
  response: Element,
  values: readonly string[],
  toText: ToText,
  name = 'simpleChoice',
): Answered | RefusalReason {
  const weights = childrenNamed(childNamed(response, 'mapping'), 'mapEntry');
  const positive = weights.filter(({ attributes }) => Number(attributes.mappedValue) > 0);
  const keys = values.length > 0 ? values : positive.map(({ attributes }) => attributes.mapKey ?? '');
  const body = choiceOf(choices(interaction, name, toText), keys);
  if ('code' in body) return body;
  if (response.attributes.cardinality === 'single' && keys.length > 1) return severalFullKeys(keys.length);
  return { body, lost: lostParts({ partialCredit: positive.length > 0 }) };
}

function answered(body: ToldBody | RefusalReason): Answered | RefusalReason {
  return 'code' in body ? body : { body };
}

function match(interaction: Element, values: readonly string[], toText: ToText): Answered | RefusalReason {
  const sets = childrenNamed(interaction, 'simpleMatchSet').map((set) =>
    choices(set, 'simpleAssociableChoice', toText),
  );
  const all = sets.length > 0 ? sets.flat() : choices(interaction, 'simpleAssociableChoice', toText);
  const pairs = values.map((value) => value.split(/\s+/).map((key) => all.find(({ id }) => id === key)));
  if (values.length === 0 || pairs.some((pair) => pair.length !== 2 || pair.includes(undefined)))
    return { code: 'no-key', message: 'the right pairs do not name two parts each' };
  const lefts = sets[0] ?? [];
  const alone = lefts.find((left) => !pairs.some(([from]) => from === left));
  if (alone) return { code: 'no-key', message: `"${alone.text.slice(0, 40)}" has no partner` };
  const used = new Set(pairs.flat());
  const shared = pairs.length * 2 > used.size;
  if (shared) return { code: 'shared-partner', message: 'a part is in two pairs; each can have one partner' };
  return {
    body: {
      type: 'matching',
      pairs: pairs.map(([left, right]) => ({ left: left?.text ?? '', right: right?.text ?? '' })),
      spare: (sets[1] ?? (sets.length > 0 ? [] : all)).filter((part) => !used.has(part)).map(({ text }) => text),
    },
  };
}

/** A text with all spellings that count in full, or a number with the tolerance of the scoring rule. */
function typed(response: Element, values: readonly string[], item: Element): Answered | RefusalReason {
  const entries = childrenNamed(childNamed(response, 'mapping'), 'mapEntry');
  const best = Math.max(...entries.map(({ attributes }) => Number(attributes.mappedValue)));
  const full = entries
    .filter(({ attributes }) => Number(attributes.mappedValue) === best && best > 0)
    .map(({ attributes }) => attributes.mapKey ?? '');
  const accept = [...new Set([...values, ...full])];
  if (!/^(float|integer)$/.test(response.attributes.baseType ?? ''))
    return {
      body: { type: 'cloze', accept },
      lost: lostParts({
        partialCredit: full.length < entries.length,
        case: entries.some(({ attributes }) => attributes.caseSensitive === 'true'),
      }),
    };
  const [only = ''] = accept;
  if (accept.length !== 1 || only.trim() === '') return severalNumbers(accept.length);
  const [equal] = descendants(item, /^equal$/);
  const mode = equal?.attributes.toleranceMode ?? 'exact';
  const [tolerance = 0, above = tolerance] = (equal?.attributes.tolerance ?? '0').trim().split(/\s+/).map(Number);
  if (above !== tolerance)
    return {
      code: 'unreadable-answer',
      message: `the number may be ${tolerance} less and ${above} more: one tolerance is needed`,
    };
  const number = Number(only);
  const scale = mode === 'relative' ? Math.abs(number) / 100 : Number(mode === 'absolute');
  return { body: { type: 'number', number, tolerance: tolerance * scale } };
}

export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly why: string;
}

/** The choices, of which those with these names are right. */
export function choiceOf(choices: readonly Choice[], keys: readonly string[]): ToldBody | RefusalReason {
  const stray = keys.find((key) => !choices.some(({ id }) => id === key));
  if (stray !== undefined)
    return { code: 'key-out-of-range', message: `the key "${stray.slice(0, 40)}" is none of the choices` };
  return { type: 'choice', options: choices.map(({ id, text, why }) => ({ text, why, isKey: keys.includes(id) })) };
}

/** The choices in the order of these names. */
export function orderOf(choices: readonly Choice[], names: readonly string[]): ToldBody | RefusalReason {
  const steps = names.flatMap((name) => choices.filter(({ id }) => id === name));
  const isWhole = names.length === choices.length && new Set(steps).size === choices.length;
  return isWhole
    ? { type: 'ordering', steps }
    : { code: 'key-out-of-range', message: 'the right order does not name each step once' };
}
