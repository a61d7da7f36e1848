import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBank } from '../../../src/bank/bank.ts';
import type { Compiled } from '../../../src/bank/compile.ts';
import { keptName } from '../../../src/bank/compiled/cache.ts';
import { openCompiled } from '../../../src/bank/compiled/compiled-bank.ts';
import { factsOf, type Item } from '../../../src/core/items/item.ts';
import { itemOf } from '../../support/arbitraries.ts';
import { DEMO } from '../../support/banks.ts';
import { folderWith } from '../../support/folders.ts';
import { tries } from '../../support/laws.ts';
import { openIn, tellsOpenFiles } from '../../support/open-files.ts';
import { file } from '../../support/question-files.ts';

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

/** Where a text stands among bytes. */
function placesOf(text: string, bytes: Buffer): number[] {
  const next = (from: number): number[] => {
    const at = bytes.indexOf(text, from);
    return at < 0 ? [] : [at, ...next(at + 1)];
  };
  return next(0);
}

const stored = (cache: string) => readdirSync(cache).map((name) => join(cache, name));

async function warm() {
  const [folder, cache] = [folderWith(DEMO), folderWith()];
  const fresh = await contentOf(folder, undefined);
  expect(await contentOf(folder, cache)).toEqual(fresh);
  expect(stored(cache)).toHaveLength(2); // the manifest, and the questions
  return { folder, cache, fresh };
}

