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
