// The questions of an open exam as they were when it began: its author may change the bank meanwhile. Packed, so that no key
// stands in clear beside the answers. Loaded for exams only.
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Item } from '../core/item.ts';
import { localDisk, writeWhole } from './disk.ts';
import { onDisk } from './on-disk.ts';
import { layout } from './paths.ts';

function nameOf(session: string): string {
  return `${session}.paper`;
}

/** Keeps the paper of a session beside its journal. Fails with `disk` where it cannot be written. */
export function keepPaper(data: string, session: string, items: readonly Item[], disk = localDisk): void {
  onDisk(data, () => writeWhole(disk, layout(data).open, nameOf(session), deflateRawSync(JSON.stringify(items))));
}

/** The questions that were kept; none where they are missing or damaged: then the bank has the only ones. */
export function keptPaper(data: string, session: string, disk = localDisk): Item[] {
  try {
    const path = join(layout(data).open, nameOf(session));
    if (!disk.statSync(path).isFile()) return []; // a pipe would be waited for without end
    return JSON.parse(inflateRawSync(disk.readFileSync(path)).toString('utf8')) as Item[]; // ours, and judged by their revisions
  } catch {
    return [];
  }
}

/** Takes the copy away once the session is over. */
export function dropPaper(data: string, session: string, disk = localDisk): void {
  try {
    disk.unlinkSync(join(layout(data).open, nameOf(session)));
  } catch {
    // There was none, or it stays: nobody reads it any more.
  }
}
