// The cache of compiled questions under real processes: several at once, killed ones, edits in between.
import { spawn } from 'node:child_process';
import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { BIN, environment } from '../support/quiz.ts';

const MANY = Object.fromEntries(
  Array.from({ length: 12 }, (_, file) => [
    `many-${file}.yaml`,
    DEMO['a.yaml'].replace('id: audit', `id: audit-${file}`).replace('id: order', `id: order-${file}`),
  ]),
);

/** What `quiz export` says of a bank, in a process of its own. */
function exported(bank: string, cache: string): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [BIN, 'export', '--bank', bank], {
    env: { ...environment(bank), XDG_CACHE_HOME: cache },
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stdin.end();
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
}

test('four processes start on a new bank at once: each sees all of it, and one compiled file is left', async () => {
  const [bank, cache] = [folderWith({ ...DEMO, ...MANY }), folderWith()];
  const alone = await exported(bank, folderWith());
  const together = await Promise.all(Array.from({ length: 4 }, () => exported(bank, cache)));
  expect(JSON.parse(alone.out).questions).toHaveLength(27);
  expect(together).toEqual(Array.from({ length: 4 }, () => alone));
  const names = readdirSync(join(cache, 'notes-quiz'));
  expect(names.filter((name) => name.endsWith('.bank'))).toHaveLength(1);
  expect(names.filter((name) => name.endsWith('.json'))).toHaveLength(1); // the manifest
  expect(names.filter((name) => !/^[0-9a-f]{16}\.(bank|json)$/.test(name))).toEqual(['code']);
});

test.each([
  ['edits', undefined],
  ['edits, and the cache is emptied', 0],
  ['edits, and the cache is cut off', 100],
])('while somebody %s, every process tells the bank as it is on disk', async (_, cut) => {
  const [bank, cache] = [folderWith({ ...DEMO, ...MANY }), folderWith()];
  const first = await exported(bank, cache);
  writeFileSync(join(bank, 'a.yaml'), DEMO['a.yaml'].replace('an audit trail', 'the audit trail'));
  const kept = readdirSync(join(cache, 'notes-quiz')).filter((name) => /\.(bank|json)$/.test(name));
  expect(kept).toHaveLength(2);
  if (cut !== undefined) for (const name of kept) truncateSync(join(cache, 'notes-quiz', name), cut);
  // The questions of the other files have the words too, and stay.
  const [before = '', after = ''] = first.out.split(/(?<="id": "audit",)/);
  const truth = { code: 0, out: before + after.replace('an audit trail', 'the audit trail') };
  expect(truth.out).not.toBe(first.out);
  expect(await Promise.all([exported(bank, cache), exported(bank, cache)])).toEqual([truth, truth]);
});
