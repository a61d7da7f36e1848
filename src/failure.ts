import { ends } from './core/ends.ts';
import { limits } from './core/limits.ts';

/** Exit codes are public: docs and scripts rely on them. */
export const exitCodes = {
  errorsFound: 1,
  usage: 2,
  content: 3,
  store: 4,
  disk: 5,
  busy: 6,
  left: 7,
  bug: 70,
} as const;

/** What an exit code stands for, by its name. */
export type ExitName = keyof typeof exitCodes;

export interface Whereabouts {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** The program cannot go on: what happened and what to do next. Thrown anywhere, caught once in cli.ts. */
export class Failure extends Error {
  /** Decides the exit code. */
  readonly exit: ExitName;
  /** A word for scripts: "unknown-topic". */
  readonly code: string;
  readonly hint: string;
  readonly at: Whereabouts | undefined;

  constructor(exit: ExitName, code: string, message: string, hint: string, at?: Whereabouts, cause?: unknown) {
    super(ends(message, limits.message), { cause });
    this.exit = exit;
    this.code = code;
    this.hint = hint;
    this.at = at;
  }
}

/** What an act gives; undefined where it ends in a failure. */
export function unlessFailed<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** The one-word reason the system gave: "ENOSPC", or the message where there is none. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }; // anything may be thrown
  return code === undefined ? (message ?? String(error)) : nameOf(code);
}

/** Node has no name for some of the system's errors, a quota that is used up among them: "Unknown system error -122". */
function nameOf(code: string): string {
  const [, number] = /^Unknown system error -(\d+)$/.exec(code) ?? [];
  if (number === undefined) return code;
  const names = Object.entries(process.getBuiltinModule('node:os').constants.errno);
  return names.find(([, value]) => value === Number(number))?.[0] ?? code;
}

/** What to do about a disk that refuses, by the reason that the system gave; `usual`: where that says nothing of what to do. */
export function remedyOf(reason: string, usual = 'check the permissions and the room there'): string {
  return remedies[reason] ?? usual;
}

/** The failure of a file that could not be written, or of a folder (`into`: "into "); `after`: what became of it. */
export function cannotWrite(file: string, error: unknown, after: string, into = ''): Failure {
  const reason = reasonOf(error);
  const message = `cannot write ${into}${file} (${reason})`;
  return new Failure('disk', 'cannot-write', message, `${remedyOf(reason)}; ${after}`, { file }, error);
}

/** What Node says where its permission model keeps the program from something: no error of the system. */
export const FORBIDDEN = 'ERR_ACCESS_DENIED';

const PERMISSIONS = 'check the permissions there';
const MORE_FILES = 'close some programs, or allow more open files (ulimit -n)';

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'make room on that disk',
  EACCES: PERMISSIONS,
  EPERM: PERMISSIONS,
  EMFILE: MORE_FILES,
  ENFILE: MORE_FILES,
  EDQUOT: 'free a part of your quota',
  EFBIG: 'allow larger files (ulimit -f)',
  EROFS: 'make that disk writable',
  EXDEV: 'copy the folder to another disk as a whole', // a part of it lies elsewhere, or in the image of a container
  [FORBIDDEN]: 'start quiz without --permission, which forbids that',
};
