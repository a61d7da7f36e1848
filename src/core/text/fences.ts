// Code between fences in Markdown (CommonMark 0.31, 4.5): what stands there is text, and no sign in it is a mark.
import { onceOfEach } from '../once.ts';

/** Marks of lists and of options, behind which a fence may stand: "- [ ] ```js", "1. ```", "**A)** ```". */
const MARK = '(?:[-*+]|\\d{1,9}[.)]|\\[[ xX]\\]|\\([ xX]\\)|[*_(]{0,3}[A-Za-z][.):][*_]{0,2})[ \\t]+';
const FENCE = new RegExp(`^([ \\t]*(?:${MARK})*)(\`{3,}(?=[^\`]*$)|~{3,})`);
/** "What does this print? ```js": by CommonMark only the last fence of such code begins any, and would take in what stands below. */
const BEHIND_TEXT = /(?<=\S)\s+(`{3,}|~{3,})[\w+#.-]*\s*$/;
const MARKED = new RegExp(`^[ \\t]*${MARK}`);

/** How much deeper than its beginning code may end: what stands deeper still is a line of it. */
const DEEPER = 3;
/** Behind a mark or a text stands the code of an option or a question: it is short. */
const LONGEST_BEHIND = 60;

interface Fence {
  readonly marks: string;
  /** What stands before it in its line. */
  readonly before: string;
  readonly depth: number;
}

/** A line of code, or a fence. */
export interface CodeLine {
  readonly kind: 'fence' | 'code';
  /** What is left of it without the marks before the fence, and set out as far as the fence is set in. */
  readonly text: string;
}

/**
 * What is code among lines. A fence that nothing closes reaches to the end; behind a mark it is none. How deep one may stand depends on
 * the item of a list that it stands in, so any depth will do: deeper than its item allows it is code all the same, by its indentation (4.4).
 */
export const codeIn = onceOfEach((lines: readonly string[]): readonly (CodeLine | undefined)[] => {
  let open: Fence | undefined;
  return lines.map((line, index) => {
    if (open === undefined) {
      const fence = fenceOn(line);
      open = fence && (isBare(fence) ? fence : behindMark(lines, index, fence));
      if (fence === undefined) open = behindText(lines, index);
      return fence && open && { kind: 'fence', text: line.slice(open.before.length) };
    }
    const kind = closes(line, open) ? 'fence' : 'code';
    const text = setOut(line, open.depth);
    if (kind === 'fence') open = undefined;
    return { kind, text };
  });
});

/** What is code among lines, as `codeIn` finds it, without the texts. */
export function codeAmong(lines: readonly string[]): readonly (CodeLine['kind'] | undefined)[] {
  return codeIn(lines).map((line) => line?.kind);
}

/** Whether a line by itself can open or close code, and has nothing before the fence. */
export function isFence(line: string): boolean {
  const fence = fenceOn(line);
  return fence !== undefined && isBare(fence);
}

/** The index of the fence that nothing closes. */
export function unclosedFence(lines: readonly string[]): number | undefined {
  const isOpen = codeAmong([...lines, '']).at(-1) === 'code';
  return isOpen ? codeAmong(lines).lastIndexOf('fence') : undefined;
}

/** A line without the fence behind its text, if one begins code there or might. */
export function beforeFence(line: string): string | undefined {
  const [found, marks = ''] = BEHIND_TEXT.exec(line) ?? [];
  const isOpen = found !== undefined && line.split(marks).length % 2 === 0; // in pairs it is code within the line
  return isOpen ? line.slice(0, -found.length) : undefined;
}

/** What is text of a line above code, or might be: all but the fence behind it. */
export function textAboveCode(line: string): string {
  return beforeFence(line) ?? line;
}

/** Code between fences of its own: longer than any marks within. */
export function fenced(rows: readonly string[]): string {
  const longest = Math.max(2, ...rows.flatMap((row) => (row.match(/`+/g) ?? []).map((run) => run.length)));
  const marks = '`'.repeat(longest + 1);
  return [marks, ...rows, marks].join('\n');
}

function fenceOn(line: string): Fence | undefined {
  const [, before = '', marks] = FENCE.exec(line) ?? [];
  return marks === undefined ? undefined : { marks, before, depth: widthOf(before) };
}

function isBare({ before }: Fence): boolean {
  return before.trim() === '';
}

/** Code that begins behind a mark ends before the next point of the list ("A) ```" may be an option whole), and its last fence says how deep it is. */
function behindMark(lines: readonly string[], index: number, fence: Fence): Fence | undefined {
  const depth = indentOf(fence.before);
  for (const line of lines.slice(index + 1, index + 1 + LONGEST_BEHIND)) {
    if (closes(line, fence)) return { ...fence, depth: Math.min(fence.depth, indentOf(line)) };
    if (indentOf(line) <= depth && MARKED.test(line)) return undefined;
  }
  return undefined;
}

/** Code that begins behind a text ends within its paragraph. */
function behindText(lines: readonly string[], index: number): Fence | undefined {
  const line = lines[index] ?? '';
  const before = beforeFence(line);
  const marks = before === undefined ? undefined : BEHIND_TEXT.exec(line)?.[1];
  if (before === undefined || marks === undefined) return undefined;
  for (const [offset, below] of lines.slice(index + 1, index + 1 + LONGEST_BEHIND).entries()) {
    if (below.trim() === '') return undefined;
    const depth = indentOf(below);
    if (closes(below, { marks, before, depth })) return offset > 0 ? { marks, before, depth } : undefined;
  }
  return undefined;
}

/** With as many of the same marks, and nothing after them. */
function closes(line: string, { marks, depth }: Fence): boolean {
  const text = line.trim();
  if (text.length < marks.length || text !== marks.charAt(0).repeat(text.length)) return false;
  return indentOf(line) <= depth + DEEPER;
}

/** How far a line is set in, a tab being four blanks. */
export function indentOf(line: string): number {
  return widthOf(/^\s*/.exec(line)?.[0] ?? '');
}

function widthOf(before: string): number {
  return before.replaceAll('\t', '    ').length;
}

function setOut(line: string, depth: number): string {
  let [at, width] = [0, 0];
  while (width < depth && /[ \t]/.test(line.charAt(at))) width += widthOf(line.charAt(at++));
  return line.slice(at);
}
