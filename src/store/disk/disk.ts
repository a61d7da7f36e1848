import {
  chmodSync,
  closeSync,
  existsSync,
  fchmodSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { draftWord } from '../../system/chance.ts';
import { makeFolder } from '../../system/folders.ts';
import { ifAllowed } from '../../system/if-allowed.ts';
import { onDisk } from './on-disk.ts';
import { within } from './paths.ts';

export const localDisk = {
  openSync,
  closeSync,
  writeSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  fstatSync,
  statSync,
  lstatSync,
  readFileSync,
  readdirSync,
  mkdirSync,
  chmodSync,
  fchmodSync,
  renameSync,
  unlinkSync,
  existsSync,
  rmSync,
};

/** The part of the file system that holds the learner's records: the one seam through which a failing disk can be put. */
export type Disk = typeof localDisk;

/** Of every file here: the owner's alone, whatever the umask takes away or leaves, where the disk knows owners. */
const OWNERS_ONLY = 0o600;
const ALL = 0o777;

/** Makes a file that is not there yet and opens it: `wx` to write, `ax` to append. Where that fails, there is none. */
export function createFile(disk: Disk, path: string, flags: 'wx' | 'ax'): number {
  const descriptor = disk.openSync(path, flags, OWNERS_ONLY);
  try {
    const isAsMeant = (disk.fstatSync(descriptor).mode & ALL) === OWNERS_ONLY;
    if (!isAsMeant) ifAllowed(() => disk.fchmodSync(descriptor, OWNERS_ONLY));
    return descriptor;
  } catch (error) {
    disk.closeSync(descriptor);
    disk.rmSync(path, { force: true });
    throw error;
  }
}

/** Makes a new or renamed file's name durable. Not every system can sync a folder; there it is left to the system. */
export function syncFolder(disk: Disk, folder: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = disk.openSync(folder, 'r');
    disk.fsyncSync(descriptor);
  } catch (error) {
    const { code = '' } = error as { code?: string }; // errors of the file system carry a code
    if (!['EPERM', 'EISDIR', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(code)) throw error;
  } finally {
    if (descriptor !== undefined) disk.closeSync(descriptor);
  }
}

/**
 * Writes a file so that it is there as a whole or not at all, also after a power cut. `beforeRename` may throw to leave all as it is.
 * Throws a disk failure with the path where the disk refuses, and leaves no draft behind.
 */
export function writeWhole(
  disk: Disk,
  folder: string,
  name: string,
  content: string | Buffer,
  beforeRename: () => void = () => undefined,
): void {
  const path = within(folder, name);
  const fresh = within(folder, `.${name}.${draftWord()}`);
  onDisk(path, () => {
    makeFolder(folder, disk);
    try {
      writeSynced(disk, fresh, Buffer.from(content));
      beforeRename();
      disk.renameSync(fresh, path);
    } catch (error) {
      disk.rmSync(fresh, { force: true });
      throw error;
    }
    syncFolder(disk, folder);
  });
}

/** Writes to the last byte: a disk that is just full takes a part first, and says why at the next try. */
export function writeAll(disk: Disk, descriptor: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += disk.writeSync(descriptor, bytes, done);
}

function writeSynced(disk: Disk, path: string, bytes: Buffer): void {
  const descriptor = createFile(disk, path, 'wx');
  try {
    writeAll(disk, descriptor, bytes);
    disk.fsyncSync(descriptor);
  } finally {
    disk.closeSync(descriptor);
  }
}
