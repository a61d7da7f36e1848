// A text with code in it, as parts and as lines for a screen: code keeps its lines and its indentation, and its fences are not shown.
import { type CodeLine, codeAmong, codeIn, textAboveCode } from './fences.ts';
import { type Line, labelled, line, plainText, type Role, type Span, span } from './styled.ts';

/** Whether code stands between fences in a text. */
export function hasCode(text: string): boolean {
  return text.includes('\n') && codeAmong(text.split('\n')).includes('code');
}

/** Lines of a text that stand together: prose, or the code between two fences. */
export interface Stretch {
  readonly isCode: boolean;
  readonly rows: readonly string[];
}

/** The text as prose and code in turn, without the fences; all of it is one stretch of prose where there is no code. */
export function stretchesOf(text: string): Stretch[] {
  const written = text.split('\n');
  if (!hasCode(text)) return [{ isCode: false, rows: written }];
  const coded = codeIn(written);
  const stretches: { isCode: boolean; rows: string[] }[] = [];
  for (const [index, row] of written.entries()) {
    const isCode = coded[index]?.kind === 'code';
    const shown = shownOf(row, coded[index], coded[index + 1]);
    if (shown === undefined) continue;
    const last = stretches.at(-1);
    const goesOn = last?.isCode === isCode && (!isCode || coded[index - 1]?.kind === 'code');
    if (goesOn) last?.rows.push(shown);
    else stretches.push({ isCode, rows: [shown] });
  }
  return stretches;
}

/** The text with all of its lines but those of fences. */
export function withoutFences(text: string): string {
  return stretchesOf(text)
    .flatMap(({ rows }) => rows)
    .join('\n');
}

/** What is shown of a line; of one with a fence what stands beside it: the number of a point that begins with code, a question. */
function shownOf(row: string, own: CodeLine | undefined, next: CodeLine | undefined): string | undefined {
  if (own?.kind === 'code') return row;
  if (own?.kind === 'fence') return row.slice(0, -own.text.length).trimEnd() || undefined;
  return next?.kind === 'code' ? textAboveCode(row) : row;
}

/** The text in one line where there is no code between fences; else what stands around the code, and each line of it by itself. */
export function withCodeLines(text: string, role: Role = 'plain'): Line[] {
  return stretchesOf(text).flatMap(({ isCode, rows }) =>
    isCode ? rows.map((row) => codeLine(row, role)) : [line(span(rows.join('\n'), role))],
  );
}

/** The lines of `withCodeLines` behind a lead, beside which all of them hang. */
export function labelledWithCode(lead: readonly Span[], text: string, role: Role = 'plain'): Line[] {
  const besides = (at: number) => (at === 0 ? lead : blanksUnder(lead));
  return withCodeLines(text, role).map((one, at) => ({ ...one, lead: [...besides(at), ...one.lead] }));
}

/** Blanks as wide as a lead, for what stands below its text. */
export function blanksUnder(lead: readonly Span[]): Span[] {
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
