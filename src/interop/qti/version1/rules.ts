// How an item of QTI 1.2 is scored: its conditions, as far as they say in so many words what is right.
import { childNamed, childrenNamed, descendants, type Element, elementsIn, textIn } from '../../markup/xml.ts';

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
