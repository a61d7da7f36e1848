import * as fs from 'node:fs';
import { join } from 'node:path';
import { draftWord } from '../chance.ts';
import { makeFolder } from '../folders.ts';

/** The part of the file system that holds the learner's records: the one seam through which a failing disk can be put. */
export type Disk = Pick<
  typeof fs,
  | 'openSync'
  | 'closeSync'
  | 'writeSync'
  | 'fdatasyncSync'
  | 'fsyncSync'
  | 'ftruncateSync'
  | 'fstatSync'
  | 'statSync'
  | 'lstatSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'mkdirSync'
  | 'chmodSync'
  | 'fchmodSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'existsSync'
  | 'rmSync'
>;

export const localDisk: Disk = fs;

/** Of every file here: the owner's alone, whatever the umask takes away or leaves. */
const OWNERS_ONLY = 0o600;

/** Makes a file that is not there yet and opens it: `wx` to write, `ax` to append. */
export function createFile(disk: Disk, path: string, flags: 'wx' | 'ax'): number {
  const descriptor = disk.openSync(path, flags, OWNERS_ONLY);
  disk.fchmodSync(descriptor, OWNERS_ONLY);
  return descriptor;
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

/** Writes a file so that it is there as a whole or not at all, also after a power cut. */
export function writeWhole(disk: Disk, folder: string, name: string, content: string | Buffer): string {
  makeFolder(folder, disk);
  const path = join(folder, name);
  const fresh = join(folder, `.${name}.${draftWord()}`);
  const descriptor = createFile(disk, fresh, 'wx');
  try {
    const bytes = Buffer.from(content);
    for (let done = 0; done < bytes.length; ) done += disk.writeSync(descriptor, bytes, done);
    disk.fsyncSync(descriptor);
  } finally {
    disk.closeSync(descriptor);
  }
  disk.renameSync(fresh, path);
  syncFolder(disk, folder);
  return path;
}
