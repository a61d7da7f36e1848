// HTML to plain text, for reading on a terminal, and back.
import { Parser } from 'htmlparser2';
import { fenced } from '../../core/text/fences.ts';
import { escapeMarkup } from '../../html/markup.ts';
import { DEEPEST_TAGS } from '../reading/refusals.ts';
import { TAB } from '../reading/texts.ts';
import { closeFormula, isAmongParts, type OpenFormula, openFormula } from './mathml.ts';
import { asItIs, type PlainText } from './plain-text.ts';
import { withWordsEscaped } from './tags.ts';

const BLOCKS = /^(p|div|h[1-6]|ul|ol|table|blockquote|section|article|header|footer|dl|pre|hr|center|figure|form)$/;
const LINES = /^(br|li|tr|dt|dd|option|caption|figcaption)$/;
const HIDDEN = /^(script|style|template|head|title|noscript)$/;
const MEDIA = /^(img|audio|video|object|iframe|embed|svg|canvas|picture)$/;

/** The text of a piece of HTML: paragraphs and line breaks as lines, lists with their marks, code in backticks or between fences. */
export function htmlToText(html: string): PlainText {
  return markupToText(withWordsEscaped(html, true));
}

function markupToText(html: string): PlainText {
  const state: TextSoFar = { body: '', tail: '', hidden: 0, pre: 0, media: 0, lists: [], formula: [] };
  let depth = 0;
  let isHeap = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        isHeap ||= depth > DEEPEST_TAGS;
        if (isHeap) parser.pause();
        else open(state, name, attributes);
      },
      onclosetag: (name) => {
        depth -= 1;
        close(state, name);
      },
      ontext: (text) => {
        if (state.hidden > 0 || (text.trim() === '' && isAmongParts(state.formula))) return;
        append(state, state.pre > 0 ? text : withSingleBlanks(state, text));
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  if (!isHeap) parser.end();
  return {
    text: state.body.replace(/\u00a0/g, ' ').trim(),
    media: state.media,
    isCut: isHeap || /<[a-z/!][^<>]*$/i.test(html),
  };
}

/** The text so far, parted so that nothing ever looks through all of it. */
interface TextSoFar {
  /** Up to the last sign that is seen. */
  body: string;
  /** The white space after it. */
  tail: string;
  hidden: number;
  pre: number;
  /** The code so far, in a `<code>` that begins a line of `<pre>`. Any other `<pre>` may be prose. */
  code?: string;
  media: number;
  /** The number of the last item of each open list; -1 for bullets. */
  lists: number[];
  readonly formula: OpenFormula;
}

function append(state: TextSoFar, text: string): void {
  if (state.code !== undefined) {
    state.code += text;
    return;
  }
  const seen = text.trimEnd();
  if (seen !== '') {
    state.body += state.tail + seen;
    state.tail = '';
  }
  state.tail += text.slice(seen.length);
}

function open(state: TextSoFar, name: string, attributes: Readonly<Record<string, string>>): void {
  if (HIDDEN.test(name)) state.hidden += 1;
  if (state.hidden > 0) return;
  openFormula(state.formula, name, (text) => append(state, text));
  if (BLOCKS.test(name)) breakLine(state, name === 'p' || name === 'pre' ? 2 : 1);
  if (name === 'br' && state.code !== undefined) state.code += '\n';
  else if (name === 'br') state.tail += '\n';
  else if (LINES.test(name)) breakLine(state, 1);
  if (name === 'pre') state.pre += 1;
  if (name === 'ul' || name === 'ol') state.lists.push(name === 'ul' ? -1 : 0);
  if (name === 'li' && state.code === undefined) append(state, mark(state.lists)); // in code it is a line
  if (name === 'code' && state.pre === 0) append(state, '`');
  else if (name === 'code' && (state.body === '' || state.tail.includes('\n'))) state.code ??= '';
  if (name === 'sup') append(state, '^');
  if ((name === 'td' || name === 'th') && !isAtStart(state, '\n')) append(state, ' | ');
  if (MEDIA.test(name)) {
    state.media += 1;
    append(state, `[picture${attributes.alt ? `: ${attributes.alt}` : ''}]`);
  }
}

