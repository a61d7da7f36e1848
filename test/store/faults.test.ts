// The disk fails at the n-th operation, for every n: nothing that was acknowledged may be lost, and no failure may go untold.
import fs, { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, join, sep } from 'node:path';
import { getSystemErrorName } from 'node:util';
import { expect, test } from 'vitest';
import type { Event } from '../../src/core/sitting/events.ts';
import { Failure } from '../../src/failure.ts';
import { backUp, restore } from '../../src/store/care/backups.ts';
import { mergeRecords } from '../../src/store/care/merge.ts';
import { repairRecords } from '../../src/store/care/repair.ts';
import { reset } from '../../src/store/care/reset.ts';
import type { Disk } from '../../src/store/disk/disk.ts';
import { continueJournal, createJournal, NOT_SAVED } from '../../src/store/journal/journal.ts';
import { parseJournal } from '../../src/store/journal/journal-text.ts';
import { newSessionName, sessionsIn } from '../../src/store/sessions/sessions.ts';
import { emptyExam } from '../support/empty-exam.ts';
import { tempFolder } from '../support/quiz.ts';

/** A quota that is used up, as Node names it: not by its name. */
const EDQUOT = getSystemErrorName(-constants.errno.EDQUOT);

const OPERATIONS = [
  'openSync',
  'closeSync',
  'statSync',
  'lstatSync',
  'readFileSync',
  'readdirSync',
  'unlinkSync',
  'chmodSync',
  'fchmodSync',
  'writeSync',
  'fdatasyncSync',
  'fsyncSync',
  'ftruncateSync',
  'mkdirSync',
  'renameSync',
  'fstatSync',
] as const;

/** A disk whose n-th operation fails with the code, once or from then on; `count` says how many there were. */
function failingDisk(n: number, code: string, lasting: boolean): { disk: Disk; count: () => number } {
  let count = 0;
  const fails = () => {
    count += 1;
    return lasting ? count >= n : count === n;
  };
  const disk = { ...fs } as unknown as Record<string, unknown>;
  for (const name of OPERATIONS) {
    disk[name] = (...args: unknown[]) => {
      if (fails()) throw Object.assign(new Error(code), { code });
      return (fs[name] as (...args: unknown[]) => unknown)(...args);
    };
  }
  return { disk: disk as unknown as Disk, count: () => count };
}

/** Writes as many bytes as were asked for, less some, at the n-th write: a disk that is just full. */
function shortDisk(n: number): Disk {
  let writes = 0;
  const writeSync = (descriptor: number, bytes: Buffer, from = 0) => {
    writes += 1;
    const rest = bytes.subarray(from);
    return fs.writeSync(descriptor, writes === n ? rest.subarray(0, Math.ceil(rest.length / 2)) : rest);
  };
  return { ...fs, writeSync } as unknown as Disk;
}

/** Starts a session, appends moves one by one, and ends it. The moves that were acknowledged, and the failure, if one was told. */
function live(folder: string, disk: Disk): { acknowledged: number[]; failure?: unknown } {
  const acknowledged: number[] = [];
  try {
    const sessions = sessionsIn(folder, disk);
    const session = newSessionName(Date.UTC(2026, 0, 1));
    const journal = sessions.start(emptyExam(session), { at: 1, ms: 0 });
    for (let to = 1; to <= 5; to++) {
      const event: Event = { at: 1 + to, ms: to, type: 'moved', to };
      journal.append([event]);
      acknowledged.push(to);
    }
    journal.append([{ at: 9, ms: 9, type: 'closed', reason: 'finished' }]);
    sessions.settle(session);
    return { acknowledged };
  } catch (failure) {
    return { acknowledged, failure };
  }
}

function journalsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
}

/** What a write leaves that is not brought to its end. */
function draftsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((name) => basename(name).startsWith('.'));
}

function movesIn(folder: string): number[] {
  return journalsIn(folder)
    .flatMap((name) => parseJournal(readFileSync(join(folder, name), 'utf8')).events)
    .flatMap((event) => (event.type === 'moved' ? [event.to] : []));
}

const operations = (() => {
  const { disk, count } = failingDisk(Number.POSITIVE_INFINITY, '', false);
  live(tempFolder(), disk);
  return count();
})();

