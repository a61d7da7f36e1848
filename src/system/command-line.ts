// Commands as they have to be typed to go on here: by the name that starts the program, with the flags that this one was given.
import { resolve } from 'node:path';
import { keptTogether } from '../core/text/wording.ts';
import { currentFolder } from './given-folders.ts';

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

/** Flags of this command that a recommended command needs too: without them it would mean another bank or other records, or open a screen. */
export interface Carried {
  readonly bank?: string | undefined;
  readonly dataDir?: string | undefined;
  readonly accessible?: boolean | undefined;
}

let carried: Carried = {};

/** Puts these flags into every command that is recommended from here on; with whole paths, because it may be typed elsewhere and later. */
export function carryFlags({ bank, dataDir, accessible }: Carried): void {
  carried = { bank: wholePath(bank), dataDir: wholePath(dataDir), accessible };
}

function wholePath(path: string | undefined): string | undefined {
  const current = currentFolder();
  if (!path) return undefined; // an empty one decides nothing
  return current === undefined ? path : resolve(current, path);
}

/** The verbs that go by a bank, by the records alone, and by neither. */
const OF_A_BANK = /^(?:drill|exam|review|notes|stats|topics|report|check|add|preview|import|export|doctor|mcp)$/;
const OF_RECORDS = /^(?:data|config)$/;
const OF_NEITHER = /^(?:init|completion|help)$/;
/** The verbs that open a screen. */
const ON_A_SCREEN = /^(?:drill|exam|review|notes|stats|report|preview|add)$/;

/** The flags of a verb, each with a blank before it; `rest`: what is typed behind it already. */
function flagsFor(verb: string, rest: string): string {
  const { bank, dataDir, accessible } = carried;
  const takesBank = OF_A_BANK.test(verb);
  return [
    takesBank && bank !== undefined && !rest.includes(' --bank ') ? ` --bank ${shellWord(bank)}` : '',
    (takesBank || OF_RECORDS.test(verb)) && dataDir !== undefined && !rest.includes(' --data-dir ')
      ? ` --data-dir ${shellWord(dataDir)}`
      : '',
    accessible && ON_A_SCREEN.test(verb) && !rest.includes(' --accessible') ? ' --accessible' : '',
  ].join('');
}

/** A word as a shell takes it: in quotes where it needs them. */
export function shellWord(word: string): string {
  return /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A command as it has to be typed to go on with the bank and the records of this one. */
export function commandLine(verb: string, ...words: readonly string[]): string {
  const rest = words.map((word) => ` ${shellWord(word)}`).join('');
  return `${ownName()} ${verb}${rest}${flagsFor(verb, rest)}`;
}

/** `commandLine` for a text that will be wrapped: it stays in one piece, since a part of it would be another command when it is copied. */
export function commandPiece(verb: string, ...words: readonly string[]): string {
  return keptTogether(commandLine(verb, ...words));
}

/**
 * Words of ours with the commands in them as they can be typed here, with the flags that they have to carry. Not for what others wrote;
 * what they named stands in quotes.
 */
export function asTyped(words: string): string {
  return withCommands(words, (command) => command);
}

/** `asTyped` for words that will be wrapped: each command in them stays in one piece. */
export function asTypedInPieces(words: string): string {
  return withCommands(words, keptTogether);
}

function withCommands(words: string, set: (command: string) => string): string {
  const name = ownName();
  if (name === 'quiz' && !Object.values(carried).some(Boolean)) return words;
  const command =
    /(?<![\p{L}\p{N}/'"“-])(?:npx[ \u00a0](?:notes-)?)?quiz[ \u00a0]([a-z]+)\b(?!\.\w|[/-])((?:(?<=data|config) (?:path|backup|restore|merge|reset|rebuild|repair|list|[gs]et|unset)\b)?(?: --(?:resume|list|due|yes))?(?: \d{6}-\d{6}-[0-9a-z]{6})?(?:\u00a0[^\s.,;]+(?:[.][^\s.,;]+)*)*)/gu; // here, because reading it takes a hundredth of Node's own start
  return words.replace(command, (found: string, verb: string, rest: string, at: number) => {
    if (![OF_A_BANK, OF_RECORDS, OF_NEITHER].some((verbs) => verbs.test(verb))) return found;
    const [behind = ''] = words.slice(at + found.length).split(/[,;\n]|\. /, 1);
    return set(`${name} ${verb}${rest}${flagsFor(verb, `${rest}${behind}`.replaceAll('\u00a0', ' '))}`);
  });
}
