// Which tags of a text are HTML, and which are words of it: "Which tag is <title>?", "List<String>", "#include <stdio.h>".

/** Names that HTML knows and whose tags are closed; what it lets stay open; the rest are words where nothing closes them. */
const CLOSED =
  'a|abbr|b|bdi|bdo|big|blockquote|center|cite|code|del|div|dl|em|figure|font|h[1-6]|i|ins|kbd|mark|ol|pre|q|s|samp|section|small|span|strike|strong|sub|sup|table|tt|u|ul|var';
const OPEN = 'br|dd|dt|hr|img|li|option|p|tbody|td|th|thead|tr|wbr';

const ATTRIBUTES = `(?:\\s+[a-z_:@][\\w:.-]*(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'<>=\`]+))?)*`;
/** A tag by its form; else a sign that begins none: it has no form of one, and the text does not end before it could have. */
const TAG = `<(/?)([a-z][a-z0-9:-]*)(${ATTRIBUTES})\\s*(/?)>`;
const NO_TAG = `<(?=[a-z/][^<>]*[<>])(?!(?:${CLOSED}|${OPEN})\\s[^<>]*=)`;

const forms = () => new RegExp(`${TAG}|(${NO_TAG})`, 'gi');
const MAY_BE_OPEN = new RegExp(`^(?:${OPEN})$`, 'i');
const IS_CLOSED = new RegExp(`^(?:${CLOSED})$`, 'i');

/** Whether a tag is a word, by its name and by what stands behind it. */
type IsWord = (name: string, attributes: string) => boolean;

/**
 * The tags of a text that are words: without attributes, and never closed although they would have to be, or never opened. `isSure`:
 * whether the text is HTML for certain, where those that HTML knows were only forgotten.
 */
export function wordsAmong(text: string, isSure = false): IsWord {
  const open = new Map<string, number>();
  for (const [, closing, name, , alone] of text.matchAll(forms())) {
    if (name === undefined || alone === '/') continue;
    const key = name.toLowerCase();
    open.set(key, (open.get(key) ?? 0) + (closing === '/' ? -1 : 1));
  }
  return (name, attributes) =>
    !attributes.includes('=') &&
    (open.get(name.toLowerCase()) ?? 0) !== 0 &&
    !MAY_BE_OPEN.test(name) &&
    !(isSure && IS_CLOSED.test(name));
}

/** The text with the tags that are words as HTML shows them. */
export function withWordsEscaped(text: string, isSure = false): string {
  if (!text.includes('<')) return text;
  const isWord = wordsAmong(text, isSure);
  return text.replace(forms(), (whole, _, name?: string, attributes = '', alone = '', none?: string) => {
    const isText = none !== undefined || (name !== undefined && alone === '' && isWord(name, attributes));
    return isText ? `&lt;${whole.slice(1)}` : whole;
  });
}

/** Whether one tag is a word. */
export function isWordAmong(isWord: IsWord, tag: string): boolean {
  const [, , name, attributes = '', alone] = forms().exec(tag) ?? [];
  return name !== undefined && alone === '' && isWord(name, attributes);
}
