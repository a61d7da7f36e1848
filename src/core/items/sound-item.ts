// Whether a question that was read from a copy of ours holds what an item promises, as sound.ts says of events.
import {
  type Check,
  isA,
  isFlag,
  isList,
  isNumber,
  isOneOf,
  isOptional,
  isRecordOf,
  isText,
  isWhole,
} from '../shapes/checks.ts';
import type { Item } from './item.ts';
import { kinds } from './kinds/index.ts';
import { revisionOf } from './revision.ts';

/** Whether it is a whole item, and still the question that its revision was made of. */
export function isSoundItem(value: unknown): value is Item {
  if (!isItem(value)) return false;
  const { stem, body, rev } = value as Item; // isItem says so
  return revisionOf(stem, body) === rev;
}

const option = isA({ id: isText, text: isText, concept: isOptional(isText), why: isOptional(isText) });
const options = isList(option, 2);
const choice = isA({ options, answer: isList(isText, 1) });
const number = isA({ number: isNumber, tolerance: isNumber, unit: isOptional(isText) });
const bodyOf: Readonly<Record<keyof typeof kinds, Check>> = {
  single: choice,
  multiple: choice,
  ordering: choice,
  matching: isA({ left: options, right: options, answer: isRecordOf(isText) }),
  cloze: isA({ answer: (value) => isA({ accept: isList(isText, 1) })(value) || number(value) }),
};
const isKind = isA({ type: isOneOf(...Object.keys(kinds)) });
const isBody: Check = (value) => isKind(value) && bodyOf[(value as Item['body']).type](value); // isKind says that it has one

const quote = isA({
  text: isText,
  section: isText,
  file: isText,
  lines: isList(isWhole, 2),
  path: isList(isText),
  context: isA({
    head: isOptional(isA({ 0: isWhole, 1: isText })),
    before: isOptional(isText),
    after: isOptional(isText),
  }),
});

const isItem = isA({
  id: isText,
  rev: isText,
  topics: isList(isText, 1),
  level: isOptional(isText),
  scenario: isOptional(isFlag),
  stem: isText,
  quotes: isList(quote),
  why: isOptional(isText),
  dated: isOptional(isA({ asOf: isText, says: isText, source: isOptional(isText) })),
  family: isOptional(isText),
  enemies: isOptional(isList(isText)),
  case: isOptional(isA({ id: isText, text: isText })),
  body: isBody,
});
