// Whether an event that was read from a file holds what its type promises. One that was damaged does not, and is passed over.
import type { Event } from './session.ts';

/** True for events of types that are not known: a later version's. */
export function isSound(event: Event): boolean {
  const { type, at, ms } = event;
  if (typeof type !== 'string' || !isTime(at) || !isTime(ms)) return false;
  return promises.get(type)?.(event) ?? true;
}

type Check = (value: unknown) => boolean;

/** Milliseconds that a Date can hold (ECMA-262, time values). */
const isTime: Check = (value) => typeof value === 'number' && Math.abs(value) <= 8.64e15;
const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isNumber: Check = Number.isFinite;
const isWhole: Check = Number.isInteger;
const isList =
  (of: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(of);
const isOneOf =
  (...words: unknown[]): Check =>
  (value) =>
    words.includes(value);
const isA = (fields: Readonly<Record<string, Check>>): Check => {
  const checks = Object.entries(fields); // once, because a history has millions of events
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    // An object may be asked for any field.
    checks.every(([name, check]) => check((value as Readonly<Record<string, unknown>>)[name]));
};
const isResponse: Check = (value) =>
  isText(value) || (typeof value === 'object' && value !== null && Object.values(value).every(isText));

const slot = isWhole;
const fieldsOf: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  started: {
    session: isText,
    offset: (value) => value === undefined || isNumber(value),
    bank: isA({ id: isText, folder: isText }),
    form: isA({
      title: isText,
      seed: isText,
      slots: isList(isA({ item: isText, rev: isText, order: isList(isText) })),
    }),
    policy: isA({
      mode: isOneOf('exam', 'drill'),
      feedback: isOneOf('immediate', 'deferred'),
      clock: isOneOf('active', 'wall'),
      limitMs: (value) => value === undefined || isNumber(value),
    }),
  },
  moved: { to: isWhole },
  flagged: { slot, on: isFlag },
  struck: { slot, option: isText, on: isFlag },
  drafted: { slot, draft: isResponse },
  responded: { slot, response: isResponse },
  graded: {
    slot,
    item: isText,
    rev: isText,
    topics: isList(isText),
    response: (value) => value === null || isResponse(value),
    score: isNumber,
    spent: isNumber,
  },
  undone: { slot },
  studied: { of: isText, item: isText, rev: isText, topics: isList(isText) },
  away: { lost: isNumber },
  closed: { reason: isOneOf('finished', 'timeout', 'left') },
};
const promises = new Map(Object.entries(fieldsOf).map(([type, fields]) => [type, isA(fields)] as const));
