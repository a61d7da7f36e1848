// An answer into its journal, beside the same bytes appended and synced by nobody's code: ms each, one after the other.
import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '../src/core/sitting/events.ts';
import { localDisk } from '../src/store/disk/disk.ts';
import { createJournal } from '../src/store/journal/journal.ts';

const ANSWERS = 200;

export function main(folder: string): { readonly ours: number[]; readonly plain: number[] } {
  const path = join(folder, 'recording.jsonl');
  const journal = createJournal(localDisk, path, 'bench');
  const plainFile = openSync(join(folder, 'plain-recording.jsonl'), 'ax');
  const [ours, plain]: [number[], number[]] = [[], []];
  for (let slot = 1, size = 0; slot <= ANSWERS; slot++) {
    const events = answer(slot);
    ours.push(taken(() => journal.append(events)));
    const bytes = readFileSync(path).subarray(size);
    size += bytes.length;
    plain.push(
      taken(() => {
        writeSync(plainFile, bytes);
        fdatasyncSync(plainFile);
      }),
    );
  }
  journal.close();
  closeSync(plainFile);
  return { ours, plain };
}

function answer(slot: number): Event[] {
  const [at, response] = [1_700_000_000_000 + slot * 40_000, ['stream']];
  const moment = { at, ms: slot * 40_000 };
  const graded = { item: 'streams-which-one-keeps', rev: '0123456789abcdef', topics: ['kinesis/streams'], score: 1 };
  return [
    { ...moment, type: 'responded', slot, response },
    { ...moment, type: 'graded', slot, ...graded, response, spent: 40_000, chance: 0.25 },
  ];
}

function taken(action: () => void): number {
  const before = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - before) / 1e6;
}
