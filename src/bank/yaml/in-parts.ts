// A question file that is laid out as most are and has no mistake, read a few questions at a time: of a whole document the parser
// keeps everything until it is done, and the engine carried all that about with it, which took a fifth of compiling a bank.
import { LineCounter } from 'yaml';
import { limits } from '../../core/limits.ts';
import type { MapNode, Node } from '../../core/shapes/node.ts';
import { contentsOf } from './document.ts';
import { enough, untilEnough } from './enough.ts';
import { convert, placesIn } from './nodes.ts';
import { keyBefore, partsOf } from './parts.ts';

/** So many questions are parsed together. */
const AT_ONCE = 8;

/** Starts or ends a document, or changes how it is read: then no part can be read by itself. */
const OF_DOCUMENTS = /^(?:---|\.\.\.|%)/;

/** A question file whose questions are read when they are asked for, so that those which are done with need not be kept. */
export interface FileInParts {
  /** The document, with these as its questions. */
  around(questions: readonly Node[]): MapNode;
  /** Throws `enough` where there is a mistake in one: then the file is to be read whole, to be told what it is. */
  questions(): Iterable<Node>;
}

/** Undefined where a file is laid out otherwise, or there is a mistake around its questions. */
export function openInParts(file: string, lines: readonly string[]): FileInParts | undefined {
  const parts = partsOf(lines);
  const starts = parts.flatMap(({ isQuestion, first }) => (isQuestion ? [first] : []));
  const [start] = starts;
  if (
    start === undefined ||
    starts.length <= AT_ONCE ||
    starts.length > limits.questionsInFile ||
    keyBefore(lines.slice(0, start)) !== 'questions'
  )
    return undefined;
  if (lines.some((line) => line.length > limits.lineLength || OF_DOCUMENTS.test(line))) return undefined;
  const budget = { weight: limits.yamlWeight };
  const read = (first: number, end: number, depth: number) => {
    const counter = new LineCounter();
    const text = lines.slice(first, end).join('\n') + (end < lines.length ? '\n' : '');
    const contents = contentsOf(text, counter, stop, budget);
    return convert(contents, depth, placesIn(file, counter, first), stop);
  };
  const end = parts.findLast(({ isQuestion, first }) => !isQuestion && first > start)?.first ?? lines.length;
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
      *questions() {
        for (let next = 0; next < starts.length; next += AT_ONCE) {
          const few = read(starts[next] ?? end, starts[next + AT_ONCE] ?? end, 2);
          if (few?.kind !== 'list') stop();
          yield* few.items;
        }
      },
    };
  });
}

/** The same as would be read of the whole text; undefined where it is to be read whole. */
export function readInParts(file: string, lines: readonly string[]): Node | undefined {
  const opened = openInParts(file, lines);
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
