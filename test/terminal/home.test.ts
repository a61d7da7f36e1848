import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { practised } from '../support/practice.ts';
import { keys, pause, type Seat, sitDown, still } from '../support/pty.ts';
import { quiz, TEA, tempFolder } from '../support/quiz.ts';

const home = (data: string): Seat => sitDown([], { data, env: { QUIZ_BANK: TEA } });

test.concurrent('the first visit: no wizard, and Enter is the first question', async () => {
  const seat = home(tempFolder());
  expect(still(await seat.see('q quit'))).toMatchInlineSnapshot(`
    " Tea                                                                5 questions
     ──────────────────────────────────────────────────────────────────────────────
     Practise for an exam from your own notes. Every answer is explained with a 
     quote from them.
     Nothing leaves this computer.
     
     ❯ Enter  Your first question                          5 questions, about 5 min
           e  Tea tasting                                       5 questions, 10 min
           t  Pick a topic                                                 3 topics
           n  Read your notes                                                      
           s  Where you stand                                                      











     q quit  ? keys  from the shell: quiz drill, quiz exam, quiz --help"
  `);
  expect(seat.bytes()).not.toMatch(/\u001b\[2m[^\u001b]*q quit/); // dim keys cannot be read on every theme
  await seat.press(keys.enter);
  await seat.see('1 of 5');
  seat.kill('SIGKILL');
});

test.concurrent('arrows, j and k move in the menu, and Enter is for the row in focus', async () => {
  const seat = home(tempFolder());
  await seat.see('❯ Enter  Your first question');
  await seat.press(keys.down, 'j', keys.up);
  const screen = await seat.see('❯ Enter  Tea tasting');
  expect(screen).toMatch(/^ {10}Your first question/m);
  expect(screen).toMatch(/^ {7}t {2}Pick a topic/m);
  await seat.press(keys.enter);
  await seat.see('Enter start');
  await seat.press('q');
  await seat.see('❯ Enter  Your first question');
  await seat.press('q');
  expect((await seat.exit).code).toBe(0);
});

test.concurrent('the time of an exam is told at home as it is before the exam', async () => {
  const seat = sitDown([], { data: tempFolder() });
  await seat.see(/Data engineering mock exam +65 questions, 2 h 10 min/);
  await seat.press('e');
  await seat.see('65 questions in 2 h 10 min');
  await seat.press('q', 'q');
  await seat.exit;
});

test.concurrent('a window that changes its size is painted anew at once, where no clock would do it', async () => {
  const seat = home(tempFolder());
  await seat.see('from the shell: quiz drill');
  seat.resize(50, 20);
  const narrow = await seat.see(/quote from them\.[\s\S]*q quit {2}\? keys$/);
  expect(narrow.split('\n')[1]).toBe(` ${'─'.repeat(48)}`);
  seat.resize(80, 24);
  await seat.see('from the shell: quiz drill');
  await seat.press('q');
  expect((await seat.exit).code).toBe(0);
});

test.concurrent('between two pages the screen of the shell is not seen; it comes back with what is told of a sitting, and at the end', async () => {
  const seat = home(tempFolder());
  const left = () => seat.bytes().split('\u001b[?1049l').length - 1;
  await seat.see('q quit');
  await seat.press('t');
  await seat.see('Which topic?');
  await seat.press(keys.enter);
  await seat.see('Drill');
  expect(left()).toBe(0);
  await seat.press('q');
  await seat.see('q quit');
  expect(left()).toBe(1);
  await seat.press('s');
  await seat.see('Where you stand · Tea');
  await seat.press('q');
  await seat.see('q quit');
  expect(left()).toBe(1);
  await seat.press('q');
  expect((await seat.exit).code).toBe(0);
  expect(left()).toBe(2);
  expect(await seat.screen()).toContain('Nothing was answered.');
});

test.concurrent('a topic is picked from the tree; q goes back to home, and from there to the shell', async () => {
  const seat = home(tempFolder());
  await seat.see('q quit');
  await seat.press('t');
  await seat.see('Which topic?');
  await seat.press(keys.down);
  expect(await seat.see('❯   Oxidation')).toMatchInlineSnapshot(`
    " Which topic?
     ──────────────────────────────────────────────────────────────────────────────
       The leaf                                                    not answered yet
     ❯   Oxidation                                                 not answered yet
       Brewing                                                     not answered yet

















     ↑↓ move  Enter pick  q back  ? keys"
  `);
  await seat.press('?');
  await seat.see('Esc back');
  await seat.press('x', 'q');
  await seat.see('q quit');
  await seat.press('t');
  await seat.see('Which topic?');
  await seat.press(keys.down, keys.enter);
  await seat.see(/Drill · Oxidation · 1 of \d/);
  await seat.press('q');
  await seat.see('q quit');
  await seat.press('q');
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect(seat.scrollback()).toBe(0);
});

test.concurrent('a page down among the topics moves what Enter picks, and stays in sight', async () => {
  const seat = sitDown([], { data: tempFolder(), rows: 14 });
  await seat.see('q quit');
  await seat.press('t');
  await seat.see(/❯ Amazon S3/);
  await seat.press('\u001b[6~');
  await seat.see(/❯ {3}Endpoints/);
  await seat.press('\u001b[5~');
  await seat.see(/❯ Amazon S3/);
  await seat.press('\u001b[6~', keys.enter);
  await seat.see(/Drill · Endpoints/);
  seat.kill('SIGKILL');
});

test.concurrent('told to end on the topics, the cursor is back and the screen as before', async () => {
  const seat = home(tempFolder());
  await seat.see('q quit');
  await seat.press('t');
  await seat.see('Which topic?');
  process.kill(seat.pid, 'SIGTERM');
  expect(await seat.exit).toMatchObject({ code: 143 });
  expect(seat.bytes().lastIndexOf('\u001b[?25h')).toBeGreaterThan(seat.bytes().lastIndexOf('\u001b[?25l'));
});

test.concurrent('what cannot be done just now is said, and home stays', async () => {
  const bank = folderWith();
  cpSync(TEA, bank, { recursive: true });
  const manifest = join(bank, 'bank.yaml');
  const sound = readFileSync(manifest, 'utf8');
  const seat = sitDown(['--bank', bank], { data: tempFolder() });
  await seat.see('q quit');
  writeFileSync(manifest, sound.replace('topics:', 'topics: ['));
  await seat.press('n');
  expect(await seat.see(/bank\.yaml:\d+: /)).toContain('Read your notes');
  writeFileSync(manifest, sound);
  await seat.press('n');
  await seat.see('Oxidation');
  await seat.press('q');
  expect(await seat.see('Read your notes')).not.toMatch(/bank\.yaml:\d+: /);
  rmSync(manifest);
  await seat.press('s');
  expect(await seat.see('bank.yaml is gone')).toContain(' Tea ');
  seat.kill('SIGKILL');
});

test.concurrent('the last mock is there to be looked back on', async () => {
  const data = tempFolder();
  quiz(['exam', '--jsonl', '--bank', TEA], { data, input: '{"type":"finish"}\n' });
  const seat = home(data);
  expect(await seat.see('q quit')).toMatch(/ l {2}Look back on the last mock +0 of 5 right \(0 %\), not yet/);
  await seat.press('l');
  await seat.see('You gave no answer.');
  await seat.press('q');
  await seat.see('Look back on the last mock');
  seat.kill('SIGKILL');
  expect(quiz(['--bank', TEA], { data }).out).toContain('Last mock: 0 of 5 right (0 %), not yet');
});

test.concurrent('before any answer Enter where one stands begins the drill that is named there', async () => {
  const data = tempFolder();
  quiz(['exam', '-n', '2', '--jsonl', '--bank', TEA], { data, input: '{"type":"finish"}\n' });
  const seat = home(data);
  await seat.see('q quit');
  await seat.press('s');
  await seat.see('Start with: quiz drill --missed');
  await seat.press(keys.enter);
  expect(await seat.see('of 2')).not.toContain('no answers yet to tell what is weak');
  seat.kill('SIGKILL');
});

test.concurrent('of several exams that were left, r asks which', async () => {
  const data = tempFolder();
  const left = ['exam', '--jsonl', '--bank', TEA];
  quiz([...left, '-n', '2'], { data, input: '{"type":"pause"}\n' });
  const seat = home(data);
  expect(await seat.see('q quit')).toMatch(/ r {2}Resume the exam of .* 0 of 2 answered/);
  await seat.press('q');
  quiz([...left, '-n', '3'], { data, input: '{"type":"pause"}\n' });
  const again = home(data);
  expect(await again.see('q quit')).toMatch(/ r {2}Resume an exam +2 open/);
  await again.press('r');
  expect(await again.see('Which exam?')).toMatch(
    /❯ Tea tasting, .* 0 of 3 answered[\s\S]* Tea tasting, .* 0 of 2 answered/,
  );
  await again.press(keys.down, keys.enter);
  await again.see('question 1 of 2');
  again.kill('SIGKILL');
});

test.concurrent('how long a drill takes is told by how long the learner takes', async () => {
  const data = tempFolder();
  await practised(data);
  const seat = home(data); // five answers in no time, and some of a minute each that are assumed
  expect(await seat.see('q quit')).toMatch(/Practise what helps most +5 questions, about 4 min/);
  seat.kill('SIGKILL');
});

test.concurrent('records that are mended while home is up are not called damaged when it ends', async () => {
  const { data, file } = await practised();
  const sound = readFileSync(file, 'utf8');
  writeFileSync(file, sound.replace('"graded"', '"grxded"'));
  const seat = home(data);
  await seat.see('q quit');
  writeFileSync(file, sound);
  await seat.press('s');
  await seat.see('q back');
  await seat.press('q');
  await seat.see('q quit');
  await seat.press('q');
  expect((await seat.exit).code).toBe(0);
  expect(await seat.screen()).not.toContain('damaged');
});

test.concurrent('where you stand is a page that leads back', async () => {
  const seat = home(tempFolder());
  await seat.see('q quit');
  await seat.press('s');
  await seat.see('Where you stand · Tea');
  await seat.press('q');
  await seat.see('Your first question');
  seat.kill('SIGKILL');
});

test.concurrent('where you stand leaves nothing out in a window that was made smaller: it scrolls', async () => {
  const data = tempFolder();
  await practised(data);
  const seat = home(data);
  await seat.see('q quit');
  await seat.press('s');
  const first = await seat.see('Where you stand · Tea');
  const hidden = 'more below';
  expect(first).not.toContain(hidden);
  seat.resize(80, 14);
  expect(await seat.see(hidden)).not.toContain('No room here');
  seat.resize(80, 24);
  for (let waited = 0; (await seat.screen()) !== first && waited < 5000; waited += 50) await pause(50);
  expect(await seat.screen()).toBe(first);
  seat.kill('SIGKILL');
});

test.concurrent('a number opens the figures of its topic, from where Enter drills it and q leads back to all of them', async () => {
  const data = tempFolder();
  await practised(data);
  const seat = home(data);
  await seat.see('q quit');
  await seat.press('s');
  const all = await seat.see('Where you stand · Tea');
  const [, title = 'no topic'] = /^ +1 (\S.*?) {2}/m.exec(all) ?? [];
  await seat.press('1');
  await seat.see(`Where you stand · ${title}`);
  await seat.press('q');
  await seat.see('Where you stand · Tea');
  await seat.press('9', '1'); // there are no nine
  await seat.see('Enter drill this topic');
  await seat.press(keys.enter);
  await seat.see(`Drill · ${title}`);
  seat.kill('SIGKILL');
});

test.concurrent('in the smallest window the first thing that is seen is what Enter does', async () => {
  const seat = sitDown(['--bank', TEA], { data: tempFolder(), columns: 40, rows: 10 });
  expect((await seat.see('q quit')).split('\n').slice(0, 4).join('\n')).toMatch(/^ ❯ Enter {2}/m);
  seat.resize(20, 5);
  expect(await seat.see('Too small. Ctrl-C')).not.toContain('more below');
  seat.kill('SIGKILL');
});

test.concurrent('Enter in the notes drills what the line that was found is about, and so does it under a heading', async () => {
  const data = tempFolder();
  const found = sitDown(['notes', 'oxidised', '--bank', TEA], { data });
  await found.see('Enter drill this');
  await found.press(keys.enter);
  await found.see('Drill · Oxidation');
  found.kill('SIGKILL');
  const under = sitDown(['notes', '--bank', TEA], { data });
  await under.see('Enter drill this');
  await under.press(']', ']', keys.enter);
  await under.see('Drill · Brewing');
  under.kill('SIGKILL');
});

test.concurrent('home counts the questions that are flagged, and f drills them', async () => {
  const data = tempFolder();
  quiz(['drill', '-n', '2', '--bank', TEA, '--seed', '1', '--jsonl'], { data, input: '{"type":"flag"}\n' });
  const seat = home(data);
  expect(await seat.see('Flagged questions')).toMatch(/f {2}Flagged questions +1 *$/m);
  await seat.press('f');
  await seat.see('flagged: ');
  seat.kill('SIGKILL');
});

test.concurrent('a command with the path of a bank is printed in one line, however long', async () => {
  const { out } = quiz(['--bank', TEA], { data: tempFolder() });
  expect(out.trimEnd().split('\n').at(-1)?.trim()).toBe(`Next: quiz drill --bank ${TEA}, or quiz exam --bank ${TEA}`);
});
