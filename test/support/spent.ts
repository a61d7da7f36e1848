// Exams of which much of the time is over, so that nobody waits for it.
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Moment } from '../../src/core/sitting/events.ts';
import { encodeEntry, readEntry } from '../../src/store/journal/entry.ts';

/** Writes into the open session of a data folder that it was worked on for so many milliseconds more. */
export function spend(data: string, ms: number): void {
  const open = join(data, 'open');
  const path = join(open, readdirSync(open).find((name) => name.endsWith('.jsonl')) ?? '');
  const { by = '', ...last } = readEntry(readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) ?? '').entry ?? {};
  const then = last as Moment;
  appendFileSync(path, encodeEntry({ type: 'beat', at: then.at + ms, ms: then.ms + ms }, by));
}
