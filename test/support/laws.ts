// How often a law is tried. Run with every test file, so that one that says nothing else is tried forty times.
import fc from 'fast-check';

/** `npm run laws` tries every law ten times as often; LAWS asks for another factor. */
const times = Number(process.env.LAWS ?? 1);

/** So many tries of a law whose finds are rarer, or whose tries are dearer, than most. */
export function tries(usually: number): number {
  return usually * times;
}

fc.configureGlobal({ numRuns: tries(40) });
