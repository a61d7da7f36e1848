/** FNV-1a, 32 bit (Fowler, Noll, Vo), over UTF-16 units. Different bases give independent values. */
export function fnv1a(text: string, basis = 0x811c9dc5): number {
  let value = basis;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** A short name for a text, 16 hexadecimal digits: tells versions of one thing apart, no more than that. */
export function fingerprint(text: string): string {
  const half = (basis: number) => fnv1a(text, basis).toString(16).padStart(8, '0');
  return half(0x811c9dc5) + half(0x9e3779b9);
}
