import { isAbsolute, relative, resolve, sep } from 'node:path';
import { Failure } from '../../failure.ts';
import { usualFolders } from '../../system/usual-folders.ts';

export interface Places {
  /** The learner's records. To ask for them throws a usage failure where they have no place; not every command does. */
  readonly data: string;
  readonly hasData: boolean;
  /** Compiled banks: can be deleted at any time. Undefined where there is no sensible place. */
  readonly cache: string | undefined;
}

/**
 * Where records and caches are: the flag, else QUIZ_DATA_DIR, else the platform's own folders. A flag that is relative is meant from
 * where the user stands; a variable that is, would mean another folder in each. Throws a usage failure for a place in `own`, the
 * folder of the program, which goes with its next version.
 */
export function places(
  flag: string | undefined,
  env: NodeJS.ProcessEnv,
  current: string | undefined,
  own: string,
): Places {
  const { data: usual, cache } = usualFolders();
  const data = flag === undefined ? (fromVariable(env) ?? usual) : fromHere(flag, current);
  if (data === undefined)
    return {
      get data(): string {
        const message = 'cannot tell where your records should go: there is no home folder';
        throw noFolder(message, 'name a folder: --data-dir DIR');
      },
      hasData: false,
      cache,
    };
  const inside = relative(own, data);
  if (inside !== '' && (isAbsolute(inside) || inside.split(sep)[0] === '..')) return { data, hasData: true, cache };
  const message = `${data} is inside the program's own folder, which goes with its next version`;
  throw noFolder(message, 'name another folder: --data-dir DIR');
}

function fromVariable(env: NodeJS.ProcessEnv): string | undefined {
  const named = env.QUIZ_DATA_DIR || undefined;
  if (named !== undefined && !isAbsolute(named))
    throw noFolder(`QUIZ_DATA_DIR is "${named}", which is another folder wherever you stand`, 'write the whole path');
  return named === undefined ? undefined : resolve(named);
}

function fromHere(flag: string, current: string | undefined): string {
  if (flag === '') throw noFolder('--data-dir names no folder', 'write a path: --data-dir DIR');
  if (isAbsolute(flag)) return resolve(flag);
  if (current === undefined)
    throw noFolder(`cannot tell where "${flag}" is: the current folder is gone`, 'write the whole path');
  return resolve(current, flag);
}

function noFolder(message: string, hint: string): Failure {
  return new Failure('usage', 'no-data-folder', message, hint);
}

/** The folders inside the data folder. */
export function layout(data: string) {
  return {
    open: within(data, 'open'),
    closed: within(data, 'closed'),
    derived: within(data, 'derived'),
    backups: within(data, 'backups'),
    setAside: within(data, 'set-aside'),
    settings: within(data, 'settings'),
  };
}

/** A name in a folder. `join` would look through every path again, and there are thousands of them. */
export function within(folder: string, name: string): string {
  return `${folder}${sep}${name}`;
}

/** The questions of an open exam, beside its journal. */
export const PAPER_FILE = /^\d{6}-\d{6}-[0-9a-z]{6}\.paper$/;

export function paperName(session: string): string {
  return `${session}.paper`;
}

export function paperPath(data: string, session: string): string {
  return within(layout(data).open, paperName(session));
}

/** Where earlier versions kept what the learner set. */
export function oldSettingsPath(data: string): string {
  return within(data, 'settings.json');
}

/** The month a session began in: "2026-11". */
export function monthOf(session: string): string {
  return /^\d{6}-/.test(session) ? `20${session.slice(0, 2)}-${session.slice(2, 4)}` : 'other';
}

/** Where a session lies while it runs. */
export function openPath(data: string, session: string): string {
  return within(layout(data).open, `${session}.jsonl`);
}

/** Where a session lies when it is over. */
export function closedPath(data: string, session: string): string {
  return within(within(within(data, 'closed'), monthOf(session)), `${session}.jsonl`); // not all of the layout: there are thousands of them
}

/** Where a session's file lies says what must be in it: one that is over has an end. */
export type SessionHome = 'open' | 'closed';

/** Where in a data folder a session's file lies. */
export function homeAt(data: string, path: string): SessionHome {
  return path.startsWith(layout(data).closed) ? 'closed' : 'open';
}
