// Where the headings of Markdown notes are: line by line, because notes may be anybody's, and no text may make this slow or deep.
// ATX and setext headings outside of code, lists and quotations (CommonMark 0.31, 4.2, 4.3 and 4.5).
import { codeAmong } from '../../core/text/fences.ts';

export interface HeadingLine {
  /** As it is written, without the marks of the heading. */
  readonly text: string;
  readonly depth: number;
  /** Line number, from 1. */
  readonly first: number;
}

const ATX = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /^ {0,3}(?:[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/;
const QUOTED_OR_HTML = /^ {0,3}[><]/;
const INDENTED = /^(?: {4}|\t)/;

/** The headings among the lines of Markdown, in their order; code and the items of lists have none. */
export function headingsIn(lines: readonly string[]): HeadingLine[] {
  const found: HeadingLine[] = [];
  const code = codeAmong(lines);
  let paragraph: number | undefined; // the index of its first line
  let isInside = false; // a list, a quotation or HTML, up to the next empty line
  let canGoOn = false; // after that line an indented one still belongs to a list's item
  for (const [index, line] of lines.entries()) {
    const before = paragraph;
    paragraph = undefined;
    if (code[index] !== undefined) {
      isInside = canGoOn = false;
      continue;
    }
    const marks = ATX.exec(line);
    const underline = before === undefined ? undefined : UNDERLINE.exec(line)?.[1];
    if (marks) {
      found.push({ text: withoutClosing(line.slice(marks[0].length)), depth: marks[1]?.length ?? 1, first: index + 1 });
      isInside = canGoOn = false;
    } else if (underline !== undefined && before !== undefined) {
      const text = lines.slice(before, index).join(' ').trim();
      found.push({ text, depth: underline.startsWith('=') ? 1 : 2, first: before + 1 });
    } else if (line.trim() === '') isInside = false;
    else if (RULE.test(line)) isInside = canGoOn = false;
    else if (ITEM.test(line) || (canGoOn && before === undefined && INDENTED.test(line))) isInside = canGoOn = true;
    else if (QUOTED_OR_HTML.test(line)) [isInside, canGoOn] = [true, false];
    else if (!isInside && (before !== undefined || !INDENTED.test(line))) {
      paragraph = before ?? index;
      canGoOn = false;
    }
  }
  return found;
}

/** The text of an ATX heading; marks at its end close it. */
function withoutClosing(text: string): string {
  return text
    .trim()
    .replace(/(^|[ \t])#+$/, '')
    .trim();
}
