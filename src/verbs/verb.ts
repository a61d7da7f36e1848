// What every verb has: its help, the flags that all take, and errors that come to us instead of ending the program.
import { type Command, Option } from 'commander';
import type { Context } from '../commands/context.ts';
import { EVERYWHERE, verbHelp } from '../help/page.ts';

/** Runs a verb with its context, and ends with its exit code. */
export type Execute = (command: Command, run: (context: Context) => Promise<number>) => Promise<void>;

/** What verbs take that nobody has asked for yet: their arguments and flags, and what they do. */
const untold = new WeakMap<Command, (verb: Command) => void>();

/**
 * Adds a verb to the program. `examples` are lines of the shell; `tell` says what it takes and does, and is called for the verb that
 * runs only, or where help tells of all: it takes a twentieth of a start.
 */
export function sub(
  program: Command,
  name: string,
  summary: string,
  examples: readonly string[],
  tell: (verb: Command) => void,
): void {
  untold.set(verb(program.command(name).summary(summary), summary, examples), tell);
}

/** Has a verb say what it takes, where it has not yet. */
export function tellAll(command: Command): void {
  untold.get(command)?.(command);
  untold.delete(command);
}

/** What every command has: its help page, and errors that come to us instead of ending the program. */
export function verb(command: Command, summary: string, examples: readonly string[]): Command {
  return command
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp(verbHelp(summary, examples));
}

/** Gives a command all that it takes, with the flags that every command takes, where it has not got them yet. */
export function equip(command: Command): void {
  tellAll(command);
  if (command.options.some(({ long }) => long === '--data-dir')) return;
  command
    .helpOption('-h, --help', 'show this help')
    .optionsGroup(EVERYWHERE)
    .option('--bank <dir>', 'the bank: a folder with bank.yaml and question files')
    .option('--data-dir <dir>', 'where your records are kept')
    .option('--json', 'print one JSON document')
    .option('--plain', 'print tab-separated records')
    .option('--accessible', 'plain lines for screen readers')
    .option('--ascii', 'no signs beyond ASCII')
    .addOption(new Option('--color <when>', 'colour: auto, always or never').choices(['auto', 'always', 'never']))
    .option('--no-input', 'never ask anything')
    .option('-q, --quiet', 'say less')
    .optionsGroup('Options');
}
