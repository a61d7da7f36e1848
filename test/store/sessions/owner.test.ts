import { hostname, uptime } from 'node:os';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/core/sitting/events.ts';
import { liveOwner } from '../../../src/store/sessions/owner.ts';
import { bornAt, thisProcess } from '../../../src/system/this-process.ts';

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

const here = thisProcess();
const known = (pid: number, fields: object, at = Date.now()): Event =>
  ({ ...opened(pid, at), ...here, ...fields }) as Event;

describe.runIf(here)('where the system tells processes apart', () => {
  const born = bornAt(process.ppid);
  const LONG_AGO = Date.UTC(1999, 0, 1);

  test('a process that lives has its session, whatever clock its line was written by', () => {
    for (const at of [LONG_AGO, Date.now(), Date.UTC(2098, 0, 1)])
      expect(liveOwner([known(process.ppid, { born }, at)])).toMatchObject({ pid: process.ppid });
  });

  test('under another name of the machine it does as well: a container may have its own', () => {
    const other = known(process.ppid, { born, host: 'elsewhere' });
    expect(liveOwner([other])).toMatchObject({ pid: process.ppid });
  });

  test('a number that was given anew, and another start of the machine, are other processes', () => {
    expect(liveOwner([known(process.ppid, { born: '1' })])).toBeUndefined();
    expect(liveOwner([known(NEVER, {})])).toBeUndefined();
    expect(liveOwner([known(process.ppid, { born, boot: 'another' })])).toBeUndefined();
    expect(liveOwner([known(process.pid, {})])).toBeUndefined();
  });

  test('one of another namespace is there as long as it is heard', () => {
    const there = (at: number) => known(NEVER, { space: 'pid:[1]' }, at);
    const beat = (at: number): Event => ({ at, ms: 0, type: 'beat' });
    expect(liveOwner([there(LONG_AGO), beat(Date.now() - 20_000)])).toMatchObject({ pid: NEVER });
    expect(liveOwner([there(LONG_AGO), beat(Date.now() - 40_000)])).toBeUndefined();
  });
});
