// Which number a text may be: in "1,000" and in "0,5" the comma is another sign, and so is the stop in "1.000" and "0.5".
import { narrowed } from './width.ts';

/** How a number can be written: its digits with an optional part behind a decimal sign, and the sign that parts its thousands. */
interface Writing {
  readonly pattern: RegExp;
  readonly parting?: RegExp;
}

/** Thousands are parted in threes behind one to three digits, the first of which is not 0. The likelier reading stands before the other. */
const WRITINGS: readonly Writing[] = [
  { pattern: /^(?:\d+|\d*\.\d+)$/ },
  { pattern: /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/, parting: /,/g },
  { pattern: /^[1-9]\d{0,2}(?:\s\d{3})+(?:[.,]\d+)?$/, parting: /\s/g },
  { pattern: /^\d*,\d+$/ },
  { pattern: /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/, parting: /\./g },
];

/** The numbers that a text may be: none, one, or two where a comma or a stop stands before exactly three digits. */
export function numbersIn(text: string): number[] {
  const [, sign = '', written = '', power = ''] =
    /^([-+]?)([\d\s.,]*\d)(e[-+]?\d+)?$/i.exec(narrowed(text).trim()) ?? [];
  const digits = written.trimStart();
  return WRITINGS.filter(({ pattern }) => pattern.test(digits))
    .map(({ parting }) => (parting ? digits.replace(parting, '') : digits).replace(',', '.'))
    .map((plain) => Number(`${sign}${plain}${power}`))
    .filter(Number.isFinite);
}
