// What keyboards have no keys for: typographic signs, and what is written above or below the line.
import { narrowed } from './width.ts';

const BELOW = '₀₁₂₃₄₅₆₇₈₉₊₋';
const ABOVE = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻';
const ON_THE_LINE = '0123456789+-';

/** What is above the line, as far as it goes, with what it stands behind. */
const RAISED = new RegExp(`(^|.)([${ABOVE}]+)`, 'g');

/** A text in the signs that are typed for it, one for one but for dots and wide letters: "μ" and "µ", dashes and quotation marks are each one. */
export function typed(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return narrowed(text)
    .replace(/[‘’‚‛ʼ′´]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replaceAll('…', '...')
    .replaceAll('µ', 'μ')
    .replace(new RegExp(`[${BELOW}]`, 'g'), (sign) => onTheLine(sign, BELOW));
}

/** How a text may be typed: "m²" as "m^2" or "m2", but "10²" as "10^2" alone, because "102" is another number. */
export function typings(text: string): string[] {
  const plain = typed(text);
  const raised = (mark: (before: string) => string) =>
    plain.replace(RAISED, (_, before: string, above: string) => `${before}${mark(before)}${onTheLine(above, ABOVE)}`);
  return [...new Set([raised(() => '^'), raised((before) => (/[\d)]/.test(before) ? '^' : ''))])];
}

function onTheLine(signs: string, row: string): string {
  return signs.replace(/./g, (sign) => ON_THE_LINE[row.indexOf(sign)] ?? sign);
}
