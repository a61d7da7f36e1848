// Two banks with one id share their records: whoever uses one of them is told, and nobody else.
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { quiz } from '../support/quiz.ts';

/** A data folder and a bank that one question was answered in. */
function practised() {
  const top = folderWith({ 'data/.keep': '', 'copies/.keep': '' });
  const [data, first, second] = [join(top, 'data'), join(top, 'demo'), join(top, 'copies/demo')];
  cpSync(folderWith(DEMO), first, { recursive: true });
  answer(data, first);
  return { data, first, second, top };
}

/** The same, and a copy of the bank. */
function copied() {
  const made = practised();
  cpSync(made.first, made.second, { recursive: true });
  return made;
}

function answer(data: string, bank: string) {
  const input = '{"type":"respond","response":["s3"]}\n';
  return quiz(['drill', '--jsonl', '-n', '1', '--type', 'single', '--bank', bank], { data, input });
}

const statsOf = (data: string, bank: string) => quiz(['stats', '--json', '--bank', bank], { data });

const remark = (used: string, other: string) =>
  `${used} and ${other} are two banks with the id "demo", so they share their records; write another id in the bank.yaml of one: that one then begins without records, and all there are stay with the other.\n`;

describe('records under a bank’s id that come from another bank', () => {
  test.each([['stats'], ['topics'], ['drill', '--jsonl'], ['exam', '--jsonl'], ['report'], ['review', '--plain'], []])(
    'are told by quiz %s, at its end',
    (...args) => {
      const { data, first, second } = copied();
      const { err } = quiz([...args, '--bank', second], { data });
      expect(err.endsWith(remark(second, first))).toBe(true);
      expect(err.split('so they share')).toHaveLength(2);
    },
  );

  test('change no exit code, and no document', () => {
    const { data, second } = copied();
    const { code, out } = statsOf(data, second);
    expect([code, JSON.parse(out).answers]).toEqual([0, 1]);
  });

  test('are told in either bank once both were practised, also by an exam that is open', () => {
    const { data, first, second } = copied();
    expect(statsOf(data, first).err).toBe('');
    quiz(['exam', '--jsonl', '--bank', second], { data });
    expect(statsOf(data, first).err).toBe(remark(first, second));
    expect(statsOf(data, second).err).toBe(remark(second, first));
    answer(data, second);
    answer(data, first);
    expect(statsOf(data, first).err).toBe(remark(first, second));
    expect(statsOf(data, second).err).toBe(remark(second, first));
  });

  test('are told of a bank whose id is the name of its folder', () => {
    const { data, first, second } = copied();
    for (const bank of [first, second]) rmSync(join(bank, 'bank.yaml'));
    expect(statsOf(data, second).err).toBe(remark(second, first));
  });

  test('are told by quiz doctor, whichever bank is meant there', () => {
    const { data, first, second } = copied();
    answer(data, second);
    const { code, out, err } = quiz(['doctor', '--json'], { data });
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out).findings).toEqual([
      expect.objectContaining({ code: 'shared-id', severity: 'warning', message: expect.stringContaining(first) }),
    ]);
    expect(quiz(['doctor'], { data }).out).toContain(`${second} `);
  });

  test('are told by quiz doctor of the bank that is meant before anything was practised in it', () => {
    const { data, first, second } = copied();
    const { out } = quiz(['doctor', '--bank', second], { data });
    expect(out).toContain(`${second} and ${first} are two banks`);
    expect(quiz(['doctor', '--bank', first], { data }).out).toContain('Everything is sound.');
  });

  test('are none once one of the two has another id: it begins without records', () => {
    const { data, first, second } = copied();
    writeFileSync(join(second, 'bank.yaml'), DEMO['bank.yaml'].replace('id: demo', 'id: other'));
    expect(statsOf(data, first).err).toBe('');
    const { out, err } = statsOf(data, second);
    expect([err, JSON.parse(out).answers]).toEqual(['', 0]);
  });
});

describe('nothing is told of', () => {
  test('a bank that was moved', () => {
    const { data, first, second } = practised();
    renameSync(first, second);
    const { out, err } = statsOf(data, second);
    expect([err, JSON.parse(out).answers]).toEqual(['', 1]);
    expect(JSON.parse(quiz(['doctor', '--json', '--bank', second], { data }).out).findings).toEqual([]);
  });

  test('a link to the bank', () => {
    const { data, first, second } = practised();
    symlinkSync(first, second);
    expect(answer(data, second).err).not.toContain('share');
    expect([first, second].map((bank) => statsOf(data, bank).err)).toEqual(['', '']);
    expect(JSON.parse(quiz(['doctor', '--json', '--bank', second], { data }).out).findings).toEqual([]);
  });

  test('an empty folder, a file or another bank where the bank was', () => {
    const { data, first, second } = practised();
    renameSync(first, second);
    writeFileSync(first, '');
    expect(statsOf(data, second).err).toBe('');
    rmSync(first);
    cpSync(folderWith(), first, { recursive: true });
    expect(statsOf(data, second).err).toBe('');
    cpSync(folderWith({ ...DEMO, 'bank.yaml': 'id: other\n' }), first, { recursive: true });
    expect(statsOf(data, second).err).toBe('');
  });

  test('the bank that comes with another copy of the program', () => {
    const { data, first, top } = practised();
    const [one, two] = ['one', 'two'].map((version) => join(top, version, 'questions/aws-ml'));
    for (const bank of [one, two] as const) cpSync(first, bank as string, { recursive: true });
    answer(data, one as string);
    rmSync(first, { recursive: true });
    expect(statsOf(data, two as string).err).toBe('');
  });
});

