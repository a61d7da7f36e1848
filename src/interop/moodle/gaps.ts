// Gaps in a text of Moodle: words to be chosen or dragged into it (gapselect, ddwtos), and embedded answers (Cloze).
import type { RefusalReason } from '../format.ts';
import { htmlToText } from '../markup/html.ts';
import { childNamed, childrenNamed, type Element, textIn } from '../markup/xml.ts';
import { lostParts, severalFullKeys, severalNumbers, WILDCARD } from '../reading/refusals.ts';
import { type Answered, gapsMatched, type ToldBody } from '../reading/told.ts';
import type { ToText } from './body.ts';

const GAP = /\[\[(\d{1,3})\]\]/g;

/** One gap is a choice, several are matched with the words for them. */
export function gapsBody(question: Element, asked: string, read: ToText): Answered | RefusalReason {
  const choices = [...childrenNamed(question, 'selectoption'), ...childrenNamed(question, 'dragbox')].map((choice) => ({
    text: read(choice),
    group: textIn(childNamed(choice, 'group')).trim(),
  }));
  const gaps = Array.from(asked.matchAll(GAP), ([, number = '']) => choices[Number(number) - 1]);
  const [first] = gaps;
  if (gaps.length === 0) return { code: 'no-gap', message: 'there is no gap ([[1]]) in the text' };
  if (first === undefined || gaps.includes(undefined))
    return { code: 'key-out-of-range', message: `a gap has a number beyond the ${choices.length} choices` };
  const groups = new Set(gaps.map((choice) => choice?.group));
  const offered = choices.filter(({ group }) => groups.has(group));
  if (gaps.length === 1)
    return {
      stem: asked.replace(GAP, '_____'),
      body: { type: 'choice', options: offered.map((choice) => ({ text: choice.text, isKey: choice === first })) },
    };
  let gap = 0;
  return {
    stem: asked.replace(GAP, () => `(${++gap}) _____`),
    body: gapsMatched(
      gaps.map((choice) => choice?.text ?? ''),
      offered.filter((choice) => !gaps.includes(choice)).map(({ text }) => text),
    ),
  };
}

const TYPES: readonly (readonly [type: EmbeddedType, names: string])[] = [
  ['single', 'MULTICHOICE(?:_[VH])?(?:_?S)?|MC[VH]?S?'],
  ['multiple', 'MULTIRESPONSE(?:_H)?(?:_?S)?|MRH?S?'],
  ['short', 'SHORTANSWER(?:_C)?|SAC?|MWC?'],
  ['number', 'NUMERICAL|NM'],
];
type EmbeddedType = 'single' | 'multiple' | 'short' | 'number';

/** Its length is bounded, so that a text of openings costs no more than another. */
const EMBEDDED = new RegExp(
  `(?<!\\\\)\\{\\d{0,3}:(${TYPES.map(([, names]) => names).join('|')}):((?:[^}\\\\]|\\\\[\\s\\S]){0,5000})\\}`,
  'g',
);

/** A text with one embedded answer is a question of that type; one with several asks too much at once. */
export function clozeBody(question: Element, read: ToText): Answered | RefusalReason {
  const element = childNamed(question, 'questiontext');
  const text = textIn(childNamed(element, 'text'));
  const gaps = [...text.matchAll(EMBEDDED)];
  const [gap] = gaps;
  if (!element || !gap) return { code: 'no-gap', message: 'there is no embedded answer ({1:…}) in the text' };
  if (gaps.length > 1)
    return {
      code: 'several-gaps',
      message: `the text has ${gaps.length} embedded answers (Cloze); one can be taken in`,
    };
  const [whole, name = '', inside = ''] = gap;
  const [type, alternatives] = [typeNamed(name), inside.split(/(?<!\\)~/).map(alternativeOf)];
  const body = bodyOf(type, alternatives);
  const stem = text.replace(whole, () => '_____');
  const around = { ...element, children: [{ name: 'text', attributes: {}, children: [stem], offset: 0 }] };
  return 'code' in body ? body : { stem: read(around), body, lost: lostOf(name, alternatives) };
}

function typeNamed(name: string): EmbeddedType {
  return TYPES.find(([, names]) => new RegExp(`^(?:${names})$`).test(name))?.[0] ?? 'short';
}

/** One of the answers that are offered, or that are taken where one is typed. */
interface Alternative {
  readonly text: string;
  readonly why: string;
  /** Percent. */
  readonly weight: number;
}

function lostOf(name: string, alternatives: readonly Alternative[]): string[] {
  const isTyped = ['short', 'number'].includes(typeNamed(name));
  return lostParts({
    partialCredit: alternatives.some(({ weight }) => weight > 0 && weight < 100),
    typedFeedback: isTyped && alternatives.some(({ why }) => why !== ''),
    case: /^(?:SHORTANSWER_C|SAC|MWC)$/.test(name),
  });
}

function bodyOf(type: EmbeddedType, alternatives: readonly Alternative[]): ToldBody | RefusalReason {
  const full = alternatives.filter(({ weight }) => weight === 100);
  if (type === 'single' && full.length > 1) return severalFullKeys(full.length);
  if (type === 'multiple' && alternatives.some(({ weight }) => weight > 0 && weight < 100))
    return {
      code: 'weights-unclear',
      message: 'an answer is right in part: whether it belongs to the key is not said',
    };
  if (type === 'single' || type === 'multiple')
    return {
      type: 'choice',
      options: alternatives.map(({ text, why, weight }) => ({ text, why, isKey: weight === 100 })),
    };
  if (type === 'short') {
    const accept = full.map(({ text }) => text);
    return accept.some((text) => text.includes('*')) ? WILDCARD : { type: 'cloze', accept };
  }
  const [number = '', tolerance = '0'] = full[0]?.text.split(':') ?? [];
  if (full.length !== 1) return severalNumbers(full.length);
  return { type: 'number', number: number.trim() === '' ? Number.NaN : Number(number), tolerance: Number(tolerance) };
}

/** "=owl#yes", "%50%hen#half", "cow". */
function alternativeOf(written: string): Alternative {
  const [, full, percent, rest = ''] = /^\s*(?:(=)|%(-?\d+(?:\.\d+)?)%)?([\s\S]*)$/.exec(written) ?? [];
  const [text = '', ...why] = rest.split(/(?<!\\)#/);
  const weight = full ? 100 : Number(percent ?? 0);
  return { text: plain(text), why: plain(why.join('#')), weight };
}

function plain(written: string): string {
  return htmlToText(written.replace(/\\([}#~/"\\])/g, '$1')).text;
}
