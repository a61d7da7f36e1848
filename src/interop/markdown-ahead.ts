// What comes below a line of a Markdown list of questions, where the line alone does not tell what it is.
import { isFirstLabel } from './labels.ts';
import type { Found } from './markdown-found.ts';
import { lineOf } from './markdown-lines.ts';

/** So many lines are looked at: a text before its options is shorter. */
const FARTHEST = 60;

/** Whether options like those of a question follow a line, before a heading, a number or a rule. */
export function leadsToOptions(lines: readonly string[], index: number, { options }: Found): boolean {
  const areTasks = options.some(({ isTask }) => isTask);
  const areLettered = options.some(({ label }) => label !== undefined);
  for (const raw of lines.slice(index + 1, index + 1 + FARTHEST)) {
    const line = lineOf(raw);
    switch (line.kind) {
      case 'task':
      case 'answer':
        return true;
      case 'lettered':
        return areLettered && isFirstLabel(line.label);
      case 'bullet':
        return !areTasks && !areLettered;
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
