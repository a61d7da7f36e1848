// The files in a folder and in the folders below it, as far as they are its own.
import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ifPossible } from '../system/if-possible.ts';
import { isBankFolder } from './files.ts';

/** Nobody keeps notes deeper, or in more folders: it is another tree that was entered. */
const DEEPEST = 8;
const MOST_FOLDERS = 2_000;

/**
 * The wanted files by their names from the folder ("parts/b.md"), those of a folder before those below it, in alphabetical
 * order. What is hidden, belongs to another bank, was installed or cannot be read is passed over; links to folders are not followed.
 */
export function filesBelow(folder: string, isWanted: (name: string) => boolean): string[] {
  const found: string[] = [];
  enterEach(folder, (under, names) => found.push(...names.filter(isWanted).map((name) => under + name)));
  return found;
}

/** The banks below a folder, by their names from it; those that lie in one of them are its own. */
export function banksBelow(folder: string): string[] {
  const found: string[] = [];
  enterEach(
    folder,
    () => undefined,
    (bank) => found.push(bank),
  );
  return found;
}

/** Tells of each folder its files by name, and of each bank that lies below. */
function enterEach(
  folder: string,
  tell: (under: string, names: string[]) => void,
  tellBank: (bank: string) => void = () => undefined,
): void {
  let folders = 0;
  const enter = (under: string, depth: number) => {
    if (depth > DEEPEST || ++folders > MOST_FOLDERS) return;
    const found = ifPossible(() => readdirSync(join(folder, under), { withFileTypes: true })) ?? [];
    const entries = found.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
    const isFolder = (entry: Dirent) => entry.isDirectory();
    const files = entries.filter((entry) => !isFolder(entry)).map(({ name }) => name);
    tell(under, files);
    for (const { name } of entries.filter(isFolder).filter((one) => one.name !== 'node_modules')) {
      if (isBankFolder(join(folder, under, name))) tellBank(under + name);
      else enter(`${under}${name}/`, depth + 1);
    }
  };
  enter('', 0);
}
