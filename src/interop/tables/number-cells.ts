// Numbers in the cells of a table, in which a comma or a stop may part thousands or decimals.
import { numbersIn } from '../../core/text/numerals.ts';
import type { RefusalReason } from '../format.ts';
import type { ToldBody } from '../reading/told.ts';

interface Cells {
  readonly answer: string;
  readonly tolerance: string;
  readonly unit: string;
}

/**
 * The number that is asked for: where it could be two, the one with the decimal sign that its tolerance has. `isOwn`: the cells are as
 * a bank has them, with a point for decimals and nothing else.
 */
export function numberFrom({ answer, tolerance, unit }: Cells, isOwn: boolean): ToldBody | RefusalReason {
  if (isOwn) return told(answer === '' ? Number.NaN : Number(answer), Number(tolerance || 0), unit);
  const off = numbersIn(tolerance || '0');
  const numbers = numbersIn(answer).toSorted((a, b) => Math.abs(a) - Math.abs(b)); // of two the larger has thousands
  if (off.length > 1) return { code: 'key-ambiguous', message: twoReadings(tolerance) };
  const sign = off.every(Number.isInteger) ? undefined : /[.,](?=\d*$)/.exec(tolerance)?.[0];
  if (numbers.length > 1 && !sign) return { code: 'key-ambiguous', message: twoReadings(answer) };
  const number = sign && answer.includes(sign) ? numbers[0] : numbers.at(-1);
  return told(number ?? Number.NaN, off[0] ?? Number.NaN, unit);
}

function told(number: number, tolerance: number, unit: string): ToldBody {
  return { type: 'number', number, tolerance, ...(unit && { unit }) };
}

/** A sign before exactly three digits: one digit more, or no sign, says which it is. */
function twoReadings(text: string): string {
  return `"${text}" may be ${numbersIn(text).join(' or ')}: write ${text}0 or ${text.replace(/[.,]/, '')}`;
}
