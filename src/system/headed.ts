// Files with a head: a first line, which says what the file is and how long its head is, and the head, twice. Behind them lies what is
// read when it is asked for.
import type { HeldFile } from './held-file.ts';
import { ofTwo, twice } from './twice.ts';

const FIRST_LINE = 64;

/** What a file begins with. */
export function headed(mark: string, head: Uint8Array): Buffer {
  return Buffer.concat([firstLine(mark, head.length), twice(head)]);
}

/** The head of a file; undefined where it begins otherwise, or a byte of the head has changed since it was written. */
export function readHead(file: HeldFile, mark: string): Buffer | undefined {
  const line = file.read(FIRST_LINE, 0);
  const length = Number(line.toString('latin1', mark.length));
  if (!line.equals(firstLine(mark, length)) || headEnd(length) > file.size) return undefined;
  return ofTwo(file.read(2 * length, FIRST_LINE));
}

/** Where a file with a head of so many bytes goes on. */
export function headEnd(length: number): number {
  return FIRST_LINE + 2 * length;
}

function firstLine(mark: string, head: number): Buffer {
  return Buffer.from(`${mark} ${head}`.padEnd(FIRST_LINE - 1).concat('\n'));
}
