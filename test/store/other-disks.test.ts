// Data folders on disks that are less than one of Linux: without permissions, without folders that can be moved.
import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../src/store/care/backups.ts';
import { reset } from '../../src/store/care/reset.ts';
import type { Disk } from '../../src/store/disk/disk.ts';
import { newSessionName, sessionsIn } from '../../src/store/sessions/sessions.ts';
import { changeSetting } from '../../src/store/settings/settings-files.ts';
import { emptyExam } from '../support/empty-exam.ts';
import { tempFolder } from '../support/quiz.ts';

/** A disk that differs from that of the tests in some operations. */
function diskWith(operations: object): Disk {
  return { ...fs, ...operations } as unknown as Disk;
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function refusing(code: string): () => never {
  return () => {
    throw refusal(code);
  };
}

function start(folder: string, disk: Disk) {
  const session = newSessionName(Date.UTC(2026, 0, 1));
  const journal = sessionsIn(folder, disk).start(emptyExam(session), { at: 1, ms: 0 });
  journal.append([{ at: 2, ms: 1, type: 'moved', to: 1 }]);
  journal.close();
  return session;
}

const filesIn = (folder: string) =>
  fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));

/** NTFS and FAT say yes to a change of permissions and change nothing. */
const givesToAll = {
  mkdirSync(path: string) {
    fs.mkdirSync(path);
    fs.chmodSync(path, 0o777);
  },
  chmodSync: () => undefined,
  fchmodSync: () => undefined,
};

test.skipIf(process.platform === 'win32')(
  'where a disk gives everything to everybody an exam is refused before it begins, not when it is gone on with',
  () => {
    const folder = join(tempFolder(), 'records');
    const disk = diskWith(givesToAll);
    for (const _ of ['when the folder is made', 'when it is there'])
      expect(() => start(folder, disk)).toThrow(
        expect.objectContaining({
          exit: 'disk',
          code: 'open-to-all',
          hint: `close it: chmod 700 ${folder}; where that changes nothing, name a folder on another disk: --data-dir DIR`,
        }),
      );
    expect(filesIn(folder)).toEqual([]);
  },
);

test.skipIf(process.platform === 'win32')(
  'where a disk gives everything to everybody the first setting and the first merge are refused too, and nothing is kept',
  async () => {
    const folder = join(tempFolder(), 'records');
    const disk = diskWith(givesToAll);
    const isOpenToAll = expect.objectContaining({ exit: 'disk', code: 'open-to-all' });
    await expect(changeSetting(folder, 'color', 'never', disk)).rejects.toThrow(isOpenToAll);
    fs.rmSync(folder, { recursive: true });
    expect(() => backUp(folder, 1, disk)).toThrow(isOpenToAll); // a merge, a restore and a repair begin with one
    const left = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((one) => !one.isDirectory())).toEqual([]);
    expect(fs.readdirSync(join(folder, 'backups'))).toEqual([]);
  },
);

test.skipIf(process.platform === 'win32').each(['EPERM', 'ENOSYS', 'ENOTSUP'])(
  'where a disk lets no permissions be set (%s) records are kept with those that it gives',
  (code) => {
    const folder = join(tempFolder(), 'records');
    const disk = diskWith({
      mkdirSync: (path: string) => fs.mkdirSync(path, 0o755),
      openSync: (path: string, flags: string) => fs.openSync(path, flags, 0o644),
      chmodSync: refusing(code),
      fchmodSync: refusing(code),
    });
    const session = start(folder, disk);
    expect(sessionsIn(folder, disk).resume(session, { at: 9, ms: 2 }).events).toContainEqual(
      expect.objectContaining({ type: 'moved', to: 1 }),
    );
    expect(filesIn(join(folder, 'backups', backUp(folder, 1, disk)))).toHaveLength(1);
  },
);

test.each([
  ['whose name cannot be made durable', { fsyncSync: refusing('EIO') }],
  [
    'whose file cannot be made the owner’s alone',
    { openSync: (path: string, flags: string) => fs.openSync(path, flags, 0o644), fchmodSync: refusing('EIO') },
  ],
])('a session %s is told, and nothing is left of it', (_, operations) => {
  const folder = tempFolder();
  const opened: number[] = [];
  const closed: number[] = [];
  const disk = diskWith(operations);
  const { openSync } = disk;
  Object.assign(disk, {
    openSync(...args: Parameters<typeof openSync>) {
      const descriptor = openSync(...args);
      opened.push(descriptor);
      return descriptor;
    },
    closeSync(descriptor: number) {
      closed.push(descriptor);
      fs.closeSync(descriptor);
    },
  });
  expect(() => start(folder, disk)).toThrow(expect.objectContaining({ exit: 'disk', code: 'not-saved' }));
  expect(filesIn(folder)).toEqual([]);
  expect(closed.toSorted()).toEqual(opened.toSorted());
});

test('a reset where folders cannot be moved, as in an image of a container, says what can be done', () => {
  const folder = tempFolder();
  start(folder, diskWith({}));
  const before = filesIn(folder);
  const disk = diskWith({ renameSync: refusing('EXDEV') });
  expect(() => reset(folder, 1, disk)).toThrow(
    expect.objectContaining({
      exit: 'disk',
      hint: 'copy the folder to another disk as a whole, or name another folder: --data-dir DIR',
    }),
  );
  expect(filesIn(folder)).toEqual(before);
});
