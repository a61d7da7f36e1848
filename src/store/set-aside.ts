import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../core/fingerprint.ts';
import { type Disk, writeWhole } from './disk.ts';
import { layout } from './paths.ts';

/** Keeps bytes that do not count under a name that says what they are. Whether they were not there already. */
export function setAside(disk: Disk, folder: string, name: string, bytes: Buffer): boolean {
  const home = layout(folder).setAside;
  const kept = `${name}.${fingerprint(bytes.toString('latin1'))}.jsonl`;
  if (existsSync(join(home, kept))) return false;
  writeWhole(disk, home, kept, bytes);
  return true;
}
