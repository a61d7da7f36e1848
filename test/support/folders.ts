import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';

const made: string[] = [];

/** A new folder with the given files, gone when the tests of the file are over. */
export function folderWith(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const folder = mkdtempSync(join(inject('runFolder'), 't'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A new folder that lasts to the end of the run: for what the tests of several files copy. */
export function lastingFolder(): string {
  return mkdtempSync(join(inject('runFolder'), 'made-'));
}

/** Not test by test: those that wait for a terminal run side by side, and a hook would belong to whichever began last. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