describe('a cache never changes what is asked', () => {
  test('a warm one gives what a cold one gives', async () => {
    const { folder, cache, fresh } = await warm();
    expect(fresh.items).toHaveLength(3);
    expect(await contentOf(folder, cache)).toEqual(fresh);
  });

  test('of a bank with an id that stands twice, or with capitals', async () => {
    const other = DEMO['a.yaml'].replace('Which one leaves', 'Which of all leaves');
    for (const text of [other, other.replace('id: audit', 'id: Audit')]) {
      const [folder, cache] = [folderWith({ ...DEMO, 'z.yaml': text }), folderWith()];
      const fresh = await contentOf(folder, undefined);
      expect(fresh.problems.map(({ code }) => code)).toContain('duplicate-id');
      for (let times = 0; times < 2; times++) expect(await contentOf(folder, cache)).toEqual(fresh);
    }
    const [folder, cache] = [
      folderWith({ ...DEMO, 'a.yaml': DEMO['a.yaml'].replace('id: audit', 'id: Audit') }),
      folderWith(),
    ];
    for (let times = 0; times < 2; times++)
      expect([...(await openBank(folder, cache)).load(['audit']).keys()]).toEqual(['audit']);
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
      for (let size = 0; size < whole.length; size += 211) {
        truncateSync(path, size);
        expect(await contentOf(folder, cache)).toEqual(fresh);
        expect(readFileSync(path)).toEqual(whole);
      }
    }
  });

  test('with a bit of every 193rd byte flipped, one at a time and all at once', async () => {
    const { folder, cache, fresh } = await warm();
    for (const path of stored(cache)) {
      const whole = readFileSync(path);
      const ruined = Buffer.from(whole);
      for (let place = 0; place < whole.length; place += 193) {
        const flipped = Buffer.from(whole);
        const bit = 1 << (place % 8);
        flipped[place] = (whole[place] ?? 0) ^ bit;
        ruined[place] = (whole[place] ?? 0) ^ bit;
        writeFileSync(path, flipped);
        for (let times = 0; times < 2; times++) expect(await contentOf(folder, cache)).toEqual(fresh);
        expect(readFileSync(path)).toEqual(whole);
      }
      writeFileSync(path, ruined);
      expect(await contentOf(folder, cache)).toEqual(fresh);
    }
  });

  test('with the other copy of a damaged question damaged too: that is told, and the next start is whole', async () => {
    const { folder, cache, fresh } = await warm();
    const [path = ''] = stored(cache).filter((name) => name.endsWith('.bank'));
    const whole = readFileSync(path);
    const ruined = Buffer.from(whole);
    for (const place of placesOf('Which one leaves', whole).slice(-2)) ruined[place] = 0;
    writeFileSync(path, ruined);
    const told = await contentOf(folder, cache).catch((error: unknown) => error);
    expect(told).toMatchObject({ exit: 'disk', code: 'damaged-cache', message: expect.stringContaining(path) });
    expect(await contentOf(folder, cache)).toEqual(fresh);
    expect(readFileSync(path)).toEqual(whole);
  });

  test('with zeros in the place of all questions, as a disk may leave them: that is told, and the next start is whole', async () => {
    const { folder, cache, fresh } = await warm();
    const [path = ''] = stored(cache).filter((name) => name.endsWith('.bank'));
    const whole = readFileSync(path);
    const [first = 0] = placesOf('{"ids":', whole);
    writeFileSync(path, Buffer.from(whole).fill(0, first));
    expect(await contentOf(folder, cache).catch((error: unknown) => error)).toMatchObject({ code: 'damaged-cache' });
    expect(await contentOf(folder, cache)).toEqual(fresh);
    expect(readFileSync(path)).toEqual(whole);
  });

  test('with a damaged question, and no way to take the file away: the other copy is asked', async () => {
    const { folder, cache, fresh } = await warm();
    const [path = ''] = stored(cache).filter((name) => name.endsWith('.bank'));
    const ruined = readFileSync(path);
    ruined[placesOf('Which one leaves', ruined)[1] ?? 0] = 0;
    writeFileSync(path, ruined);
    const bank = await openBank(folder, cache);
    unlinkSync(path);
    mkdirSync(path); // what removes files refuses folders, as a read-only disk refuses all
    expect([...bank.load(bank.facts.map(({ id }) => id))]).toEqual(fresh.items);
  });

  test('with a question damaged when another file is edited: the damage is not written on', async () => {
    const { folder, cache, fresh } = await warm();
    const [path = ''] = stored(cache).filter((name) => name.endsWith('.bank'));
    const ruined = readFileSync(path);
    const [, place = 0] = placesOf('Which one leaves', ruined); // behind the source: the first copy
    ruined[place + 3] = 0;
    writeFileSync(path, ruined);
    writeFileSync(join(folder, 'b.yaml'), `${DEMO['b.yaml']}# edited\n`);
    await openBank(folder, cache); // and nobody asks for the question
    for (let times = 0; times < 3; times++) expect(await contentOf(folder, cache)).toEqual(fresh);
  });

  test('with anything in a file’s place', async () => {
    const { folder, cache, fresh } = await warm();
    const [path = ''] = stored(cache);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        writeFileSync(path, bytes);
        expect(await contentOf(folder, cache)).toEqual(fresh);
      }),
      { numRuns: tries(15) },
    );
    unlinkSync(path);
    mkdirSync(path);
    expect(await contentOf(folder, cache)).toEqual(fresh);
  });

  test('with the file of another bank in its place', async () => {
    const { folder, cache, fresh } = await warm();
    const [other, others] = [
      folderWith({ ...DEMO, 'a.yaml': DEMO['a.yaml'].replace('first', 'second') }),
      folderWith(),
    ];
    await contentOf(other, others);
    const [foreign = ''] = stored(others).filter((path) => path.endsWith('.bank'));
    for (const path of stored(cache)) {
      writeFileSync(path, readFileSync(foreign));
      expect(await contentOf(folder, cache)).toEqual(fresh);
    }
  });

  test('deleted as a whole', async () => {
    const { folder, cache, fresh } = await warm();
    rmSync(cache, { recursive: true });
    expect(await contentOf(folder, cache)).toEqual(fresh);
    expect(stored(cache)).toHaveLength(2);
  });

  test('replaced by another process after the bank was opened', async () => {
    const { folder, cache, fresh } = await warm();
    const bank = await openBank(folder, cache);
    for (const path of stored(cache)) {
      unlinkSync(path);
      writeFileSync(path, 'something else');
    }
    expect([...bank.load(bank.facts.map(({ id }) => id))]).toEqual(fresh.items);
  });

  test('that cannot be written', async () => {
    const folder = folderWith({ ...DEMO, 'in-the-way': '' });
    expect(await contentOf(folder, join(folder, 'in-the-way', 'cache'))).toEqual(await contentOf(folder, undefined));
  });
});

