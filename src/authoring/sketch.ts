import type { Passage } from './passages.ts';

/** The parts of a question that its type asks for, and the passages that prove them. */
export interface Sketch {
  readonly parts: Readonly<Record<string, unknown>>;
  readonly proof: readonly Passage[];
}

/** A text without the sign that ends it in a list. The stop of "i.v." is its own. */
export function closed(text: string): string {
  return text.replace(/\s*(?:[;,；，。]|(?<!\p{L}\.\p{L})\.)$/u, '');
}
