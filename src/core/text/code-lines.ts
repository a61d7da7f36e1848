// A text with code in it as lines for a screen: code keeps its lines and its indentation, and its fences are not shown.
import { codeAmong } from './fences.ts';
import { type Line, labelled, line, plainText, type Role, type Span, span } from './text.ts';

/** Whether code stands between fences in a text. */
export function hasCode(text: string): boolean {
  return text.includes('\n') && codeAmong(text.split('\n')).includes('code');
}

/** The text in one line where there is no code between fences; else what stands around the code, and each line of it by itself. */
export function withCodeLines(text: string, role: Role = 'plain'): Line[] {
  if (!hasCode(text)) return [line(span(text, role))];
  const written = text.split('\n');
  const kinds = codeAmong(written);
  const lines: Line[] = [];
  let prose: string[] = [];
  const endProse = () => {
    if (prose.length > 0) lines.push(line(span(prose.join('\n'), role)));
    prose = [];
  };
  for (const [index, row] of written.entries()) {
    if (kinds[index] === undefined) prose.push(row);
    else endProse();
    if (kinds[index] === 'code') lines.push(codeLine(row, role));
  }
  endProse();
  return lines;
}

/** The same behind a lead, beside which all of it hangs. */
export function labelledWithCode(lead: readonly Span[], text: string, role: Role = 'plain'): Line[] {
  const besides = (at: number) => (at === 0 ? lead : indentOf(lead));
  return withCodeLines(text, role).map((one, at) => ({ ...one, lead: [...besides(at), ...one.lead] }));
}

/** Blanks as wide as a lead, for what stands below its text. */
export function indentOf(lead: readonly Span[]): Span[] {
  return [span(' '.repeat(lead.reduce((width, { text }) => width + text.length, 0)))];
}

/** The text as a sentence names it: of code that takes several lines the first, since it stands in full elsewhere. */
export function inSentence(text: string): string {
  if (!hasCode(text)) return text;
  const rows = withCodeLines(text).flatMap((one) => plainText(one).trim() || []);
  return rows.length > 1 ? `${rows[0]} ...` : rows.join('');
}

/** What does not fit beside its indentation hangs below it. */
function codeLine(row: string, role: Role): Line {
  const indent = /^\s*/.exec(row)?.[0] ?? '';
  return labelled(span(`  ${indent}`), span(row.slice(indent.length), role));
}
