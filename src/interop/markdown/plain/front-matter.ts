// Front matter above a Markdown text: fields between two lines of dashes. A page of its own for each question has the question there.
import { namesQuestion } from '../../data/fields.ts';

/** A longer block is none. */
const MOST_LINES = 60;

/** The lines without the front matter, and with the question in it as a heading on its line. */
export function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  const end = lines.slice(0, MOST_LINES).findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  const isFront = /^---\s*$/.test(lines[0] ?? '') && end > 1 && FIELD.test(lines[1] ?? '');
  if (!isFront) return lines;
  const bare = lines.map((line, index) => (index <= end ? '' : line));
  for (const [index, line] of lines.slice(0, end).entries()) {
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    if (!namesQuestion(name)) continue;
    bare[index] = `### ${/^[|>][+-]?\s*$/.test(value) ? blockBelow(lines, index, end) : unquoted(value)}`;
    break;
  }
  return bare;
}

const FIELD = /^([\p{L}_][\p{L}\p{N}_-]*):\s*(.*?)\s*$/u;

function blockBelow(lines: readonly string[], index: number, end: number): string {
  const below = lines.slice(index + 1, end);
  const last = below.findIndex((line) => /^\S/.test(line));
  return below
    .slice(0, last < 0 ? below.length : last)
    .map((line) => line.trim())
    .join(' ')
    .trim();
}

/** A scalar of YAML on one line, as far as questions are written so. */
function unquoted(value: string): string {
  if (/^".*"$/.test(value)) return value.slice(1, -1).replace(/\\(["\\])/g, '$1');
  return /^'.*'$/.test(value) ? value.slice(1, -1).replaceAll("''", "'") : value;
}
