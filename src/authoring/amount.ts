// A number that fills a gap, as an author types it.
import { isDecimal } from '../core/shapes/value-shapes.ts';

/** As it was typed. */
export interface Amount {
  readonly number: string;
  readonly unit?: string;
  readonly tolerance?: string;
}

/** What is written for its parts. */
export const AMOUNT_FORMS = {
  number: 'digits, with a point for decimals: 80 or -0.5',
  tolerance: 'digits, from 0 up: 2 or 0.5',
} as const;

/** Whether a text says how far off is still right. */
export function isTolerance(text: string): boolean {
  return isDecimal(text) && Number(text) >= 0;
}
