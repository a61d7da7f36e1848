// The built program in a line of a shell: behind a pipe, under a limit, beside small disks, as another user.
import { spawnSync } from 'node:child_process';
import { BIN, environment, type Outcome, TEA, tempFolder } from './quiz.ts';

/** Runs a shell line in which "$@" is the program. */
export function shell(line: string, args: readonly string[], data: string): Outcome {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', line, 'sh', process.execPath, BIN, ...args], {
    env: environment(data),
    input: '',
    encoding: 'utf8',
    cwd: data,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Runs the program with exactly this environment. */
export function bare(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  options: { cwd?: string; uid?: number } = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    env,
    input: '',
    encoding: 'utf8',
    cwd: tempFolder(),
    ...options,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Someone whom the system does not know. */
export const NOBODY = 12_345;

export const isSuperuser = process.getuid?.() === 0;

/** Whether small disks can be put on folders, seen by nobody but the script that puts them there. */
export const canMount = isSuperuser && spawnSync('unshare', ['-m', 'true']).status === 0;

/**
 * Runs a shell script in which `quiz` is the built program, and $1 a folder to put small disks on. No file may be larger than such a disk by
 * far: where one could not be put on, what is to fill it would fill the disk of whoever runs the tests.
 */
export function besideDisks(script: string, folder: string): string {
  const line = `ulimit -f 20000; quiz() { ${process.execPath} ${BIN} "$@" 2>&1; echo "code=$?"; }\n${script}`;
  const { stdout, stderr } = spawnSync('unshare', ['-m', '/bin/sh', '-c', line, 'sh', folder], {
    encoding: 'utf8',
    env: environment(folder, { QUIZ_BANK: TEA }),
  });
  return stdout + stderr;
}
