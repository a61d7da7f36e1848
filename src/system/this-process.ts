// What Linux says of this machine's start and of its processes: certain where a clock that can be set is not, and where a number can be
// given to another process (proc(5)).
import { readFileSync, readlinkSync } from 'node:fs';
import { ifPossible } from './if-possible.ts';

/** Tells one process of one start of one machine from all others. Each part is compared and never computed with. */
export interface Identity {
  /** The start of the machine. */
  readonly boot: string;
  /** The namespace in which process numbers mean something: a container has its own. */
  readonly space: string;
  /** When the process began, in ticks since the start of the machine. */
  readonly born: string;
}

/** Who this process is; undefined where the system does not tell, or tells of other processes than those that can be seen here. */
export function thisProcess(): Identity | undefined {
  return ifPossible(() => {
    if (readlinkSync('/proc/self') !== String(process.pid)) return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const born = bornAt(process.pid);
    return born === undefined ? undefined : { boot, space: readlinkSync('/proc/self/ns/pid'), born };
  });
}

/** When a process of this namespace began; undefined where there is none, or it has ended and nobody has asked how. */
export function bornAt(pid: number): string | undefined {
  return ifPossible(() => {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' '); // a program's name may hold anything
    return state === 'Z' || state === 'X' ? undefined : fields[STARTED - STATE - 1];
  });
}

/** The numbers of fields in /proc/PID/stat. */
const [STATE, STARTED] = [3, 22];
