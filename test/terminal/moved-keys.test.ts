// Keys that a learner moved, on every page that has them.
import { expect, test } from 'vitest';
import { keys, pause, sitDown } from '../support/pty.ts';
import { quiz, TEA, tempFolder } from '../support/quiz.ts';

/** A data folder in which these keys are moved. */
function moved(text: string): string {
  const data = tempFolder();
  expect(quiz(['config', 'set', 'keys', text], { data }).code).toBe(0);
  return data;
}

const drill = ['drill', '--bank', TEA, '--seed', '1', 'leaf', '--type', 'single'];
const exam = ['exam', '--bank', TEA, '--seed', '3'];

test.concurrent('in a drill and after an answer: the new keys act and are named, the old ones do nothing', async () => {
  const seat = sitDown(drill, { data: moved('flag=m guess=é hint=; undo=o leave=z keys=, report=: notes=v') });
  await seat.see('1-3 answer  ↑↓ Enter  x cross out  ; hint  é guess  m flag  s skip  , keys');
  await seat.press('f', 'q', '?');
  expect(await seat.screen()).toContain('m flag  s skip  , keys');
  await seat.press('é', 'm');
  expect(await seat.see('flagged')).toContain('é guessed');
  await seat.press(',');
  expect(await seat.see('Esc back')).toMatch(/^ m {11}flag the question$/m);
  await seat.press('q', '1');
  expect(await seat.see('Your notes')).toContain('Enter next  v notes here  o undo  m flag  : report  z leave  , keys');
  await seat.press('v');
  await seat.see('z back  , keys');
  await seat.press('z', 'o');
  await seat.see('1-3 answer');
  await seat.press('z');
  expect((await seat.exit).code).toBe(0);
});

test.concurrent('two keys change places', async () => {
  const seat = sitDown(drill, { data: moved('flag=g guess=f') });
  await seat.see('f guess  g flag');
  await seat.press('f');
  expect(await seat.see('f guessed')).not.toContain('flagged');
  await seat.press('g');
  await seat.see('flagged');
  seat.kill('SIGKILL');
});

test.concurrent('in a gap letters are text, wherever keys were moved', async () => {
  const seat = sitDown(['drill', '--bank', TEA, '--type', 'cloze'], { data: moved('flag=m leave=z') });
  await seat.see('type, Enter answer');
  await seat.press('m', 'z', 'f');
  await seat.see('Answer: mzf');
  seat.kill('SIGKILL');
});

test.concurrent('in an exam, in its review, where one is asked once more, and at the result', async () => {
  const data = moved('flag=m review=v view=r submit=z leave=; keys=, unanswered=o clock=y stats=o save=i');
  const seat = sitDown(exam, { data, columns: 100 });
  await seat.see('Enter start  ; not now  , keys');
  await seat.press(keys.enter);
  await seat.see('question 1 of');
  await seat.press('z');
  await seat.see('To submit: v, then z.');
  await seat.press('m', 'y');
  expect(await seat.see('clock hidden (y)')).toMatch(/1 of 5 \S+ flagged/);
  await seat.press('v');
  await seat.see('Enter go  o next open  m flagged  r view  z submit  Esc back  , keys');
  await seat.press('s', 'r');
  await seat.see('Review · open');
  await seat.press('z');
  await seat.see('Submit now?');
  await seat.press(';');
  await seat.see('Review · open');
  await seat.press('z', 'y');
  await seat.see('a all  d drill these  i HTML  o stats  ; done  , keys');
  await seat.press('o');
  await seat.see('; back  , keys');
  await seat.press(';', ';');
  expect((await seat.exit).code).toBe(0);
});

test.concurrent('at home, in the list of topics and in the notes the new keys act and are named', async () => {
  const data = moved('topic=y notes=v stats=o leave=z keys=, find=; next=x');
  const seat = sitDown(['--bank', TEA], { data });
  expect(await seat.see('z quit  , keys')).toMatch(
    /y {2}Pick a topic[\s\S]* v {2}Read your notes[\s\S]* o {2}Where you stand/,
  );
  await seat.press('t', 'q', 'y');
  await seat.see('Enter pick  z back  , keys');
  await seat.press('z');
  await seat.see('Pick a topic');
  await seat.press('v');
  await seat.see('; find, x next  z back  , keys');
  await seat.press('/', 'x');
  await seat.see('Nothing is looked for yet: press ; and type a word.');
  await seat.press(';', 'z', 'x');
  await seat.see('Find: zx_');
  await seat.press(keys.esc, 'z');
  await seat.see('z quit');
  await seat.press('z');
  expect((await seat.exit).code).toBe(0);
});

test.concurrent('in plain lines the same letters are typed, and named', async () => {
  const data = moved('flag=m clock=y leave=z');
  const seat = sitDown(['--accessible', ...exam, '--time', '40m'], { data, rows: 60 });
  await seat.see('type z for not now:');
  await seat.press(keys.enter);
  await seat.see(/m flag, [\s\S]*y time, [\s\S]*z leave/);
  await pause(200);
  await seat.press('m', keys.enter);
  await seat.see('Flagged.');
  await seat.press('y', keys.enter);
  await seat.see('40 minutes left.');
  await seat.press('z', keys.enter);
  expect((await seat.exit).code).toBe(7);
});
