// Two folders of the same sessions, each damaged in its own way: what comes of bringing them together.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '../../src/core/items/item.ts';
import { drillPolicy, examPolicy } from '../../src/core/sitting/policy.ts';
import { examine } from '../../src/store/care/examine.ts';
import { mergeRecords } from '../../src/store/care/merge.ts';
import { repairRecords } from '../../src/store/care/repair.ts';
import { recordsIn } from '../../src/store/derived/derived.ts';
import { encodeEntry } from '../../src/store/journal/entry.ts';
import { sessionsIn } from '../../src/store/sessions/sessions.ts';
import { itemOf } from '../support/arbitraries.ts';
import { folderWith } from '../support/folders.ts';
import { tries } from '../support/laws.ts';
import { answers, paperOf, play, startedWith, step } from '../support/sittings.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const items: Item[] = ['q1', 'q2', 'q3'].map((id) => itemOf(id, { type: 'single', options, answer: ['a'] }));

function journalOf(session: string, isExam: boolean, ends: boolean): string {
  const started = { ...startedWith(items, isExam ? examPolicy({ pass: 72 }) : drillPolicy), session };
  const end = ends ? [step({ type: isExam ? 'finish' : 'leave' })] : [];
  const { events } = play(paperOf(items), started, [...answers(['a'], ['b'], ['a']), ...end]);
  return events.map((event) => encodeEntry(event, 'w1')).join('');
}

const [DRILL, EXAM, OPEN] = ['231114-221320-drillx', '231114-221320-examxx', '231114-221320-openxx'] as const;
const sessions: Readonly<Record<string, string>> = {
  [`closed/2023-11/${DRILL}.jsonl`]: journalOf(DRILL, false, true),
  [`closed/2023-11/${EXAM}.jsonl`]: journalOf(EXAM, true, true),
  [`open/${OPEN}.jsonl`]: journalOf(OPEN, true, false),
};

