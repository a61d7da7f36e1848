// Letters, digits and signs as East Asian keyboards type them, each as wide as a character of theirs.

/** They become what they are elsewhere, one for one: "５（％）" is "5(%)". Not by NFKC, which makes 102 of "10²". */
export function narrowed(text: string): string {
  if (!/[\u3000\uff01-\uff5e]/.test(text)) return text;
  return text.replace(/[\u3000\uff01-\uff5e]/g, (wide) =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}
