// What comes below a line of a Markdown list of questions, where the line alone does not tell what it is.
import { isFirstLabel } from '../../words/labels.ts';
import { endsAsking, isSectionTitle } from '../lines/line-words.ts';
import { lineOf, type MarkdownLine } from '../lines/lines.ts';
import { beginsBold, type Found, isBold } from './found.ts';

/** So many lines are looked at: a text before its options is shorter. */
const FARTHEST = 60;

/** A number 1 at the start of a line, which may begin a list. */
const FIRST = /^\s?(?:\*\*|__)?[1１]\s*[.):、．）]/;

/** A line among the others, by its index. */
export interface LineAt {
  readonly lines: readonly string[];
  readonly index: number;
}

function* linesBelow({ lines, index }: LineAt): Iterable<MarkdownLine> {
  for (const raw of lines.slice(index + 1, index + 1 + FARTHEST)) yield lineOf(raw);
}

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
 * The lines, from 1, of numbered options that stand right under a heading which does not ask: they count from 1, none of them asks,
 * and an answer follows them before anything else.
 */
export function numberedOptionsIn(lines: readonly string[]): ReadonlySet<number> {
  return pointsBy(lines, /^\s*#{1,6}\s/, numberedBelow);
}

/** What is found at every line of a form. */
function pointsBy(
  lines: readonly string[],
  form: RegExp,
  pointsAt: (lines: readonly string[], index: number) => readonly number[],
): ReadonlySet<number> {
  return new Set(lines.flatMap((raw, index) => (form.test(raw) ? pointsAt(lines, index) : [])));
}

function numberedBelow(lines: readonly string[], heading: number): number[] {
  const numbered: number[] = [];
  for (let at = heading + 1; at < Math.min(lines.length, heading + FARTHEST); at++) {
    const line = lineOf(lines[at] ?? '');
    if (line.kind === 'blank') continue;
    if (line.kind === 'answer' || line.kind === 'open-details') return numbered.length > 1 ? numbered : [];
    const isNext = line.kind === 'numbered' && !line.says && line.number === numbered.length + 1;
    if (!isNext || endsAsking(line.text)) return [];
    numbered.push(at + 1);
  }
  return [];
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
export function countsAnew({ lines, index }: LineAt): boolean {
  let last = '';
  for (const [offset, raw] of lines.slice(index, index + FARTHEST).entries()) {
    const line = lineOf(raw);
    if (line.kind === 'numbered' && offset > 0) return line.number === 1 && !line.says && endsAsking(last);
    if (line.kind === 'numbered' || line.kind === 'text') last = line.text;
    else if (line.kind !== 'blank') return false;
  }
  return false;
}

/** Whether letters or boxes stand below the number, and the next number below those. */
export function countsQuestions(at: LineAt): boolean {
  const first = lineOf(at.lines[at.index] ?? '');
  let hasOptions = false;
  for (const line of linesBelow(at)) {
    if (line.kind === 'numbered')
      return hasOptions && first.kind === 'numbered' && line.number === first.number + 1 && line.sign === first.sign;
    if (line.kind === 'task' || (line.kind === 'lettered' && isFirstLabel(line.label))) hasOptions = true;
    else if (line.kind === 'heading' && !hasOptions) return false;
  }
  return false;
}

/**
 * The lines, from 1, of numbered lists above lettered options or boxes: statements that a question is about. Where one of them asks it may be
 * a question of its own, and nobody knows: those are not sure.
 */
export function statementsIn(lines: readonly string[]): ReadonlyMap<number, { readonly isSure: boolean }> {
  const found = new Map<number, { readonly isSure: boolean }>();
  for (const [index, raw] of lines.entries()) {
    if (!FIRST.test(raw)) continue;
    const { points, asks } = statementsFrom(lines, index);
    for (const point of points) found.set(point, { isSure: !asks });
  }
  return found;
}

function statementsFrom(
  lines: readonly string[],
  first: number,
): { readonly points: number[]; readonly asks: boolean } {
  const none = { points: [], asks: false };
  const points: number[] = [];
  let asks = false;
  for (let at = first; at < Math.min(lines.length, first + FARTHEST); at++) {
    const line = lineOf(lines[at] ?? '');
    switch (line.kind) {
      case 'numbered':
        if (line.says || line.number !== points.length + 1) return none;
        points.push(at + 1);
        asks ||= endsAsking(line.text);
        break;
      case 'lettered':
        return points.length > 1 && isFirstLabel(line.label) ? { points, asks } : none;
      case 'task':
        return points.length > 1 ? { points, asks } : none;
      case 'text':
      case 'blank':
      case 'remark':
      case 'row':
        break;
      default:
        return none;
    }
  }
  return none;
}

/** The lines, from 1, of numbered lists that ask nothing and have neither options nor answers: below an answer they are prose. */
export function plainListsIn(lines: readonly string[]): ReadonlySet<number> {
  return pointsBy(lines, FIRST, plainPoints);
}

function plainPoints(lines: readonly string[], first: number): number[] {
  const points: number[] = [];
  for (let at = first; at < Math.min(lines.length, first + FARTHEST); at++) {
    const line = lineOf(lines[at] ?? '');
    if ('text' in line && line.kind !== 'heading' && endsAsking(line.text))
      return points.length > 0 && line.kind === 'numbered' && line.number !== points.length + 1 ? points : [];
    if (line.kind === 'numbered') {
      if (line.says || line.number !== points.length + 1) return points;
      points.push(at + 1);
    } else if (line.kind === 'heading' || line.kind === 'rule' || line.kind === 'meta' || line.kind === 'asked')
      return points;
    else if (line.kind !== 'text' && line.kind !== 'blank' && line.kind !== 'reason') return [];
  }
  return points;
}
