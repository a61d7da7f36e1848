import { fingerprint } from '../fingerprint.ts';
import type { Rev } from './item.ts';
import type { Body } from './kinds/index.ts';

/** The revision of a question: its type, stem, parts and key. Explanations, concepts and places do not change it. */
export function revisionOf(stem: string, body: Body): Rev {
  const asked = JSON.stringify(body, (key, value: unknown) => (key === 'why' || key === 'concept' ? undefined : value));
  return fingerprint(`${stem.replace(/\s+/g, ' ')}\n${asked}`);
}
