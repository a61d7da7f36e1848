import { isAbsolute, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { Failure } from '../failure.ts';

export interface Places {
  /** The learner's records. */
  readonly data: string;
  /** Compiled banks: can be deleted at any time. Undefined where there is no sensible place. */
  readonly cache: string | undefined;
}

/**
 * Where records and caches are: the flag, else QUIZ_DATA_DIR, else the platform's own folders. A flag that is relative is meant from
 * where the user stands; a variable that is, would mean another folder in each. Throws a usage failure where there is no place.
 */
export function places(flag: string | undefined, env: NodeJS.ProcessEnv, current: string | undefined): Places {
  const cache = cacheFolder();
  if (flag !== undefined) return { data: fromHere(flag, current), cache };
  const named = env.QUIZ_DATA_DIR || undefined;
  if (named !== undefined && !isAbsolute(named))
    throw noFolder(`QUIZ_DATA_DIR is "${named}", which is another folder wherever you stand`, 'write the whole path');
  const data = named ?? usualFolder('data');
  if (data === undefined)
    throw noFolder(
      'cannot tell where your records should go: there is no home folder',
      'name a folder: --data-dir DIR',
    );
  return { data, cache };
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

/** A folder of the platform; undefined where it would be relative to who knows what. */
function usualFolder(kind: 'data' | 'cache' | 'log'): string | undefined {
  const folder = envPaths('notes-quiz', { suffix: '' })[kind];
  return isAbsolute(folder) ? folder : undefined;
}

/** What can be deleted at any time; undefined where there is no sensible place. */
export function cacheFolder(): string | undefined {
  return usualFolder('cache');
}

/** The folders inside the data folder. */
export function layout(data: string) {
  return {
    open: join(data, 'open'),
    closed: join(data, 'closed'),
    derived: join(data, 'derived'),
    backups: join(data, 'backups'),
    setAside: join(data, 'set-aside'),
    settings: join(data, 'settings'),
  };
}

/** The questions of an open exam, beside its journal. */
export const PAPER_FILE = /^\d{6}-\d{6}-[0-9a-z]{6}\.paper$/;

/** Where earlier versions kept what the learner set. */
export function oldSettingsPath(data: string): string {
  return join(data, 'settings.json');
}

/** The month a session began in: "2026-11". */
export function monthOf(session: string): string {
  return /^\d{6}-/.test(session) ? `20${session.slice(0, 2)}-${session.slice(2, 4)}` : 'other';
}

/** Where a session lies while it runs. */
export function openPath(data: string, session: string): string {
  return join(layout(data).open, `${session}.jsonl`);
}

/** Where a session lies when it is over. */
export function closedPath(data: string, session: string): string {
  return join(layout(data).closed, monthOf(session), `${session}.jsonl`);
}

/** Where reports of our own bugs are kept; undefined where there is no place. */
export function logFolder(): string | undefined {
  return usualFolder('log');
}
