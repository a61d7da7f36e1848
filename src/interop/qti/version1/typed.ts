// A text or a number that is typed.
import type { RefusalReason } from '../../format.ts';
import { childNamed } from '../../markup/xml.ts';
import { lostParts } from '../../reading/lost.ts';
import { type Answered, rounded, type ToldBody } from '../../reading/told.ts';
import { rightOf, type Scoring, unreadable } from './keys.ts';
import { type Response, severalGaps } from './responses.ts';
import type { Test } from './rules.ts';

/** What is to be typed, by the rules that give points for it. */
export function typedBody(response: Response, scoring: readonly Scoring[], type: string): Answered | RefusalReason {
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
