// Lists of a paste that the lines below them tell apart: found before any line is read.
import { linesFrom } from '../lines/around.ts';
import { endsAsking } from '../lines/line-words.ts';
import { lineOf, type MarkdownLine } from '../lines/lines.ts';
import { countsTo, isFirstOption } from './start.ts';

type Kinds = readonly MarkdownLine['kind'][];

/** Lines by their numbers, from 1. */
export interface Lists {
  /** Options with numbers that stand right under a heading which does not ask. */
  readonly options: ReadonlySet<number>;
  /**
   * Statements that a question is about, above its options. Where one of them asks it may be a question of its own, and nobody knows: those
   * are not sure.
   */
  readonly statements: ReadonlyMap<number, { readonly isSure: boolean }>;
  /** Points that ask nothing and have neither options nor answers: below an answer they are prose. */
  readonly prose: ReadonlySet<number>;
  /** Whether a point is a question with its options as points below it. */
  isNested(number: number): boolean;
}

/** `hasKeys`: whether keys stand apart in it, which may be meant for what asks nothing. */
export function listsIn(lines: readonly string[], hasKeys: boolean): Lists {
  const [options, prose] = [new Set<number>(), new Set<number>()];
  const statements = new Map<number, { readonly isSure: boolean }>();
  for (const [index, raw] of lines.entries()) {
    if (HEADING.test(raw)) for (const point of optionsBelow(lines, index)) options.add(point);
    if (!FIRST.test(raw)) continue;
    const { points, asks } = statementsFrom(lines, index);
    for (const point of points) statements.set(point, { isSure: !asks });
    for (const point of hasKeys ? [] : prosePoints(lines, index)) prose.add(point);
  }
  return { options, statements, prose, isNested: nestedIn(lines) };
}

const HEADING = /^\s*#{1,6}\s/;
/** A number 1 at the start of a line, which may begin a list. */
const FIRST = /^\s?(?:\*\*|__)?[1１]\s*[.):、．）]/;

/** They count from 1, none of them asks, and an answer follows them before anything else. */
function optionsBelow(lines: readonly string[], heading: number): readonly number[] {
  const points: number[] = [];
  for (const { line, number } of linesFrom({ lines, index: heading + 1 })) {
    if (line.kind === 'blank') continue;
    if (line.kind === 'answer' || line.kind === 'open-details') return points.length > 1 ? points : [];
    if (!countsTo(points.length + 1, line) || endsAsking(line.text)) return [];
    points.push(number);
  }
  return [];
}

/** Numbers above lettered options or boxes. */
function statementsFrom(
  lines: readonly string[],
  index: number,
): { readonly points: readonly number[]; readonly asks: boolean } {
  const none = { points: [], asks: false };
  const points: number[] = [];
  let asks = false;
  for (const { line, number } of linesFrom({ lines, index })) {
    if (isFirstOption(line)) return points.length > 1 ? { points, asks } : none;
    if (countsTo(points.length + 1, line)) {
      points.push(number);
      asks ||= endsAsking(line.text);
    } else if (!GOING_ON.includes(line.kind)) return none;
  }
  return none;
}

/** What may stand in a list below its points, and what ends one. */
const GOING_ON: Kinds = ['text', 'blank', 'remark', 'row'];
const ENDING: Kinds = ['numbered', 'heading', 'rule', 'meta', 'asked'];

function prosePoints(lines: readonly string[], index: number): readonly number[] {
  const points: number[] = [];
  for (const { line, number } of linesFrom({ lines, index })) {
    const asks = 'text' in line && endsAsking(line.text);
    if (countsTo(points.length + 1, line) && !asks) points.push(number);
    else if (ENDING.includes(line.kind) && points.length > 0 && !countsTo(points.length + 1, line)) return points;
    else if (asks || !['text', 'blank', 'reason'].includes(line.kind)) return [];
  }
  return points;
}

/** A list below a point that is longer than this holds more than its options. */
const MOST_BELOW = 1000;
const POINTS: Kinds = ['task', 'bullet', 'lettered', 'numbered'];

/** Points that ask and have at least two points below them, or points that have boxes to tick. */
function nestedIn(lines: readonly string[]): Lists['isNested'] {
  const kinds: MarkdownLine['kind'][] = []; // a line stands below points of several depths, and is looked at once
  const kindAt = (at: number) => {
    kinds[at] ??= lineOf(lines[at] ?? '').kind;
    return kinds[at];
  };
  return (number) => {
    const raw = lines[number - 1] ?? '';
    const line = /^\s{0,3}[-*+]\s+\S/.test(raw) ? lineOf(raw) : undefined;
    if (line?.kind !== 'bullet') return false;
    let [points, boxes] = [0, 0];
    for (let at = number; at < Math.min(lines.length, number + MOST_BELOW); at++) {
      const below = lines[at] ?? '';
      if (below.trim() === '') continue;
      if (below.length - below.trimStart().length <= line.indent) break;
      const kind = kindAt(at);
      if (kind && POINTS.includes(kind)) points += 1;
      if (kind === 'task') boxes += 1;
    }
    return points > 1 && (boxes > 0 || /[?？:：]\s*[*_]*$/.test(line.text));
  };
}
