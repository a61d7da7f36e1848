// A bank in which several topics have one title, as a notes folder with an "Overview" in each file leads to.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inOneProcess } from '../support/one-process.ts';
import { sitDown } from '../support/pty.ts';
import { tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

const MANIFEST = `id: nets
title: Nets
notes: [notes.md]
topics:
  ip: Addresses
  tcp: TCP
  ip/overview: Overview
  tcp/overview: Overview
  tcp/close: Closing
`;

const question = (id: string, topic: string) => `  - id: ${id}
    type: single
    topics: [${topic}]
    stem: Which one is it?
    options: [{ id: a, text: A segment, why: It is. }, { id: b, text: A frame, why: It is not. }]
    answer: a
`;

function bank(): string {
  const folder = tempFolder();
  writeFileSync(join(folder, 'notes.md'), '# TCP\n\nA segment is sent again.\n');
  writeFileSync(join(folder, 'bank.yaml'), MANIFEST);
  writeFileSync(
    join(folder, 'q.yaml'),
    `questions:\n${question('one', 'ip/overview')}${question('two', 'tcp/overview')}`,
  );
  return folder;
}

test.each([
  ['drill', 'Overview'],
  ['drill', 'overview'],
  ['stats', 'OVERVIEW'],
])('quiz %s %s does not choose among them', (verb, name) => {
  expect(quiz([verb, name, '--bank', bank()])).toMatchObject({
    code: 2,
    err: expect.stringContaining(`"${name}" is the name of 2 topics\nname one: ip/overview, tcp/overview`),
  });
});

test('quiz add files a question under none of them', () => {
  const added = quiz(['add', '--bank', bank(), '--topic', 'Overview', '--from', 'notes.md:3', '--stem', 'Which?']);
  expect(added).toMatchObject({ code: 2, err: expect.stringContaining('name one: ip/overview, tcp/overview') });
});

test('an id, or a name that one topic has, means that topic', () => {
  const asked = (name: string) => quiz(['drill', name, '--bank', bank(), '--jsonl', '-n', '5']).out;
  expect(asked('tcp/overview')).toContain('"item":"two"');
  expect(quiz(['stats', 'close', '--bank', bank(), '--json']).code).toBe(0);
});

test('a list to choose from has each topic behind its parent, and names the parent of those with one title', async () => {
  const seat = sitDown(['--bank', bank()], { data: tempFolder() });
  expect(await seat.see('Pick a topic')).toContain('2 questions, about');
  await seat.press('t');
  const screen = await seat.see('Which topic?');
  const rows = screen.match(/(Addresses|TCP|Overview|Closing)(?: \(\w+\))?/g);
  expect(rows).toEqual(['Addresses', 'Overview (Addresses)', 'TCP', 'Overview (TCP)', 'Closing']);
  seat.kill('SIGKILL');
});

test('a case in a file for quiz add is to be put into bank.yaml, which helps', () => {
  const folder = bank();
  const file = join(tempFolder(), 'new.yaml');
  const text = `cases: { shop: A shop. }\nquestions:\n${question('three', 'tcp')}    case: shop\n    quotes: [{ section: TCP, text: A segment is sent again }]\n`;
  writeFileSync(file, text);
  const add = () => quiz(['add', '--file', file, '--bank', folder]);
  expect(add()).toMatchObject({ code: 3, err: expect.stringContaining('add its text under cases: in bank.yaml\n') });
  writeFileSync(join(folder, 'bank.yaml'), `${MANIFEST}cases: { shop: A shop. }\n`);
  expect(add()).toMatchObject({ code: 0, out: 'Added three to questions.yaml.\n' });
});
