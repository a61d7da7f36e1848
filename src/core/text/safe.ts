/**
 * What a terminal must not be sent from content: C0 without line feed and tab, DEL, C1, bidi controls (Unicode Bidi_Control),
 * line and paragraph separators, zero-width and invisible characters, tag characters, lone surrogates.
 */
const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\ud800-\udfff]/gu;

/** A text fit for a terminal: every character that could drive it is shown as an escape, `\u{1b}`. Tabs become spaces. */
export function safe(text: string): string {
  return text.replace(/\t/g, '    ').replace(UNSAFE, escaped);
}

const escaped = (char: string) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;

/** A text without what a terminal must not be sent: nobody sees it, so nobody means it. */
export function withoutUnsafe(text: string): string {
  return text.replace(UNSAFE, '');
}

/** The first character that a terminal must not be sent: its place, and how it is shown. */
export function unsafeAt(text: string): { readonly index: number; readonly shown: string } | undefined {
  const index = text.search(UNSAFE);
  return index < 0 ? undefined : { index, shown: safe(String.fromCodePoint(text.codePointAt(index) ?? 0)) };
}

/** A value as JSON that carries nothing that could drive a terminal, and loses nothing: what is unsafe stands as \\u escapes. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (char) =>
    [...Array(char.length).keys()].map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

/** Embeddings, overrides and isolates of the bidi algorithm, and what closes each (Unicode UAX #9). */
const OPENING = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/u;
const CLOSING = /[\u202c\u2069]/u;

/** What authored text may not hold: control characters but line feed and tab, DEL, C1, separators, tags, noncharacters, surrogates. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200b\u2060-\u2065\ufff9-\ufffb\p{NChar}]|[\u{e0000}-\u{e007f}]|[\ud800-\udfff]/u;

/** The first character of an authored text that could drive a terminal or make a text look like another; as an escape. */
export function unsafeCharacter(text: string): string | undefined {
  const found = FORBIDDEN.exec(text)?.[0] ?? unpairedBidi(text);
  return found === undefined ? undefined : escaped(found);
}

/** A bidi control that reorders beyond its own line: opened and never closed there, or closed and never opened. */
function unpairedBidi(text: string): string | undefined {
  if (!OPENING.test(text) && !CLOSING.test(text)) return undefined; // nearly every text
  for (const line of text.split('\n')) {
    const open: string[] = [];
    for (const char of line) {
      if (OPENING.test(char)) open.push(char);
      else if (CLOSING.test(char) && open.pop() === undefined) return char;
    }
    if (open.length > 0) return open[0];
  }
  return undefined;
}
