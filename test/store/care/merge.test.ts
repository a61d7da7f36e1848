import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backUp, backupNamed, backupsIn, restore } from '../../../src/store/care/backups.ts';
import { examine } from '../../../src/store/care/examine.ts';
import { mergeRecords } from '../../../src/store/care/merge.ts';
import { reset } from '../../../src/store/care/reset.ts';
import { localDisk } from '../../../src/store/disk/disk.ts';
import { judged } from '../../../src/store/journal/fuller.ts';
import { emptyExam } from '../../support/empty-exam.ts';
import { tries } from '../../support/laws.ts';
import { tempFolder } from '../../support/quiz.ts';

/** A journal of so many lines; `fork` says how it goes on after the first two. */
function journal(session: string, lines: number, fork: string): string {
  const all = Array.from({ length: lines }, (_, line) => {
    const moment = { at: 1_000_000 + line, ms: line, by: 'aaaa' };
    return JSON.stringify(
      line === 0
        ? { ...moment, ...emptyExam(session) }
        : { ...moment, type: 'moved', to: line < 2 ? 1 : fork.charCodeAt(0) },
    );
  });
  return `${all.join('\n')}\n`;
}

type Records = Readonly<Record<string, string>>;
const [FIRST, SECOND, THIRD] = ['260101-000000-aaaaaa', '260102-000000-bbbbbb', '260203-000000-cccccc'] as const;

const records = fc
  .dictionary(
    fc.constantFrom(FIRST, SECOND, THIRD),
    fc.record({ lines: fc.integer({ min: 1, max: 5 }), fork: fc.constantFrom('x', 'y') }),
    { maxKeys: 3 },
  )
  .map((drawn): Records => {
    const entries = Object.entries(drawn).map(([session, { lines, fork }]) => [session, journal(session, lines, fork)]);
    return Object.fromEntries(entries);
  });

function folderWith(all: Records): string {
  const folder = tempFolder();
  mkdirSync(join(folder, 'open'));
  for (const [session, text] of Object.entries(all)) writeFileSync(join(folder, 'open', `${session}.jsonl`), text);
  return folder;
}

