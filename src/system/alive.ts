import { reasonOf } from '../failure.ts';

/** Whether a process of this number runs. One that belongs to somebody else runs too. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false; // an earlier session of this very process
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return reasonOf(error) === 'EPERM';
  }
}
