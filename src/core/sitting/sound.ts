// Whether an event that was read from a file holds what its type promises. One that was damaged does not, and is passed over.
import {
  type Check,
  isA,
  isBetween,
  isFlag,
  isList,
  isNumber,
  isOneOf,
  isOptional,
  isRecordOf,
  isText,
  isWhole,
} from '../shapes/checks.ts';
import { confidences, type Event } from './events.ts';

/** True for events of types that are not known: a later version's. */
export function isSound(event: Event): boolean {
  const { type, at, ms } = event;
  if (typeof type !== 'string' || !isTime(at) || !isTime(ms)) return false;
  return promises.get(type)?.(event) ?? true;
}

/** Milliseconds that a Date can hold (ECMA-262, time values). */
const isTime = isBetween(-8.64e15, 8.64e15);
const isDuration = isBetween(-8.64e15, 8.64e15);
/** Minutes: no zone is a day away from UTC. */
const isOffset = isBetween(-1440, 1440);
const isShare = isBetween(0, 1);
const isResponse: Check = (value) => isText(value) || isList(isText)(value) || isRecordOf(isText)(value);
const isConfidence = isOptional(isOneOf(...confidences));
const hints = [
  isA({ wrong: isText }),
  isA({ place: isWhole, option: isText }),
  isA({ left: isText, right: isText }),
  isA({ looks: isText }),
];
const isHint: Check = (value) => hints.some((isSuch) => isSuch(value));

const slot = isWhole;
/** Every field that a reader looks at; docs/journal.md says what each means. */
const fieldsOf: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  started: {
    session: isText,
    offset: isOptional(isOffset),
    bank: isA({ id: isText, folder: isText }),
    form: isA({
      title: isText,
      profile: isOptional(isText),
      seed: isText,
      slots: isList(
        isA({
          item: isText,
          rev: isText,
          order: isList(isText),
          why: isOptional(isText),
          flagged: isOptional(isFlag),
          hints: isOptional(isList(isHint)),
          unscored: isOptional(isFlag),
        }),
      ),
    }),
    policy: isA({
      mode: isOneOf('exam', 'drill'),
      feedback: isOneOf('immediate', 'deferred'),
      clock: isOneOf('active', 'wall'),
      limitMs: isOptional(isDuration),
      pass: isOptional(isNumber),
      cram: isOptional(isFlag),
    }),
  },
  opened: {
    pid: isWhole,
    host: isText,
    bank: isOptional(isText),
    boot: isOptional(isText),
    space: isOptional(isText),
    born: isOptional(isText),
  },
  moved: { to: isWhole },
  flagged: { slot, on: isFlag },
  guessed: { slot, on: isFlag },
  struck: { slot, option: isText, on: isFlag },
  challenged: { slot, text: isText, wording: isOptional(isText) },
  hinted: { slot, hint: isHint },
  drafted: { slot, draft: isResponse },
  responded: { slot, response: isResponse, confidence: isConfidence },
  graded: {
    slot,
    item: isText,
    rev: isText,
    topics: isList(isText, 1),
    response: (value) => value === null || isResponse(value),
    score: isShare,
    spent: isDuration,
    chance: isOptional(isShare),
    confidence: isConfidence,
    hints: isOptional(isWhole),
  },
  undone: { slot },
  studied: { of: isText, item: isText, rev: isText, topics: isList(isText, 1) },
  away: { lost: isDuration },
  closed: { reason: isOneOf('finished', 'timeout', 'left') },
};
const promises = new Map(Object.entries(fieldsOf).map(([type, fields]) => [type, isA(fields)] as const));
