// How much of one file an import takes: the worst file must cost no more than the largest good one.
import { limits } from '../../core/limits.ts';
import { count } from '../../core/text/wording.ts';
import type { Format, Refused, Taken } from '../format.ts';
import { linesOf } from './lines.ts';
import { refused } from './taken.ts';

/** Counts the records of a file. */
export interface Bounds {
  /** Why the file is left before a record, if so many or so much was taken in or refused already. */
  beyond(next: Taken): Refused | undefined;
  /** Counts the record in that was asked about last. */
  add(wasRefused: boolean): void;
}

/** The bounds of a file with a text. */
export function newBounds(text: string): Bounds {
  const offsetOf = lineOffsets(text);
  let [records, turnedDown, length] = [0, 0, 0];
  let last: { readonly from: number; readonly size: number | undefined } = { from: 0, size: 0 };
  let wasTurnedDown = false;
  return {
    beyond({ at, size }) {
      const from = offsetOf(at.line);
      if (wasTurnedDown) length += last.size ?? from - last.from;
      wasTurnedDown = false;
      last = { from, size };
      const isFull =
        turnedDown >= limits.importRefused || records >= limits.importRecords || length >= limits.importRefusedLength;
      const message = `${count(records, 'record')} of this file were read, ${turnedDown} of them refused: from here on it is not read`;
      return isFull ? { at, code: 'too-much', message } : undefined;
    },
    add(wasRefused) {
      records += 1;
      wasTurnedDown = wasRefused;
      if (wasRefused) turnedDown += 1;
    },
  };
}

/** Where a line starts, of lines that are asked for in ascending order: one that comes late starts no earlier. */
function lineOffsets(text: string): (line: number) => number {
  let [line, offset] = [1, 0];
  return (wanted) => {
    for (; line < wanted && offset < text.length; line++) {
      const end = text.indexOf('\n', offset);
      offset = end < 0 ? text.length : end + 1;
    }
    return offset;
  };
}

/** A record with the number of characters that were looked through for it. */
export function sized(taken: Taken, size: number): Taken {
  return { ...taken, size };
}

/** A reader of lines, for files whose lines are no longer than a record may be. */
export function ofLines(reads: NonNullable<Format['reads']>): NonNullable<Format['reads']> {
  return async function* readLines(source) {
    for (const { text, line } of linesOf(source.text)) {
      if (text.length <= limits.importRecordLength) continue;
      yield refused({ file: source.file, line }, 'too-large', tooLong('line'));
      return;
    }
    yield* reads(source);
  };
}

/** Why a record, or another part of a file, is not read. */
export function tooLong(what = 'record'): string {
  return `this ${what} has more than ${limits.importRecordLength} characters`;
}

/** Why a file is not read that has too many lines; undefined where it has not. They are counted before anything looks at them. */
export function tooManyLines(file: string, text: string): Refused | undefined {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= limits.importLines; at = text.indexOf('\n', at + 1)) lines += 1;
  if (lines <= limits.importLines) return undefined;
  const message = `the file has more than ${count(limits.importLines, 'line')}: split it`;
  return { at: { file, line: 1 }, code: 'too-large', message };
}
