// The records of a GIFT file: blocks of lines between blank ones, under their categories and tags.
import { limits } from '../../core/limits.ts';
import type { Place } from '../format.ts';
import { linesOf } from '../reading/lines.ts';

export interface GiftBlock {
  readonly at: Place;
  /** Undefined where it is longer than a record may be. */
  readonly text: string | undefined;
  readonly topics: readonly string[];
}

/**
 * The questions of a file. Blank lines part them, as in Moodle. One inside the braces of an answer does not, nor one between a text
 * and its answer: without the other neither could be meant.
 */
export function* blocksOf(file: string, text: string): Iterable<GiftBlock> {
  let open: GiftBlock[] = []; // a text without its answer, or parts of an answer that is open
  for (const block of linesBetween(file, text)) {
    const [start, ...rest] = open;
    const { first, last } = bracesIn(block.text ?? '');
    const isAnswer = start !== undefined && hasNoBrace(start) && /^\s*\{/.test(block.text ?? '');
    const closes = start !== undefined && !hasNoBrace(start) && first !== '{';
    const isEnd = closes && first === '}';
    if (start && (isAnswer || isEnd)) open = [joined(start, [...rest, block])];
    else {
      if (!closes || open.length >= limits.importFields) yield* open.splice(0);
      open.push(block);
    }
    if (isEnd || last === '}') yield* open.splice(0);
  }
  yield* open;
}

function hasNoBrace({ text = '' }: GiftBlock): boolean {
  return bracesIn(text).first === undefined;
}

function joined(first: GiftBlock, others: readonly GiftBlock[]): GiftBlock {
  const texts = [first, ...others].map(({ text }) => text);
  const whole = texts.includes(undefined) ? undefined : texts.join('\n');
  return { ...first, text: whole && whole.length <= limits.importRecordLength ? whole : undefined };
}

/** The first and the last brace that is not escaped. */
function bracesIn(text: string): { readonly first?: string; readonly last?: string } {
  const braces = (text.match(/\\[\s\S]|[{}]/g) ?? []).filter((sign) => sign.length === 1);
  const [first, last] = [braces[0], braces.at(-1)];
  return { ...(first && { first }), ...(last && { last }) };
}

/**
 * Blocks of lines without comments. A category is a line of its own, whether or not blank lines stand around it, and after an answer a
 * line with a name (::) begins the next question, as a whole name (::…::) does below a description that has one.
 */
function* linesBetween(file: string, text: string): Iterable<GiftBlock> {
  let category: string[] = [];
  let tags: string[] = [];
  let lines: string[] = [];
  let length = 0;
  let start = 0;
  let last: string | undefined;
  const finished = (): GiftBlock[] => {
    const whole = length > limits.importRecordLength ? undefined : lines.join('\n');
    const block = { at: { file, line: start }, text: whole, topics: [...category, ...tags] };
    const isBlank = lines.length === 0;
    [lines, length, tags, last] = [[], 0, [], undefined];
    return isBlank ? [] : [block];
  };
  for (const { text: line, line: number } of linesOf(text)) {
    const named = /^\s*\$CATEGORY:(.*)$/i.exec(line);
    if (/^\s*\/\//.test(line)) tags = [...tags, ...tagsIn(line)].slice(0, limits.importFields);
    else if (named || line.trim() === '') {
      yield* finished();
      if (named) category = [named[1] ?? ''];
    } else {
      const isNext =
        last === '}' ? /^\s*::/.test(line) : last === undefined && NAMED.test(line) && NAMED.test(lines[0] ?? '');
      if (isNext) yield* finished();
      last = bracesIn(line).last ?? last;
      if (lines.length === 0) start = number;
      if (length <= limits.importRecordLength) lines.push(line);
      length += line.length + 1;
    }
  }
  yield* finished();
}

const NAMED = /^\s*::(?!:).+?::/;

function tagsIn(comment: string): string[] {
  return Array.from(comment.matchAll(/\[tag:([^[\]]+)\]/g), ([, tag = '']) => tag);
}
