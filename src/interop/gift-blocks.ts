// The records of a GIFT file: blocks of lines between blank ones, under their categories and tags.
import { limits } from '../core/limits.ts';
import type { Place } from './format.ts';
import { linesOf } from './source.ts';

export interface Block {
  readonly at: Place;
  /** Undefined where it is longer than a record may be. */
  readonly text: string | undefined;
  readonly topics: readonly string[];
}

/** Blocks of lines without comments. A category is a line of its own, whether or not blank lines stand around it. */
export function* blocksOf(file: string, text: string): Iterable<Block> {
  let category: string[] = [];
  let tags: string[] = [];
  let lines: string[] = [];
  let length = 0;
  let start = 0;
  const finished = (): Block[] => {
    const whole = length > limits.importRecordLength ? undefined : lines.join('\n');
    const block = { at: { file, line: start }, text: whole, topics: [...category, ...tags] };
    const isBlank = lines.length === 0;
    [lines, length, tags] = [[], 0, []];
    return isBlank ? [] : [block];
  };
  for (const { text: line, line: number } of linesOf(text)) {
    const named = /^\s*\$CATEGORY:(.*)$/i.exec(line);
    if (/^\s*\/\//.test(line)) tags = [...tags, ...tagsIn(line)].slice(0, limits.importFields);
    else if (named || line.trim() === '') {
      yield* finished();
      if (named) category = [named[1] ?? ''];
    } else {
      if (lines.length === 0) start = number;
      if (length <= limits.importRecordLength) lines.push(line);
      length += line.length + 1;
    }
  }
  yield* finished();
}

function tagsIn(comment: string): string[] {
  return Array.from(comment.matchAll(/\[tag:([^[\]]+)\]/g), ([, tag = '']) => tag);
}
