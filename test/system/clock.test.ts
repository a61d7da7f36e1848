import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Clocks, sessionClock, systemClocks } from '../../src/system/clock.ts';
import { START } from '../support/sittings.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The clocks of a machine, moved by hand. */
function machine({ bootTick = 1 } = {}) {
  let [monotonic, boot] = [500, 86_400_000];
  return {
    clocks: {
      monotonic: () => monotonic,
      sinceBoot: () => Math.floor(boot / bootTick) * bootTick, // some systems count it in whole seconds
    } satisfies Clocks,
    run(ms: number) {
      monotonic += ms;
      boot += ms;
    },
    /** Linux: the monotonic clock stands, the one since boot runs on. */
    suspend(ms: number) {
      boot += ms;
    },
    setWall(ms: number) {
      vi.setSystemTime(Date.now() + ms);
    },
    setBoot(ms: number) {
      boot += ms;
    },
  };
}

function started(options?: { bootTick?: number }) {
  const { clocks, ...by } = machine(options);
  return { clock: sessionClock(START, clocks), ...by };
}

const reading = (at: number, ms: number, away = 0) => ({ moment: { at: START.at + at, ms }, away });

test('time that passes counts', () => {
  const { clock, run } = started();
  expect(clock.read()).toEqual(reading(0, 0));
  run(1234);
  expect(clock.read()).toEqual(reading(1234, 1234));
  run(100);
  expect(clock.read()).toEqual(reading(1334, 1334));
});

test('a clock goes on from the moment it is given', () => {
  const { clocks, run } = machine();
  const clock = sessionClock({ at: START.at, ms: 60_000 }, clocks);
  run(1000);
  expect(clock.read().moment).toEqual({ at: START.at + 1000, ms: 61_000 });
});

describe('a freeze', () => {
  test.each([1000, 4999, 5000])('of %d ms counts as time', (ms) => {
    const { clock, run } = started();
    run(ms);
    expect(clock.read()).toEqual(reading(ms, ms));
  });

  test.each([5001, 60_000, 86_400_000])('of %d ms does not, and is told as away', (ms) => {
    const { clock, run } = started();
    run(1000);
    clock.read();
    run(ms);
    expect(clock.read()).toEqual(reading(1000 + ms, 1000, ms));
    run(500);
    expect(clock.read()).toEqual(reading(1500 + ms, 1500));
  });
});

describe('the wall clock', () => {
  test.each([-3_600_000, -1, 1, 3_600_000, 86_400_000 * 365])('set by %d ms changes nothing', (ms) => {
    const { clock, run, setWall } = started();
    run(1000);
    setWall(ms);
    run(1000);
    expect(clock.read()).toEqual(reading(2000, 2000));
  });
});

describe('a suspend on Linux, where the monotonic clock stands still', () => {
  test.each([6000, 3_600_000])('of %d ms is told as away, and is wall time but no active time', (ms) => {
    const { clock, run, suspend } = started();
    run(1000);
    clock.read();
    run(200);
    suspend(ms);
    run(300);
    expect(clock.read()).toEqual(reading(1500 + ms, 1000, ms + 500));
  });

  test('shorter than five seconds counts as time, as it does on other systems', () => {
    const { clock, run, suspend } = started();
    run(500);
    suspend(4000);
    expect(clock.read()).toEqual(reading(4500, 4500));
  });
});

describe('a clock since boot that ticks coarsely', () => {
  test.each([10, 1000])('in steps of %d ms does not make time run fast or slow', (bootTick) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 200 }), (steps) => {
        const { clock, run } = started({ bootTick });
        let passed = 0;
        for (const step of steps) {
          run(step);
          passed += step;
          expect(clock.read()).toEqual(reading(passed, passed));
        }
      }),
    );
  });

  test('in whole seconds still tells a suspend', () => {
    const { clock, run, suspend } = started({ bootTick: 1000 });
    run(250);
    clock.read();
    suspend(60_000);
    run(250);
    const { moment, away } = clock.read();
    expect(moment.ms).toBe(250);
    expect(Math.abs(away - 60_250)).toBeLessThanOrEqual(1000);
  });

  test('set back gives no time and takes none', () => {
    const { clock, run, setBoot } = started();
    run(1000);
    setBoot(-3_600_000);
    expect(clock.read()).toEqual(reading(1000, 1000));
    run(1000);
    expect(clock.read()).toEqual(reading(2000, 2000));
  });
});

describe('time that is skipped', () => {
  test('is wall time that belongs to nobody', () => {
    const { clock, run } = started();
    run(1000);
    clock.read();
    run(3000);
    clock.skip();
    run(500);
    expect(clock.read()).toEqual(reading(4500, 1500));
  });
});

test('whatever happens, neither time goes back, and active time is never more than real time', () => {
  const events = fc.array(
    fc.record({
      what: fc.constantFrom('run', 'suspend', 'setWall', 'read', 'skip'),
      ms: fc.integer({ min: 0, max: 20_000 }),
      back: fc.boolean(),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(events, (happenings) => {
      const { clock, run, suspend, setWall } = started();
      let last = clock.read().moment;
      let real = 0;
      for (const { what, ms, back } of happenings) {
        if (what === 'run') run(ms);
        if (what === 'suspend') suspend(ms);
        if (what === 'run' || what === 'suspend') real += ms;
        if (what === 'setWall') setWall(back ? -ms : ms);
        if (what === 'skip') clock.skip();
        if (what !== 'read') continue;
        const { moment } = clock.read();
        expect(moment.at).toBeGreaterThanOrEqual(last.at);
        expect(moment.ms).toBeGreaterThanOrEqual(last.ms);
        expect(moment.ms).toBeLessThanOrEqual(real);
        expect(moment.at - START.at).toBeLessThanOrEqual(real);
        last = moment;
      }
    }),
  );
});

test('the system’s own clocks run forward', () => {
  for (const read of [systemClocks.monotonic, systemClocks.sinceBoot]) {
    const first = read();
    expect(first).toBeGreaterThan(0);
    expect(read()).toBeGreaterThanOrEqual(first);
  }
});
