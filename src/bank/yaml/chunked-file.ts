// Reads a question file a few questions at a time, where it is laid out as most are and has no mistake. Of a whole document the parser
// keeps everything until it is done, and carrying all that about took a fifth of compiling a bank.
import { LineCounter } from 'yaml';
import { limits } from '../../core/limits.ts';
import type { MapNode, Node } from '../../core/shapes/node.ts';
import { type Chunk, chunksOf, keyBefore } from './chunks.ts';
import { contentsOf } from './document.ts';
import { enough, untilEnough } from './enough.ts';
import { convert, positionsIn } from './nodes.ts';

/** So many questions are parsed together. */
const AT_ONCE = 8;

/** Starts or ends a document, or changes how it is read: then no chunk can be read by itself. */
const OF_DOCUMENTS = /^(?:---|\.\.\.|%)/;

/** A question file whose questions are read when they are asked for, so that those which are done with need not be kept. */
export interface ChunkedFile {
  /** The document, with these as its questions. */
  around(questions: readonly Node[]): MapNode;
  /**
   * What is known of a question by its lines, else the question. Throws `enough` where there is a mistake in one: then the file is to be
   * read whole, to be told what it is.
   */
  questions<T = never>(known?: (question: Chunk) => T | undefined): Iterable<Node | T>;
  /** What was read so far, in the weights of tokens; `spent` with it. */
  weight(): number;
}

/** Undefined where a file is laid out otherwise, or there is a mistake around its questions. `spent`: the weight of what is not read again. */
export function openChunked(file: string, lines: readonly string[], spent = 0): ChunkedFile | undefined {
  const layout = layoutOf(lines);
  if (!layout) return undefined;
  const { written, start, end } = layout;
  const budget = { weight: limits.yamlWeight - spent };
  const read = (first: number, last: number, depth: number) => {
    const counter = new LineCounter();
    const text = lines.slice(first, last).join('\n') + (last < lines.length ? '\n' : '');
    const contents = contentsOf(text, counter, stop, budget);
    return convert(contents, depth, positionsIn(file, counter, first), stop);
  };
  const nodesOf = (few: readonly Chunk[]): readonly Node[] => {
    const [first, last] = [few[0], few.at(-1)];
    if (!first || !last) return [];
    const list = read(first.first, last.first + last.lines.length, 2);
    return list?.kind === 'list' ? list.items : stop();
  };
  return untilEnough(() => {
    const head = mapping(read(0, start, 1));
    const last = head.entries.at(-1);
    if (!last) return undefined;
    const tail = end < lines.length ? mapping(read(end, lines.length, 1)).entries : [];
    const at = { file, line: start + 1, column: (lines[start] ?? '').indexOf('-') + 1 };
    const around = (items: readonly Node[]): MapNode => {
      const list = { kind: 'list', at, items } as const;
      return { ...head, entries: [...head.entries.slice(0, -1), { key: last.key, value: list }, ...tail] };
    };
    if (!areDistinct(around([]))) return undefined;
    return {
      around,
      questions: (known) => inTurn(written, known, nodesOf),
      weight: () => limits.yamlWeight - budget.weight,
    };
  });
}

/** The questions, and from which line to which their list stands: indices, the last one not included. */
interface Layout {
  readonly written: readonly Chunk[];
  readonly start: number;
  readonly end: number;
}

/** Undefined where there are few questions, or the file is laid out so that no chunk can be read by itself. */
function layoutOf(lines: readonly string[]): Layout | undefined {
  const chunks = chunksOf(lines);
  const written = chunks.filter(({ isQuestion }) => isQuestion);
  const start = written[0]?.first;
  if (start === undefined || written.length <= AT_ONCE || written.length > limits.questionsInFile) return undefined;
  if (keyBefore(lines.slice(0, start)) !== 'questions') return undefined;
  if (lines.some((line) => line.length > limits.lineLength || OF_DOCUMENTS.test(line))) return undefined;
  const after = chunks.findLast(({ isQuestion, first }) => !isQuestion && first > start);
  return { written, start, end: after?.first ?? lines.length };
}

/** What is known of each question, else the question, in their order; a few that follow one another are read together. */
function* inTurn<T>(
  written: readonly Chunk[],
  known: ((question: Chunk) => T | undefined) | undefined,
  nodesOf: (few: readonly Chunk[]) => readonly Node[],
): Iterable<Node | T> {
  let few: Chunk[] = [];
  for (const question of written) {
    const found = known?.(question);
    if (found === undefined) few.push(question);
    if (found !== undefined || few.length === AT_ONCE) {
      yield* nodesOf(few);
      few = [];
    }
    if (found !== undefined) yield found;
  }
  yield* nodesOf(few);
}

/** The document of a question file, read in chunks: what reading it whole would give. Undefined where it has to be read whole. */
export function readChunked(file: string, lines: readonly string[]): Node | undefined {
  const opened = openChunked(file, lines);
  return opened && untilEnough(() => opened.around([...opened.questions()]));
}

function stop(): never {
  throw enough;
}

function mapping(node: Node | undefined): MapNode {
  return node?.kind === 'map' ? node : stop();
}

function areDistinct({ entries }: MapNode): boolean {
  return new Set(entries.map(({ key }) => key.value)).size === entries.length;
}
