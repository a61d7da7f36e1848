/**
 * What a terminal must not be sent from content: C0 without line feed and tab, DEL, C1, bidi controls (Unicode Bidi_Control),
 * line and paragraph separators, zero-width and invisible characters, tag characters, lone surrogates.
 */
const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** A text fit for a terminal: every character that could drive it is shown as an escape, `\u{1b}`. Tabs become spaces. */
export function safe(text: string): string {
  return text.replace(/\t/g, '    ').replace(UNSAFE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
