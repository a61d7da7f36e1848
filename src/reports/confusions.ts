// Which concepts are mixed up, as a document and in lines.
import { type Block, line } from '../core/text/styled.ts';
import { count } from '../core/text/wording.ts';
import type { Confusion } from '../learning/standing/confusion.ts';
import { round } from './topics.ts';

/** A pair that was mixed up, as data. */
export function confusionDocument({ chosen, right, chosenName, rightName, count: times, of, low, high }: Confusion) {
  return { chosen, right, chosenName, rightName, count: times, of, low: round(low), high: round(high) };
}

export type ConfusionDocument = ReturnType<typeof confusionDocument>;

/** The pairs that were mixed up more than once. */
export function confusionLines(confusions: readonly Confusion[], most: number): Block[] {
  const often = confusions.filter((pair) => pair.count > 1).slice(0, most);
  return often.map(({ chosenName, rightName, count: times, of }) =>
    line(`Mixed up: you chose ${chosenName} where ${rightName} was right, ${times} of ${count(of, 'time')}.`),
  );
}
