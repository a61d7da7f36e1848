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

/**
 * The lines, from 1, of numbered options that stand right under a heading which does not ask: they count from 1, none of them asks,
 * and an answer follows them before anything else.
 */
export function numberedOptionsIn(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, raw] of lines.entries())
    if (/^\s*#{1,6}\s/.test(raw)) for (const line of numberedBelow(lines, index)) found.add(line);
  return found;
}

function numberedBelow(lines: readonly string[], heading: number): number[] {
  const numbered: number[] = [];
  for (let at = heading + 1; at < Math.min(lines.length, heading + FARTHEST); at++) {
    const line = lineOf(lines[at] ?? '');
    if (line.kind === 'blank') continue;
    if (line.kind === 'answer' || line.kind === 'open-details') return numbered.length > 1 ? numbered : [];
    const isNext = line.kind === 'numbered' && !line.says && line.number === numbered.length + 1;
    if (!isNext || /[?？]\s*[*_]*$/.test(line.text)) return [];
    numbered.push(at + 1);
  }
  return [];
}