/** All files of sessions and of what was set aside, by name. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

test('merging is commutative: both machines hold the same afterwards', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      const [ours, theirs] = [folderWith(a), folderWith(b)];
      mergeRecords(ours, folderWith(b));
      mergeRecords(theirs, folderWith(a));
      expect(contents(ours)).toEqual(contents(theirs));
    }),
    { numRuns: tries(20) },
  );
});

test('merging is idempotent', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      const [ours, theirs] = [folderWith(a), folderWith(b)];
      mergeRecords(ours, theirs);
      const once = contents(ours);
      expect(mergeRecords(ours, theirs)).toMatchObject({ added: [], extended: [] });
      expect(contents(ours)).toEqual(once);
    }),
    { numRuns: tries(20) },
  );
});

test('no line of either side is lost, and the side that is taken in stays as it is', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      const [ours, theirs] = [folderWith(a), folderWith(b)];
      const before = contents(theirs);
      mergeRecords(ours, theirs);
      const kept = Object.values(contents(ours)).join('');
      const lines = [...Object.values(a), ...Object.values(b)].flatMap((text) => text.trim().split('\n'));
      for (const line of lines) expect(kept).toContain(line);
      expect(contents(theirs)).toEqual(before);
    }),
    { numRuns: tries(20) },
  );
});

test('a restore drill: what was lost comes back, what was practised since stays', () => {
  const folder = folderWith({ [FIRST]: journal(FIRST, 4, 'x') });
  const name = backUp(folder, Date.now());
  expect(backupsIn(folder)).toEqual([name]);
  writeFileSync(join(folder, 'open', `${FIRST}.jsonl`), journal(FIRST, 2, 'x'));
  writeFileSync(join(folder, 'open', `${SECOND}.jsonl`), journal(SECOND, 3, 'y'));
  expect(restore(folder, name)).toMatchObject({ added: [], extended: [FIRST] });
  expect(contents(join(folder, 'open'))).toEqual({
    [`${FIRST}.jsonl`]: journal(FIRST, 4, 'x'),
    [`${SECOND}.jsonl`]: journal(SECOND, 3, 'y'),
  });
});

test('the backup of a reset is the newest, also where others were named ahead of the clock', () => {
  const folder = folderWith({ [FIRST]: journal(FIRST, 4, 'x') });
  const now = Date.now();
  backUp(folder, now + 60_000);
  const name = reset(folder, now);
  expect(backupsIn(folder).at(-1)).toBe(name);
});

test('a reset keeps everything in a backup', () => {
  const folder = folderWith({ [FIRST]: journal(FIRST, 4, 'x') });
  const before = contents(folder);
  const name = reset(folder, Date.now());
  expect(readdirSync(folder)).toEqual(['backups']);
  restore(folder, name);
  expect(contents(join(folder, 'open'))).toEqual(contents(join(folder, 'backups', name, 'open')));
  expect(Object.values(contents(join(folder, 'open')))).toEqual(Object.values(before));
});

test('a restore without a name takes the newest backup that has more, not the copy that was made just before', () => {
  const folder = folderWith({ [FIRST]: journal(FIRST, 4, 'x'), [SECOND]: journal(SECOND, 3, 'y') });
  const good = backUp(folder, Date.now() - 60_000);
  rmSync(join(folder, 'open', `${SECOND}.jsonl`));
  const safety = backUp(folder, Date.now());
  expect(safety > good).toBe(true);
  expect(backupNamed(folder, undefined)).toBe(good);
  restore(folder, good);
  expect(Object.keys(contents(join(folder, 'open')))).toContain(`${SECOND}.jsonl`);
  expect(backupNamed(folder, undefined)).toBe(safety); // nothing is lacking any more: the newest
});

test('of backups that have more of a session the one with the most is taken; of those that have others, the newest', () => {
  const folder = folderWith({ [FIRST]: journal(FIRST, 5, 'x') });
  const path = join(folder, 'open', `${FIRST}.jsonl`);
  const full = backUp(folder, Date.now() - 90_000);
  writeFileSync(path, journal(FIRST, 3, 'x'));
  backUp(folder, Date.now() - 60_000);
  writeFileSync(path, `${journal(FIRST, 2, 'x')}{"at":`);
  const torn = backUp(folder, Date.now() - 30_000);
  writeFileSync(path, journal(FIRST, 2, 'x'));
  expect(backupNamed(folder, undefined)).toBe(full);
  rmSync(path);
  writeFileSync(join(folder, 'open', `${SECOND}.jsonl`), journal(SECOND, 3, 'y'));
  const latest = reset(folder, Date.now());
  expect(latest > torn).toBe(true);
  expect(backupNamed(folder, undefined)).toBe(latest);
});

test('of two copies the one with more answers counts, however long the other one waited; of equal ones that with an end', () => {
  const line = (at: number, event: object) => `${JSON.stringify({ at, ms: at, ...event, by: 'aaaa' })}\n`;
  const start = line(1, emptyExam(FIRST));
  const answer = (slot: number) => line(slot + 1, { type: 'responded', slot, response: ['a'] });
  const unanswered = { slot: 3, item: 'q', rev: 'r', topics: [], response: null, score: 0, spent: 1, chance: 0 };
  const waited = Array.from({ length: 50 }, (_, beat) => line(beat + 10, { type: 'beat' })).join('');
  const end = line(90, { type: 'closed', reason: 'finished' });
  const copies = [
    start + answer(1) + waited,
    start + answer(1) + line(80, { type: 'graded', ...unanswered }) + end,
    start + answer(1) + answer(2),
    start + answer(1) + answer(2) + end,
  ].map((text) => Buffer.from(text));
  const [fullest] = copies.toSorted((a, b) => (judged(a, b).winner === a ? -1 : 1));
  expect(fullest).toBe(copies[3]);
  for (const [index, copy] of copies.entries())
    for (const other of copies.slice(index + 1)) {
      expect(judged(copy, other).winner).toBe(other);
      expect(judged(other, copy).winner).toBe(other);
    }
});

test('a session that ends between being listed and being read is read from its month', () => {
  const actions = {
    backup: (folder: string, disk: typeof localDisk) =>
      readdirSync(join(folder, 'backups', backUp(folder, 1, disk)), { recursive: true }).length > 1,
    doctor: (folder: string, disk: typeof localDisk) => examine(folder, disk).findings.length === 0,
  };
  for (const [name, succeeds] of Object.entries(actions)) {
    const end = `${JSON.stringify({ at: 2_000_000, ms: 9, type: 'closed', reason: 'finished', by: 'aaaa' })}\n`;
    const folder = folderWith({ [FIRST]: journal(FIRST, 3, 'x') + end });
    const path = join(folder, 'open', `${FIRST}.jsonl`);
    mkdirSync(join(folder, 'closed', '2026-01'), { recursive: true });
    const disk = {
      ...localDisk,
      statSync(asked: string, ...rest: never[]) {
        if (asked === path) renameSync(path, join(folder, 'closed', '2026-01', `${FIRST}.jsonl`));
        return localDisk.statSync(asked, ...rest);
      },
    } as unknown as typeof localDisk;
    expect([name, succeeds(folder, disk)]).toEqual([name, true]);
  }
});
