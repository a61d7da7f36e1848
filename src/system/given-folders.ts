// The folders that the program starts with: its own, the one it was started in, and those that variables name.
import { isAbsolute, join } from 'node:path';

/** The folder of the program and what comes with it. */
export const OWN_FOLDER = join(__dirname, '..');

const FOLDERS = ['HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'];

/**
 * Forgets variables that name folders and are empty or relative, before anybody asks: the XDG base directory specification says to
 * ignore them, and without HOME the system's list of users decides. Where that has no entry either, Node throws; an empty HOME does not.
 */
export function forgetStrayFolders(env: NodeJS.ProcessEnv): void {
  for (const name of FOLDERS) {
    const value = env[name];
    if (value !== undefined && !isAbsolute(value)) delete env[name];
  }
  try {
    process.getBuiltinModule('node:os').homedir(); // not loaded before that: `--version` does without
  } catch {
    env.HOME = '';
  }
}

/** The folder the program was started in; undefined where it is gone. */
export function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}