function close(state: TextSoFar, name: string): void {
  if (HIDDEN.test(name)) state.hidden = Math.max(0, state.hidden - 1);
  if (state.hidden > 0) return;
  closeFormula(state.formula, (text) => append(state, text));
  if (name === 'code' && state.pre === 0) append(state, '`');
  else if (name === 'code') closeCode(state);
  if (name === 'pre') state.pre = Math.max(0, state.pre - 1);
  if (name === 'ul' || name === 'ol') state.lists.pop();
  if (BLOCKS.test(name)) breakLine(state, name === 'p' || name === 'pre' ? 2 : 1);
}

function closeCode(state: TextSoFar): void {
  const rows = (state.code ?? '').replace(/^\n/, '').trimEnd();
  delete state.code;
  if (rows === '') return;
  breakLine(state, 2);
  append(state, fenced(rows.split('\n')));
  breakLine(state, 2);
}

function mark(lists: number[]): string {
  const last = lists.at(-1) ?? -1;
  if (last < 0) return '- ';
  lists[lists.length - 1] = last + 1;
  return `${last + 1}. `;
}

/** Three line ends are one blank line more than any text keeps. */
const MOST_BREAKS = 3;

/** Ends the line; two make a blank line, but in code. Nothing is added where the text has not begun. */
function breakLine(state: TextSoFar, lines: 1 | 2): void {
  if (state.code !== undefined) {
    if (/[^\n]$/.test(state.code)) state.code += '\n';
    return;
  }
  if (state.body === '') {
    state.tail = '';
    return;
  }
  const open = state.tail.split('\n').length - 1;
  state.tail = '\n'.repeat(Math.min(MOST_BREAKS, Math.max(lines, open)));
}

/** Whether the text has not begun, or ends with one of the signs. */
function isAtStart({ body, tail }: TextSoFar, ...signs: string[]): boolean {
  return tail === '' ? body === '' : signs.some((sign) => tail.endsWith(sign));
}

/** White space is one space, and none at the start of a line. */
function withSingleBlanks(state: TextSoFar, text: string): string {
  const one = text.replace(/[ \t\r\n]+/g, ' ');
  return isAtStart(state, '\n', ' ') ? one.replace(/^ /, '') : one;
}

const TAGS =
  'p|br|b|i|u|em|strong|code|pre|ul|ol|li|img|span|div|sub|sup|table|tr|td|th|a|font|h[1-6]|hr|blockquote|small|tt|kbd|s';
const TAG = new RegExp(`</?(?:${TAGS})(?:\\s[^<>]*|/)?>|<(?:${TAGS})\\s+[a-z-]+=[^<>]*$`, 'i');
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos|nbsp|[a-z]{2,8});/i;
const BLOCK_TAG = /<(?:p|div|ul|ol|table|h[1-6]|pre)[\s>]/i;

/** Whether a text holds a tag that HTML knows. */
export function holdsTag(text: string): boolean {
  return TAG.test(text);
}

/** Whether a text that may be either is HTML: it holds a tag that is no word, or an entity that HTML knows. */
function looksLikeHtml(text: string): boolean {
  return ENTITY.test(text) || (TAG.test(text) && TAG.test(withWordsEscaped(text)));
}

/** A text that may be plain or HTML, as the cells of most tables and Moodle's auto-format are. */
export function eitherToText(text: string): PlainText {
  if (!looksLikeHtml(text)) return asItIs(text);
  const html = withWordsEscaped(text);
  return markupToText(BLOCK_TAG.test(html) ? html : html.replace(/\n/g, '<br>'));
}

/** A plain text as HTML that reads the same: line breaks and runs of spaces are kept, and a tab is as many as on the way in. */
export function textToHtml(text: string): string {
  return withSpaces(escapeMarkup(text)).replace(/\n/g, '<br>');
}

function withSpaces(escaped: string): string {
  return escaped.replaceAll('\t', TAB).replace(/(?<=^|[ \n])( )/g, '&nbsp;');
}

/** A plain text for a place where HTML may stand: changed only if it would be taken for HTML. */
export function textForEither(text: string): string {
  return looksLikeHtml(text) ? withSpaces(escapeMarkup(text)) : text;
}
