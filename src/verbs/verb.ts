// What every verb has: its help, the flags that all take, and errors that come to us instead of ending the program.
import { type Command, Option } from 'commander';
import type { Context } from '../commands/context.ts';
import { COLOUR_CHOICES } from '../core/text/colour-choice.ts';
import { EVERYWHERE, verbHelp } from '../help/page.ts';
import { print, windowSize } from '../system/output.ts';

/** Runs a verb with its context, and ends with its exit code. */
export type Execute = (command: Command, run: (context: Context) => Promise<number>) => Promise<void>;

export interface Verb {
  readonly name: string;
  readonly summary: string;
  /** Lines of the shell. */
  readonly examples: readonly string[];
  /** Says what it takes and does: for the verb that runs only, or where help tells of all, because it takes a twentieth of a start. */
  tell(command: Command): void;
}

/** What verbs take that nobody has asked for yet. */
const untold = new WeakMap<Command, Verb['tell']>();

/** Adds a verb to the program. */
export function add(program: Command, { name, summary, examples, tell }: Verb): void {
  untold.set(command(program.command(name).summary(summary), summary, examples), tell);
}

/** Has a verb say what it takes, where it has not yet. */
export function tellAll(command: Command): void {
  untold.get(command)?.(command);
  untold.delete(command);
}

/** What commander would ask Node's streams. */
const hasNoStreams = {
  getOutHelpWidth: () => windowSize().columns,
  getErrHelpWidth: () => 80,
  getOutHasColors: () => false,
  getErrHasColors: () => false,
};

/** What every command has: its help page, and errors that come to us instead of ending the program. */
export function command(made: Command, summary: string, examples: readonly string[]): Command {
  return made
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => undefined, ...hasNoStreams })
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
    .option('--json', 'print one JSON document, where there is one')
    .option('--plain', 'print tab-separated records')
    .option('--accessible', 'plain lines for screen readers')
    .option('--ascii', 'no signs beyond ASCII')
    .addOption(new Option('--color <when>', 'when there is colour').choices(COLOUR_CHOICES))
    .option('--no-input', 'never ask anything')
    .option('-q, --quiet', 'say less')
    .optionsGroup('Options');
}
