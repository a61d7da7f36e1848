import { hostname, uptime } from 'node:os';
import { expect, test } from 'vitest';
import type { Event } from '../../src/core/session.ts';
import { liveOwner } from '../../src/store/owner.ts';

const opened = (pid: number, at = Date.now(), host = hostname()): Event => ({ at, ms: 0, type: 'opened', pid, host });
const NEVER = 2 ** 22 + 1; // beyond the highest number that Linux gives (proc(5), pid_max)

test('the last one who opened a session has it while that process lives', () => {
  expect(liveOwner([opened(NEVER), opened(process.ppid)])).toMatchObject({ pid: process.ppid });
  expect(liveOwner([opened(process.ppid), opened(NEVER)])).toBeUndefined();
  expect(liveOwner([])).toBeUndefined();
});

test('a number that was given anew since the machine started is another process', () => {
  const beforeStart = Date.now() - uptime() * 1000 - 3_600_000;
  expect(liveOwner([opened(process.ppid, beforeStart)])).toBeUndefined();
});

test('a process of another machine is none of this one', () => {
  expect(liveOwner([opened(process.ppid, Date.now(), 'elsewhere')])).toBeUndefined();
});

test('an earlier session of this very process is over', () => {
  expect(liveOwner([opened(process.pid)])).toBeUndefined();
});
