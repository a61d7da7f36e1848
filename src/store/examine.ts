// Looks at every record and names what is not as it should be. Changes nothing.
import { join, relative } from 'node:path';
import type { Position, Problem } from '../core/problem.ts';
import { type Disk, localDisk } from './disk.ts';
import { parseJournal } from './journal.ts';
import { layout } from './paths.ts';
import { SESSION_FILE, type SessionFile, sessionsIn } from './sessions.ts';

export interface Examination {
  readonly sessions: number;
  readonly answers: number;
  readonly findings: readonly Problem[];
}

export function examine(folder: string, disk: Disk = localDisk): Examination {
  const sessions = sessionsIn(folder, disk);
  const files = [...sessions.closed(), ...sessions.open()];
  const examined = files.map((file) => examineSession(folder, file, disk));
  return {
    sessions: files.length,
    answers: examined.reduce((sum, { answers }) => sum + answers, 0),
    findings: [
      ...examined.flatMap(({ findings }) => findings),
      ...strayFiles(folder, disk),
      ...openFolders(folder, disk),
    ],
  };
}

function examineSession(folder: string, { path }: SessionFile, disk: Disk): { answers: number; findings: Problem[] } {
  const at = (line: number): Position => ({ file: relative(folder, path), line, column: 1 });
  try {
    const { events, damaged, torn } = parseJournal(disk.readFileSync(path, 'utf8'));
    const [first] = events;
    const findings = [
      ...damaged.map((line) =>
        finding(
          'damaged-line',
          at(line),
          'this line is damaged; the others count',
          'restore the session from a backup: quiz data restore',
        ),
      ),
      ...(torn
        ? [
            finding(
              'torn-line',
              at(1),
              'the last line was cut off, as by a power cut; the others count',
              'nothing to do',
              'warning',
            ),
          ]
        : []),
      ...(first?.type === 'started'
        ? []
        : [
            finding(
              'no-start',
              at(1),
              'the session does not begin with its start; it does not count',
              'restore it from a backup: quiz data restore',
            ),
          ]),
    ];
    return { answers: events.filter(({ type }) => type === 'graded').length, findings };
  } catch (error) {
    return {
      answers: 0,
      findings: [
        finding(
          'unreadable',
          at(1),
          `it cannot be read (${String((error as Error).message)})`,
          'check its permissions',
        ),
      ],
    };
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
      .filter((name) => !SESSION_FILE.test(name))
      .map((name) => {
        const at = { file: relative(folder, join(where, name)), line: 1, column: 1 };
        return finding(
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
    finding(
      'writable-by-others',
      { file: folder, line: 1, column: 1 },
      'others can write here',
      `close it: chmod 700 ${folder}`,
      'warning',
    ),
  ];
}

function finding(
  code: string,
  at: Position,
  message: string,
  hint: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { code, severity, at, message, hint };
}