test('an exam of another bank with the same id is not resumed without a word', () => {
  const { data, first, second } = copied();
  quiz(['exam', '--jsonl', '--bank', first], { data });
  const began = (bank: string) => `This exam was begun in ${bank}, another bank with the id "demo".\n`;
  expect(quiz(['exam', '--resume', '--jsonl', '--bank', second], { data }).err).toContain(began(first));
  expect(quiz(['exam', '--resume', '--jsonl', '--bank', first], { data }).err).not.toContain('begun in');
  renameSync(first, `${first}-moved`);
  expect(quiz(['exam', '--resume', '--jsonl', '--bank', second], { data }).err).not.toContain('begun in');
});

describe('quiz init', () => {
  const idIn = (bank: string) => /^id: (\S+)/m.exec(readFileSync(join(bank, 'bank.yaml'), 'utf8'))?.[1];

  test('takes an id that the records do not know from another bank, and says so', () => {
    const { data, first, second, top } = practised();
    const { code, out } = quiz(['init', second, '--notes', join(first, 'notes.md')], { data });
    expect([code, idIn(second)]).toEqual([0, 'demo-2']);
    expect(out).toContain(`Its id is demo-2: your records know demo from ${first}.`);
    quiz(['drill', '--jsonl', '--bank', second], { data });
    const third = join(top, 'more/demo');
    expect(JSON.parse(quiz(['init', third, '--json'], { data }).out).bank.id).toBe('demo-3');
    expect(existsSync(join(third, 'bank.yaml'))).toBe(true);
  });

  test('takes the name of the folder where the other bank is gone, and where nothing was practised', () => {
    const { data, first, second } = practised();
    rmSync(first, { recursive: true });
    const { out } = quiz(['init', second], { data });
    expect([idIn(second), out.includes('Its id')]).toEqual(['demo', false]);
    const third = join(folderWith(), 'demo');
    quiz(['init', third]);
    expect(idIn(third)).toBe('demo');
  });
});

describe('a bank whose id is the name of its folder', () => {
  const WITHOUT_ID = DEMO['bank.yaml'].replace('id: demo\n', '');

  test('hears from quiz check what to write, once, and no warning', () => {
    const told = (files: Readonly<Record<string, string>>, ...flags: string[]) => {
      const bank = join(
        folderWith(Object.fromEntries(Object.entries(files).map(([name, text]) => [`tea/${name}`, text]))),
        'tea',
      );
      return quiz(['check', '--bank', bank, ...flags]).out.replace(/\s+/g, ' ');
    };
    const { 'bank.yaml': _, ...bare } = DEMO;
    const said = 'so the records go by the name of the folder, and stay behind when it is renamed. Write id: tea';
    expect(told({ ...DEMO, 'bank.yaml': WITHOUT_ID }).split(`bank.yaml has no id, ${said}.`)).toHaveLength(2);
    expect(told(bare)).toContain(`There is no bank.yaml, ${said} in a file bank.yaml.`);
    expect(told(DEMO)).not.toContain('stay behind');
    expect(told({ ...DEMO, 'bank.yaml': WITHOUT_ID }, '--json')).not.toContain('stay behind');
  });

  test('hears from quiz stats of its records under the name that the folder had', () => {
    const top = folderWith({ 'data/.keep': '' });
    const [data, first, second] = [join(top, 'data'), join(top, 'tea'), join(top, 'coffee')];
    cpSync(folderWith({ ...DEMO, 'bank.yaml': WITHOUT_ID }), first, { recursive: true });
    answer(data, first);
    cpSync(first, second, { recursive: true });
    expect(statsOf(data, second).err).toBe(''); // the other bank is there: its records are its own
    rmSync(first, { recursive: true });
    const { out, err } = statsOf(data, second);
    expect(JSON.parse(out).answers).toBe(0);
    expect(err).toBe(
      'There are no records of "coffee", but 1 answer of "tea", a bank that is found no more: it had 1 question of this one. If it is the same bank, write id: tea in its bank.yaml.\n',
    );
    expect(statsOf(data, folderWith({ 'c.yaml': DEMO['b.yaml'] })).err).not.toContain('no records');
    writeFileSync(join(second, 'bank.yaml'), `id: tea\n${WITHOUT_ID}`);
    const mended = statsOf(data, second);
    expect([mended.err, JSON.parse(mended.out).answers]).toEqual(['', 1]);
  });
});

test('quiz doctor names the banks that there are records of', () => {
  const { data, first } = practised();
  writeFileSync(join(first, 'bank.yaml'), DEMO['bank.yaml'].replace('id: demo', 'id: other'));
  expect(quiz(['doctor'], { data }).out).not.toContain('other (');
  expect(quiz(['doctor'], { data }).out).toMatch(/^ ?records of +demo \(1 answer\)$/m);
  answer(data, first);
  answer(data, first);
  expect(JSON.parse(quiz(['doctor', '--json'], { data }).out).facts['records of']).toBe(
    'other (2 answers), demo (1 answer)',
  );
});
