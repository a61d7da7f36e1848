// Markdown to plain text, and texts in the format that their source names.
import { Lexer, type Token } from 'marked';
import { limits } from '../../core/limits.ts';
import { codeIn, fenced, textAboveCode } from '../../core/text/fences.ts';
import { withoutFormulas } from '../../core/text/formulas.ts';
import { eitherToText, holdsTag, htmlToText } from '../markup/html.ts';
import { asItIs, type PlainText } from '../markup/plain-text.ts';
import { isWordAmong, wordsAmong } from '../markup/tags.ts';
import { paragraphs } from '../reading/texts.ts';

/** What was seen of a text, and how it is read. `hasTargets`: whether it says where its links lead. */
interface Seen {
  media: number;
  readonly hasTargets: boolean;
  /** Whether a tag is a word of the text. */
  readonly isWord: ReturnType<typeof wordsAmong>;
}

/**
 * The text of lines of Markdown: emphasis goes, code stays in backticks or between fences, soft line ends are spaces. With
 * `hasTargets` a link says where it leads: in a reason that is often all that it has to say.
 */
export function markdownToText(lines: readonly string[], hasTargets = false): PlainText {
  const whole = lines.join('\n');
  if (isHeap(whole)) return asItIs(whole);
  const isWord = wordsAmong(whole.replace(CODE_SPAN, ''));
  const parts: string[] = [];
  let media = 0;
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length === 0) return;
    const seen: Seen = { media: 0, hasTargets, isWord };
    parts.push(
      blocksOf(paragraph)
        .map((block) => inlineText(block, seen))
        .join('\n'),
    );
    media += seen.media;
    paragraph = [];
  };
  const code: string[] = [];
  const coded = codeIn(lines);
  for (const [index, line] of lines.entries()) {
    const { kind, text } = coded[index] ?? {};
    if (kind !== undefined || line.trim() === '') flush();
    if (kind === 'code' && text !== undefined) code.push(text);
    if (kind === 'fence') parts.push(codeText(code.splice(0)));
    const isAbove = kind === undefined && coded[index + 1]?.kind === 'code';
    const words = isAbove ? textAboveCode(line) : line;
    if (kind === undefined && words.trim() !== '') paragraph.push(words.replace(/^ +/, ''));
  }
  flush();
  parts.push(codeText(code));
  return { text: paragraphs(parts), media, isCut: false };
}

const CODE_SPAN = /(`+)[^`]+\1/g;

/** Code as a bank has it, so that it is shown by its lines; nothing where it has none. */
function codeText(rows: readonly string[]): string {
  return rows.every((row) => row.trim() === '') ? '' : fenced(rows);
}

const MOST_MARKS = 200;
/** Of emphasis: the parser looks for the end of each among all that follow. */
const MOST_STARS = 40;

/** Whether it stays as it is written: longer than any text of a bank, or so full of marks that finding their pairs takes minutes. */
function isHeap(text: string): boolean {
  if (text.length > limits.textLength) return true;
  return (
    countOf(text, /[*_<`[~]/g) > MOST_MARKS ||
    countOf(text, /(?<![\p{L}\p{N}])[*_]+|[*_]+(?![\p{L}\p{N}])/gu) > MOST_STARS
  );
}

function countOf(text: string, form: RegExp): number {
  return text.match(form)?.length ?? 0;
}

/** The lines of a paragraph, joined where they are one: points of a list and rows of a table stay lines of their own. */
function blocksOf(paragraph: readonly string[]): string[] {
  const blocks: string[] = [];
  for (const line of paragraph) {
    if (/^\|[-\s:|]+\|\s*$/.test(line)) continue;
    if (blocks.length === 0 || /^(?:[-*+]|\d{1,3}[.)])\s+\S|^\|.*\|\s*$/.test(line)) blocks.push(line);
    else blocks.push(`${blocks.pop()}\n${line}`);
  }
  return blocks;
}

function inlineText(block: string, seen: Seen): string {
  const { text, shown } = withoutFormulas(block);
  return shown(inline(Lexer.lexInline(text), seen)).trim();
}

function inline(tokens: readonly Token[], seen: Seen): string {
  return tokens.map((token) => inlineToken(token, seen)).join('');
}

/** Tags that begin or end a line. */
const BREAK = /^<(?:br\s*\/?|\/?(?:li|ol|ul|p|div|tr|table|h[1-6])\b[^>]*)>$/i;

const MEDIA = /^<\/?(?:img|audio|video|object|iframe|embed|svg)\b/i;

/** What a tag of HTML shows, and nothing where it ends. */
function picturesOf(tag: string, seen: Seen): string {
  if (tag.startsWith('</')) return '';
  const { text, media } = htmlToText(tag);
  seen.media += media;
  return text;
}

function inlineToken(token: Token, seen: Seen): string {
  switch (token.type) {
    case 'br':
      return '\n';
    case 'codespan':
      return inBackticks(token.text);
    case 'escape':
      return token.text;
    case 'html':
      if (isWordAmong(seen.isWord, token.raw)) return token.raw;
      if (MEDIA.test(token.raw)) return picturesOf(token.raw, seen);
      return BREAK.test(token.raw) ? '\n' : holdsTag(token.raw) ? '' : token.raw;
    case 'image':
      seen.media += 1;
      return `[picture${token.text ? `: ${token.text}` : ''}]`;
    case 'link':
      return linked(token, inline(token.tokens ?? [], seen), seen);
    case 'text':
      return decoded(token.text.replace(/ *\n/g, ' '));
    default:
      return 'tokens' in token && token.tokens ? inline(token.tokens, seen) : token.raw;
  }
}

/** Code in as many backticks as it takes to see where it ends. */
function inBackticks(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const mark = '`'.repeat(longest + 1);
  return longest > 0 ? `${mark} ${code} ${mark}` : `${mark}${code}${mark}`;
}

function linked({ href }: Token & { href?: string }, text: string, { hasTargets }: Seen): string {
  const isTold = hasTargets && href !== undefined && /^https?:/i.test(href) && !text.includes(href);
  return isTold && !text.includes('[picture') ? `${text} (${href})` : text;
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|[a-z][a-z0-9]{1,30});/gi,
    (entity, decimal?: string, hex?: string) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
      if (code === undefined) return htmlToText(entity).text || ' ';
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    },
  );
}

/** HTML, plain or Markdown, whatever else the format is called; of any other, or none, it is looked whether it is HTML. */
export function formattedText(text: string, format = ''): PlainText {
  if (/html/i.test(format)) return htmlToText(text);
  if (/plain/i.test(format)) return asItIs(text);
  return /markdown/i.test(format) ? markdownToText(text.split('\n')) : eitherToText(text);
}
