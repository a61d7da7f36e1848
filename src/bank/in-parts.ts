// A question file that is laid out as most are and has no mistake, read a few questions at a time: of a whole document the parser
// keeps everything until it is done, and the engine carried all that about with it, which took a fifth of compiling a bank.
import { LineCounter } from 'yaml';
import { limits } from '../core/limits.ts';
import type { MapNode, Node } from '../core/node.ts';
import { enough, untilEnough } from './enough.ts';
import { keyBefore, type Part, partsOf } from './parts.ts';
import { contentsOf } from './yaml-document.ts';
import { convert, placesIn } from './yaml-nodes.ts';

/** So many questions are parsed together. */
const AT_ONCE = 8;

/** Starts or ends a document, or changes how it is read: then no part can be read by itself. */
const OF_DOCUMENTS = /^(?:---|\.\.\.|%)/;

/** The same as would be read of the whole text; undefined where it is to be read whole, to be told what is wrong with it. */
export function readInParts(file: string, lines: readonly string[]): Node | undefined {
  const parts = partsOf(lines);
  const questions = parts.filter(({ isQuestion }) => isQuestion);
  const [first] = questions;
  if (!first || questions.length <= AT_ONCE || keyBefore(parts[0]?.lines ?? []) !== 'questions') return undefined;
  if (lines.some((line) => OF_DOCUMENTS.test(line))) return undefined;
  const budget = { weight: limits.yamlWeight };
  const read = (part: Part, depth: number) => {
    const counter = new LineCounter();
    const isLast = part.first + part.lines.length === lines.length;
    const text = part.lines.join('\n') + (isLast ? '' : '\n');
    const contents = contentsOf(text, counter, stop, budget);
    return convert(contents, depth, placesIn(file, counter, part.first), stop);
  };
  return untilEnough(() => {
    const [head, tail] = parts.filter(({ isQuestion }) => !isQuestion).map((part) => mapping(read(part, 1)));
    const last = head?.entries.at(-1);
    if (!head || !last) return undefined;
    const items: Node[] = [];
    for (let at = 0; at < questions.length; at += AT_ONCE) {
      const list = read(joined(questions.slice(at, at + AT_ONCE)), 2);
      if (list?.kind !== 'list') return undefined;
      items.push(...list.items);
    }
    const at = { file, line: first.first + 1, column: (first.lines[0] ?? '').indexOf('-') + 1 };
    const list = { kind: 'list', at, items } as const;
    const entries = [...head.entries.slice(0, -1), { key: last.key, value: list }, ...(tail?.entries ?? [])];
    return areDistinct(entries) ? { ...head, entries } : undefined;
  });
}

function stop(): never {
  throw enough;
}

function joined(parts: readonly Part[]): Part {
  return { first: parts[0]?.first ?? 0, lines: parts.flatMap(({ lines }) => lines), isQuestion: true };
}

function mapping(node: Node | undefined): MapNode {
  return node?.kind === 'map' ? node : stop();
}

function areDistinct(entries: MapNode['entries']): boolean {
  return new Set(entries.map(({ key }) => key.value)).size === entries.length;
}
