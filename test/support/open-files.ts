// Which files this process holds open, where the system tells.
import { readdirSync, readlinkSync } from 'node:fs';

export const tellsOpenFiles = process.platform === 'linux';

/** How many files of a folder are open. */
export function openIn(folder: string): number {
  return readdirSync('/proc/self/fd').filter((descriptor) => whereItLeads(descriptor).startsWith(folder)).length;
}

function whereItLeads(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return ''; // that of the listing itself
  }
}
