// Embedded answers of Moodle (Cloze): "{1:MULTICHOICE:=owl~hen#no}" inside a text.

import type { Reason } from '../format.ts';
import { htmlToText } from '../markup/html.ts';
import { childNamed, type Element, textIn } from '../markup/xml.ts';
import { lostParts } from '../reading/lost.ts';
import type { ToldBody } from '../reading/told.ts';
import type { Answered, ToText } from './body.ts';

const KINDS: readonly (readonly [kind: Kind, names: string])[] = [
  ['single', 'MULTICHOICE(?:_[VH])?(?:_?S)?|MC[VH]?S?'],
  ['multiple', 'MULTIRESPONSE(?:_H)?(?:_?S)?|MRH?S?'],
  ['short', 'SHORTANSWER(?:_C)?|SAC?|MWC?'],
  ['number', 'NUMERICAL|NM'],
];
type Kind = 'single' | 'multiple' | 'short' | 'number';

/** Its length is bounded, so that a text of openings costs no more than another. */
const EMBEDDED = new RegExp(
  `(?<!\\\\)\\{\\d{0,3}:(${KINDS.map(([, names]) => names).join('|')}):((?:[^}\\\\]|\\\\[\\s\\S]){0,5000})\\}`,
  'g',
);

/** A text with one embedded answer is a question of that kind; one with several asks too much at once. */
export function clozeBody(question: Element, read: ToText): Answered | Reason {
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
  const [kind, parts] = [kindOf(name), inside.split(/(?<!\\)~/).map(partOf)];
  const body = bodyOf(kind, parts);
  const stem = text.replace(whole, () => '_____');
  const around = { ...element, children: [{ name: 'text', attributes: {}, children: [stem], offset: 0 }] };
  return 'code' in body ? body : { stem: read(around), body, lost: lostOf(kind, parts) };
}

function kindOf(name: string): Kind {
  return KINDS.find(([, names]) => new RegExp(`^(?:${names})$`).test(name))?.[0] ?? 'short';
}

interface Part {
  readonly text: string;
  readonly why: string;
  /** Percent. */
  readonly weight: number;
}

function lostOf(kind: Kind, parts: readonly Part[]): string[] {
  const isTyped = kind === 'short' || kind === 'number';
  return [
    ...lostParts({
      partialCredit: parts.some(({ weight }) => weight > 0 && weight < 100),
      typedFeedback: isTyped && parts.some(({ why }) => why !== ''),
    }),
  ];
}

function bodyOf(kind: Kind, parts: readonly Part[]): ToldBody | Reason {
  const full = parts.filter(({ weight }) => weight === 100);
  if (kind === 'single' && full.length > 1)
    return {
      code: 'several-full-keys',
      message: `${full.length} answers are each fully right: which is the key is not said`,
    };
  if (kind === 'multiple' && parts.some(({ weight }) => weight > 0 && weight < 100))
    return {
      code: 'weights-unclear',
      message: 'an answer is right in part: whether it belongs to the key is not said',
    };
  if (kind === 'single' || kind === 'multiple')
    return { type: 'choice', options: parts.map(({ text, why, weight }) => ({ text, why, isKey: weight === 100 })) };
  if (kind === 'short') {
    const accept = full.map(({ text }) => text);
    if (accept.some((text) => text.includes('*')))
      return { code: 'unsupported-type', message: 'an accepted answer holds the wildcard *' };
    return { type: 'cloze', accept };
  }
  const [number = '', tolerance = '0'] = full[0]?.text.split(':') ?? [];
  if (full.length !== 1)
    return { code: 'several-numbers', message: `${full.length} numbers are fully right; one is needed` };
  return { type: 'number', number: number.trim() === '' ? Number.NaN : Number(number), tolerance: Number(tolerance) };
}

/** "=owl#yes", "%50%hen#half", "cow". */
function partOf(written: string): Part {
  const [, full, percent, rest = ''] = /^\s*(?:(=)|%(-?\d+(?:\.\d+)?)%)?([\s\S]*)$/.exec(written) ?? [];
  const [text = '', ...why] = rest.split(/(?<!\\)#/);
  const weight = full ? 100 : Number(percent ?? 0);
  return { text: plain(text), why: plain(why.join('#')), weight };
}

function plain(written: string): string {
  return htmlToText(written.replace(/\\([}#~/"\\])/g, '$1')).text;
}
