// The session's clock: what counts as time. Built on two clocks of the system, because neither alone is right everywhere: the monotonic
// one stands still in a suspend on Linux and runs on elsewhere, uptime runs on everywhere and may be coarse. The wall clock is set by hand,
// so that nobody asks it once a session has begun.
import { uptime } from 'node:os';
import type { Moment } from '../core/sitting/events.ts';
import { monotonic } from './monotonic.ts';

/** Readings of the system's clocks, all in milliseconds. */
export interface Clocks {
  monotonic(): number;
  sinceBoot(): number;
}

export const systemClocks: Clocks = {
  monotonic,
  sinceBoot: () => uptime() * 1000,
};

/** A look at the clock. */
export interface ClockReading {
  readonly moment: Moment;
  /** Milliseconds in which the program did not run since the last reading: a suspend, a stop, a frozen terminal. */
  readonly away: number;
}

export interface Clock {
  read(): ClockReading;
  /** Leaves out what has passed since the last reading: time that belongs to nobody, such as a slow disk's. */
  skip(): void;
}

/** A freeze up to this long counts as time. */
const LONGEST_FREEZE_MS = 5000;

/** The clock since boot ticks in whole seconds on some systems: a lead up to this is its tick, not a suspend. */
const COARSEST_BOOT_TICK_MS = 2000;

/** A clock that goes on from a moment. Active time is what passed without freezes. */
export function sessionClock(from: Moment, clocks: Clocks = systemClocks): Clock {
  let { at, ms } = from;
  let mono = clocks.monotonic();
  let ahead = clocks.sinceBoot() - mono;
  const elapsed = () => {
    const next = clocks.monotonic();
    const lead = clocks.sinceBoot() - next - ahead;
    const slept = lead > COARSEST_BOOT_TICK_MS ? lead : 0;
    if (Math.abs(lead) > COARSEST_BOOT_TICK_MS) ahead += lead;
    const passed = Math.max(0, next - mono) + slept;
    mono = next;
    return passed;
  };
  return {
    read() {
      const passed = elapsed();
      const frozen = passed > LONGEST_FREEZE_MS;
      at += passed;
      if (!frozen) ms += passed;
      return { moment: { at: Math.round(at), ms: Math.round(ms) }, away: frozen ? Math.round(passed) : 0 };
    },
    skip() {
      const next = clocks.monotonic(); // a suspend meanwhile is told by the next reading: asking since when the system is up takes a file
      at += Math.max(0, next - mono);
      mono = next;
    },
  };
}
