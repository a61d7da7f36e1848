import { fingerprint } from '../fingerprint.ts';
import type { Item, Rev } from './item.ts';
import type { Body } from './kinds/index.ts';

/** The revision of a question: its type, stem, parts and key. Explanations, concepts and places do not change it. */
export function revisionOf(stem: string, body: Body): Rev {
  const asked = JSON.stringify(body, function (this: unknown, key, value: unknown) {
    const isKey = this === body.answer; // its pairs go by ids, which may be these words
    return !isKey && (key === 'why' || key === 'concept') ? undefined : value;
  });
  return fingerprint(`${stem.replace(/\s+/g, ' ')}\n${asked}`);
}

/** A fingerprint of all that is read of a question, explanations, quotes and case included. Where it stands is no part of that. */
export function wordingOf({ stem, body, why, quotes, dated, case: shared }: Item): string {
  const passages = quotes.map(({ text, section }) => [text, section]);
  const remark = dated && [dated.asOf, dated.says, dated.source];
  return fingerprint(JSON.stringify([stem, body, why, passages, remark, shared?.text]));
}
