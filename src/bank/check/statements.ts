// What a learner's notes state, line by line, and what the learner marks as important.
import { codeIn, indentOf } from '../../core/text/fences.ts';
import { unmarked } from '../../core/text/markdown.ts';
import { frontMatterLines, headingsOver, type Notes, titleLines } from '../notes/notes.ts';
import { isTableRule } from '../notes/table-rule.ts';
import { words } from './words.ts';

/** A line of the notes that claims something. */
export interface Statement {
  readonly file: string;
  readonly line: number;
  /** The heading nearest above it; empty before the first. */
  readonly section: string;
  readonly text: string;
  /** 3 where the author marks it as important, else 1. */
  readonly weight: 1 | 3;
}

/**
 * The lines that state something. Headings, code fences, rules, blank and tag-only lines, comments, pictures and lists of other pages
 * do not, nor do labels ("Examples...", "- Producer" with a list under it, the head of a table or of a callout). A fence that names a
 * language holds a listing and so no statements; one that names none holds text.
 */
export function statementsOf(notes: Notes): Statement[] {
  const kinds = kindsOf(notes);
  const marked = markedLines(notes, kinds);
  return notes.lines.flatMap((source, index) => {
    const line = index + 1;
    if (kinds[index] !== 'statement') return [];
    const section = sectionAt(notes, line);
    const weight = marked.has(line) ? 3 : 1;
    return [{ file: notes.file, line, section, text: textOf(source), weight }];
  });
}

type LineKind = 'nothing' | 'heading' | 'label' | 'remark' | 'statement';

function kindsOf(notes: Notes): LineKind[] {
  const { lines } = notes;
  const titles = titleLines(notes);
  const frontMatter = frontMatterLines(lines);
  const code = codeIn(lines);
  let isListing = false;
  return lines.map((source, index) => {
    const { kind, text = '' } = code[index] ?? {};
    if (kind === 'fence') {
      isListing = /[^`~\s]/.test(text);
      return 'nothing';
    }
    if (titles.has(index + 1)) return 'heading';
    if (index < frontMatter || (kind === 'code' && isListing)) return 'nothing';
    if (CALLOUT.test(source) && words(textOf(source)).length <= MOST_PARENT_WORDS) return 'label';
    if (!/[\p{L}\p{N}]/u.test(withoutLinks(textOf(source)))) return 'nothing';
    if (isRemark(source)) return 'remark';
    const next = lines[index + 1] ?? '';
    return kind === undefined && (isLabel(source, next) || (source.includes('|') && isTableRule(next)))
      ? 'label'
      : 'statement';
  });
}

/** What is left of a line that is more than a list of other pages. */
function withoutLinks(text: string): string {
  return text.includes('[') ? text.replace(/\[\[[^[\]]*\]\]|\[[^[\]]*\]\([^()]*\)/g, '') : text;
}

const PICTURE = /!\[\[[^[\]]*\]\]|!\[[^[\]]*\]\([^()]*\)/g;
/** The head of a callout of Obsidian, of which the words behind it are the title. */
const CALLOUT = /^\s*>\s*\[![\w-]+\][+-]?/;

/** A line without marks, tags, images and comments. */
function textOf(source: string): string {
  const said = source.includes('%%') ? source.replace(/%%[^%]*%%/g, '') : source;
  const plain = said
    .replace(CALLOUT, '> ')
    .replace(/<(?:\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?|!--[^<>]*--)>/gi, (tag) => (isTag(tag) ? ' ' : tag));
  const text = unmarked(plain.replace(PICTURE, ''));
  return text
    .replace(/^\s*(?:\p{Extended_Pictographic}\u{fe0f}?\s*)+/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Placeholders such as <my_bucket> are text. */
function isTag(tag: string): boolean {
  return /^<(?:!--|\/?(?:br|hr|p|div|span|b|i|u|em|strong|sub|sup|img|a|table|t[rdh]|thead|tbody|details|summary|center|font|kbd|code|pre|ul|ol|li|h[1-6])\b)/i.test(
    tag,
  );
}

const MOST_ANNOUNCING_WORDS = 6;
const MOST_PARENT_WORDS = 4;

/** A few words that announce what follows: they end in dots or a colon, or a deeper list hangs on them. */
function isLabel(source: string, next: string): boolean {
  const all = words(textOf(source));
  if (all.some((word) => /^\p{N}/u.test(word))) return false;
  if (isAnnouncing(source)) return all.length <= MOST_ANNOUNCING_WORDS;
  return all.length <= MOST_PARENT_WORDS && isListEntry(next) && indentOf(next) > indentOf(source);
}

function isAnnouncing(source: string): boolean {
  return /(?:\.\.\.|…|:)$/.test(textOf(source));
}

function isListEntry(source: string): boolean {
  return /^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(source);
}

const IMPORTANT = /(?<!\b(?:not|less|un)[\s-]?)\b(?:important|remember)\b/i;
/** Signs that people put before what they must not forget. */
const SIGN = /^\s*(?:#{1,6}\s+)?(?:[-*+]\s+|\d{1,3}[.)]\s+)?(?:!(?!\[)|[❗‼⚠⭐★🌟])/u;
const BOLD = /\*\*[^*\s][^*]*\*\*|__[^_\s][^_]*__/;

const ONLY_IMPORTANT =
  /^\W*(?:(?:very|extremely|really|most|super)\s+)*important\b(?:\s+(?:for|to|in|subject|topic|part|section|point)\b.*|\W*)$/i;

/** "Very important for the exam": says nothing itself, but marks the list it closes. */
function isRemark(source: string): boolean {
  return ONLY_IMPORTANT.test(textOf(source)) && words(source).length <= 6 && !isAnnouncing(source);
}

/** Lines the author marks: by words, signs or bold, in the line, its headings, or a label or remark beside it. */
function markedLines(notes: Notes, kinds: readonly LineKind[]): Set<number> {
  const { lines, headings } = notes;
  const marked = new Set<number>();
  const isMarked = (source: string) => IMPORTANT.test(source) || SIGN.test(source);
  const written = headings.filter(({ isImplied }) => !isImplied);
  for (const { first, last } of written.filter(({ first }) => isMarked(lines[first - 1] ?? '')))
    for (let line = first; line <= last; line++) marked.add(line);
  let under = 0; // up to here lines are marked by the label above them
  for (const [index, source] of lines.entries()) {
    if (isMarked(source) || BOLD.test(source)) marked.add(index + 1);
    if (kinds[index] === 'label' && isMarked(source))
      for (under = Math.max(under, index + 1); under < lines.length && lines[under]?.trim() !== ''; under++)
        marked.add(under + 1);
    if (kinds[index] === 'remark') for (const at of siblingsAbove(lines, index, kinds)) marked.add(at + 1);
  }
  return marked;
}

/** The lines above in the same list, up to and with the one they hang on, or the last that are marked as its siblings. */
function siblingsAbove(lines: readonly string[], index: number, kinds: readonly LineKind[]): number[] {
  const indent = indentOf(lines[index] ?? '');
  const above: number[] = [];
  for (let at = index - 1; at >= 0 && isListEntry(lines[at] ?? ''); at--) {
    above.push(at);
    const own = indentOf(lines[at] ?? '');
    if (own < indent || (own === indent && kinds[at] === 'remark')) break;
  }
  return above;
}

/** The heading of a line: the nearest above it that says more than "important". */
function sectionAt(notes: Notes, line: number): string {
  const above = headingsOver(notes, line);
  const named = above.findLast(({ title }) => !ONLY_IMPORTANT.test(title));
  return (named ?? above.at(-1))?.title ?? '';
}
