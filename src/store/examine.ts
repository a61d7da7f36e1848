// Looks at every record and names what is not as it should be. Changes nothing.
import { join, relative } from 'node:path';
import type { Problem } from '../core/problem.ts';
import { reasonOf } from '../failure.ts';

import { type Disk, localDisk } from './disk.ts';
import { flaw, flawsOf, type Home } from './flaws.ts';
import { parseJournal } from './journal-text.ts';
import type { Counted } from './losses.ts';
import { layout, PAPER_FILE } from './paths.ts';
import { readRegular, type SessionFile } from './read-session.ts';
import { SESSION_FILE, sessionsIn } from './sessions.ts';

export interface Examination {
  readonly sessions: readonly Counted[];
  readonly findings: readonly Problem[];
}

export function examine(folder: string, disk: Disk = localDisk): Examination {
  const sessions = sessionsIn(folder, disk);
  const examined = [
    ...sessions.closed().map((file) => examineSession(folder, 'closed', file, disk)),
    ...sessions.open().map((file) => examineSession(folder, 'open', file, disk)),
  ];
  return {
    sessions: examined.map(({ session, answers }) => ({ session, answers })),
    findings: [
      ...examined.flatMap(({ findings }) => findings),
      ...strayFiles(folder, disk),
      ...openFolders(folder, disk),
    ],
  };
}

function examineSession(
  folder: string,
  home: Home,
  { session, path }: SessionFile,
  disk: Disk,
): Counted & { readonly findings: readonly Problem[] } {
  const file = relative(folder, path);
  try {
    const journal = parseJournal(readRegular(disk, path).toString('utf8'));
    const answers = journal.events.filter(({ type }) => type === 'graded').length;
    return { session, answers, findings: flawsOf(file, home, journal) };
  } catch (error) {
    const what = `it cannot be read (${reasonOf(error)})`;
    const findings = [flaw('unreadable', { file, line: 1, column: 1 }, what, 'check its permissions')];
    return { session, answers: 0, findings };
  }
}

function strayFiles(folder: string, disk: Disk): Problem[] {
  const { open, closed } = layout(folder);
  const folders = [
    open,
    ...(disk.existsSync(closed) ? disk.readdirSync(closed).map((month) => join(closed, month)) : []),
  ];
  return folders.flatMap((where) =>
    (disk.existsSync(where) ? disk.readdirSync(where) : [])
      .filter((name) => !SESSION_FILE.test(name) && !PAPER_FILE.test(name))
      .map((name) => {
        const at = { file: relative(folder, join(where, name)), line: 1, column: 1 };
        return flaw(
          'stray-file',
          at,
          'this is no session of ours, and does not count',
          'it is left alone; remove it if you do not know it',
          'warning',
        );
      }),
  );
}

/** Records are nobody else's business. */
function openFolders(folder: string, disk: Disk): Problem[] {
  if (process.platform === 'win32' || !disk.existsSync(folder)) return [];
  const { mode } = disk.statSync(folder);
  if ((mode & 0o022) === 0) return [];
  return [
    flaw(
      'writable-by-others',
      { file: folder, line: 1, column: 1 },
      'others can write here',
      `close it: chmod 700 ${folder}`,
      'warning',
    ),
  ];
}
