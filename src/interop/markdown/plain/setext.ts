// Headings that are underlined (CommonMark 0.31, 4.3), as headings with signs before them.
import { codeAmong } from '../../../core/text/fences.ts';
import { lineOf } from '../lines/lines.ts';

const UNDERLINE = /^ {0,3}(={3,}|-{3,})\s*$/;

/** The lines with underlined headings on one line. */
export function withSetextHeadings(lines: readonly string[]): readonly string[] {
  const code = codeAmong(lines);
  const plain = [...lines];
  for (const [index, line] of lines.entries()) {
    if (code[index] !== undefined || !UNDERLINE.test(line) || !underlines(lines, index)) continue;
    plain[index - 1] = `${line.trim().startsWith('=') ? '#' : '##'} ${(lines[index - 1] ?? '').trim()}`;
    plain[index] = '';
  }
  return plain;
}

/**
 * Whether a line underlines the one above it, which stands alone and is no sentence, no point and no part of a question. Dashes part
 * questions as often, right below the last line of one: those that underline are about as long as their heading.
 */
function underlines(lines: readonly string[], index: number): boolean {
  const title = (lines[index - 1] ?? '').trim();
  const under = (lines[index] ?? '').trim();
  const isAlone = title !== '' && (lines[index - 2] ?? '').trim() === '';
  if (!isAlone || /[.;,。]$/.test(title) || /^(?:[-*+>|#]|\d{1,9}[.)])/.test(title)) return false;
  const isLong = under.length >= title.length / 2 && under.length <= title.length * 2 + 3;
  if (!isLong && under !== '===') return false;
  const line = lineOf(title);
  return line.kind === 'text' || (line.kind === 'numbered' && line.says);
}
