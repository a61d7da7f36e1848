// What is longer than the window is scrolled by arrows too, of which a terminal makes the turns of a wheel on a full screen.
import { expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { keys, type Place, type Seat, sitDown } from '../support/pty.ts';
import { BANK, TEA, tempFolder } from '../support/quiz.ts';

const place = (): Place => ({ data: tempFolder(), columns: 40, rows: 12 });

/** The screen after a row down and one up again: other rows between, and at the end those before. */
async function isScrolled(seat: Seat, [down, up]: readonly [string, string]): Promise<void> {
  const before = await seat.screen();
  expect(before).toContain('... more below (PgDn)');
  await seat.press(down);
  const below = await seat.see(/more (?:below \(PgDn\), )?above \(PgUp\)/);
  await seat.press(up);
  await seat.see('... more below (PgDn)\n');
  const [was, is] = [before, await seat.screen()].map((screen) => screen.replaceAll(/\d+:\d\d/g, ''));
  expect(is).toBe(was);
  expect(below.replaceAll(/\d+:\d\d/g, '')).not.toBe(was);
}

const ARROWS = [keys.down, keys.up] as const;
const LETTERS = ['j', 'k'] as const;
const [PGUP, PGDN] = ['\u001b[5~', '\u001b[6~'];

test.concurrent('the explanation, the keys, the result, its review and where one stands scroll row by row', async () => {
  const seat = sitDown(['drill', 'leaf', '--bank', TEA, '--seed', '1', '--type', 'single'], place());
  await seat.see('1-3 answer');
  await seat.press('2', '2');
  await seat.see('Not this time');
  await isScrolled(seat, ARROWS);
  await isScrolled(seat, LETTERS);
  await seat.press('?');
  expect(await seat.see('↑↓ scroll  Esc back')).not.toContain('any key'); // those that scroll do not go back
  await isScrolled(seat, ARROWS);
  await seat.press(keys.esc);
  await seat.see('Not this time');
  await seat.press(keys.enter);
  await seat.see('Result · Drill');
  await isScrolled(seat, ARROWS);
  await seat.press(keys.enter);
  await seat.see('Review · Drill');
  await isScrolled(seat, LETTERS);
  await seat.press('q');
  await seat.see('Result · Drill');
  await seat.press('s');
  await seat.see('Where you stand');
  await isScrolled(seat, ARROWS);
  await seat.press('q', 'q');
  expect((await seat.exit).code).toBe(0);
});

test.concurrent('home shows what is below its menu behind the last row, and the page before an exam scrolls row by row', async () => {
  const home = sitDown(['--bank', TEA], place());
  await home.see('❯ Enter  Your first question');
  await home.press(...Array.from({ length: 5 }, () => keys.down));
  await home.see('Nothing leaves');
  await home.press(...Array.from({ length: 4 }, () => keys.up));
  await home.see('❯ Enter  Your first question');
  await home.press('e');
  await home.see('Enter start');
  await isScrolled(home, LETTERS);
  await home.press('q');
  await home.see('q quit');
  await home.press('q');
  expect((await home.exit).code).toBe(0);
});

test.concurrent('the review of an exam shows the question in focus, from where it opens to where the arrows lead', async () => {
  const seat = sitDown(['exam', '--bank', BANK, '-n', '65', '--seed', '2'], { ...place(), rows: 20 });
  await seat.see('Enter start');
  await seat.press(keys.enter);
  await seat.see('Exam 1/65');
  await seat.press('r', '6', '5', keys.enter);
  await seat.see('Exam 65/65');
  await seat.press('r');
  await seat.see('❯ 65 ○');
  await seat.press(...Array.from({ length: 16 }, () => keys.up));
  await seat.see('❯  1 ○');
  await seat.press('6', '5', keys.enter);
  await seat.see('Exam 65/65');
  seat.kill('SIGKILL');
});

test.concurrent('what has the focus stays in sight where the window becomes smaller', async () => {
  const seat = sitDown(['--bank', BANK], { data: tempFolder() });
  await seat.see('q quit');
  await seat.press('t');
  await seat.see('Which topic?');
  await seat.press(...Array.from({ length: 14 }, () => keys.down));
  const picked = /❯ .*\S/.exec(await seat.see(/❯ +Data Firehose/))?.[0] ?? '';
  seat.resize(80, 12);
  await seat.see('... more below (PgDn), above (PgUp)');
  expect(await seat.screen()).toContain(picked);
  seat.kill('SIGKILL');
});

test.concurrent('a question longer than the window is read to its end, by the keys that answer or go on too', async () => {
  const stem = `${'A long report about tea. '.repeat(12)}Which leaf?`;
  const options = '[{ id: w, text: white }, { id: g, text: green }, { id: b, text: black }, { id: o, text: oolong }]';
  const bank = folderWith({
    'leaf.yaml': `questions:\n  - { id: leaf, type: single, topics: [tea], stem: ${stem}, options: ${options}, answer: b }\n`,
  });
  const small = { ...place(), rows: 10 };
  const drill = sitDown(['drill', '--bank', bank], small);
  await drill.see('1-4 answer');
  drill.resize(40, 5);
  await drill.see('screens need');
  drill.resize(40, 10);
  await drill.see('1-4 answer');
  await drill.press('3');
  await drill.see('Read on to the end first');
  await drill.press(...Array.from({ length: 6 }, () => PGDN));
  await drill.see('... more above (PgUp)');
  await drill.press(...Array.from({ length: 6 }, () => PGUP)); // back to its beginning, which is not to read it anew
  await drill.see('... more below (PgDn)\n');
  await drill.press('3');
  await drill.see('Enter next');
  drill.kill('SIGKILL');
  const exam = sitDown(['exam', '--bank', bank], small);
  await exam.see('Enter start');
  await exam.press(keys.enter);
  await exam.see('Exam 1/1');
  await exam.press('1');
  expect(await exam.see('❯ 1 (x)')).not.toContain('4 ( )');
  await exam.press(keys.right);
  await exam.see('4 ( )');
  await exam.press(keys.right);
  await exam.see('Review');
  exam.kill('SIGKILL');
});

test.concurrent('a case that was read to its end is not scrolled through again: the next question of it shows at once', async () => {
  const question = (id: string, stem: string) =>
    `  - { id: ${id}, type: single, topics: [tea], case: house, stem: ${stem}, options: [{ id: y, text: Yes }, { id: n, text: No }], answer: y }\n`;
  const bank = folderWith({
    'house.yaml': `cases: { house: ${'A tea house of three rooms. '.repeat(12)}}\nquestions:\n${question('one', 'Is it one house?')}${question('two', 'Has it three rooms?')}`,
  });
  const seat = sitDown(['drill', '--bank', bank], { ...place(), rows: 14 });
  expect(await seat.see('Case  A tea house')).not.toMatch(/Is it one|Has it three/);
  await seat.press(...Array.from({ length: 6 }, () => PGDN), '1');
  await seat.see('Enter next');
  const explained = seat.bytes().length;
  await seat.press(keys.enter);
  expect(await seat.see('2 of 2')).toMatch(/(Is it one house|Has it three rooms)\?\n.*more above/);
  expect(seat.bytes().slice(explained)).not.toContain('more below'); // the top of the case does not flash up
  seat.kill('SIGKILL');
});
