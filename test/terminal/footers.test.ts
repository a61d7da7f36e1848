// The foot of a page names the keys that do something on it now, and no others.
import { expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { keys, type Seat, sitDown } from '../support/pty.ts';
import { quiz, TEA, tempFolder } from '../support/quiz.ts';

const feet = async (seat: Seat) =>
  (await seat.screen())
    .split('\n')
    .slice(-2)
    .map((row) => row.trim());

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

/** Two teas, each the answer to one question: whoever takes one for the other can compare what the notes say of them. */
const MIXED_UP = {
  'bank.yaml': 'id: teas\ntitle: Teas\nnotes: notes.md\ntopics: { leaf: Leaf }\n',
  'notes.md': '# Leaf\n- Green tea: not oxidised\n- Black tea: fully oxidised\n',
  'q.yaml': `questions:
  - { id: g, type: single, topics: leaf, stem: "Which tea is not oxidised?", answer: green, options: &TEAS,
      quotes: [{ section: Leaf, text: "Green tea: not oxidised" }] }
  - { id: b, type: single, topics: leaf, stem: "Which tea is fully oxidised?", answer: black, options: &TEAS,
      quotes: [{ section: Leaf, text: "Black tea: fully oxidised" }] }
`.replaceAll(
    '&TEAS',
    '[{ id: green, text: Green tea, concept: green }, { id: black, text: Black tea, concept: black }]',
  ),
};

test.concurrent('at 40 columns the keys of an explanation and of a result take two rows: what is pressed seldom stands behind ?', async () => {
  const data = folderWith(MIXED_UP);
  const seat = sitDown(['drill', '-n', '1', '--bank', data], { data, columns: 40 });
  const asked = await seat.see(/Which tea[\s\S]*keys/);
  const [, wrong = ''] = (asked.includes('not oxidised?') ? /(\d)\) Black/ : /(\d)\) Green/).exec(asked) ?? [];
  await seat.press(wrong);
  await seat.see('Enter next');
  expect(await feet(seat)).toEqual(['Enter next  n notes here  c compare', 'u undo  f flag  q leave  ? keys']);
  await seat.press(keys.enter);
  await seat.see('q done');
  expect(await feet(seat)).toEqual(['Enter review 1 missed  a all', 'd drill again  s stats  q done  ? keys']);
  await seat.press('q');
  await seat.exit;
});
