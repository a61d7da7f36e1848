// Quotes around questions and single options: their marks say nothing.
import { isFirstLabel, isNextLabel } from '../../words/labels.ts';
import { lineAbove, lineBelow } from '../lines/around.ts';
import { opensAnswer } from '../lines/line-words.ts';
import { lineOf } from '../lines/lines.ts';

/** The lines without the marks of quotes around questions and single options, and titles of callouts as headings. */
export function withoutQuotes(lines: readonly string[]): readonly string[] {
  const bare = [...lines];
  for (let from = 0; from < lines.length; from++) {
    if (!/^\s*>/.test(lines[from] ?? '')) continue;
    let end = from;
    while (/^\s*>/.test(lines[end] ?? '')) end += 1;
    const block = lines.slice(from, end).map((line) => line.replace(/^\s*>\s?/, ''));
    if (holdsOptions(block))
      for (const [offset, line] of block.entries())
        bare[from + offset] = opensAnswer(line)
          ? line
          : line.replace(TITLE, lineAbove(lines, from).kind === 'heading' ? '$1' : '### $1'); // it has one
    else if (block.length === 1 && isOptionBetween(lines, from)) bare[from] = block[0] ?? '';
    from = end;
  }
  return bare;
}

const TITLE = /^\[!\w+\][+-]?\s+(\S.*)$/;

/** Whether a quote holds the options of a question: boxes to tick, or letters that count on from the first. */
function holdsOptions(block: readonly string[]): boolean {
  const lines = block.map((line) => lineOf(line));
  const letters = lines.flatMap((line) => (line.kind === 'lettered' ? [line.label] : []));
  const [first = '', second = ''] = letters;
  return lines.some(({ kind }) => kind === 'task') || (isFirstLabel(first) && isNextLabel(first, second));
}

/** Whether a quote of one line is an option: its letter is due after the option above it, and that below it after its own. */
function isOptionBetween(lines: readonly string[], index: number): boolean {
  const line = lineOf((lines[index] ?? '').replace(/^>\s?/, ''));
  if (line.kind !== 'lettered') return false;
  const [before, after] = [lineAbove(lines, index), lineBelow(lines, index)];
  const isDue = before.kind === 'lettered' && isNextLabel(before.label, line.label);
  return isDue && (after.kind !== 'lettered' || isNextLabel(line.label, after.label));
}