describe('a changed source is compiled anew', () => {
  test.each([
    ['a question', 'a.yaml', DEMO['a.yaml'].replace('Which one leaves', 'Which of them leaves')],
    ['the notes', 'notes.md', `Another first line\n\n${DEMO['notes.md']}`],
    ['the topics', 'bank.yaml', DEMO['bank.yaml'].replace('glue: AWS Glue', 'glue: AWS Glue, s3: S3')],
    ['a topic that is gone', 'bank.yaml', DEMO['bank.yaml'].replace(', glue: AWS Glue', '').replace(', glue: 1', '')],
  ])('%s', async (_, name, content) => {
    const { folder, cache, fresh } = await warm();
    writeFileSync(join(folder, name), content);
    const changed = await contentOf(folder, cache);
    expect(changed).not.toEqual(fresh);
    expect(changed).toEqual(await contentOf(folder, undefined));
    writeFileSync(join(folder, name), DEMO[name as keyof typeof DEMO]);
    expect(await contentOf(folder, cache)).toEqual(fresh);
  });

  test('with a large file edited, above and within: the other questions are not read again, and are where they are now', async () => {
    const [folder, cache] = [
      folderWith({ 'bank.yaml': 'title: T\n', 'q.yaml': file(20).replace('note: the end\n', '') }),
      folderWith(),
    ];
    const path = join(folder, 'q.yaml');
    expect((await contentOf(folder, cache)).items).toHaveLength(20);
    const edit = readFileSync(path, 'utf8')
      .replace('  - id: q3\n', '  # moved\n  - id: q3\n')
      .replace('Which one', 'Which two');
    writeFileSync(path, edit);
    const now = await contentOf(folder, cache);
    expect(now).toEqual(await contentOf(folder, undefined));
    expect(await contentOf(folder, cache)).toEqual(now);
  });

  test('a question that keeps the size and the time of its file', async () => {
    const { folder, cache } = await warm();
    const path = join(folder, 'a.yaml');
    const { size, atime, mtime } = statSync(path);
    writeFileSync(path, DEMO['a.yaml'].replace('leaves an audit', 'loses no  audit'));
    utimesSync(path, atime, mtime);
    expect(statSync(path)).toMatchObject({ size, mtime });
    const stems = [...(await openBank(folder, cache)).load(['audit']).values()].map(({ stem }) => stem);
    expect(stems).toEqual(['Which one loses no  audit trail?']);
  });

  test('each folder and each program has a name of its own in the cache', () => {
    const name = keptName('/bank', '1.0.0');
    expect(name).toMatch(/^[0-9a-f]{16}$/);
    expect(keptName('/other', '1.0.0')).not.toBe(name);
    expect(keptName('/bank', '1.0.1')).not.toBe(name);
  });
});

