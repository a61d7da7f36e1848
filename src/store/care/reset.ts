// Beginning anew: nothing is lost, and nobody who sits is disturbed.
import { join } from 'node:path';
import { Failure } from '../../failure.ts';
import { makeFolder } from '../../system/folders.ts';
import { type Disk, localDisk } from '../disk/disk.ts';
import { onDisk } from '../disk/on-disk.ts';
import { layout } from '../disk/paths.ts';
import { sitterOf } from '../sessions/owner.ts';
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
    const target = join(layout(folder).backups, name);
    makeFolder(target, disk);
    moveAll(layout(folder), layout(target), target, disk);
    return name;
  });
}

type Layout = ReturnType<typeof layout>;

/** What moves, what is made of the sessions first: whoever reads meanwhile misses nothing that it remembers. */
const MOVED = ['derived', 'open', 'closed'] as const;

/** Moves what is there, or nothing. */
function moveAll(from: Layout, to: Layout, target: string, disk: Disk): void {
  const moved: (keyof Layout)[] = [];
  try {
    for (const place of MOVED.filter((one) => disk.existsSync(from[one]))) {
      disk.renameSync(from[place], to[place]);
      moved.push(place);
    }
  } catch (error) {
    for (const place of moved) disk.renameSync(to[place], from[place]);
    disk.rmSync(target, { recursive: true, force: true }); // nothing is left in it
    throw error;
  }
}

/** Throws a busy failure while a terminal has a session open, and a store failure where a later version wrote one. */
export function refuseWhileSat(folder: string, disk: Disk = localDisk): void {
  onDisk(folder, () => {
    for (const { session, bytes } of sessionFiles(folder, disk).files) {
      const { pid } = sitterOf(bytes) ?? {};
      if (pid === undefined) continue;
      const message = `session ${session} is open in another terminal (process ${pid})`;
      const hint = `finish or leave it there, or end process ${pid}, then: quiz data reset`;
      throw new Failure('busy', 'open-elsewhere', message, hint);
    }
  });
}
