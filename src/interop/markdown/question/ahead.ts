// What comes below a line of a list of questions, where the line alone does not tell what it is.
import { isFirstLabel } from '../../words/labels.ts';
import { type LineAt, linesBelow, linesFrom } from '../lines/around.ts';
import { endsAsking } from '../lines/line-words.ts';
import type { MarkdownLine, NumberedLine } from '../lines/lines.ts';
import { isSectionTitle } from '../lines/titles.ts';
import { beginsBold, type Found, isBold } from './found.ts';

type Kinds = readonly MarkdownLine['kind'][];

/** Whether boxes follow right below the line. */
export function standsAboveBoxes(at: LineAt): boolean {
  for (const { kind } of linesBelow(at)) if (kind !== 'blank') return kind === 'task';
  return false;
}

/** What stands in a question above its options no more than in another one. */
const APART: Kinds = ['heading', 'numbered', 'asked', 'rule', 'meta', 'reason', 'open-details'];

/** Whether options like those of a question follow a line, before anything that belongs to another one, or begins as the question did. */
export function leadsToOptions(at: LineAt, found: Found): boolean {
  const areTasks = found.options.some(({ isTask }) => isTask);
  const areLettered = found.options.some(({ label }) => label !== undefined);
  for (const line of linesBelow(at)) {
    if (line.kind === 'task' || line.kind === 'answer') return true;
    if (line.kind === 'lettered') return areLettered && isFirstLabel(line.label);
    if (line.kind === 'bullet') return !areTasks && !areLettered;
    if (APART.includes(line.kind) || (line.kind === 'text' && beginsBold(found) && isBold(line.text))) return false;
  }
  return false;
}

/** What tells options or an answer by itself, what is an option only below a text that asks, and what is neither. */
const SURE: Kinds = ['task', 'answer', 'open-details'];
const PERHAPS: Kinds = ['numbered', 'lettered', 'bullet'];
const NEITHER: Kinds = ['asked', 'rule', 'meta', 'reason'];

/**
 * Whether anything follows that can be options or an answer, so that the line may ask. Options alone are enough right below a text that
 * asks; below any other an answer must follow them.
 */
export function leadsToAnswer(at: LineAt): boolean {
  let text = at.lines[at.index] ?? '';
  let points = 0;
  for (const line of linesBelow(at)) {
    if (SURE.includes(line.kind)) return true;
    if (line.kind === 'heading') return line.saysAnswer;
    if (NEITHER.includes(line.kind)) return false;
    if (line.kind === 'numbered') points += 1;
    if (line.kind === 'numbered' && !countsTo(points, line)) return false;
    if (PERHAPS.includes(line.kind) && endsAsking(text)) return true;
    if (line.kind === 'text') text = line.text;
  }
  return false;
}

/** Whether a line counts on to a number, and no word before it calls it a question. */
export function countsTo(number: number, line: MarkdownLine): line is NumberedLine {
  return line.kind === 'numbered' && !line.says && line.number === number;
}

/** Whether a question with a number or a heading comes next, after nothing but titles. */
export function headsQuestions(at: LineAt): boolean {
  for (const line of linesBelow(at)) {
    if (line.kind === 'numbered' || line.kind === 'asked' || line.kind === 'heading') return true;
    if (line.kind !== 'blank' && !(line.kind === 'text' && isSectionTitle(line.text))) return false;
  }
  return false;
}

/** Whether the line asks and numbers that count from 1 again stand below it: its options. */
export function countsAnew(at: LineAt): boolean {
  let last = '';
  for (const { line, number } of linesFrom(at)) {
    if (line.kind === 'numbered' && number > at.index + 1) return countsTo(1, line) && endsAsking(last);
    if (line.kind === 'numbered' || line.kind === 'text') last = line.text;
    else if (line.kind !== 'blank') return false;
  }
  return false;
}

/** Whether letters or boxes stand below the number, and the next number below those. */
export function countsQuestions({ number, sign }: NumberedLine, at: LineAt): boolean {
  let hasOptions = false;
  for (const line of linesBelow(at)) {
    if (line.kind === 'numbered') return hasOptions && line.number === number + 1 && line.sign === sign;
    if (line.kind === 'heading' && !hasOptions) return false;
    hasOptions ||= isFirstOption(line);
  }
  return false;
}

/** Whether a line is a box, or has the letter with which options begin. */
export function isFirstOption(line: MarkdownLine): boolean {
  return line.kind === 'task' || (line.kind === 'lettered' && isFirstLabel(line.label));
}
