// Two banks with one id share their records: whoever uses one of them is told, and nobody else.
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBank } from '../../src/bank/bank.ts';
import { sharedId } from '../../src/commands/shared/shared-id.ts';
import type { Event, Moment, Started } from '../../src/core/sitting/events.ts';
import { drillPolicy } from '../../src/core/sitting/policy.ts';
import { newSessionName, sessionsIn } from '../../src/store/sessions/sessions.ts';
import { DEMO } from '../support/banks.ts';
import { emptyExam } from '../support/empty-exam.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';
import { TEA } from '../support/quiz.ts';
import { answers, paperOf, play, START, startedWith, step } from '../support/sittings.ts';

const quiz = inOneProcess();

/** A data folder and a bank that one question was answered in. */
async function practised() {
  const top = folderWith({ 'data/.keep': '', 'copies/.keep': '' });
  const [data, first, second] = [join(top, 'data'), join(top, 'demo'), join(top, 'copies/demo')];
  cpSync(folderWith(DEMO), first, { recursive: true });
  await answer(data, first);
  return { data, first, second, top };
}

/** The same, and a copy of the bank. */
async function copied() {
  const made = await practised();
  cpSync(made.first, made.second, { recursive: true });
  return made;
}

let at = Date.now() - 3_600_000;

/** Keeps a drill of one answer, a minute after the one before. */
async function answer(data: string, folder: string) {
  at += 60_000;
  const bank = await openBank(folder, undefined);
  const items = [...bank.load(bank.facts.slice(0, 1).map(({ id }) => id)).values()];
  const started = { ...startedWith(items, drillPolicy), session: newSessionName(at), bank: { id: bank.id, folder } };
  const { events } = play(paperOf(items), started, [...answers(['s3']), step({ type: 'leave' })]);
  const [first, ...rest] = events.map((event): Event => ({ ...event, at: event.at - START.at + at }));
  sessionsIn(data).keep([first as Moment & Started, ...rest]);
}

const statsOf = (data: string, bank: string) => quiz(['stats', '--json', '--bank', bank], { data });

const remark = (used: string, other: string) =>
  `${used} and ${other} are two banks with the id "demo", so they share their records; write another id in the bank.yaml of one: that one then begins without records, and all there are stay with the other.\n`;

describe('records under a bank’s id that come from another bank', () => {
  test.each([['stats'], ['drill', '--jsonl'], ['report'], []])('are told by quiz %s, at its end', async (...args) => {
    const { data, first, second } = await copied();
    const { err } = quiz([...args, '--bank', second], { data });
    expect(err.endsWith(remark(second, first))).toBe(true);
    expect(err.split('so they share')).toHaveLength(2);
  });

  test('change no exit code, and no document', async () => {
    const { data, second } = await copied();
    const { code, out } = statsOf(data, second);
    expect([code, JSON.parse(out).answers]).toEqual([0, 1]);
  });

  test('are told in either bank once both were practised, also by an exam that is open', async () => {
    const { data, first, second } = await copied();
    expect(statsOf(data, first).err).toBe('');
    const session = newSessionName(at);
    const exam = { ...emptyExam(session), bank: { id: 'demo', folder: second } };
    sessionsIn(data).start(exam, { at, ms: 0 }).close();
    expect(statsOf(data, first).err).toBe(remark(first, second));
    expect(statsOf(data, second).err).toBe(remark(second, first));
    await answer(data, second);
    await answer(data, first);
    expect(statsOf(data, first).err).toBe(remark(first, second));
    expect(statsOf(data, second).err).toBe(remark(second, first));
  });

  test('are told of a bank whose id is the name of its folder', async () => {
    const { data, first, second } = await copied();
    for (const bank of [first, second]) rmSync(join(bank, 'bank.yaml'));
    expect(statsOf(data, second).err).toBe(remark(second, first));
  });

  test('are told by quiz doctor, whichever bank is meant there', async () => {
    const { data, first, second } = await copied();
    await answer(data, second);
    const { code, out, err } = quiz(['doctor', '--json', '--bank', TEA], { data });
    expect([code, err]).toEqual([0, '']);
    const message = expect.stringContaining(`${second} and ${first} are two banks`);
    expect(JSON.parse(out).findings).toEqual([
      expect.objectContaining({ code: 'shared-id', severity: 'warning', message }),
    ]);
  });

  test('are told by quiz doctor of the bank that is meant before anything was practised in it', async () => {
    const { data, first, second } = await copied();
    const { out } = quiz(['doctor', '--bank', second], { data });
    expect(out.replace(/\s+/g, ' ')).toContain(`${second} and ${first} are two banks`);
    expect(quiz(['doctor', '--bank', first], { data }).out).toContain('Everything is sound.');
  });

  test('are none once one of the two has another id: it begins without records', async () => {
    const { data, first, second } = await copied();
    writeFileSync(join(second, 'bank.yaml'), DEMO['bank.yaml'].replace('id: demo', 'id: other'));
    expect(statsOf(data, first).err).toBe('');
    const { out, err } = statsOf(data, second);
    expect([err, JSON.parse(out).answers]).toEqual(['', 0]);
  });
});

