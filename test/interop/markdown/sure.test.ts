// What is no question for certain is refused by name, and what is one for certain is read.
import { expect, test } from 'vitest';
import { toldWithoutLines } from '../../support/told.ts';

const read = (text: string) => toldWithoutLines('markdown', text);

test('two answers to be typed that differ', async () => {
  expect(await read('1. Which melts?\n\nAnswer: ice\nAnswer: Ice\n')).toEqual(['cloze: Which melts? ["ice"]']);
  expect(await read('1. Which melts?\n\nAnswer: ice\nAnswer: wood\n')).toEqual(['refused key-ambiguous']);
});

test('labels that begin again or leave letters out, below a text that does not ask', async () => {
  expect(await read('It is so\n\nA) x\nB) y\nA) z\nB) w\n')).toEqual(['refused labels-broken']);
  expect(await read('- It is so\n\nA) x\nC) y\n')).toEqual(['refused labels-broken']);
  expect(await read('It is so\n\nA) x\nB) y\nA) z\n- [ ] w\n')).toEqual(['refused labels-broken']);
});

test('a word for a picture without one above a text that asks is part of that question', async () => {
  expect(await read('HOTSPOT\n\nWhich melts?\n\nA) ice\nB) wood\n\nAnswer: A\n')).toEqual([
    'single: HOTSPOT\n\nWhich melts? [*ice | wood]',
  ]);
});

test('letters run together name the options below a list', async () => {
  expect(
    await read('### Read on.\n\n- wet\n- cold\n\nWhich two melt?\n\nA) ice\nB) wax\nC) tin\n\nAnswer: AB\n'),
  ).toEqual(['multiple: - wet\n- cold\n\nWhich two melt? [*ice | *wax | tin]']);
});

test('below the title of a part of a paper the first number is a question', async () => {
  expect(await read('SECTION 1 - FIRE\n\n1. Which burns?\n\nAnswer: wood\n\n2. Which melts?\n\nAnswer: ice\n')).toEqual(
    ['cloze: Which burns? ["wood"]', 'cloze: Which melts? ["ice"]'],
  );
  expect(await read('FIRE AND ICE\nPart B: Reading\n\n1. Which burns?\n\nA) ice\nB) wood\n\nAnswer: B\n')).toEqual([
    'single: Which burns? [ice | *wood]',
  ]);
});

test('a heading for the reason below options that wait for a key', async () => {
  const list = '1. Which burns?\n\nA) ice\nB) wood\n\n### Explanation\n\nWood is dry.\n\n## Answers\n\n1. B\n';
  expect(await read(list)).toEqual(['single: Which burns? [ice | *wood] (why: Wood is dry.)']);
});

test('the number of the next question is none of an option that is set in', async () => {
  const two =
    '2. Which burns?\n   1. ice\n   2. wood\n3. Ice melts at\n   1. zero\n   2. ten\n\n## Answers\n\n2. 2\n3. 1\n';
  expect(await read(two)).toEqual(['single: Which burns? [ice | *wood]', 'single: Ice melts at [*zero | ten]']);
});
