/** A line of Markdown without its marks: heading signs, bullets, numbering, emphasis, code ticks, line breaks. */
export function bare(line: string): string {
  const plain = line
    .replace(/^\s*(?:#{1,6}\s+|>\s*)?(?:[-*+]\s+|\d{1,3}[.)]\s+)?/, '')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\*\*|`/g, '');
  if (!/[_*]/.test(plain)) return plain; // the pattern below is slow, and most lines have nothing for it
  return plain.replace(/(?<![\p{L}\p{N}])[_*](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])[_*](?![\p{L}\p{N}])/gu, '');
}
