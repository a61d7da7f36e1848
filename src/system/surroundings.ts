// What the system says of the user's folders, where it says something that nobody can rely on.
import { isAbsolute } from 'node:path';

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

/**
 * How the program has to be called where this one was: npm runs it from folders that no shell looks into, for `npx quiz` those of the
 * project or a link to it, for `npx notes-quiz` one of its own, where `file`, the program's own, lies then (npm sets these variables for
 * `npm exec`: docs.npmjs.com, "npm-exec" and "scripts").
 */
export function calledAs({ npm_command, npm_lifecycle_event }: NodeJS.ProcessEnv, file: string): string {
  if (npm_command !== 'exec' || npm_lifecycle_event !== 'npx') return 'quiz';
  return /[\\/]_npx[\\/]/.test(file) ? 'npx notes-quiz' : 'npx quiz';
}

/** The name of the program in a command that is to be typed here. */
export function ownName(): string {
  return calledAs(process.env, __filename);
}

/** Words of ours with the commands in them as they can be typed here. Not for what others wrote; what they named stands in quotes. */
export function asTyped(words: string): string {
  const name = ownName();
  if (name === 'quiz') return words;
  const command =
    /(?<![\p{L}\p{N}/'"“-]|npx )quiz(?= (?:drill|exam|review|notes|stats|topics|report|check|init|add|preview|import|export|data|config|doctor|completion|help|mcp)\b)/gmu; // here, because reading it takes a hundredth of Node's own start
  return words.replace(command, name);
}
