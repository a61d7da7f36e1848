// Real git, as a learner would run it between two machines.
import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';

const LEARNER = ['-c', 'user.name=learner', '-c', 'user.email=learner@example.org'];

/** Runs git in a folder. The test fails where it does not succeed. */
export function git(folder: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('git', [...LEARNER, ...args], { cwd: folder, encoding: 'utf8' });
  expect(stderr + status, args.join(' ')).toMatch(/0$/);
}

/** Pulls; both histories may have changed one session, which git tells as a conflict. The files are left as git leaves them. */
export function pull(folder: string, ...args: string[]): void {
  spawnSync('git', [...LEARNER, 'pull', '-q', '--no-rebase', ...args], { cwd: folder });
}
