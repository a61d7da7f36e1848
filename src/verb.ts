// What every verb has: its help, the flags that all take, and errors that come to us instead of ending the program.
import { type Command, Option } from 'commander';
import type { Context } from './commands/context.ts';
import { EVERYWHERE, verbHelp } from './help/page.ts';

/** Runs a verb with its context, and ends with its exit code. */
export type Execute = (command: Command, run: (context: Context) => Promise<number>) => Promise<void>;

/** Adds a verb to the program. `examples` are lines of the shell. */
export function sub(program: Command, name: string, summary: string, examples: readonly string[]): Command {
  return verb(program.command(name).summary(summary), summary, examples);
}

/** What every command has: its help page, and errors that come to us instead of ending the program. */
export function verb(command: Command, summary: string, examples: readonly string[]): Command {
  return command
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp(verbHelp(summary, examples));
}

/**
 * The flags that every command takes, where it has not got them yet. Made for the one that runs, and for all where all are told of:
 * making them takes as long as everything else about the commands.
 */
export function equip(command: Command): void {
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
