// Which answers the rules of an item give all points for. What they give points for in another way is refused.
import type { RefusalReason } from '../../format.ts';
import { severalFullKeys } from '../../reading/refusals.ts';
import type { ScoringRule, Test } from './rules.ts';

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
