// The foot of a page names the keys that do something on it now, and no others.
import { expect, test } from 'vitest';
import { keys, type Seat, sitDown, TEA } from '../support/pty.ts';
import { quiz, tempFolder } from '../support/quiz.ts';

const foot = async (seat: Seat) => (await seat.screen()).split('\n').at(-1)?.trim();

test.concurrent('where one stands: topics are picked by the numbers that they have, and by none where nothing was answered', async () => {
  const data = tempFolder();
  const footOfStats = async () => {
    const seat = sitDown(['--bank', TEA], { data });
    await seat.see('q quit');
    await seat.press('s');
    await seat.see('Where you stand · Tea');
    const told = await foot(seat);
    await seat.press('q', 'q');
    await seat.exit;
    return told;
  };
  expect(await footOfStats()).toBe('Enter drill  q back  ? keys');
  const input = '{"type":"respond","response":["green"]}\n';
  quiz(['drill', 'leaf', '--type', 'single', '--bank', TEA, '--jsonl'], { data, input });
  expect(await footOfStats()).toBe('Enter drill what is weak  1-2 a topic  q back  ? keys');
});

test.concurrent('a look back: there is a way back from the second question on, and a next one up to the last', async () => {
  const data = tempFolder();
  quiz(['exam', '-n', '2', '--bank', TEA, '--jsonl'], { data, input: '{"type":"finish"}\n' });
  const seat = sitDown(['review', '--bank', TEA], { data });
  await seat.see('1 of 2');
  expect(await foot(seat)).toBe('Enter next  n notes here  q done  ? keys');
  await seat.press(keys.enter);
  await seat.see('2 of 2');
  expect(await foot(seat)).toBe('← back  n notes here  Enter, q done  ? keys');
  await seat.press(keys.enter);
  expect((await seat.exit).code).toBe(0);
});
