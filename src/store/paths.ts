import { isAbsolute, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { Failure } from '../failure.ts';

export interface Places {
  /** The learner's records. */
  readonly data: string;
  /** Compiled banks: can be deleted at any time. Undefined where there is no sensible place. */
  readonly cache: string | undefined;
}

/** Where records and caches are: the flag, else QUIZ_DATA_DIR, else the platform's own folders. Never the working folder. */
export function places(flag: string | undefined, env: NodeJS.ProcessEnv, current: string): Places {
  const usual = envPaths('notes-quiz', { suffix: '' });
  const cache = isAbsolute(usual.cache) ? usual.cache : undefined;
  const named = flag ?? (env.QUIZ_DATA_DIR || undefined);
  if (named !== undefined) return { data: resolve(current, named), cache };
  if (!isAbsolute(usual.data)) {
    throw new Failure(
      'usage',
      'no-data-folder',
      'cannot tell where your records should go: there is no home folder',
      'name a folder: --data-dir DIR',
    );
  }
  return { data: usual.data, cache };
}

/** The folders inside the data folder. */
export function layout(data: string) {
  return {
    open: join(data, 'open'),
    closed: join(data, 'closed'),
    derived: join(data, 'derived'),
    backups: join(data, 'backups'),
    setAside: join(data, 'set-aside'),
  };
}

/** The month a session began in: "2026-11". */
export function monthOf(session: string): string {
  return /^\d{6}-/.test(session) ? `20${session.slice(0, 2)}-${session.slice(2, 4)}` : 'other';
}

/** Where reports of our own bugs are kept. */
export function logFolder(): string {
  return envPaths('notes-quiz', { suffix: '' }).log;
}