test.each([
  ['ENOSPC', true],
  ['ENOSPC', false],
  ['EIO', true],
  ['EIO', false],
  ['EACCES', true],
  ['EMFILE', true],
  ['EMFILE', false],
  [EDQUOT, true],
  [EDQUOT, false],
])('%s at the n-th operation, for every n (from then on: %s)', (code, lasting) => {
  expect(operations).toBeGreaterThan(15);
  for (let n = 1; n <= operations; n++) {
    const folder = tempFolder();
    const { acknowledged, failure } = live(folder, failingDisk(n, code, lasting).disk);
    expect(movesIn(folder).slice(0, acknowledged.length), `operation ${n}`).toEqual(acknowledged);
    if (failure !== undefined) {
      expect(failure, `operation ${n}`).toBeInstanceOf(Failure);
      expect((failure as Failure).exit).toBe('disk');
      expect((failure as Failure).hint).not.toBe('');
    }
  }
});

test.each([
  ['ENOSPC', /^make room on that disk, then go on/],
  ['EACCES', /^check the permissions there, then go on/],
  [EDQUOT, /quota/],
  ['EFBIG', /ulimit -f/],
  ['EMFILE', /ulimit -n/],
])('an answer that %s keeps off the disk is told with what to do about it', (code, remedy) => {
  const folder = tempFolder();
  const journal = createJournal(fs as unknown as Disk, join(folder, 'one.jsonl'), 'w1');
  journal.close();
  const open = () => continueJournal(failingDisk(1, code, true).disk, join(folder, 'one.jsonl'), 'w2');
  expect(open).toThrow(expect.objectContaining({ code: NOT_SAVED, hint: expect.stringMatching(remedy) }));
});

test('a short write at any point glues no records together', () => {
  for (let n = 1; n <= 8; n++) {
    const folder = tempFolder();
    const { acknowledged, failure } = live(folder, shortDisk(n));
    expect([acknowledged, failure], `write ${n}`).toEqual([[1, 2, 3, 4, 5], undefined]);
    expect(movesIn(folder)).toEqual([1, 2, 3, 4, 5]);
  }
});

test('a merge that fails half-way can be done again', () => {
  const from = tempFolder();
  for (let session = 0; session < 3; session++) live(from, fs as unknown as Disk);
  const whole = tempFolder();
  mergeRecords(whole, from);
  for (let n = 1; n <= 30; n++) {
    const into = tempFolder();
    try {
      mergeRecords(into, from, failingDisk(n, 'ENOSPC', true).disk);
    } catch {
      // the point of it
    }
    expect(draftsIn(into), `operation ${n}`).toEqual([]);
    mergeRecords(into, from);
    expect(movesIn(into).sort(), `operation ${n}`).toEqual(movesIn(whole).sort());
  }
});

test('a backup, a restore and a repair that fail at any operation take nothing away, and can be done again', () => {
  const actions = [
    (folder: string, disk?: Disk) => backUp(folder, 1, disk),
    (folder: string, disk?: Disk) => restore(folder, '700101', disk),
    (folder: string, disk?: Disk) => repairRecords(folder, disk),
  ];
  const template = tempFolder();
  for (let session = 0; session < 2; session++) live(template, fs as unknown as Disk);
  backUp(template, 1);
  const file = join(template, journalsIn(template).find((name) => name.startsWith('closed')) ?? '');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"to":3', '"to":4')); // its sum says so
  const damaged = () => {
    const folder = tempFolder();
    fs.cpSync(template, folder, { recursive: true });
    return folder;
  };
  for (const [index, action] of actions.entries()) {
    const whole = damaged();
    action(whole);
    for (let n = 1; n <= 40; n++) {
      const folder = damaged();
      const before = movesIn(join(folder, 'closed')).length;
      try {
        action(folder, failingDisk(n, 'EIO', true).disk);
      } catch {
        // the point of it
      }
      expect(movesIn(join(folder, 'closed')).length, `action ${index}, operation ${n}`).toBeGreaterThanOrEqual(before);
      action(folder);
      expect(movesIn(join(folder, 'closed')).sort()).toEqual(movesIn(join(whole, 'closed')).sort());
    }
  }
});

test('a reset that fails at any operation leaves all where it was, and can be done again', () => {
  const tried: number[] = [];
  for (let n = 1, isOver = false; !isOver; n++) {
    const folder = tempFolder();
    live(folder, fs as unknown as Disk);
    const before = journalsIn(folder);
    const { disk, count } = failingDisk(n, 'EIO', false);
    try {
      reset(folder, 1, disk);
    } catch (failure) {
      expect(failure, `operation ${n}`).toBeInstanceOf(Failure);
      expect(journalsIn(folder), `operation ${n}`).toEqual(before);
      tried.push(n);
      reset(folder, 1);
    }
    expect(journalsIn(folder).map((name) => name.split(sep)[0])).toEqual(['backups']);
    isOver = count() < n;
  }
  expect(tried.length).toBeGreaterThan(5);
});