describe('nothing is told of', () => {
  const codesOf = async (id: string, ...folders: string[]) =>
    (await sharedId(id, folders, undefined)).map(({ code }) => code);

  test('a bank that was moved, by quiz stats and quiz doctor', async () => {
    const { data, first, second } = await practised();
    renameSync(first, second);
    const { out, err } = statsOf(data, second);
    expect([err, JSON.parse(out).answers]).toEqual(['', 1]);
    expect(JSON.parse(quiz(['doctor', '--json', '--bank', second], { data }).out).findings).toEqual([]);
  });

  test('a link to the bank', async () => {
    const { first, second } = await practised();
    symlinkSync(first, second);
    expect([await codesOf('demo', first, second), await codesOf('demo', second, first)]).toEqual([[], []]);
    rmSync(second);
    cpSync(first, second, { recursive: true });
    expect(await codesOf('demo', first, second)).toEqual(['shared-id']);
  });

  test('an empty folder, a file or another bank where the bank was', async () => {
    const { first, second } = await practised();
    renameSync(first, second);
    writeFileSync(first, '');
    expect(await codesOf('demo', second, first)).toEqual([]);
    rmSync(first);
    cpSync(folderWith(), first, { recursive: true });
    expect(await codesOf('demo', second, first)).toEqual([]);
    cpSync(folderWith({ ...DEMO, 'bank.yaml': 'id: other\n' }), first, { recursive: true });
    expect(await codesOf('demo', second, first)).toEqual([]);
    cpSync(folderWith(DEMO), first, { recursive: true });
    expect(await codesOf('demo', second, first)).toEqual(['shared-id']);
  });

  test('the bank that comes with another copy of the program', async () => {
    const { first, top } = await practised();
    const copiesIn = (parent: string) => ['one', 'two'].map((version) => join(top, version, parent, 'aws-ml'));
    for (const bank of [...copiesIn('questions'), ...copiesIn('mine')]) cpSync(first, bank, { recursive: true });
    expect(await codesOf('demo', ...copiesIn('questions'))).toEqual([]);
    expect(await codesOf('demo', ...copiesIn('mine'))).toEqual(['shared-id']);
  });
});

test('an exam of another bank with the same id is not resumed without a word', async () => {
  const { data, first, second } = await copied();
  quiz(['exam', '--jsonl', '--bank', first], { data });
  const began = (bank: string) => `This exam was begun in ${bank}, another bank with the id "demo".\n`;
  expect(quiz(['exam', '--resume', '--jsonl', '--bank', second], { data }).err).toContain(began(first));
  expect(quiz(['exam', '--resume', '--jsonl', '--bank', first], { data }).err).not.toContain('begun in');
  renameSync(first, `${first}-moved`);
  expect(quiz(['exam', '--resume', '--jsonl', '--bank', second], { data }).err).not.toContain('begun in');
});

describe('quiz init', () => {
  const idIn = (bank: string) => /^id: (\S+)/m.exec(readFileSync(join(bank, 'bank.yaml'), 'utf8'))?.[1];

  test('takes an id that the records do not know from another bank, and says so', async () => {
    const { data, first, second, top } = await practised();
    const { code, out } = quiz(['init', second, '--notes', join(first, 'notes.md')], { data });
    expect([code, idIn(second)]).toEqual([0, 'demo-2']);
    expect(out).toContain(`Its id is demo-2: your records know demo from ${first}.`);
    writeFileSync(join(second, 'q.yaml'), DEMO['a.yaml']);
    await answer(data, second);
    const third = join(top, 'more/demo');
    expect(JSON.parse(quiz(['init', third, '--json'], { data }).out).bank.id).toBe('demo-3');
    expect(existsSync(join(third, 'bank.yaml'))).toBe(true);
  });

  test('takes the name of the folder where the other bank is gone, and where nothing was practised', async () => {
    const { data, first, second } = await practised();
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

  test('hears from quiz stats of its records under the name that the folder had', async () => {
    const top = folderWith({ 'data/.keep': '' });
    const [data, first, second] = [join(top, 'data'), join(top, 'tea'), join(top, 'coffee')];
    cpSync(folderWith({ ...DEMO, 'bank.yaml': WITHOUT_ID }), first, { recursive: true });
    await answer(data, first);
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

test('quiz doctor names the banks that there are records of', async () => {
  const { data, first } = await practised();
  writeFileSync(join(first, 'bank.yaml'), DEMO['bank.yaml'].replace('id: demo', 'id: other'));
  expect(quiz(['doctor', '--bank', TEA], { data }).out).toMatch(/^ ?records of +demo \(1 answer\)$/m);
  await answer(data, first);
  await answer(data, first);
  const { out } = quiz(['doctor', '--json', '--bank', TEA], { data });
  expect(JSON.parse(out).facts['records of']).toBe('other (2 answers), demo (1 answer)');
});
