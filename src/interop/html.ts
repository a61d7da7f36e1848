// HTML to plain text, for reading on a terminal, and back.
import { Parser } from 'htmlparser2';
import { escapeMarkup } from '../html/markup.ts';

export interface PlainText {
  readonly text: string;
  /** Pictures, sound and the like, which a text cannot carry. */
  readonly media: number;
  /** Whether the HTML ends in the middle of a tag. */
  readonly isCut: boolean;
}

const BLOCKS = /^(p|div|h[1-6]|ul|ol|table|blockquote|section|article|header|footer|dl|pre|hr|center|figure|form)$/;
const LINES = /^(br|li|tr|dt|dd|option|caption|figcaption)$/;
const HIDDEN = /^(script|style|template|head|title|noscript)$/;
const MEDIA = /^(img|audio|video|object|iframe|embed|svg|canvas|picture)$/;

/** The text of a piece of HTML: paragraphs and line breaks as lines, lists with their marks, code in backticks or as it stands. */
export function htmlToText(html: string): PlainText {
  const state = { text: '', hidden: 0, pre: 0, media: 0, lists: [] as number[] };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(state, name, attributes),
      onclosetag: (name) => close(state, name),
      ontext: (text) => {
        if (state.hidden === 0) state.text += state.pre > 0 ? text : folded(state.text, text);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return {
    text: state.text.replace(/\u00a0/g, ' ').trim(),
    media: state.media,
    isCut: /<[a-z/!][^<>]*$/i.test(html),
  };
}

interface Reading {
  text: string;
  hidden: number;
  pre: number;
  media: number;
  /** The number of the last item of each open list; -1 for bullets. */
  lists: number[];
}

function open(state: Reading, name: string, attributes: Readonly<Record<string, string>>): void {
  if (HIDDEN.test(name)) state.hidden += 1;
  if (state.hidden > 0) return;
  if (BLOCKS.test(name)) breakLine(state, name === 'p' || name === 'pre' ? 2 : 1);
  if (name === 'br') state.text += '\n';
  else if (LINES.test(name)) breakLine(state, 1);
  if (name === 'pre') state.pre += 1;
  if (name === 'ul' || name === 'ol') state.lists.push(name === 'ul' ? -1 : 0);
  if (name === 'li') state.text += mark(state.lists);
  if (name === 'code' && state.pre === 0) state.text += '`';
  if (name === 'sup') state.text += '^';
  if ((name === 'td' || name === 'th') && !/(^|\n)$/.test(state.text)) state.text += ' | ';
  if (MEDIA.test(name)) {
    state.media += 1;
    state.text += `[picture${attributes.alt ? `: ${attributes.alt}` : ''}]`;
  }
}

function close(state: Reading, name: string): void {
  if (HIDDEN.test(name)) state.hidden = Math.max(0, state.hidden - 1);
  if (state.hidden > 0) return;
  if (name === 'code' && state.pre === 0) state.text += '`';
  if (name === 'pre') state.pre = Math.max(0, state.pre - 1);
  if (name === 'ul' || name === 'ol') state.lists.pop();
  if (BLOCKS.test(name)) breakLine(state, name === 'p' || name === 'pre' ? 2 : 1);
}

function mark(lists: number[]): string {
  const last = lists.at(-1) ?? -1;
  if (last < 0) return '- ';
  lists[lists.length - 1] = last + 1;
  return `${last + 1}. `;
}

/** Ends the line; two make a blank line. Nothing is added where the text has not begun. */
function breakLine(state: Reading, lines: 1 | 2): void {
  const bare = state.text.trimEnd();
  if (bare === '') return;
  const open = state.text.slice(bare.length).split('\n').length - 1;
  state.text = bare + '\n'.repeat(Math.max(lines, open));
}

/** White space is one space, and none at the start of a line. */
function folded(before: string, text: string): string {
  const one = text.replace(/[ \t\r\n]+/g, ' ');
  return /(^|[\n ])$/.test(before) ? one.replace(/^ /, '') : one;
}

const TAGS =
  'p|br|b|i|u|em|strong|code|pre|ul|ol|li|img|span|div|sub|sup|table|tr|td|th|a|font|h[1-6]|hr|blockquote|small|tt|kbd|s';
const TAG = new RegExp(`</?(?:${TAGS})(?:\\s[^<>]*|/)?>|<(?:${TAGS})\\s+[a-z-]+=[^<>]*$`, 'i');
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos|nbsp|[a-z]{2,8});/i;
const BLOCK_TAG = /<(?:p|div|ul|ol|table|h[1-6]|pre)[\s>]/i;

/** Whether a text that may be either is HTML: it holds a tag or an entity that HTML knows. */
export function looksLikeHtml(text: string): boolean {
  return TAG.test(text) || ENTITY.test(text);
}

/** A text that may be plain or HTML, as the cells of most tables and Moodle's auto-format are. */
export function eitherToText(text: string): PlainText {
  if (!looksLikeHtml(text)) return { text, media: 0, isCut: false };
  return htmlToText(BLOCK_TAG.test(text) ? text : text.replace(/\n/g, '<br>'));
}

/** A plain text as HTML that reads the same: line breaks and runs of spaces are kept. */
export function textToHtml(text: string): string {
  return escapeMarkup(text)
    .replace(/(?<=^|[ \n])( )/g, '&nbsp;')
    .replace(/\n/g, '<br>');
}

/** A plain text for a place where HTML may stand: changed only if it would be taken for HTML. */
export function textForEither(text: string): string {
  return looksLikeHtml(text) ? escapeMarkup(text).replace(/(?<=^|[ \n])( )/g, '&nbsp;') : text;
}