describe('openCompiled', () => {
  const options = [
    { id: 'a', text: 'Zwölf 🎉' },
    { id: 'b', text: 'two\nlines' },
  ];
  const items = ['q1', 'q2'].map((id) => itemOf(id, { type: 'single', options, answer: ['a'] }));
  const source = Buffer.from('source');
  const counted = (compiled: Compiled) => {
    let runs = 0;
    const compile = () => {
      runs += 1;
      return Promise.resolve(compiled);
    };
    return { compile, runs: () => runs };
  };
  const start = async (cache: string, compile: () => Promise<Compiled>, text = 'source', around = 'around') => {
    const bank = openCompiled(cache, '/bank', Buffer.from(around));
    const file = await bank.file('questions.yaml', Buffer.from(text), compile);
    await bank.keep(['questions.yaml']);
    return file;
  };

  test('compiles once, and loads each question as it was', async () => {
    const cache = folderWith();
    const { compile, runs } = counted({ items, problems: [] });
    for (let times = 0; times < 3; times++) {
      const file = await start(cache, compile);
      expect([file.item(0), file.item(1)]).toEqual(items);
    }
    expect(runs()).toBe(1);
  });

  test('tells of each question what is known without its texts: also which go together or not', async () => {
    const cache = folderWith();
    const [one, two] = items as [Item, Item];
    const tied: Item[] = [{ ...one, family: 'f', enemies: ['q9'] }, two];
    const { compile } = counted({ items: tied, problems: [] });
    for (let times = 0; times < 2; times++) expect((await start(cache, compile)).facts).toEqual(tied.map(factsOf));
  });

  test('compiles a changed source anew, and all when what they are read against has changed', async () => {
    const cache = folderWith();
    const { compile, runs } = counted({ items, problems: [] });
    await start(cache, compile);
    await start(cache, compile, 'Source');
    await start(cache, compile, 'Source', 'Around');
    await start(cache, compile, 'Source', 'Around');
    expect(runs()).toBe(3);
  });

  test('compiles a file with errors each time, so that they are told each time, and keeps the others', async () => {
    const cache = folderWith();
    const at = { file: 'a.yaml', line: 1, column: 1 };
    const problems = [{ code: 'c', severity: 'error', at, message: 'm', hint: 'h' }] as const;
    const bad = counted({ items, problems });
    const good = counted({ items, problems: [] });
    for (let times = 0; times < 3; times++) {
      const bank = openCompiled(cache, '/bank', Buffer.from('around'));
      expect((await bank.file('bad.yaml', source, bad.compile)).problems).toEqual(problems);
      await bank.file('good.yaml', source, good.compile);
      await bank.keep(['bad.yaml', 'good.yaml']);
    }
    expect([bad.runs(), good.runs()]).toEqual([3, 1]);
  });

  test('forgets a file that is gone, and keeps one that was not asked for', async () => {
    const cache = folderWith();
    const { compile, runs } = counted({ items, problems: [] });
    for (const names of [['a', 'b', 'c'], ['a'], ['a', 'b'], ['a', 'c']]) {
      const bank = openCompiled(cache, '/bank', Buffer.from('around'));
      for (const name of names) await bank.file(name, source, compile);
      await bank.keep(names.length === 1 ? ['a', 'b'] : names); // c is gone after the second start
    }
    expect(runs()).toBe(4);
  });

  test('leaves no temporary file behind', async () => {
    const cache = folderWith();
    const { compile } = counted({ items, problems: [] });
    await Promise.all(Array.from({ length: 5 }, () => start(cache, compile)));
    expect(readdirSync(cache)).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.bank$/)]);
  });
});

describe('the cache does not grow without bound', () => {
  const days = (ago: number) => Date.now() / 1000 - ago * 86_400;
  const name = (number: number) => number.toString(16).padStart(16, '0');

  test('what was written longest ago goes first', async () => {
    const cache = folderWith(Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`${name(at)}.bank`, 'old'])));
    for (let at = 0; at < 70; at++) utimesSync(join(cache, `${name(at)}.bank`), days(at + 1), days(at + 1));
    await contentOf(folderWith(DEMO), cache);
    const names = readdirSync(cache);
    expect(names).toHaveLength(64);
    expect(names).toContain(`${name(0)}.bank`);
    expect(names).not.toContain(`${name(69)}.bank`);
  });

  test('what a killed process left half written goes, once it is old; files of others stay', async () => {
    const [left, fresh] = [`${name(1)}.bank.0123456789`, `${name(2)}.bank.0123456789`];
    const cache = folderWith({ [left]: 'half', [fresh]: 'half', 'notes.txt': 'mine' });
    for (const old of [left, 'notes.txt']) utimesSync(join(cache, old), days(400), days(400));
    await contentOf(folderWith(DEMO), cache);
    expect(readdirSync(cache)).toEqual(expect.arrayContaining([fresh, 'notes.txt']));
    expect(readdirSync(cache)).not.toContain(left);
  });

  test('a bank that is edited day after day takes the room of one', async () => {
    const [folder, cache] = [folderWith(DEMO), folderWith()];
    for (let day = 0; day < 20; day++) {
      writeFileSync(join(folder, 'a.yaml'), `${DEMO['a.yaml']}# day ${day}\n`);
      await contentOf(folder, cache);
    }
    expect(stored(cache)).toHaveLength(2);
  });
});

test.runIf(tellsOpenFiles)('a bank that is refused for its manifest leaves no file of the cache open', async () => {
  const manifest = 'id: plain\ntitle: Plain\n';
  const [folder, cache] = [folderWith({ ...DEMO, 'bank.yaml': manifest }), folderWith()];
  (await openBank(folder, cache)).close();
  writeFileSync(join(folder, 'bank.yaml'), `${manifest}titel: Plain\n`);
  await expect(openBank(folder, cache)).rejects.toMatchObject({ exit: 'content' });
  expect(openIn(cache)).toBe(0);
});
