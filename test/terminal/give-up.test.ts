import { expect, test } from 'vitest';
import { keys, pause, sitDown, startExam, still } from '../support/pty.ts';
import { quiz, TEA, tempFolder } from '../support/quiz.ts';

const exam = ['exam', '--bank', TEA, '--seed', '3'];
const list = (data: string) => quiz(['report', '--list', '--json', '--bank', TEA], { data }).out;

test.concurrent('on the page before leaving, an exam can be given up for good, and is asked about once more', async () => {
  const data = tempFolder();
  const seat = sitDown(exam, { data });
  await startExam(seat);
  await seat.press('q');
  await seat.see('g give up for good');
  await seat.press('g');
  await seat.see('Give up this exam for good?');
  expect(
    still(await seat.screen())
      .split('\n')
      .slice(3, 6),
  ).toEqual([
    ' 5 unanswered.',
    ' You cannot go on with it afterwards, and it counts as no mock exam.',
    ' What you answered is graded now and counts as practice.',
  ]);
  await seat.press(keys.enter);
  await seat.see('question 1 of');
  await seat.press('q', 'g');
  await seat.see('y give up');
  await seat.press('y');
  await seat.see('Given up before a question was answered. It counts as no mock exam.');
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect(quiz(['--bank', TEA], { data }).out).toContain('Open exams: none');
});

test.concurrent('in plain lines it is given up by these words, and asked about once more', async () => {
  const data = tempFolder();
  const seat = sitDown(['--accessible', ...exam], { data, rows: 60 });
  await seat.see('Press Enter to start the clock');
  await seat.press(keys.enter);
  await seat.see('Question 1 of 5.');
  await pause(200);
  await seat.press('/give up', keys.enter);
  await seat.see(/Type y to give up,\s+anything else to keep working/);
  await seat.press('n', keys.enter, '/give up', keys.enter, 'y', keys.enter);
  await seat.see('Given up before a question was answered. It counts as no mock exam.');
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect(JSON.parse(list(data)).sessions).toEqual([]);
  expect(quiz(['--bank', TEA], { data }).out).toContain('Open exams: none');
});
