// What comes below a line of a list of questions, where the line alone does not tell what it is.
import { isFirstLabel } from '../../words/labels.ts';
import { type LineAt, linesBelow, linesFrom } from '../lines/around.ts';
import { endsAsking, isSectionTitle } from '../lines/line-words.ts';
import type { NumberedLine } from '../lines/lines.ts';
import { beginsBold, type Found, isBold } from './found.ts';

/** Whether boxes follow right below the line. */
export function standsAboveBoxes(at: LineAt): boolean {
  for (const { kind } of linesBelow(at)) if (kind !== 'blank') return kind === 'task';
  return false;
}

/** Whether options like those of a question follow a line, before a heading, a number, a rule or a line that begins as the question did. */
export function leadsToOptions(at: LineAt, found: Found): boolean {
  const { options } = found;
  const areTasks = options.some(({ isTask }) => isTask);
  const areLettered = options.some(({ label }) => label !== undefined);
  for (const line of linesBelow(at)) {
    switch (line.kind) {
      case 'task':
      case 'answer':
        return true;
      case 'lettered':
        return areLettered && isFirstLabel(line.label);
      case 'bullet':
        return !areTasks && !areLettered;
      case 'text':
        if (beginsBold(found) && isBold(line.text)) return false;
        break;
      case 'heading':
      case 'numbered':
      case 'asked':
      case 'rule':
      case 'meta':
      case 'reason':
      case 'open-details':
        return false;
      default:
    }
  }
  return false;
}

/**
 * Whether anything follows that can be options or an answer, so that the line may ask. Options alone are enough right below a text that
 * asks; below any other an answer must follow them.
 */
export function leadsToAnswer(at: LineAt): boolean {
  let text = at.lines[at.index] ?? '';
  let points = 0;
  for (const line of linesBelow(at)) {
    switch (line.kind) {
      case 'task':
      case 'answer':
      case 'open-details':
        return true;
      case 'heading':
        return line.saysAnswer;
      case 'numbered':
        points += 1;
        if (line.number !== points || line.says) return false;
        if (endsAsking(text)) return true;
        break;
      case 'lettered':
      case 'bullet':
        if (endsAsking(text)) return true;
        break;
      case 'text':
        text = line.text;
        break;
      case 'asked':
      case 'rule':
      case 'meta':
      case 'reason':
        return false;
      default:
    }
  }
  return false;
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
    if (line.kind === 'numbered' && number > at.index + 1) return line.number === 1 && !line.says && endsAsking(last);
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
    if (line.kind === 'task' || (line.kind === 'lettered' && isFirstLabel(line.label))) hasOptions = true;
    else if (line.kind === 'heading' && !hasOptions) return false;
  }
  return false;
}
