// Questions as points of a list, with their options as points below them.
import { isFirstLabel, isNextLabel } from '../../words/labels.ts';
import { opensAnswer } from '../lines/line-words.ts';
import { lineOf, type MarkdownLine } from '../lines/lines.ts';
import { lineAbove, lineBelow } from '../lines/near.ts';

/** Whether a point asks and has at least two points below it, or points that have boxes to tick. By the index of its line. */
export function nestedQuestionsIn(lines: readonly string[]): (index: number) => boolean {
  const kinds: MarkdownLine['kind'][] = []; // a line stands below points of several depths, and is looked at once
  const kindAt = (at: number) => {
    kinds[at] ??= lineOf(lines[at] ?? '').kind;
    return kinds[at];
  };
  return (index) => {
    const raw = lines[index] ?? '';
    if (!/^\s{0,3}[-*+]\s+\S/.test(raw)) return false;
    const line = lineOf(raw);
    if (line.kind !== 'bullet') return false;
    const { points, boxes } = pointsBelow(lines, index, line.indent, kindAt);
    return points > 1 && (boxes > 0 || /[?？:：]\s*[*_]*$/.test(line.text));
  };
}

/** A list below a point that is longer than this holds more than its options. */
const MOST_BELOW = 1000;

function pointsBelow(
  lines: readonly string[],
  index: number,
  indent: number,
  kindAt: (at: number) => MarkdownLine['kind'] | undefined,
): { points: number; boxes: number } {
  const seen = { points: 0, boxes: 0 };
  for (let at = index + 1; at < Math.min(lines.length, index + MOST_BELOW); at++) {
    const raw = lines[at] ?? '';
    if (raw.trim() === '') continue;
    if (raw.length - raw.trimStart().length <= indent) break;
    const kind = kindAt(at);
    if (kind === 'task' || kind === 'bullet' || kind === 'lettered' || kind === 'numbered') seen.points += 1;
    if (kind === 'task') seen.boxes += 1;
  }
  return seen;
}

/** The lines of a text without the marks of quotes around questions and single options, and titles of callouts as headings. */
export function withoutQuotes(lines: readonly string[]): string[] {
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
