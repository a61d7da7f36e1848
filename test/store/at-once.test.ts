// Two terminals that take up one session in the same instant: whatever comes between what, one of them has it and the other is told.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Event } from '../../src/core/sitting/events.ts';
import { Failure } from '../../src/failure.ts';
import { type Disk, localDisk } from '../../src/store/disk/disk.ts';
import { type Resumed, sessionsIn } from '../../src/store/sessions/sessions.ts';
import { itemOf, optionsNamed } from '../support/arbitraries.ts';
import { headless, tempFolder } from '../support/quiz.ts';
import { startedWith } from '../support/sittings.ts';

const options = optionsNamed('ab');
const exam = startedWith([itemOf('q1', { type: 'single', options, answer: ['a'] })]);
const { session } = exam;

/** A folder with an exam that was left at a time of 10. */
function withLeftExam(): string {
  const folder = tempFolder();
  const journal = sessionsIn(folder).start(exam, { at: 1, ms: 0 });
  journal.append([{ at: 10, ms: 5, type: 'beat' }]);
  journal.close();
  return folder;
}

function unlessBusy<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof Failure && error.exit === 'busy') return undefined;
    throw error;
  }
}

/** A disk that lets something happen just before its n-th operation. */
function interrupted(n: number, happening: () => void): Disk {
  let count = 0;
  const entries = Object.entries(localDisk).map(([name, operation]) => {
    const counted = (...args: unknown[]) => {
      if (count++ === n) happening();
      return (operation as (...given: unknown[]) => unknown)(...args);
    };
    return [name, counted];
  });
  return Object.fromEntries(entries) as Disk;
}

const flagged: Event = { at: 40, ms: 5, type: 'flagged', slot: 1, on: true };

function canGoOn(one: Resumed | undefined): boolean {
  const goOn = () => {
    one?.journal.append([flagged]);
    return one !== undefined;
  };
  return unlessBusy(goOn) === true;
}

test.each([19, 20, 21])('of two that resume an exam, at 20 and at %i, one goes on, whenever the second comes', (at) => {
  for (let n = 0; n < 60; n++) {
    const folder = withLeftExam();
    let second: Resumed | undefined;
    let hasCome = false;
    const disk = interrupted(n, () => {
      hasCome = true;
      second = unlessBusy(() => sessionsIn(folder).resume(session, { at, ms: 0 }));
    });
    const first = unlessBusy(() => sessionsIn(folder, disk).resume(session, { at: 20, ms: 0 }));
    if (!hasCome) return expect(n).toBeGreaterThan(5); // all were tried
    expect([n, [first, second].filter(canGoOn).length]).toEqual([n, 1]);
    const { events } = sessionsIn(folder).read({ session, path: join(folder, 'open', `${session}.jsonl`) });
    expect([n, events.at(-1)]).toEqual([n, flagged]); // and what is done there counts
  }
  throw new Error('a resume takes more operations than were tried');
});

test.runIf(existsSync('/proc/self/stat'))('of three programs that are started at once one gets the exam', async () => {
  const data = tempFolder();
  const left = headless(['exam', '-n', '3', '--seed', '1'], data);
  await left.next();
  left.send({ type: 'leave' });
  expect(await left.exit).toBe(7);
  const all = [1, 2, 3].map(() => headless(['exam', '--resume'], data));
  const asks = await Promise.all(
    all.map(async (one) => {
      await one.next(); // session, or nothing
      const ask = await one.next();
      if (ask) one.send({ type: 'flag' });
      return ask && (await one.next());
    }),
  );
  expect(asks.filter((ask) => ask?.flagged === true)).toHaveLength(1);
  for (const [index, one] of all.entries()) if (asks[index]) one.send({ type: 'leave' });
  expect((await Promise.all(all.map(({ exit }) => exit))).toSorted()).toEqual([6, 6, 7]);
});
