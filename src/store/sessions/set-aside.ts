// Keeps what does not count: damaged lines, copies of a session that another one has more of, and notes of answers that are lost.
import { join, relative } from 'node:path';
import { fingerprint } from '../../core/fingerprint.ts';
import { grouped } from '../../core/grouped.ts';
import { flaw, headOf, type Problem } from '../../core/problem.ts';
import { parseObject } from '../../core/text/parse-object.ts';
import { count } from '../../core/text/wording.ts';
import { randomWord } from '../../system/chance.ts';
import { makeFolder } from '../../system/folders.ts';
import { type Disk, localDisk, writeWhole } from '../disk/disk.ts';
import { layout } from '../disk/paths.ts';
import { readRegular } from '../disk/regular.ts';
import { isPartOf, type Judged } from '../journal/fuller.ts';
import { isFolder, namesIn } from './listing.ts';
import type { SessionFile } from './read-session.ts';

/** Keeps bytes that do not count, under a name that says what they are. False if they were kept already. */
export function setAside(disk: Disk, folder: string, name: string, bytes: Buffer): boolean {
  const home = layout(folder).setAside;
  const kept = `${name}.${fingerprint(bytes.toString('latin1'))}.jsonl`;
  if (disk.existsSync(join(home, kept))) return false;
  writeWhole(disk, home, kept, bytes);
  return true;
}

/** Keeps the copy of a session that does not count, unless all of it stands in the one that does. */
export function keepLoser(disk: Disk, folder: string, session: string, { winner, loser }: Judged): void {
  if (!isPartOf(loser, winner)) setAside(disk, folder, session, loser);
}

/** Moves away what stands in the place of a session and cannot be read; it may even be a folder or a pipe. */
export function moveAside(disk: Disk, folder: string, { session, path }: SessionFile): void {
  const home = layout(folder).setAside;
  makeFolder(home, disk);
  disk.renameSync(path, join(home, `${session}.unreadable.${randomWord(6)}`));
}

/** The name of a session's damaged lines that are kept. */
export function linesName(session: string): string {
  return `${session}.lines`;
}

/** The name of the note on a session's answers that are gone. */
export function lossName(session: string): string {
  return `${session}.lost`;
}

/** Earlier versions kept each line in a file of its own: `line-12`. */
const KEPT_FILE = /^(\d{6}-\d{6}-[0-9a-z]{6})(?:\.(lines|line-\d+)|\.(lost))?\.[0-9a-f]{16}\.jsonl$/;

interface Kept {
  readonly name: string;
  readonly session: string;
  readonly kind: 'line' | 'lost' | 'copy';
}

/**
 * Findings of what lies in set-aside/, one for each session and kind. Damaged lines that one of `findings` tells of are left out.
 * `backupWith` names the backup that has more of a session than the records.
 */
export function keptAside(
  folder: string,
  findings: readonly Problem[],
  backupWith: (session: string) => string | undefined,
): Problem[] {
  const home = layout(folder).setAside;
  const names = isFolder(localDisk, home) ? namesIn(localDisk, home) : [];
  const kept = names.flatMap((name): Kept[] => {
    const [, session, lines, lost] = KEPT_FILE.exec(name) ?? [];
    if (session === undefined || (lines !== undefined && isTold(findings, session))) return [];
    return [{ name, session, kind: lines !== undefined ? 'line' : lost !== undefined ? 'lost' : 'copy' }];
  });
  const groups = grouped(kept, ({ session, kind }) => `${session} ${kind}`);
  return [...groups.values()].map((group) => keptFinding(folder, group, backupWith));
}

/** Whether a finding says that lines of the session do not read. */
function isTold(findings: readonly Problem[], session: string): boolean {
  const codes = ['damaged-line', 'torn-line'];
  return findings.some(({ at, code }) => at.file.endsWith(`${session}.jsonl`) && codes.includes(code));
}

const LEFT_ALONE = 'nothing to do; it is kept until you remove it';

function keptFinding(
  folder: string,
  group: readonly [Kept, ...Kept[]],
  backupWith: (session: string) => string | undefined,
): Problem {
  const [{ name, session, kind }] = group;
  const path = join(layout(folder).setAside, name);
  const more = group.length > 1 ? ` and in ${count(group.length - 1, 'file')} beside it` : '';
  const what = {
    line: `the lines of session ${session} that could not be read are kept here${more}`,
    copy: `${group.length === 1 ? 'a copy' : `${group.length} copies`} of session ${session} that did not count; kept here${more}`,
    lost: `session ${session} ${lossInWords(path)}; noted here${more}`,
  }[kind];
  const backup = backupWith(session);
  const hint = backup === undefined ? LEFT_ALONE : `bring it back: quiz data restore ${backup}`;
  return flaw('set-aside', headOf(relative(folder, path)), what, hint, 'warning');
}

function lossInWords(path: string): string {
  try {
    const { had, has } = parseObject(readRegular(localDisk, path).toString('utf8')) ?? {};
    return `had ${count(Number(had), 'answer')} and was resumed with ${Number(has)}`;
  } catch {
    return 'was resumed without some of its answers';
  }
}
