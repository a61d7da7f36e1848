import { mkdirSync, readdirSync, readFileSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBank } from '../../src/bank/bank.ts';
import { cachedFile, sourceKey } from '../../src/bank/cache.ts';
import type { Compiled } from '../../src/bank/compile.ts';
import { itemOf } from '../support/arbitraries.ts';
import { BANK } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';

async function contentOf(folder: string, cache: string | undefined) {
  const bank = await openBank(folder, cache);
  return {
    facts: bank.facts,
    problems: bank.problems,
    topics: [...bank.topics],
    exams: bank.exams,
    items: [...bank.load(bank.facts.map(({ id }) => id))],
  };
}

const stored = (cache: string) => readdirSync(cache).map((name) => join(cache, name));

async function warm() {
  const [folder, cache] = [folderWith(BANK), folderWith()];
  const fresh = await contentOf(folder, undefined);
  expect(await contentOf(folder, cache)).toEqual(fresh);
  expect(stored(cache)).toHaveLength(3);
  return { folder, cache, fresh };
}

describe('a cache never changes what is asked', () => {
  test('a warm one gives what a cold one gives', async () => {
    const { folder, cache, fresh } = await warm();
    expect(fresh.items).toHaveLength(3);
    expect(await contentOf(folder, cache)).toEqual(fresh);
  });

  test('with a file gone', async () => {
    const { folder, cache, fresh } = await warm();
    for (const path of stored(cache)) {
      unlinkSync(path);
      expect(await contentOf(folder, cache)).toEqual(fresh);
      expect(stored(cache)).toContain(path);
    }
  });

  test('cut off at any of its bytes', async () => {
    const { folder, cache, fresh } = await warm();
    for (const path of stored(cache)) {
      const whole = readFileSync(path);
      for (let size = 0; size < whole.length; size += 53) {
        truncateSync(path, size);
        expect(await contentOf(folder, cache)).toEqual(fresh);
        expect(readFileSync(path)).toEqual(whole);
      }
    }
  });

  test('with a bit of every 97th byte flipped, one at a time and all at once', async () => {
    const { folder, cache, fresh } = await warm();
    for (const path of stored(cache)) {
      const whole = readFileSync(path);
      const ruined = Buffer.from(whole);
      for (let place = 0; place < whole.length; place += 97) {
        const flipped = Buffer.from(whole);
        const bit = 1 << (place % 8);
        flipped[place] = (whole[place] ?? 0) ^ bit;
        ruined[place] = (whole[place] ?? 0) ^ bit;
        writeFileSync(path, flipped);
        expect(await contentOf(folder, cache)).toEqual(fresh);
        expect(readFileSync(path)).toEqual(whole);
      }
      writeFileSync(path, ruined);
      expect(await contentOf(folder, cache)).toEqual(fresh);
    }
  });

  test('with anything in a file’s place', async () => {
    const { folder, cache, fresh } = await warm();
    const [path = ''] = stored(cache);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        writeFileSync(path, bytes);
        expect(await contentOf(folder, cache)).toEqual(fresh);
      }),
      { numRuns: 50 },
    );
    unlinkSync(path);
    mkdirSync(path);
    expect(await contentOf(folder, cache)).toEqual(fresh);
  });

  test('that cannot be written', async () => {
    const folder = folderWith({ ...BANK, 'in-the-way': '' });
    expect(await contentOf(folder, join(folder, 'in-the-way', 'cache'))).toEqual(await contentOf(folder, undefined));
  });
});

describe('a changed source is compiled anew', () => {
  test.each([
    ['a question', 'a.yaml', BANK['a.yaml'].replace('Which one leaves', 'Which of them leaves')],
    ['the notes', 'notes.md', `Another first line\n\n${BANK['notes.md']}`],
    ['the topics', 'bank.yaml', BANK['bank.yaml'].replace('glue: AWS Glue', 'glue: AWS Glue, s3: S3')],
    ['a topic that is gone', 'bank.yaml', BANK['bank.yaml'].replace(', glue: AWS Glue', '').replace(', glue: 1', '')],
  ])('%s', async (_, name, content) => {
    const { folder, cache, fresh } = await warm();
    writeFileSync(join(folder, name), content);
    const changed = await contentOf(folder, cache);
    expect(changed).not.toEqual(fresh);
    expect(changed).toEqual(await contentOf(folder, undefined));
    writeFileSync(join(folder, name), BANK[name as keyof typeof BANK]);
    expect(await contentOf(folder, cache)).toEqual(fresh);
  });

  test('everything that goes into a compilation is in its name', () => {
    const key = sourceKey('a.yaml', 'source', 'around');
    expect(key).toMatch(/^[0-9a-f]{40}$/);
    expect(sourceKey('b.yaml', 'source', 'around')).not.toBe(key);
    expect(sourceKey('a.yaml', 'source ', 'around')).not.toBe(key);
    expect(sourceKey('a.yaml', 'source', 'around ')).not.toBe(key);
    expect(sourceKey('a.yaml', 'source', 'around')).toBe(key);
  });
});

describe('cachedFile', () => {
  const options = [
    { id: 'a', text: 'Zwölf 🎉' },
    { id: 'b', text: 'two\nlines' },
  ];
  const items = ['q1', 'q2'].map((id) => itemOf(id, { type: 'single', options, answer: ['a'] }));
  const counted = (compiled: Compiled) => {
    let runs = 0;
    const compile = () => {
      runs += 1;
      return Promise.resolve(compiled);
    };
    return { compile, runs: () => runs };
  };

  test('compiles once, and loads each question as it was', async () => {
    const cache = folderWith();
    const { compile, runs } = counted({ items, problems: [] });
    for (let start = 0; start < 3; start++) {
      const file = await cachedFile(cache, 'key', compile);
      expect(file.load('q1')).toEqual(items[0]);
      expect(file.load('q2')).toEqual(items[1]);
      expect(file.load('q3')).toBeUndefined();
    }
    expect(runs()).toBe(1);
  });

  test('a file with errors is compiled each time, so that they are told each time', async () => {
    const cache = folderWith();
    const at = { file: 'a.yaml', line: 1, column: 1 };
    const problems = [{ code: 'c', severity: 'error', at, message: 'm', hint: 'h' }] as const;
    const { compile, runs } = counted({ items, problems });
    for (let start = 0; start < 2; start++)
      expect((await cachedFile(cache, 'key', compile)).problems).toEqual(problems);
    expect(runs()).toBe(2);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('leaves no temporary file behind', async () => {
    const cache = folderWith();
    const { compile } = counted({ items, problems: [] });
    await Promise.all(Array.from({ length: 5 }, () => cachedFile(cache, 'key', compile)));
    expect(readdirSync(cache)).toEqual(['key.bank']);
  });
});
