import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Command } from '../../../src/core/sitting/command.ts';
import { commandQueue } from '../../../src/terminal/sitting/command-queue.ts';

const flag: Command = { type: 'flag' };
const move: Command = { type: 'move', to: 2 };
const queueOfMoves = () => commandQueue(({ type }) => type === 'move');

test('what was sent ahead is handed over one at a time, in its order, and never in the same breath', async () => {
  const queue = queueOfMoves();
  const taken: Command[] = [];
  queue.send(flag);
  queue.handTo((command) => taken.push(command));
  expect(taken).toEqual([]);
  await turn();
  expect(taken).toEqual([flag]);
  queue.send(move); // nobody asked for another one yet
  queue.send(flag);
  expect(taken).toEqual([flag]);
  queue.handTo((command) => taken.push(command));
  await turn();
  expect(taken).toEqual([flag, move]);
});

test('a command that is awaited is handed over at once', () => {
  const queue = queueOfMoves();
  const taken: Command[] = [];
  queue.handTo((command) => taken.push(command));
  queue.send(flag);
  expect(taken).toEqual([flag]);
});

test('a page is being left from the command that leads away until that is decided and no other waits', async () => {
  const queue = queueOfMoves();
  queue.send(flag);
  expect(queue.isLeaving()).toBe(false);
  queue.send(move);
  expect(queue.isLeaving()).toBe(true);
  queue.settle();
  expect(queue.isLeaving()).toBe(true); // the move still waits
  queue.handTo(() => queue.handTo(() => undefined));
  await turn();
  await turn();
  expect(queue.isLeaving()).toBe(true); // it is taken, and not decided
  queue.settle();
  expect(queue.isLeaving()).toBe(false);
});

test('a key that is held down fills the queue with a hundred commands and no more', async () => {
  const queue = queueOfMoves();
  for (let pressed = 0; pressed < 150; pressed++) queue.send(flag);
  let taken = 0;
  const takeNext = () => {
    taken += 1;
    queue.handTo(takeNext);
  };
  queue.handTo(takeNext);
  for (let waited = 0; waited < 200; waited++) await turn();
  expect(taken).toBe(100);
});
