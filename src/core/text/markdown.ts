// Text without the marks of Markdown. Patterns of letters and numbers are made where they are used: reading one takes longer than all else here.

/** A line of Markdown without its marks: heading signs, bullets, numbering, emphasis, code ticks, line breaks. */
export function bare(line: string): string {
  return unemphasised(unlisted(line));
}

/** The same to be read: a star or an underscore that has no other in its line, or stands in a formula, is a sign and no mark. */
export function unmarked(line: string): string {
  const plain = withoutTwos(unlisted(line));
  if (!/[_*]/.test(plain)) return plain;
  // beside a mark stands no letter and no number outside of it, and no bracket of LaTeX
  return plain.replace(/(?<![\p{L}\p{N}_*})\\])(__?|\*)(?=[^\s_*])([^_*]*[^\s_*\\])\1(?![\p{L}\p{N}_*{(])/gu, '$2');
}

/** Without what stands before the words of a heading, a point or a quotation. */
function unlisted(line: string): string {
  return line
    .replace(/^\s*(?:#{1,6}\s+|>\s*)?(?:[-*+]\s+(?:\[[ xX]\]\s+)?|[・•‣◦]\s*|\d{1,3}[.)]\s+)?/, '')
    .replace(/<br\s*\/?>/gi, ' ');
}

/** A line as a page shows it, which is what is copied from there: links by their words, highlights and tags without their marks, no comments and no numbers of footnotes. */
export function asShown(line: string): string {
  return bare(unlinked(line));
}

/** A heading as a page shows it. Its number stays; names and classes that pandoc gives it in braces go. */
export function headingAsShown(text: string): string {
  return unemphasised(unlinked(text)).replace(/(?<=\S)\s+\{[#.-][^{}]*\}\s*$/, '');
}

function unemphasised(text: string): string {
  const plain = withoutTwos(text);
  if (!/[_*]/.test(plain)) return plain; // the pattern below is slow, and most lines have nothing for it
  return plain.replace(
    /(?<![\p{L}\p{N}])(?:_|(?<!\*)\*)(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?:_|\*(?!\*))(?![\p{L}\p{N}])/gu,
    '',
  );
}

/** Without ticks and double stars. */
function withoutTwos(text: string): string {
  return text.includes('**') ? withoutStrong(text) : text.replaceAll('`', '');
}

/** Without ticks; what stands between them is code, in which two stars are what they are. */
function withoutStrong(text: string): string {
  const pieces = text.split(/`+/);
  const closed = pieces.length - (pieces.length % 2 === 0 ? 1 : 0); // a last tick without another opens nothing
  const strong = /\*\*(?!(?<=\p{N}\*\*)\p{N}|(?<=\p{N} \*\*) \p{N})/gu; // between two numbers it is a power, and no mark
  return pieces.map((piece, at) => (at % 2 === 1 && at < closed ? piece : piece.replace(strong, ''))).join('');
}

/** Comments go; a mark that is not closed stays. */
function withoutComments(text: string, start: string, end: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let open = text.indexOf(start); open >= 0; open = text.indexOf(start, from)) {
    const close = text.indexOf(end, open + start.length);
    if (close < 0) break;
    kept.push(text.slice(from, open));
    from = close + end.length;
  }
  return kept.join('') + text.slice(from);
}

/** `[words](address)`, and `[[page|words]]` of Obsidian and wikis; pictures stay as they are. */
const LINK = /(?<!!)\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s"[^"]*")?\)/g;
const ADDRESS = /<((?:https?:\/\/|mailto:)[^<>\s]+)>/g;
/** A backslash that keeps a sign from being a mark (CommonMark 0.31, 2.4). */
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const ENTITY = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const PAGE = /(?<!!)\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]/g;
/** The number of a footnote, in the text that it belongs to. */
const FOOTNOTE = /\[\^[^\]\s]{1,40}\](?!:)/g;
/** The name that Obsidian gives a paragraph at its end, `^like-this`. */
const BLOCK_NAME = /(?<=\S)\s\^[A-Za-z][\w-]*\s*$/;
const HIGHLIGHT = /(?<!=)==([^\s=](?:[^=]*[^\s=])?)==(?!=)|(?<!~)~~([^\s~](?:[^~]*[^\s~])?)~~(?!~)/g;
/** Tags that set words otherwise. No others: `Vec<u8>` is a text. */
const TAG =
  /<\/?(?:abbr|b|center|cite|del|details|div|dfn|em|font|i|ins|kbd|mark|p|small|span|strong|sub|summary|sup|u)(?:\s[^<>]*)?>/gi;

function unlinked(text: string): string {
  let shown = text;
  if (shown.includes('[')) shown = withoutBrackets(shown);
  if (shown.includes('<')) shown = shown.replace(ADDRESS, '$1');
  if (shown.includes('~')) shown = shown.replace(/(?<=\p{L})~([\p{L}\p{N}+-]{1,6})~/gu, '$1'); // `H~2~O` of pandoc; "~5" is about five
  if (/==|~~/.test(shown)) shown = shown.replace(HIGHLIGHT, '$1$2');
  if (shown.includes('<')) shown = withoutComments(shown.replace(TAG, ''), '<!--', '-->');
  if (shown.includes('%%')) shown = withoutComments(shown, '%%', '%%');
  if (shown.includes('^')) shown = shown.replace(BLOCK_NAME, '');
  if (shown.includes('\\')) shown = shown.replace(ESCAPE, '$1');
  return shown.includes('&') ? shown.replace(ENTITY, decoded) : shown;
}

function withoutBrackets(text: string): string {
  const reference = /(?<![!\p{L}\p{N}\])])\[([^[\]]+)\]\[[^[\]]*\]/gu; // `[words][name]`, whose address stands elsewhere; `list[1][2]` is a text
  return text.replace(LINK, '$1').replace(reference, '$1').replace(PAGE, '$1').replace(FOOTNOTE, '');
}

function decoded(entity: string, name?: string, decimal?: string, hexadecimal?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isCharacter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : entity;
}
