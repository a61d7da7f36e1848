// Where a text breaks the grammar of YAML: each slip of a question told by the change that would mend it, and the text without
// the questions that have one, so that the others can be read.
import { placeAt } from '../../core/text/place-at.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import { changesIn, isOpen, type Mending } from './mendings.ts';

/** What the parser says of a text, in the order of the text. */
export interface GrammarError {
  readonly offset: number;
  readonly message: string;
}
export type Grammar = (text: string) => readonly GrammarError[];

/** What breaks the grammar of YAML at a place, told by the change that mends it. */
export interface Slip {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string;
  /** Id of the question it is in. */
  readonly item?: string;
}

/** The slips of a text, and the text without them. */
export interface Slips {
  readonly slips: readonly Slip[];
  /** The text with blank lines for what cannot be read; undefined where that is all of it. */
  readonly rest?: string;
}

/** As long as the line was, so that every other place in the text stays. */
function blank(line: string): string {
  return line.replace(/[^\r]/g, ' ');
}

/** Questions of which each has its slip told; the parser names so many problems of one file at most. */
const MOST_TOLD = 20;

/** The slips of a text that has errors, each question judged by itself: one error must not hide what else there is. */
export function slipsIn(source: string, grammar: Grammar): Slips {
  const lines = source.split('\n');
  const chunks = chunksOf(lines);
  const broken = new Set(chunks.filter(({ lines: own }) => grammar(own.join('\n')).length > 0));
  const told = [...broken].slice(0, MOST_TOLD).flatMap((chunk) => slipsOf(chunk, grammar));
  const isReadable = chunks.some((chunk) => chunk.isQuestion && !broken.has(chunk));
  if (broken.size === 0) return { slips: slipsOf({ first: 0, lines, isQuestion: false }, grammar) };
  if (!isReadable || [...broken].some(({ isQuestion }) => !isQuestion)) return { slips: told };
  const rest = chunks.flatMap((chunk) => (broken.has(chunk) ? chunk.lines.map(blank) : chunk.lines)).join('\n');
  return { slips: told, rest };
}

/** Slips of one question that are told at once. */
const MOST_OF_ONE = 5;

/** The errors of a chunk: each by the smallest change of a line that mends it, else as the parser tells it, which ends the search. */
function slipsOf(chunk: Chunk, grammar: Grammar): Slip[] {
  const { first } = chunk;
  const id = /^[ \t]*(?:- +)?id: *["']?([A-Za-z0-9][A-Za-z0-9._-]{0,63})["']?\s*(?:#.*)?$/m.exec(
    chunk.lines.join('\n'),
  )?.[1];
  const item = chunk.isQuestion && id !== undefined ? { item: id } : {};
  const slips: Slip[] = [];
  let { lines } = chunk;
  while (slips.length < MOST_OF_ONE) {
    const text = lines.join('\n');
    const [error] = grammar(text);
    if (slips.length > 0 && !error) break;
    const { line, column } = placeAt(text, error?.offset ?? 0);
    const found = mending(lines, line - 1, grammar);
    if (!found) {
      const { message = 'this is no YAML' } = error ?? {};
      slips.push({ line: first + line, column, message, hint: GRAMMAR_HINT, ...item });
      break;
    }
    slips.push({ line: first + found.index + 1, ...found.slip, ...item });
    lines = lines.with(found.index, found.line);
  }
  return slips;
}

/** What to do about a mistake of which no more is known than its place. */
export const GRAMMAR_HINT = 'check the indentation, quotes and colons here';

/** A chunk of more lines is not searched: each try parses it again. */
const LONGEST_SEARCHED = 400;

type Found = Mending & { readonly index: number };

/**
 * The first change to a line near the error after which the chunk has none; else one inside a line after which the next error stands
 * below it: what it is, is what was wrong.
 */
function mending(lines: readonly string[], at: number, grammar: Grammar): Found | undefined {
  if (lines.length > LONGEST_SEARCHED) return undefined;
  const opened = lines.findLastIndex((line, index) => index <= at && isOpen(line));
  const changes = (index: number, own: Mending[]) => own.map((change) => ({ index, ...change }));
  const near = new Set([at, opened, at - 1]); // inside brackets the parser often stops in the line below
  const inLine = [...near].flatMap((index) => changes(index, changesIn(lines[index] ?? '')));
  const ofPlace = [at + 1, at, at - 1].flatMap((index) => changes(index, misplaced(lines, index))); // the parser often stops before the line
  let farther: Found | undefined;
  for (const change of [...inLine, ...ofPlace]) {
    const text = lines.with(change.index, change.line).join('\n');
    const [error] = grammar(text);
    if (!error) return change;
    if (inLine.includes(change))
      farther ??= placeAt(text, error.offset).line - 1 > Math.max(at, change.index) ? change : undefined;
  }
  return farther;
}

/** How far off a line may begin to be taken for a slip. */
const FARTHEST = 4;

/** A line that begins in another column than the lines around it: what tabs stand for is not known, so it may be any of theirs. */
function misplaced(lines: readonly string[], index: number): Mending[] {
  const line = lines[index] ?? '';
  if (line.trim() === '') return [];
  const own = indentOf(line);
  const hasTab = line.slice(0, own).includes('\t');
  const others = lines.filter((other, place) => place !== index && other.trim() !== '').flatMap(columnsOf);
  const near = [...new Set(others)]
    .filter((indent) => hasTab || (indent !== own && Math.abs(indent - own) <= FARTHEST))
    .sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
  return near.map((indent) => ({
    line: ' '.repeat(indent) + line.slice(own),
    slip: hasTab
      ? { column: 1, message: 'a tab stands before this line', hint: 'indent it by blanks, as the lines around it' }
      : {
          column: own + 1,
          message: `this line begins in column ${own + 1}, where nothing around it does`,
          hint: `begin it in column ${indent + 1}, like the lines it belongs to`,
        },
  }));
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

/** Where a line begins, and where the field after its dash does. */
function columnsOf(line: string): number[] {
  const [start = ''] = /^[ \t]*(?:- +)?/.exec(line) ?? [];
  return [indentOf(line), start.length];
}
