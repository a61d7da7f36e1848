// What a question of Moodle asks for, by its type.
import type { RefusalReason } from '../format.ts';
import { eitherToText } from '../markup/html.ts';
import { childNamed, childrenNamed, type Element, textIn } from '../markup/xml.ts';
import { severalFullKeys, severalNumbers, unsupportedType, weightsUnclear } from '../reading/refusals.ts';
import { type Answered, matched, spelt, type ToldBody, type ToldOption } from '../reading/told.ts';
import { clozeBody, gapsBody } from './gaps.ts';

export type ToText = (element: Element | undefined) => string;

const WITHOUT_KEY: ReadonlyMap<string, string> = new Map([
  ['description', 'a description asks nothing'],
  ['essay', 'an essay has no key'],
  ['', 'the question has no type'],
]);

export function bodyOf(type: string, question: Element, asked: string, read: ToText): Answered | RefusalReason {
  if (/^(gapselect|ddwtos)$/.test(type)) return gapsBody(question, asked, read);
  if (/^(cloze|multianswer)$/.test(type)) return clozeBody(question, read);
  const body = plainBodyOf(type, question, read);
  return 'code' in body ? body : { body };
}

/** Those whose text is as it stands. Plugins are read by the names that they are known by. */
function plainBodyOf(type: string, question: Element, read: ToText): ToldBody | RefusalReason {
  switch (type) {
    case 'multichoice':
      return choiceBody(question, read);
    case 'multichoiceset':
    case 'oumultiresponse':
      return { type: 'choice', options: optionsOf(question, read, (answer) => fractionOf(answer) > 0) };
    case 'truefalse':
      return trueFalseBody(question, read);
    case 'matching':
    case 'match':
    case 'ddmatch':
      return matchingBody(question, read);
    case 'ordering':
      return { type: 'ordering', steps: stepsOf(question, read) };
    case 'shortanswer':
      return shortBody(question);
    case 'numerical':
      return numberBody(question);
    default: {
      const message = WITHOUT_KEY.get(type);
      return message === undefined ? unsupportedType(type) : { code: 'unsupported-type', message };
    }
  }
}

/** Percent. Some tools write a comma for the point. */
export function fractionOf({ attributes: { fraction = '0' } }: Element): number {
  return Number(fraction.replace(',', '.'));
}

/** Whether an answer gets all the points: thirds come to a little less. */
export function isFull(answer: Element): boolean {
  return fractionOf(answer) >= 99.99;
}

/** Whether one answer is chosen, as it is where nothing says otherwise. */
export function isSingle(question: Element): boolean {
  return !/^\s*(false|0)\s*$/i.test(textIn(childNamed(question, 'single')));
}

function optionsOf(question: Element, read: ToText, isKey: (answer: Element) => boolean): ToldOption[] {
  return childrenNamed(question, 'answer').map((answer) => ({
    text: read(answer),
    isKey: isKey(answer),
    why: read(childNamed(answer, 'feedback')),
  }));
}

function choiceBody(question: Element, read: ToText): ToldBody | RefusalReason {
  const answers = childrenNamed(question, 'answer');
  const isOne = isSingle(question);
  const right = answers.filter((answer) => (isOne ? isFull(answer) : fractionOf(answer) > 0));
  if (isOne && right.length > 1) return severalFullKeys(right.length);
  const best = Math.max(0, ...answers.map(fractionOf));
  if (isOne && right.length === 0 && best > 0)
    return { code: 'no-key', message: `the best answer counts ${best} %; the key is the one that counts 100 %` };
  const sum = right.reduce((total, answer) => total + fractionOf(answer), 0);
  if (!isOne && right.length > 0 && Math.abs(sum - 100) > 2) return weightsUnclear(sum);
  return { type: 'choice', options: optionsOf(question, read, (answer) => right.includes(answer)) };
}

/** The answers are called true and false in every language; where they have words of their own, these are the two options. */
function trueFalseBody(question: Element, read: ToText): ToldBody {
  const told = optionsOf(question, read, isFull);
  const isWord = (word: string) => (option: ToldOption) => option.text.trim().toLowerCase() === word;
  if (!told.every((option) => isWord('true')(option) || isWord('false')(option)))
    return { type: 'choice', options: told };
  const options = ['true', 'false'].map((word): ToldOption => {
    const answer = told.find(isWord(word));
    return { text: word === 'true' ? 'True' : 'False', isKey: answer?.isKey ?? false, why: answer?.why ?? '' };
  });
  return { type: 'choice', options };
}

function matchingBody(question: Element, read: ToText): ToldBody {
  const pairs = childrenNamed(question, 'subquestion').map((sub) => ({
    left: read(sub),
    right: eitherToText(textIn(childNamed(childNamed(sub, 'answer'), 'text')).trim()).text,
  }));
  return matched(pairs);
}

/** Steps stand in the right order; where fractions number them (1, 2, 3), these count. */
function stepsOf(question: Element, read: ToText): { text: string; why: string }[] {
  const answers = childrenNamed(question, 'answer');
  const numbers = answers.map(fractionOf);
  const isNumbered = new Set(numbers).size === numbers.length && numbers.every((number) => number >= 1);
  const inOrder = isNumbered ? answers.toSorted((a, b) => fractionOf(a) - fractionOf(b)) : answers;
  return inOrder.map((answer) => ({ text: read(answer), why: read(childNamed(answer, 'feedback')) }));
}

function shortBody(question: Element): ToldBody | RefusalReason {
  const full = childrenNamed(question, 'answer').filter(isFull);
  return spelt(full.map((answer) => textIn(childNamed(answer, 'text')).trim()));
}

function numberBody(question: Element): ToldBody | RefusalReason {
  const full = childrenNamed(question, 'answer').filter(isFull);
  const [one] = full;
  if (!one || full.length > 1) return severalNumbers(full.length);
  const number = textIn(childNamed(one, 'text')).trim();
  if (number === '' || number === '*') return { code: 'no-key', message: 'no number is given' };
  if (!Number.isFinite(Number(number)))
    return { code: 'unreadable-answer', message: `"${number.slice(0, 40)}" is no number with a point` };
  const [unit] = unitsOf(question);
  return {
    type: 'number',
    number: Number(number),
    tolerance: Number(textIn(childNamed(one, 'tolerance')).trim() || '0'),
    ...(unit && { unit }),
  };
}

/** The units in which a number may be given; the first is the one that it is in. */
export function unitsOf(question: Element): string[] {
  const units = childrenNamed(childNamed(question, 'units'), 'unit');
  return units.map((unit) => textIn(childNamed(unit, 'unit_name')).trim());
}
