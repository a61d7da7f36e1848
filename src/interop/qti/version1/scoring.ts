// How an item of QTI 1.2 is scored: its conditions, as far as they say in so many words what is right, and the answers that they give all points
// for. What they give points for in another way is refused.

import type { RefusalReason } from '../../format.ts';
import { childNamed, childrenNamed, descendants, type Element, elementsIn, textIn } from '../../markup/xml.ts';
import { severalFullKeys } from '../../reading/refusals.ts';

/** What a condition asks of one response. */
export interface Test {
  /** The name of the response, or of a label in it. */
  readonly of: string;
  readonly is: 'equal' | 'least' | 'most';
  readonly value: string;
  readonly isNot: boolean;
  /** Whether a bound does not count itself. */
  readonly isStrict: boolean;
  /** The place that it is about, in an order. */
  readonly index: number;
}

export interface ScoringRule {
  /** Lists of tests: a response that passes all of one list fulfils the condition. Undefined where it is not understood. */
  readonly ways: readonly (readonly Test[])[] | undefined;
  /** Whether it holds where no other rule does. */
  readonly isElse: boolean;
  /** What a response gets that fulfils it; undefined where nothing is said of that. */
  readonly points: number | undefined;
  /** What they are counted in. */
  readonly variable: string;
  /** Whether they come on top of those of other rules. */
  readonly adds: boolean;
  /** The most that an item can get, where it is said. */
  readonly most: number | undefined;
  /** The names of the feedback that it shows. */
  readonly shows: readonly string[];
}

/** The rules of an item, in their order. */
export function rulesOf(item: Element): ScoringRule[] {
  const most = new Map(
    descendants(item, /^decvar$/).flatMap(({ attributes: { varname = SCORE, maxvalue = '' } }) =>
      numberIn(maxvalue) > 0 ? [[varname, numberIn(maxvalue)]] : [],
    ),
  );
  return childrenNamed(item, 'resprocessing')
    .flatMap((processing) => childrenNamed(processing, 'respcondition'))
    .map((rule) => ruleOf(rule, most));
}

const SCORE = 'SCORE';

/** Percent are the scale where an item has none of its own. */
const HUNDRED = 100;

function ruleOf(rule: Element, most: ReadonlyMap<string, number>): ScoringRule {
  const condition = childNamed(rule, 'conditionvar');
  const shows = childrenNamed(rule, 'displayfeedback').map(({ attributes: { linkrefid = '' } }) => linkrefid);
  const sets = childrenNamed(rule, 'setvar').find((set) => isOfPoints(set));
  const variable = sets ? variableOf(sets) : SCORE;
  const shownAsRight = shows.includes('correct') ? HUNDRED : undefined; // all that Blackboard says of what it has no points for
  return {
    ways: condition && waysOf(condition),
    isElse: condition !== undefined && childNamed(condition, 'other') !== undefined,
    points: sets ? pointsOf(sets, most.get(variable) ?? HUNDRED) : shownAsRight,
    variable,
    adds: /^add$/i.test(sets?.attributes.action ?? ''),
    most: sets && most.get(variable),
    shows,
  };
}

/** Brightspace counts what is wrong as well; Blackboard notes down other things. */
function isOfPoints(sets: Element): boolean {
  return !/incorrect|wrong|penalt|mistake|error/i.test(variableOf(sets)) && !Number.isNaN(pointsOf(sets, HUNDRED));
}

/** Blackboard has a name of its own for the attribute. */
function variableOf({ attributes: { varname, variablename = SCORE } }: Element): string {
  return varname ?? variablename;
}

function pointsOf(sets: Element, most: number): number {
  const text = textIn(sets).trim();
  const points = /\.max$/i.test(text) ? most : numberIn(text);
  return /^(set|add)$/i.test(sets.attributes.action ?? 'Set') ? points : -points;
}

function numberIn(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
}

const TESTS: ReadonlyMap<string, Pick<Test, 'is' | 'isStrict'>> = new Map([
  ['varequal', { is: 'equal', isStrict: false }],
  ['vargte', { is: 'least', isStrict: false }],
  ['vargt', { is: 'least', isStrict: true }],
  ['varlte', { is: 'most', isStrict: false }],
  ['varlt', { is: 'most', isStrict: true }],
]);

function waysOf(condition: Element): ScoringRule['ways'] {
  const test = TESTS.get(condition.name);
  if (test) {
    const { respident: of = '', index = '0' } = condition.attributes;
    return [[{ of, value: textIn(condition).trim(), isNot: false, index: Number(index), ...test }]];
  }
  const parts = elementsIn(condition)
    .filter(({ name }) => name !== 'qticomment')
    .map(waysOf);
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  switch (condition.name) {
    case 'or':
      return known.flat();
    case 'not': {
      const ways = known.flat();
      const isPlain = ways.every(([test, ...others]) => test?.isNot === false && others.length === 0);
      return isPlain ? [ways.flat().map((one) => ({ ...one, isNot: true }))] : undefined; // "not both" leaves open which
    }
    case 'and':
    case 'conditionvar':
      return known.length === 1 ? known[0] : known.every(({ length }) => length === 1) ? [known.flat(2)] : undefined;
    default:
      return undefined;
  }
}

