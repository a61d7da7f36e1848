const DOTS = '...';

/** The text, or its beginning and its end with dots between: `most` characters in all, and no half of one that takes two. */
export function ends(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - DOTS.length) / 2);
  return `${text.slice(0, half).replace(/[\ud800-\udbff]$/, '')}${DOTS}${text.slice(-half).replace(/^[\udc00-\udfff]/, '')}`;
}
