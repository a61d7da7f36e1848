// What was lost is told for as long as it is lost, whatever becomes of the documents that remember it.
import * as fs from 'node:fs';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drillPolicy } from '../../../src/core/sitting/policy.ts';
import { reset } from '../../../src/store/care/reset.ts';
import { recordsIn } from '../../../src/store/derived/derived.ts';
import { acceptLosses, forgetDerived } from '../../../src/store/derived/losses.ts';
import type { Disk } from '../../../src/store/disk/disk.ts';
import { sessionsIn } from '../../../src/store/sessions/sessions.ts';
import { itemOf } from '../../support/arbitraries.ts';
import { folderWith } from '../../support/folders.ts';
import { START, startedWith } from '../../support/sittings.ts';

const options = ['a', 'b'].map((id) => ({ id, text: id }));
const items = ['q1', 'q2'].map((id) => itemOf(id, { type: 'single', options, answer: ['a'] }));

/** Keeps a drill that began some hours after the first, with both questions answered; its path. */
function drilled(folder: string, hours: number): string {
  const at = START.at + hours * 3_600_000;
  const session = `231114-${String(hours).padStart(6, '0')}-abcdef`;
  const answers = items.map(({ id, rev, topics }, index) => {
    const answer = { slot: index + 1, item: id, rev, topics, response: ['a'], score: 1, spent: 1, chance: 0.5 };
    return { at: at + index, ms: 0, type: 'graded' as const, ...answer };
  });
  sessionsIn(folder).keep([
    { at, ms: 0, ...startedWith(items, drillPolicy), session },
    ...answers,
    { at: at + 9, ms: 0, type: 'closed', reason: 'finished' },
  ]);
  return join(folder, 'closed', '2023-11', `${session}.jsonl`);
}

/** What a start knows of the learner, and what it says to be wrong. */
async function start(folder: string, bank = 'bank') {
  const sessions = sessionsIn(folder);
  const { learner, mocks, folders } = await recordsIn(sessions, bank);
  await sessions.later.done();
  return JSON.parse(JSON.stringify({ learner, mocks, folders, noted: sessions.noted() }));
}

function documentsIn(folder: string): string[] {
  return readdirSync(join(folder, 'derived')).map((name) => join(folder, 'derived', name));
}

/** A folder with two sessions, of which one was lost and told; `document` is that of the bank. */
async function withLoss() {
  const folder = folderWith();
  drilled(folder, 1);
  const lost = drilled(folder, 2);
  await start(folder);
  const [document = ''] = documentsIn(folder);
  const bytes = readFileSync(lost);
  rmSync(lost);
  const told = await start(folder);
  expect(told.noted).toMatchObject([{ code: 'lost-answers', message: expect.stringContaining('had 2 answers') }]);
  return { folder, document, lost, bytes, told };
}

test('a loss that was told stays told where the document is cut, emptied, gone or another one, and all else is the same', async () => {
  const { folder, document, told } = await withLoss();
  const whole = readFileSync(document);
  const flipped = Buffer.from(whole);
  flipped[100] = (flipped[100] ?? 0) ^ 1;
  const half = whole.subarray(0, whole.length / 2);
  for (const bytes of [half, flipped, Buffer.alloc(0), Buffer.from('null'), Buffer.alloc(whole.length)]) {
    writeFileSync(document, bytes);
    expect(await start(folder)).toEqual(told);
    expect(await start(folder)).toEqual(told);
  }
  rmSync(document);
  expect(await start(folder)).toEqual(told);
});

test('a loss that was told stays told where any one document is damaged before all are made anew', async () => {
  const { folder, told } = await withLoss();
  for (const index of documentsIn(folder).keys()) {
    writeFileSync(documentsIn(folder)[index] ?? '', '');
    await forgetDerived(folder);
    expect(await start(folder)).toEqual(told);
  }
});

test('a loss that was never told yet is seen by what the document of another bank remembers', async () => {
  const folder = folderWith();
  drilled(folder, 1);
  const lost = drilled(folder, 2);
  await start(folder);
  const [document = ''] = documentsIn(folder);
  await start(folder, 'other');
  rmSync(lost);
  writeFileSync(document, '');
  expect((await start(folder)).noted).toMatchObject([{ code: 'lost-answers' }]);
});

test('a session that came back is lost no more, however often all is made anew', async () => {
  const { folder, document, lost, bytes } = await withLoss();
  writeFileSync(lost, bytes);
  expect((await start(folder)).noted).toEqual([]);
  writeFileSync(document, '');
  expect((await start(folder)).noted).toEqual([]);
});

test('a reset while a bank is read for the first time is no loss, whatever other banks remember', async () => {
  const folder = folderWith();
  drilled(folder, 1);
  await start(folder, 'other');
  let isReset = false;
  const disk = {
    ...fs,
    readdirSync(...args: Parameters<typeof fs.readdirSync>) {
      if (!isReset) reset(folder, Date.now());
      isReset = true;
      return fs.readdirSync(...args);
    },
  } as unknown as Disk;
  const sessions = sessionsIn(folder, disk);
  await recordsIn(sessions, 'bank');
  expect([isReset, sessions.noted()]).toEqual([true, []]);
  expect((await start(folder)).noted).toEqual([]);
});

test('of two commands that make all anew at once none fails for the drafts of the other, whenever the second begins', async () => {
  for (let pauses = 0; pauses < 40; pauses++) {
    const folder = folderWith();
    drilled(folder, 1);
    for (const bank of ['bank', 'other']) await start(folder, bank);
    const first = forgetDerived(folder);
    for (let pause = 0; pause < pauses; pause++) await new Promise(setImmediate);
    await expect(Promise.all([first, acceptLosses(folder, [])])).resolves.toBeDefined();
  }
});