/** A rule that gives points, and is understood. */
export interface Scoring extends ScoringRule {
  readonly ways: NonNullable<ScoringRule['ways']>;
  readonly points: number;
}

interface Keys {
  readonly keys: readonly string[];
  /** Whether other answers get some of the points. */
  readonly isPartial: boolean;
}

/** The rules that give points for the responses of these names. */
export function scoringOf(
  rules: readonly ScoringRule[],
  names: ReadonlySet<string>,
): readonly Scoring[] | RefusalReason {
  const giving = rules.filter((rule): rule is ScoringRule & { points: number } => (rule.points ?? 0) > 0);
  const known = giving.filter((rule): rule is Scoring => rule.ways !== undefined);
  if (known.length < giving.length) return unreadable('it gives points on a condition that cannot be read');
  const scoring = known.filter(({ ways }) => ways.flat().some(({ of }) => names.has(of)));
  if (scoring.length === 0) return { code: 'no-key', message: 'no answer gets points' };
  if (new Set(scoring.map(({ variable }) => variable)).size > 1) return unreadable('it counts points in several ways');
  const others = scoring.some(({ ways }) => ways.flat().some(({ of }) => !names.has(of)));
  return others ? unreadable('whether an answer gets points depends on something else') : scoring;
}

/** Why an item is refused whose rules do not say what is right. */
export function unreadable(message: string): RefusalReason {
  return { code: 'unreadable-answer', message };
}

/** All that is asked of an answer that gets all points: `ofAny` where several may. */
export function rightOf(
  scoring: readonly Scoring[],
  ofAny = false,
): { readonly tests: readonly Test[]; readonly isPartial: boolean } | RefusalReason {
  const best = Math.max(...scoring.map(({ points }) => points));
  const full = scoring.filter(({ points }) => points === best);
  const most = full[0]?.most ?? best;
  if (best < most * 0.9999) return { code: 'no-key', message: `the best answer gets ${best} of ${most} points` };
  const ways = full.flatMap((rule) => rule.ways);
  if (ways.length > 1 && !ofAny) return severalFullKeys(ways.length);
  return { tests: ways.flat(), isPartial: full.length < scoring.length };
}

/** The options that are right. */
export function keysOf(scoring: readonly Scoring[], isMultiple: boolean): Keys | RefusalReason {
  const ways = scoring.flatMap((rule) => rule.ways);
  if (ways.flat().some(({ is }) => is !== 'equal')) return unreadable('options are compared as if they were numbers');
  const isCombined = ways.some((way) => way.length > 1);
  if (isMultiple && !isCombined && scoring.every(({ adds }) => adds)) return addedKeys(scoring);
  const right = rightOf(scoring);
  if ('code' in right) return right;
  const keys = valuesOf(right.tests, false);
  if (keys.length > 1 && !isMultiple && !right.tests.some(({ isNot }) => isNot)) return severalFullKeys(keys.length);
  return againstOthers(keys, right.tests) ?? { keys, isPartial: right.isPartial };
}

/** Each right option adds its part of the points. */
function addedKeys(scoring: readonly Scoring[]): Keys | RefusalReason {
  if (scoring.some(({ ways }) => ways.length > 1)) return unreadable('it gives points for one option or another');
  const tests = scoring.flatMap(({ ways }) => ways.flat());
  const keys = valuesOf(tests, false);
  const weights = scoring.flatMap(({ ways, points }) => (ways.flat().some(({ isNot }) => isNot) ? [] : [points]));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const most = scoring[0]?.most;
  const isClear = most === undefined ? new Set(weights).size === 1 : Math.abs(sum - most) <= most * 0.02;
  if (keys.length > 0 && !isClear)
    return {
      code: 'weights-unclear',
      message: `the right answers weigh ${weights.slice(0, 8).join(' + ')}${most === undefined ? '' : ` of ${most}`}: whether all belong to the key is not said`,
    };
  return againstOthers(keys, tests) ?? { keys, isPartial: false };
}

function valuesOf(tests: readonly Test[], isNot: boolean): string[] {
  return [...new Set(tests.filter((test) => test.isNot === isNot).map(({ value }) => value))];
}

function againstOthers(keys: readonly string[], tests: readonly Test[]): RefusalReason | undefined {
  if (keys.length === 0) return unreadable('it is said what is not right, and not what is');
  const wrong = new Set(valuesOf(tests, true));
  return keys.some((key) => wrong.has(key)) ? unreadable('an option is both right and wrong') : undefined;
}
