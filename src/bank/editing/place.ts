// New files for a bank's folder, all or none, and never over one that is there.
import { closeSync, existsSync, lstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listed } from '../../core/text/wording.ts';
import { cannotWrite, Failure } from '../../failure.ts';
import { makeSharedFolder } from '../../system/folders.ts';
import { SCHEMA_FOLDER, schemaFiles, schemaLines } from '../schema.ts';

/** Stops where one of the names is taken in the folder, but for those in `left`. */
export function requireFree(folder: string, names: Iterable<string>, left: readonly string[] = []): void {
  const taken = [...names].filter((name) => !left.includes(name) && existsSync(join(folder, name)));
  if (taken.length === 0) return;
  throw new Failure(
    'usage',
    'in-the-way',
    `${listed(taken)} ${taken.length === 1 ? 'is' : 'are'} in ${folder} already, and nothing is overwritten`,
    'name another folder, or move what is in the way',
    { file: join(folder, taken[0] ?? '') },
  );
}

/** Of the files those that lie in the folder, whole or no more than a beginning: a run that was killed leaves such, and nothing is lost with them. */
export function leftOf(folder: string, files: Iterable<readonly [name: string, text: string]>): string[] {
  return [...files].filter(([name, text]) => isBeginning(join(folder, name), Buffer.from(text))).map(([name]) => name);
}

function isBeginning(path: string, whole: Buffer): boolean {
  if (!existsSync(path)) return false;
  const stats = lstatSync(path);
  return stats.isFile() && stats.size <= whole.length && readFileSync(path).equals(whole.subarray(0, stats.size));
}

/**
 * Writes the files, with the folders they lie in; those of `left` are there already and are written anew. Throws a disk failure after
 * taking away what it had written.
 */
export function placeFiles(folder: string, files: ReadonlyMap<string, string>, left: readonly string[] = []): void {
  requireFree(folder, files.keys(), left);
  const made: string[] = [];
  try {
    for (const [name, text] of files) {
      const path = join(folder, name);
      const above = makeSharedFolder(dirname(path)); // the topmost folder that was not there
      if (above !== undefined) made.push(above);
      if (left.includes(name)) rmSync(path);
      const descriptor = openSync(path, 'wx');
      made.push(path);
      try {
        writeFileSync(descriptor, text, { flush: true });
      } finally {
        closeSync(descriptor);
      }
    }
  } catch (error) {
    for (const path of made) rmSync(path, { recursive: true, force: true }); // none was there a moment ago
    throw cannotWrite(folder, error, 'nothing was left there', 'into ');
  }
}

/** How a new question file begins: with its schema, where the bank has it. */
export function questionFileHead(folder: string): string {
  return existsSync(join(folder, SCHEMA_FOLDER, schemaFiles.questions)) ? schemaLines('questions') : '';
}