/** What can have happened to a file; `at` is a share of its length, 0 to 1. */
type Damage = (text: string, at: number) => string;
const place = (text: string, at: number) => Math.floor(at * (text.length - 1));
const lineAt = (text: string, at: number) => Math.floor(at * (text.split('\n').length - 1));
const damages: readonly Damage[] = [
  (text) => text,
  (text, at) => text.slice(0, place(text, at)),
  (text, at) => `${text.slice(0, place(text, at))}#${text.slice(place(text, at) + 1)}`,
  (text) => text + text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\ufeff${text}`,
  (text, at) => text.split('\n').toSpliced(lineAt(text, at), 1).join('\n'),
  (text) => text.split('\n').toReversed().join('\n'),
  (text, at) => `${text}${'\0'.repeat(Math.ceil(at * 50))}`,
  (text) => text.split('\n').slice(0, -3).join('\n'),
];

interface Happened {
  readonly damage: Damage;
  readonly at: number;
  /** Where another copy of the file lies, as it was before. */
  readonly copy: string | undefined;
}

const happened: fc.Arbitrary<Happened> = fc.record({
  damage: fc.constantFrom(...damages),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  copy: fc.constantFrom(undefined, undefined, 'open', 'closed/2023-11', 'closed/2001-01'),
});
const folders = fc.tuple(...Object.keys(sessions).map(() => happened));

function folderOf(all: readonly Happened[]): string {
  const folder = folderWith();
  for (const [index, [path, text]] of Object.entries(sessions).entries()) {
    const { damage, at, copy } = all[index] as Happened;
    if (copy !== undefined) write(join(folder, copy, path.slice(path.lastIndexOf('/') + 1)), text);
    write(join(folder, path), damage(text, at));
  }
  return folder;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What every command makes of a folder: the numbers, the findings with an error, and what is open. */
async function seen(folder: string) {
  rmSync(join(folder, 'derived'), { recursive: true, force: true });
  const records = sessionsIn(folder);
  const { learner, mocks } = JSON.parse(JSON.stringify(await recordsIn(records, 'bank')));
  const noted = records.noted().filter(({ severity }) => severity === 'error');
  return { learner, mocks, noted, open: records.open().map(({ session }) => session) };
}

async function merged(into: string, from: string): Promise<string> {
  const copy = folderWith();
  cpSync(into, copy, { recursive: true });
  mergeRecords(copy, from);
  return copy;
}

test('whatever is damaged on either side, both machines say the same afterwards, and twice is once', async () => {
  await fc.assert(
    fc.asyncProperty(folders, folders, async (one, other) => {
      const [a, b] = [folderOf(one), folderOf(other)];
      const [ab, ba] = [await merged(a, b), await merged(b, a)];
      const here = await seen(ab);
      expect(await seen(ba)).toEqual(here);
      expect(await seen(await merged(ab, b))).toEqual(here);
      expect(examine(ab).findings.filter(({ code }) => code === 'second-copy')).toEqual([]);
      const before = [await seen(a), await seen(b)].map(({ learner }) => learner.answers);
      expect(here.learner.answers).toBeGreaterThanOrEqual(Math.max(...before));
      for (const folder of [ab, ba]) repairRecords(folder);
      expect(await seen(ab)).toEqual(await seen(ba));
    }),
    { numRuns: tries(20) },
  );
}, 180_000);

test('a finished session that lacks its end stays in closed/ and stays told, whichever side takes in the other', async () => {
  const path = `closed/2023-11/${EXAM}.jsonl`;
  const cut = (sessions[path] ?? '').split('\n').slice(0, -3).join('\n').concat('\n');
  const [a, b] = [folderWith({ [path]: cut }), folderWith({ 'open/.keep': '' })];
  for (const folder of [await merged(b, a), await merged(a, b)]) {
    const { noted, open } = await seen(folder);
    expect([noted.map(({ code }) => code), open]).toEqual([['cut-short'], []]);
  }
});

test('a sound copy counts before a damaged one that stands twice in its file', async () => {
  const path = `closed/2023-11/${DRILL}.jsonl`;
  const text = sessions[path] ?? '';
  const at = text.indexOf('"graded"');
  const damaged = `${text.slice(0, at)}#${text.slice(at + 1)}`;
  const [a, b] = [folderWith({ [path]: damaged + damaged }), folderWith({ [path]: text })];
  for (const folder of [await merged(a, b), await merged(b, a)]) {
    expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
    expect((await seen(folder)).learner.answers).toBe(3);
  }
});

test('a link in the place of a session is not followed: nothing of what it points to is copied, and it is named', () => {
  const secret = join(folderWith({ secret: '-----BEGIN KEY-----\nline 1\n' }), 'secret');
  const name = `${DRILL}.jsonl`;
  const from = folderWith({ [`open/${OPEN}.jsonl`]: sessions[`open/${OPEN}.jsonl`] ?? '' });
  mkdirSync(join(from, 'closed/2023-11'), { recursive: true });
  symlinkSync(secret, join(from, 'closed/2023-11', name));
  symlinkSync(secret, join(from, 'open', `${OPEN}.paper`));
  const into = folderWith();
  const { unreadable, added } = mergeRecords(into, from);
  expect([added, unreadable]).toMatchObject([[OPEN], [{ session: DRILL, reason: 'a link' }]]);
  repairRecords(from);
  expect(() => sessionsIn(from).read({ session: DRILL, path: join(from, 'closed/2023-11', name) })).toThrow(/a link/);
  expect(examine(from).findings.map(({ code }) => code)).toContain('unreadable');
  for (const folder of [into, from]) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const texts = files.map(({ parentPath, name: file }) => readFileSync(join(parentPath, file), 'utf8'));
    expect(texts.filter((text) => text.includes('BEGIN KEY'))).toEqual([]);
  }
});
