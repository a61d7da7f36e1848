// The files of an import: named ones, and those in folders whose endings are known.
import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { defaultManifest } from '../../bank/defaults.ts';
import { isBankFolder, isManifest, listFolder, readInside } from '../../bank/files.ts';
import { readManifest } from '../../bank/manifest.ts';
import { requireSound } from '../../bank/open-manifest.ts';
import { SCHEMA_FOLDER } from '../../bank/schema.ts';
import { readYaml } from '../../bank/yaml/read.ts';
import { limits } from '../../core/limits.ts';
import { inReadingOrder } from '../../core/problem.ts';
import { megabytes } from '../../core/text/wording.ts';
import { Failure, reasonOf, remedyOf } from '../../failure.ts';
import type { Refused, Source } from '../../interop/format.ts';
import { decode } from '../../interop/reading/source.ts';
import { bytesUpTo } from '../shared/bytes-up-to.ts';

/** A file to import: by its path, or what came on standard input. */
export interface ImportFile {
  /** As the user knows it. */
  readonly shown: string;
  readonly path: string;
}

const DEEPEST = 16;

/** What is told of the folders while their files are found. */
export interface FolderNotices {
  /** A file is left out, because its ending is not one of a format. */
  passOver(file: string): void;
  /** A folder is a bank: of it only the questions are read. */
  meetBank(folder: string): void;
}

/** All files below the paths, in order, each once. What a folder holds besides is passed over, and told. */
export function sourceFiles(
  paths: readonly string[],
  isKnown: (file: string) => boolean,
  { passOver, meetBank }: FolderNotices,
): ImportFile[] {
  const found = paths.flatMap((path) => {
    if (path === '-') return [{ shown: 'stdin', path: '-' }];
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat)
      throw new Failure('content', 'no-file', `there is no file ${path}`, 'name files or folders to import', {
        file: path,
      });
    if (!stat.isDirectory()) return [{ shown: path, path }];
    return [...filesIn(path, 1, meetBank)].filter(({ path: file }) => {
      if (isKnown(file)) return true;
      passOver(file);
      return false;
    });
  });
  const once = new Map(found.map((file) => [file.path === '-' ? '-' : resolve(file.path), file] as const)); // each at its first place
  return [...once.values()];
}

function* filesIn(folder: string, depth: number, meetBank: FolderNotices['meetBank']): Iterable<ImportFile> {
  const isBank = isBankFolder(folder);
  if (isBank) meetBank(folder);
  const beside = isBank ? besideQuestions(folder) : new Set<string>();
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || isManifest(entry.name) || beside.has(path)) continue;
    if (entry.isDirectory() && depth < DEEPEST) yield* filesIn(path, depth + 1, meetBank);
    else if (entry.isFile()) yield { shown: path, path };
  }
}

/** Paths in a bank that hold no questions of it: its notes, and the schemas for editors. */
function besideQuestions(folder: string): ReadonlySet<string> {
  return new Set([SCHEMA_FOLDER, ...declaredNotes(folder)].map((name) => join(folder, name)));
}

/** The notes that a bank names. Throws a content failure where its manifest has mistakes, as opening it does. */
function declaredNotes(folder: string): readonly string[] {
  const { manifest: name } = listFolder(folder);
  if (name === undefined) return [];
  const read = readYaml(join(folder, name), readInside(folder, name));
  const { manifest, problems } =
    'node' in read ? readManifest(read.node, defaultManifest('bank', [])) : { ...read, manifest: undefined };
  requireSound(manifest ? [] : inReadingOrder(problems));
  return manifest?.notes ?? [];
}

/** The text of a file, or the bytes of a zip; or why they cannot be had. */
export function sourceOf({ path, shown }: ImportFile): Source | Refused {
  const refused = (message: string) => ({ at: { file: shown, line: 1 }, code: 'unreadable-file', message });
  try {
    const bytes = bytesUpTo(path === '-' ? 0 : path, limits.importBytes);
    if (bytes) return decode(shown, bytes);
    return refused(`${shown} is larger than ${megabytes(limits.importBytes)}: split it`);
  } catch (error) {
    const reason = reasonOf(error);
    return refused(`${shown} cannot be read (${reason}): ${remedyOf(reason, 'check the name and the permissions')}`);
  }
}

/** A file's name without its ending, fit for a file name and for an id: "Capital cities.gift" is "Capital-cities". */
export function nameOf({ shown }: ImportFile): string {
  const bare = basename(shown).replace(/(\.[A-Za-z][A-Za-z0-9]{0,9}){1,2}$/, '');
  const name = bare
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
    .slice(0, 40);
  return name || 'source';
}
