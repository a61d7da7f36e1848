// A YAML file as a tree whose long lists are read a few entries at a time, and anew each time they are asked for: a file may be
// far larger than what can be read as a whole, and an entry that cannot be read costs no other.

import { type LongList, longListsIn } from '../../bank/yaml/lists.ts';
import { readYaml } from '../../bank/yaml/read.ts';
import { limits } from '../../core/limits.ts';
import { headOf, type Problem } from '../../core/problem.ts';
import type { Node } from '../../core/shapes/node.ts';
import { lineCounter } from '../reading/lines.ts';
import type { Branch } from './records.ts';

/** A value with its line in the file, or an entry of a long list that cannot be read. */
export type YamlBranch = Branch & { readonly line: number } & (
    | { readonly value: Node }
    | { readonly problem: Problem }
  );

/** So many entries are read at once. */
const AT_ONCE = 20;
/** Of so many broken ones the change is sought that would mend them. */
const MOST_MENDED = 100;
const STAND_IN = 'entries';

/** A long list, its first line in the file, and the line on which one entry stands for all of it in what is read as a whole. */
interface Cut {
  readonly list: LongList;
  readonly line: number;
  readonly lines: number;
  readonly standIn: number;
}

interface Shelf {
  readonly file: string;
  readonly text: string;
  readonly cuts: readonly Cut[];
}

/** The whole of a file, or what speaks against it. */
export function yamlTree(file: string, text: string): { readonly top: YamlBranch; readonly node: Node } | Problem {
  const lists = longListsIn(text, limits.importYamlTokens);
  if (!lists) return tooMuch(file);
  const cuts = cutsFor(text, lists);
  const read = readYaml(file, withStandIns(text, lists));
  if ('node' in read)
    return { node: read.node, top: branchOf(read.node, (line) => lineIn(cuts, line), { file, text, cuts }) };
  const [problem = tooMuch(file)] = read.problems;
  return movedTo(problem, lineIn(cuts, problem.at.line));
}

function tooMuch(file: string): Problem {
  const message = 'this file holds too much for one';
  return { code: 'too-large', severity: 'error', at: headOf(file), message, hint: 'split it' };
}

function movedTo(problem: Problem, line: number): Problem {
  return { ...problem, at: { ...problem.at, line } };
}

function withStandIns(text: string, lists: readonly LongList[]): string {
  const ends = [0, ...lists.map(({ end }) => end)];
  const parts = lists.map(
    ({ starts, indent }, at) => `${text.slice(ends[at], starts[0])}${' '.repeat(indent)}- ${STAND_IN}\n`,
  );
  return parts.join('') + text.slice(ends.at(-1));
}

function cutsFor(text: string, lists: readonly LongList[]): Cut[] {
  const lineAt = lineCounter(text);
  let taken = 0; // lines that are not in what is read as a whole
  return lists.map((list) => {
    const line = lineAt(list.starts[0] ?? 0);
    const lines = lineAt(list.end) - line + (text[list.end - 1] === '\n' ? 0 : 1);
    const standIn = line - taken;
    taken += lines - 1;
    return { list, line, lines, standIn };
  });
}

/** The line of the file for one of what is read as a whole. */
function lineIn(cuts: readonly Cut[], line: number): number {
  return cuts.reduce((sum, { standIn, lines }) => (standIn < line ? sum + lines - 1 : sum), line);
}

function branchOf(value: Node, lineOf: (line: number) => number, shelf?: Shelf, name = ''): YamlBranch {
  const kind = value.kind === 'text' ? 'leaf' : value.kind;
  return { kind, name, value, line: lineOf(value.at.line), members: () => membersOf(value, lineOf, shelf) };
}

function* membersOf(node: Node, lineOf: (line: number) => number, shelf?: Shelf): Iterable<YamlBranch> {
  if (node.kind === 'map') for (const { key, value } of node.entries) yield branchOf(value, lineOf, shelf, key.value);
  if (node.kind !== 'list') return;
  for (const item of node.items) {
    const isCut = item.kind === 'text' && item.value === STAND_IN;
    const cut = isCut ? shelf?.cuts.find(({ standIn }) => standIn === item.at.line) : undefined;
    if (shelf && cut) yield* entriesOf(shelf, cut);
    else yield branchOf(item, lineOf, shelf);
  }
}

/** The entries of a long list. Where some of them cannot be read together, each is read alone. */
function* entriesOf({ file, text }: Shelf, { list }: Cut): Iterable<YamlBranch> {
  let broken = 0;
  const edges = [...list.starts, list.end];
  const lineAt = lineCounter(text);
  for (let first = 0; first < list.starts.length; first += AT_ONCE) {
    const some = edges.slice(first, first + AT_ONCE + 1);
    const together = entriesIn(file, text.slice(some[0], some.at(-1)), lineAt(some[0] ?? 0), false);
    if (Array.isArray(together)) yield* together;
    else
      for (const [index, start] of some.slice(0, -1).entries()) {
        const alone = entriesIn(file, text.slice(start, some[index + 1]), lineAt(start), broken < MOST_MENDED);
        if (Array.isArray(alone)) yield* alone;
        else {
          broken += 1;
          yield { kind: 'leaf', name: '', line: alone.at.line, problem: alone, members: () => [] };
        }
      }
  }
}

function entriesIn(file: string, text: string, first: number, seeksSlips: boolean): YamlBranch[] | Problem {
  const lineOf = (line: number) => first + line - 1;
  const read = readYaml(file, text, seeksSlips);
  if ('node' in read && read.node.kind === 'list') return read.node.items.map((item) => branchOf(item, lineOf));
  const [problem = tooMuch(file)] = 'problems' in read ? read.problems : [];
  return movedTo(problem, lineOf(problem.at.line));
}
