// A text with code in it as lines for a screen: code keeps its lines and its indentation, and its fences are not shown.
import { codeAmong } from './fences.ts';
import { type Line, labelled, line, type Role, span } from './text.ts';

/** The text in one line where there is no code between fences; else what stands around the code, and each line of it by itself. */
export function withCodeLines(text: string, role: Role = 'plain'): Line[] {
  const written = text.split('\n');
  const kinds = codeAmong(written);
  if (!kinds.includes('fence')) return [line(span(text, role))];
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

/** The same behind a label, beside which all of it hangs. */
export function labelledWithCode(label: string, text: string): Line[] {
  const indent = ' '.repeat(label.length);
  return withCodeLines(text).map((one, at) => ({ ...one, lead: [span(at === 0 ? label : indent), ...one.lead] }));
}

/** What does not fit beside its indentation hangs below it. */
function codeLine(row: string, role: Role): Line {
  const indent = /^\s*/.exec(row)?.[0] ?? '';
  return labelled(span(`  ${indent}`), span(row.slice(indent.length), role));
}