/**
 * A disk that forgets in a power cut what was not synced: file contents beyond the last sync of the file, and names that were made
 * since the last sync of their folder. `cut` leaves only what is durable.
 */
function forgetfulDisk(root: string): { disk: Disk; cut: (torn: boolean) => void } {
  const paths = new Map<number, string>();
  const synced = new Map<string, number>(); // bytes that are durable, by file
  const names = new Set<string>(); // files whose names are durable
  const disk = {
    ...fs,
    openSync(path: string, ...rest: never[]) {
      const descriptor = fs.openSync(path, ...(rest as unknown as [string]));
      paths.set(descriptor, path);
      return descriptor;
    },
    fdatasyncSync(descriptor: number) {
      fs.fdatasyncSync(descriptor);
      const path = paths.get(descriptor) ?? '';
      synced.set(path, fs.fstatSync(descriptor).size);
    },
    fsyncSync(descriptor: number) {
      fs.fsyncSync(descriptor);
      const path = paths.get(descriptor) ?? '';
      const stat = fs.fstatSync(descriptor);
      if (!stat.isDirectory()) synced.set(path, stat.size);
      else for (const name of fs.readdirSync(path)) names.add(join(path, name));
    },
    renameSync(from: string, to: string) {
      fs.renameSync(from, to);
      synced.set(to, synced.get(from) ?? 0);
    },
  };
  const cut = (torn: boolean) => {
    for (const name of journalsIn(root)) {
      const path = join(root, name);
      if (!names.has(path)) fs.rmSync(path);
      else fs.truncateSync(path, Math.min(fs.statSync(path).size, (synced.get(path) ?? 0) + (torn ? 7 : 0)));
    }
  };
  return { disk: disk as unknown as Disk, cut };
}

test.each([false, true])(
  'after a power cut everything that was acknowledged is there (a part of the next write too: %s)',
  (torn) => {
    for (let moves = 0; moves <= 6; moves++) {
      const folder = tempFolder();
      const { disk, cut } = forgetfulDisk(folder);
      const session = newSessionName(Date.UTC(2026, 0, 1));
      const journal = sessionsIn(folder, disk).start(emptyExam(session), { at: 1, ms: 0 });
      for (let to = 1; to <= moves; to++) journal.append([{ at: 1 + to, ms: to, type: 'moved', to }]);
      journal.append([{ at: 9, ms: 9, type: 'beat' }], 'written'); // not acknowledged, and not synced
      journal.close();
      cut(torn);
      expect(movesIn(folder)).toEqual(Array.from({ length: moves }, (_, index) => index + 1));
      const again = sessionsIn(folder).resume(session, { at: 20, ms: 0 });
      again.journal.append([{ at: 30, ms: 10, type: 'moved', to: 99 }]);
      expect(movesIn(folder).at(-1)).toBe(99);
      again.journal.close();
    }
  },
);

test('a disk that was full and has room again: half a line is taken back at once, and the next try goes on where it stopped', () => {
  const folder = tempFolder();
  const path = join(folder, 'session.jsonl');
  let room = Number.POSITIVE_INFINITY;
  const writeSync = (descriptor: number, bytes: Buffer, from = 0) => {
    const part = bytes.subarray(from, from + room);
    if (part.length === 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    room -= part.length;
    return fs.writeSync(descriptor, part);
  };
  const journal = createJournal({ ...fs, writeSync } as unknown as Disk, path, 'w1');
  const beats = [1, 2, 3].map((ms): Event => ({ at: 1000 + ms, ms, type: 'beat' }));
  const [first, second, third] = beats as [Event, Event, Event];
  journal.append([first]);
  const saved = readFileSync(path, 'utf8');
  room = 20;
  for (let tries = 0; tries < 3; tries++) {
    expect(() => journal.append([second])).toThrow(/NOT SAVED/);
    expect(readFileSync(path, 'utf8')).toBe(saved);
    room = 20;
  }
  room = Number.POSITIVE_INFINITY;
  journal.append([second]);
  journal.append([third]);
  expect(parseJournal(readFileSync(path, 'utf8')).events).toEqual(beats);
});
