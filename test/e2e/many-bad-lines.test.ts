// A journal that is full of other things: bounded, told in a few lines, kept once, and never in anybody's way.

import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { limits } from '../../src/core/limits.ts';
import { parseJournal } from '../../src/store/journal/journal-text.ts';
import { inOneProcess } from '../support/one-process.ts';
import { practisedOnce } from '../support/practice.ts';
import { TEA } from '../support/quiz.ts';

const quiz = inOneProcess();

/** Puts so many lines before the last one. */
function fill(file: string, line: string, count: number): void {
  const text = readFileSync(file, 'utf8');
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  writeFileSync(file, text.slice(0, end) + `${line}\n`.repeat(count) + text.slice(end));
}

const run = (data: string, ...args: string[]) => quiz([...args, '--bank', TEA], { data });

const said = (data: string) => {
  const { code, out, err } = run(data, 'stats', '--json');
  return { code, err, answers: JSON.parse(out).answers };
};

test('sixteen thousand bad lines are told in a few, kept in one file, and the others count', async () => {
  const { data, file } = await practisedOnce();
  fill(file, 'garbage', 16_000);
  for (const _ of [1, 2]) expect(said(data)).toMatchObject({ code: 4, answers: 5 });
  const [kept = '', ...more] = readdirSync(join(data, 'set-aside'));
  expect(more).toEqual([]);
  expect(statSync(join(data, 'set-aside', kept)).size).toBe('garbage\n'.length * 16_000);
  const { findings } = JSON.parse(run(data, 'doctor', '--json').out);
  expect(findings).toHaveLength(limits.problemsShown + 1);
  expect(findings.at(-1)).toMatchObject({
    code: 'damaged-line',
    message: '15980 more lines of this session are damaged',
  });
  expect(run(data, 'data', 'repair').code).toBe(0);
  expect(said(data)).toEqual({ code: 0, err: '', answers: 5 });
});

test('of a journal of a million bad lines no more than the limit is read, and a repair keeps the rest', async () => {
  const { data, file } = await practisedOnce();
  fill(file, 'x', 1_000_000);
  const { size } = statSync(file);
  const { code, err } = run(data, 'stats');
  expect([code, err]).toEqual([4, expect.stringContaining('more')]);
  expect(run(data).code).toBe(0);
  const { findings } = JSON.parse(run(data, 'doctor', '--json').out);
  expect(findings.map(({ message }: { message: string }) => message)).toContainEqual(
    expect.stringContaining('nothing was read'),
  );
  expect(run(data, 'data', 'repair').code).toBe(0);
  expect(run(data, 'stats')).toMatchObject({ code: 0 });
  const [backup = ''] = readdirSync(join(data, 'backups'));
  expect(statSync(join(data, 'backups', backup, relative(data, file))).size).toBe(size);
});

test.each(['x', '{x}', '{}'])('of lines %s reading stops right after the limit', (line) => {
  const start = '{"at":1,"ms":0,"type":"moved","to":1,"by":"a"}\n';
  const read = parseJournal(`${start}${`${line}\n`.repeat(limits.recordBadLines + 1)}${start}`);
  expect(read).toMatchObject({ events: { length: 1 }, unread: limits.recordBadLines + 2 });
});

test('as many bad lines as the limit allows are read, and what comes after them', () => {
  const start = '{"at":1,"ms":0,"type":"moved","to":1,"by":"a"}\n';
  const { events, unread } = parseJournal(`${start}${'x\n'.repeat(limits.recordBadLines)}${start}`);
  expect([events.length, unread]).toEqual([2, undefined]);
});

test('a file that is too large to be a session is named and not read', async () => {
  const { data, file } = await practisedOnce();
  truncateSync(file, limits.recordBytes);
  expect(run(data, 'stats').code).toBe(0); // a tail of NULs, as a power cut leaves it
  truncateSync(file, limits.recordBytes + 1);
  expect(run(data, 'stats')).toMatchObject({ code: 5, err: expect.stringContaining('larger than 16 MB') });
  expect(run(data, 'doctor').out).toMatch(/larger\s+than\s+16 MB/);
});
