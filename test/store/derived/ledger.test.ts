// What a start looks at, of a history that is too long to look at all of it.
import { appendFileSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allFolded, entered, newsSince } from '../../../src/store/derived/ledger.ts';
import { sessionsIn } from '../../../src/store/sessions/sessions.ts';
import { folderWith } from '../../support/folders.ts';

const MONTHS = ['2023-11', '2023-12', '2024-01'];
const EACH = 300;
const LATER = Date.now() + 60_000;

const nameOf = (month: string, number: number) =>
  `${month.slice(2).replace('-', '')}01-${String(number).padStart(6, '0')}-abcdef`;

/** Three months of three hundred sessions, and a ledger that has them all. */
function history() {
  const folder = folderWith();
  for (const month of MONTHS) {
    mkdirSync(join(folder, 'closed', month), { recursive: true });
    for (let number = 0; number < EACH; number++)
      writeFileSync(join(folder, 'closed', month, `${nameOf(month, number)}.jsonl`), 'a line\n');
  }
  const seen: string[] = [];
  const all = sessionsIn(folder);
  const sessions = {
    ...all,
    mark(file: Parameters<typeof all.mark>[0]) {
      seen.push(file.session);
      return all.mark(file);
    },
  };
  const { fresh, stamps } = newsSince({}, sessions, LATER, false);
  const ledger = entered(
    {},
    fresh.map((file) => ({ session: file.session, mark: all.mark(file), answers: 1 })),
    stamps,
  );
  seen.length = 0;
  const pathOf = (month: string, number: number) => join(folder, 'closed', month, `${nameOf(month, number)}.jsonl`);
  return { folder, sessions, ledger, seen, pathOf };
}

test('only the latest sessions are asked for their size where no folder has changed', () => {
  const { sessions, ledger, seen } = history();
  expect(allFolded(ledger)).toHaveLength(MONTHS.length * EACH);
  expect(newsSince(ledger, sessions, LATER, false)).toMatchObject({ fresh: [], hasOnlyGrown: true, isLarge: true });
  expect(seen).toEqual(Array.from({ length: 20 }, (_, number) => nameOf('2024-01', EACH - 20 + number)));
});

test('a session that comes into an old month is seen at once, and so is one that goes', () => {
  const { sessions, ledger, pathOf } = history();
  writeFileSync(pathOf('2023-11', 999), 'merged\n');
  const { fresh, hasOnlyGrown } = newsSince(ledger, sessions, LATER, false);
  expect([fresh.map(({ session }) => session), hasOnlyGrown]).toEqual([[nameOf('2023-11', 999)], true]);
  rmSync(pathOf('2023-11', 999));
  rmSync(pathOf('2023-11', 7));
  expect(newsSince(ledger, sessions, LATER, false)).toMatchObject({ fresh: [], hasOnlyGrown: false });
});

test('a month that is gone with its folder is seen at once', () => {
  const { folder, sessions, ledger } = history();
  rmSync(join(folder, 'closed', '2023-11'), { recursive: true });
  expect(newsSince(ledger, sessions, LATER, false)).toMatchObject({ fresh: [], hasOnlyGrown: false });
});

test('in a month into which something came all are asked', () => {
  const { sessions, ledger, seen, pathOf } = history();
  appendFileSync(pathOf('2024-01', 7), 'more\n');
  writeFileSync(pathOf('2024-01', 999), 'merged\n');
  const { fresh, hasOnlyGrown } = newsSince(ledger, sessions, LATER, false);
  expect([fresh.map(({ session }) => session), hasOnlyGrown]).toEqual([
    [nameOf('2024-01', 7), nameOf('2024-01', 999)],
    false,
  ]);
  expect(seen).toHaveLength(EACH + 1);
});

test('an old journal that was changed in its place is seen by the thorough look', () => {
  const { sessions, ledger, seen, pathOf } = history();
  appendFileSync(pathOf('2023-11', 7), 'more\n');
  expect(newsSince(ledger, sessions, LATER, false).hasOnlyGrown).toBe(true);
  seen.length = 0;
  const { fresh, hasOnlyGrown } = newsSince(ledger, sessions, LATER, true);
  expect([fresh.map(({ session }) => session), hasOnlyGrown]).toEqual([[nameOf('2023-11', 7)], false]);
  expect(seen).toHaveLength(MONTHS.length * EACH);
});

test('a folder that changed a moment ago is not believed the next time: another change may have the same time', () => {
  const { folder, sessions, ledger, seen } = history();
  const month = join(folder, 'closed', '2023-11');
  const { mtimeMs } = statSync(month);
  const { stamps } = newsSince(ledger, sessions, mtimeMs + 1000, true);
  const hasty = entered(ledger, [], stamps);
  utimesSync(month, mtimeMs / 1000, mtimeMs / 1000);
  seen.length = 0;
  newsSince(hasty, sessions, LATER, false);
  expect(seen).toHaveLength(MONTHS.length * EACH);
});

test('a fuller copy of an old session in open/ is seen at once', () => {
  const { folder, sessions, ledger } = history();
  const begun = JSON.stringify({ type: 'started', at: 1, ms: 0, by: 'w' });
  mkdirSync(join(folder, 'open'));
  writeFileSync(join(folder, 'open', `${nameOf('2023-11', 7)}.jsonl`), `${begun}\n${begun}\n`);
  expect(sessions.open().map(({ session }) => session)).toEqual([nameOf('2023-11', 7)]);
  expect(newsSince(ledger, sessions, LATER, false)).toMatchObject({ hasOnlyGrown: false });
});

test('a history of one month is as large as one of many, however it was looked at', () => {
  const { folder, sessions, ledger } = history();
  for (const month of ['2023-11', '2023-12']) rmSync(join(folder, 'closed', month), { recursive: true });
  expect(newsSince(ledger, sessions, LATER, true).isLarge).toBe(true);
  expect(newsSince(ledger, sessions, LATER, false).isLarge).toBe(true);
});
