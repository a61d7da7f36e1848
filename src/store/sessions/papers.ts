// The questions of an open exam as they were when it began: its author may change the bank meanwhile. Packed, so that no key
// stands in clear beside the answers; gzip brings a sum over what it holds (RFC 1952). A copy lies where its journal lies and goes
// where that goes.
import { basename, dirname, join } from 'node:path';
import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import type { Item } from '../../core/items/item.ts';
import { isSoundItem } from '../../core/items/sound-item.ts';
import { reasonOf } from '../../failure.ts';
import { type Disk, localDisk, writeWhole } from '../disk/disk.ts';
import { onDisk } from '../disk/on-disk.ts';
import { closedPath, layout, openPath, PAPER_FILE, paperName, paperPath } from '../disk/paths.ts';
import { readRegular } from '../disk/regular.ts';
import { namesIn, sessionFolders } from './listing.ts';

/** Of a copy, unpacked: more than the longest exam of the longest questions has. */
const MOST_BYTES = 500_000_000;

/** What is left of a copy. */
export interface KeptPaper {
  readonly items: readonly Item[];
  /** Whether there is a copy, and it is not what was written. */
  readonly isDamaged: boolean;
}

/** At gzip's own level a copy would be a tenth smaller, and take twice the time, for which the first question waits. */
const LEVEL = 3;

/** Keeps the paper of a session beside its journal. Fails with `disk` where it cannot be written. */
export function keepPaper(data: string, session: string, items: readonly Item[]): void {
  const packed = gzipSync(JSON.stringify(items), { level: LEVEL });
  writeWhole(localDisk, layout(data).open, paperName(session), packed);
}

/** The questions that were kept; none where they are missing or damaged: then the bank has the only ones. */
export function keptPaper(data: string, session: string, disk: Disk = localDisk): KeptPaper {
  try {
    return unpacked(readRegular(disk, paperPath(data, session)));
  } catch (error) {
    return { items: [], isDamaged: reasonOf(error) !== 'ENOENT' };
  }
}

/**
 * Takes over the copy that another folder has of an open session's questions, where this one has none that is sound. It is written once,
 * when an exam begins, so that all sound ones say the same.
 */
export function bringPaper(disk: Disk, into: string, from: string, session: string): void {
  if (isSoundPaper(into, session, disk) || !isSoundPaper(from, session, disk)) return;
  const path = paperPath(into, session);
  onDisk(path, () => writeWhole(disk, dirname(path), paperName(session), readRegular(disk, paperPath(from, session))));
}

/** Whether there is a copy, and all of it is what was written. */
export function isSoundPaper(data: string, session: string, disk: Disk): boolean {
  const { items, isDamaged } = keptPaper(data, session, disk);
  return items.length > 0 && !isDamaged;
}

/** Puts copies that something else has moved back beside their journals, and takes away those of exams that are over. */
export function settlePapers(disk: Disk, folder: string): void {
  for (const where of sessionFolders(disk, folder))
    for (const name of namesIn(disk, where).filter((one) => PAPER_FILE.test(one)))
      onDisk(where, () => settlePaper(disk, folder, join(where, name), basename(name, '.paper')));
}

function settlePaper(disk: Disk, folder: string, path: string, session: string): void {
  const home = paperPath(folder, session);
  if (disk.existsSync(openPath(folder, session))) {
    if (path === home) return;
    if (isSoundPaper(folder, session, disk)) disk.unlinkSync(path);
    else disk.renameSync(path, home);
  } else if (disk.existsSync(closedPath(folder, session))) disk.unlinkSync(path);
}

const GZIP = Buffer.from([0x1f, 0x8b]);

/** Earlier versions wrote no sum: there each question must be the one that its revision was made of. */
function unpacked(bytes: Buffer): KeptPaper {
  const unpack = bytes.subarray(0, GZIP.length).equals(GZIP) ? gunzipSync : inflateRawSync;
  const found: unknown = JSON.parse(unpack(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8'));
  if (!Array.isArray(found)) return { items: [], isDamaged: true };
  const items = found.filter(isSoundItem);
  return { items, isDamaged: items.length < found.length };
}
