/** What FNV-1a begins with and multiplies by, in 32 bits. */
export const BASIS = 0x811c9dc5;
export const PRIME = 0x01000193;

/**
 * FNV-1a, 32 bit (Fowler, Noll, Vo), over UTF-16 units. Different bases give independent values. Four steps at a time: the engine optimises
 * a shorter loop on another thread, which takes longer than all that a start sums.
 */
export function fnv1a(text: string, basis = BASIS): number {
  const fours = text.length - (text.length % 4);
  const { imul } = Math;
  let value = basis;
  for (let i = 0; i < fours; i += 4) {
    value = imul(value ^ text.charCodeAt(i), PRIME);
    value = imul(value ^ text.charCodeAt(i + 1), PRIME);
    value = imul(value ^ text.charCodeAt(i + 2), PRIME);
    value = imul(value ^ text.charCodeAt(i + 3), PRIME);
  }
  for (let i = fours; i < text.length; i++) value = imul(value ^ text.charCodeAt(i), PRIME);
  return value >>> 0;
}

/** The same as eight hexadecimal digits. */
export function shortSum(text: string, basis = BASIS): string {
  return fnv1a(text, basis).toString(16).padStart(8, '0');
}

/** A short name for a text, 16 hexadecimal digits: tells versions of one thing apart, no more than that. */
export function fingerprint(text: string): string {
  return shortSum(text) + shortSum(text, 0x9e3779b9);
}
