// The loop of a sitting by a clock that is moved by hand: when it wakes, and what it does then.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Command } from '../src/core/sitting/command.ts';
import type { Moment } from '../src/core/sitting/events.ts';
import { examPolicy } from '../src/core/sitting/policy.ts';
import { initial } from '../src/core/sitting/state.ts';
import type { View } from '../src/core/sitting/view.ts';
import { type Frontend, sit } from '../src/sit.ts';
import { type Disk, localDisk } from '../src/store/disk/disk.ts';
import { createJournal } from '../src/store/journal/journal.ts';
import { sessionClock } from '../src/system/clock.ts';
import { itemOf } from './support/arbitraries.ts';
import { folderWith } from './support/folders.ts';
import { paperOf, START, startedWith } from './support/sittings.ts';

const LIMIT_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: START.at });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An exam of a minute, gone on with after so many milliseconds of it; nobody answers more than the commands given. */
function exam(ms: number, commands: readonly Command[] = [], disk: Disk = localDisk) {
  const options = [
    { id: 'a', text: 'yes' },
    { id: 'b', text: 'no' },
  ];
  const items = [itemOf('q', { type: 'single', options, answer: ['a'] })];
  const started = { ...START, ...startedWith(items, examPolicy({ pass: 72, limitMs: LIMIT_MS })) };
  const path = join(folderWith(), 'session.jsonl');
  const journal = createJournal(disk, path, 'test');
  journal.append([started]);
  const now: Moment = { at: START.at + ms, ms };
  const begun = Date.now();
  const passed = () => Date.now() - begun;
  const waiting = [...commands];
  const clock = sessionClock(now, { monotonic: passed, sinceBoot: passed });
  const views: View[] = [];
  const frontend: Frontend = {
    ask: (view, signal) => {
      views.push(view);
      const next = waiting.shift();
      if (next) return Promise.resolve(next);
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    },
    tick: (view) => views.push(view),
    show: () => undefined,
    refuse: () => undefined,
  };
  const { signal: interruption } = new AbortController();
  const ended = sit({ paper: paperOf(items), state: initial(started), journal, clock, frontend, interruption });
  const events = () =>
    readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { ended, views, events };
}

test('a question that is asked when the time is up ends at once', async () => {
  const { ended, events } = exam(LIMIT_MS);
  await vi.advanceTimersByTimeAsync(1);
  const { state } = await ended;
  expect(state.closed).toBe('timeout');
  expect(events().at(-1)).toMatchObject({ type: 'closed', reason: 'timeout' });
});

test('a sitting wakes when another second begins, and ends at the deadline', async () => {
  const { ended, views } = exam(LIMIT_MS - 2500);
  await vi.advanceTimersByTimeAsync(2499);
  expect(views.map(({ remainingMs = 0 }) => Math.floor(remainingMs / 1000))).toEqual([2, 1, 0]);
  await vi.advanceTimersByTimeAsync(2);
  expect((await ended).state.closed).toBe('timeout');
});

test('the time that a slow disk takes belongs to nobody', async () => {
  const fdatasyncSync = (descriptor: number) => {
    vi.setSystemTime(Date.now() + 4000);
    localDisk.fdatasyncSync(descriptor);
  };
  const { ended, views } = exam(0, [{ type: 'respond', response: ['a'] }], { ...localDisk, fdatasyncSync });
  await vi.waitFor(() => expect(views).toHaveLength(2));
  const [, { response, remainingMs = 0 } = {}] = views;
  expect([response, Math.ceil(remainingMs / 1000)]).toEqual([['a'], LIMIT_MS / 1000]);
  await vi.advanceTimersByTimeAsync(LIMIT_MS + 1);
  expect((await ended).state.closed).toBe('timeout');
});
