// What lies in a data folder and is no record: named by the doctor, left alone, and in nobody's way.
import { relative } from 'node:path';
import { flaw, headOf, type Problem } from '../../core/problem.ts';
import type { Disk } from '../disk/disk.ts';
import { GIT_IGNORE } from '../disk/git-files.ts';
import { layout, PAPER_FILE, within } from '../disk/paths.ts';
import { isFolder, monthsIn, namesIn, SESSION_FILE, sessionFolders } from '../sessions/listing.ts';

/** A sort of path that is no record: which there are, what they are, and what to do about them. */
interface Stray {
  readonly code: string;
  readonly found: (folder: string, disk: Disk) => string[];
  readonly what: string;
  readonly hint: string;
}

const STRAYS: readonly Stray[] = [
  {
    code: 'stray-file',
    found: strayFiles,
    what: 'this is no session of ours, and does not count',
    hint: 'it is left alone; remove it if you do not know it',
  },
  {
    code: 'draft',
    found: staleDrafts,
    what: 'this was being written when the program was ended, and does not count',
    hint: 'remove it',
  },
  {
    code: 'not-a-folder',
    found: noFolders,
    what: 'this should be a folder, and quiz cannot keep anything in it',
    hint: 'move it away; quiz makes the folder itself',
  },
];

/** Files that are no sessions, drafts that were never finished, and folders that are none or that others can write to. */
export function strayFindings(folder: string, disk: Disk): Problem[] {
  const strays = STRAYS.flatMap(({ code, found, what, hint }) =>
    found(folder, disk).map((path) => flaw(code, headOf(relative(folder, path)), what, hint, 'warning')),
  );
  return [...strays, ...openFolders(folder, disk)];
}

function strayFiles(folder: string, disk: Disk): string[] {
  const { open, closed, backups } = layout(folder);
  const months = monthsIn(disk, folder);
  const begun = new Set(namesIn(disk, open));
  /** A copy of an exam's questions belongs beside its journal, which is open. */
  const isOurs = (where: string, name: string) =>
    SESSION_FILE.test(name) ||
    (where === open && name === GIT_IGNORE) ||
    (where === open && PAPER_FILE.test(name) && begun.has(name.replace('.paper', '.jsonl')));
  const straysIn = (where: string, isStray: (name: string) => boolean) =>
    namesIn(disk, where)
      .filter(isStray)
      .map((name) => within(where, name));
  return [
    ...sessionFolders(disk, folder).flatMap((where) => straysIn(where, (name) => !isOurs(where, name))),
    ...straysIn(closed, (name) => !months.includes(name)),
    ...(isFolder(disk, backups) ? straysIn(backups, (name) => !isFolder(disk, within(backups, name))) : []),
  ].filter((path) => !DRAFT.test(path));
}

/** Files and backups are written under such names first. */
const DRAFT = /[/\\]\.\d{6}-\d{6}-[0-9a-z]{6}[^/\\]*\.[0-9a-z]+$/;

/** A program that runs may be writing a younger one. */
const STALE_MS = 24 * 60 * 60 * 1000;

/** What a kill left of a write: what it was to be had not been told as saved. */
function staleDrafts(folder: string, disk: Disk): string[] {
  const { backups, setAside } = layout(folder);
  const latest = Date.now() - STALE_MS;
  const isStale = (path: string) => (disk.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? latest) < latest;
  return [...sessionFolders(disk, folder), backups, setAside]
    .filter((where) => isFolder(disk, where))
    .flatMap((where) => namesIn(disk, where).map((name) => within(where, name)))
    .filter((path) => DRAFT.test(path) && isStale(path));
}

/** Something else in the place of a folder of ours: what belongs in it cannot be kept. */
function noFolders(folder: string, disk: Disk): string[] {
  const { derived, backups, setAside } = layout(folder);
  return [derived, backups, setAside].filter((path) => disk.existsSync(path) && !isFolder(disk, path));
}

/** Records are nobody else's business. */
function openFolders(folder: string, disk: Disk): Problem[] {
  if (process.platform === 'win32' || !disk.existsSync(folder)) return [];
  const { mode } = disk.statSync(folder);
  if ((mode & 0o022) === 0) return [];
  const at = headOf(folder);
  return [flaw('writable-by-others', at, 'others can write here', `close it: chmod 700 ${folder}`, 'warning')];
}
