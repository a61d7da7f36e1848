// What an item asks for, by its responses and the rules that give points for them.
import type { RefusalReason } from '../../format.ts';
import { childNamed, descendants, type Element } from '../../markup/xml.ts';
import { lostParts } from '../../reading/refusals.ts';
import { paragraphs } from '../../reading/texts.ts';
import { type Answered, rounded, type ToldBody } from '../../reading/told.ts';
import { choiceOf, orderOf } from '../body.ts';
import { blankBody, dropdownsBody, gapOf, matchBody, withGap } from './gaps.ts';
import { namesOf, type Response, severalGaps } from './responses.ts';
import { keysOf, rightOf, type Scoring, type ScoringRule, scoringOf, type Test, unreadable } from './scoring.ts';

/** Types that have no key, by what they are called in various tools. */
const UNSUPPORTED: readonly (readonly [called: RegExp, message: string])[] = [
  [/essay|long.answer|(short|written).response/i, 'an essay has no key'],
  [/upload/i, 'a file that is to be handed in has no key'],
  [/calculated|arithmetic|formula|significant/i, 'its numbers are made anew each time (calculated)'],
  [/text_only/i, 'a text asks nothing'],
];

/** Why an item is not taken in, whatever its key. `type` is what the tool calls it. */
export function againstType(type: string, presentation: Element): RefusalReason | undefined {
  const [, message] = UNSUPPORTED.find(([called]) => called.test(type)) ?? [];
  if (message !== undefined) return { code: 'unsupported-type', message };
  const [stranger] = descendants(presentation, /^(response_xy|render_hotspot|render_slider)$/);
  return stranger && { code: 'unsupported-type', message: `${stranger.name} is not taken in` };
}

export function bodyOf(
  type: string,
  stem: string,
  responses: readonly Response[],
  rules: readonly ScoringRule[],
): Answered | RefusalReason {
  const [response] = responses;
  if (!response) return { code: 'no-interaction', message: 'the item asks for nothing' };
  const isTyped = responses.some((one) => one.isTyped);
  const isBlank = /fill_in_multiple_blanks/.test(type);
  if (responses.length > 1 && (isTyped || isBlank)) return severalGaps(responses.length);
  const scoring = scoringOf(rules, new Set(responses.flatMap(namesOf)));
  if ('code' in scoring) return scoring;
  if (isTyped) return typedBody(response, scoring, type);
  const isTwice = responses.some(({ choices }) => new Set(choices.map(({ id }) => id)).size < choices.length);
  if (isTwice) return unreadable('two of its choices have the same name, so that the key can be either');
  if (isBlank) return blankBody(stem, response, scoring);
  const isDropdown = /dropdowns/.test(type);
  if (!isDropdown && responses.some((one) => one.prompt !== '' && stem.includes(gapOf(one))))
    return unreadable('whether its gaps are to be typed into or chosen for is not said');
  if (responses.length > 1) return isDropdown ? dropdownsBody(stem, responses, scoring) : matchBody(responses, scoring);
  if (isDropdown) return withGap(stem, response, choiceBody(response, scoring));
  const isOrdered = /^ordered$/i.test(response.element.attributes.rcardinality ?? '');
  const answered = isOrdered ? orderBody(response, scoring) : choiceBody(response, scoring);
  if ('code' in answered) return answered;
  return { ...answered, stem: paragraphs([stem, response.prompt]) };
}

function choiceBody({ element, choices }: Response, scoring: readonly Scoring[]): Answered | RefusalReason {
  const found = keysOf(scoring, /^multiple$/i.test(element.attributes.rcardinality ?? ''));
  if ('code' in found) return found;
  const body = choiceOf(choices, found.keys);
  return 'code' in body ? body : { body, lost: lostParts({ partialCredit: found.isPartial }) };
}

function orderBody({ choices }: Response, scoring: readonly Scoring[]): Answered | RefusalReason {
  const right = rightOf(scoring);
  if ('code' in right) return right;
  const named = right.tests.filter(({ isNot }) => !isNot).toSorted((one, other) => one.index - other.index);
  const body = orderOf(
    choices,
    named.map(({ value }) => value),
  );
  return 'code' in body ? body : { body, lost: lostParts({ partialCredit: right.isPartial }) };
}

/** What is to be typed, by the rules that give points for it. */
function typedBody(response: Response, scoring: readonly Scoring[], type: string): Answered | RefusalReason {
  if (response.choices.length > 1) return severalGaps(response.choices.length);
  const right = rightOf(scoring, true);
  if ('code' in right) return right;
  const { tests, isPartial } = right;
  if (tests.some(({ isNot }) => isNot)) return unreadable('it is said what is not right, and not what is');
  const lost = lostParts({ partialCredit: isPartial });
  if (!isNumber(response, type) && tests.every(({ is }) => is === 'equal'))
    return { body: { type: 'cloze', accept: tests.map(({ value }) => value) }, lost };
  const body = numberOf(tests);
  if ('code' in body) return body;
  return { body, lost: [...lost, ...(tests.some(({ isStrict }) => isStrict) ? ['that a bound does not count'] : [])] };
}

function isNumber({ element }: Response, type: string): boolean {
  const { fibtype = '' } = childNamed(element, 'render_fib')?.attributes ?? {};
  return element.name === 'response_num' || /^(integer|decimal|scientific)$/i.test(fibtype) || /^numer/i.test(type);
}

/** A number with what it may be off, or the middle between two bounds. */
function numberOf(tests: readonly Test[]): ToldBody | RefusalReason {
  const [equal, least, most] = (['equal', 'least', 'most'] as const).map((kind) => [
    ...new Set(tests.filter(({ is }) => is === kind).map(({ value }) => (value === '' ? Number.NaN : Number(value)))),
  ]);
  if ([equal, least, most].some((numbers = []) => numbers.length > 1))
    return { code: 'several-numbers', message: 'several numbers are right; one is needed' };
  const [number, from, to] = [equal?.[0], least?.[0], most?.[0]];
  if (from === undefined && to === undefined) return { type: 'number', number: number ?? Number.NaN, tolerance: 0 };
  if (from === undefined || to === undefined) return unreadable('the number has one bound; two are needed');
  const middle = number ?? rounded((from + to) / 2);
  const [below, above] = [rounded(middle - from), rounded(to - middle)];
  if (above < 0 || Math.abs(below - above) > above / 1e6)
    return unreadable(`the number may be ${below} less and ${above} more: one tolerance is needed`);
  return { type: 'number', number: middle, tolerance: above };
}
