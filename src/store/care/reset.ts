// Beginning anew: nothing is lost, and nobody who sits is disturbed.
import { join } from 'node:path';
import { Failure } from '../../failure.ts';
import { makeFolder } from '../../system/folders.ts';
import { type Disk, localDisk } from '../disk/disk.ts';
import { onDisk } from '../disk/on-disk.ts';
import { layout } from '../disk/paths.ts';
import { sitterOf } from '../sessions/owner.ts';
import type { SessionBytes } from '../sessions/read-session.ts';
import { sessionFiles } from '../sessions/records.ts';
import { newBackupName } from './backups.ts';

/**
 * All sessions move into a backup, by rename, and what was made from them. The backup's name. Throws a busy failure while a terminal
 * has one of them open, a store failure where a later version wrote one, and a disk failure where the disk refuses: then all is where
 * it was.
 */
export function reset(folder: string, at: number, disk: Disk = localDisk): string {
  refuseWhileSat(folder, disk);
  return onDisk(folder, () => {
    const name = newBackupName(folder, at, disk);
    const { open, closed, derived, backups } = layout(folder);
    const target = join(backups, name);
    makeFolder(target, disk);
    moveAll(
      [
        [derived, join(target, 'derived')], // first: whoever reads meanwhile misses nothing that it remembers
        [open, join(target, 'open')],
        [closed, join(target, 'closed')],
      ],
      target,
      disk,
    );
    return name;
  });
}

type Move = readonly [from: string, to: string];

/** Moves what is there, or nothing. */
function moveAll(moves: readonly Move[], target: string, disk: Disk): void {
  const moved: Move[] = [];
  try {
    for (const move of moves.filter(([from]) => disk.existsSync(from))) {
      disk.renameSync(...move);
      moved.push(move);
    }
  } catch (error) {
    for (const [from, to] of moved) disk.renameSync(to, from);
    disk.rmSync(target, { recursive: true, force: true }); // nothing is left in it
    throw error;
  }
}

/** Throws a busy failure while a terminal has a session open, and a store failure where a later version wrote one. */
export function refuseWhileSat(folder: string, disk: Disk = localDisk): void {
  onDisk(folder, () => {
    for (const file of sessionFiles(folder, disk).files) refuseIfSat(file);
  });
}

function refuseIfSat({ session, bytes }: SessionBytes): void {
  const owner = sitterOf(bytes);
  if (!owner) return;
  throw new Failure(
    'busy',
    'open-elsewhere',
    `session ${session} is open in another terminal (process ${owner.pid})`,
    `finish or leave it there, or end process ${owner.pid}, then: quiz data reset`,
  );
}
