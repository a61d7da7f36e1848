// What every verb has: its help, the flags that all take, and errors that come to us instead of ending the program.
import { type Command, Option } from 'commander';
import type { Context } from '../commands/context.ts';
import { COLOUR_CHOICES } from '../core/text/colour-choice.ts';
import { EVERYWHERE, verbHelp } from '../help/verb-help.ts';
import { print, windowSize } from '../system/output.ts';

/** What a verb does with its arguments and its flags. Resolves to the exit code where that can be another than 0. */
type Run = (context: Context, ...given: never[]) => Promise<number> | Promise<void>;

/** Makes an action of commander's out of a verb that is loaded when it runs. */
export type Execute = (load: () => Promise<Run>) => (...given: readonly unknown[]) => Promise<void>;

export interface Verb {
  readonly name: string;
  readonly summary: string;
  /** Lines of the shell; a long one goes on behind a backslash. */
  readonly examples: readonly string[];
  /**
   * Declares its arguments, its flags and what it does. As that takes a twentieth of a start, only the verb that runs does it, and all
   * of them for the manual.
   */
  declare(command: Command): void;
}

/** The verbs that have not declared anything yet. */
const undeclared = new WeakMap<Command, Verb['declare']>();

/** Adds a verb to the program. */
export function addVerb(program: Command, { name, summary, examples, declare }: Verb): void {
  undeclared.set(withHelp(program.command(name).summary(summary), summary, examples), declare);
}

/** Has a verb declare what it takes, where it has not yet. */
export function declareOwn(command: Command): void {
  undeclared.get(command)?.(command);
  undeclared.delete(command);
}

/** What commander would ask Node's streams, which no start has loaded. */
const WITHOUT_STREAMS = {
  getOutHelpWidth: () => windowSize().columns,
  getErrHelpWidth: () => 80,
  getOutHasColors: () => false,
  getErrHasColors: () => false,
};

/** The command with a help page, and with errors that come to us instead of ending the program. */
export function withHelp(command: Command, summary: string, examples: readonly string[]): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => undefined, ...WITHOUT_STREAMS })
    .configureHelp(verbHelp(summary, examples));
}

/** Gives a command its own arguments and flags and those that every command takes, where it has not got them yet. */
export function equip(command: Command): void {
  declareOwn(command);
  if (command.options.some(({ long }) => long === '--data-dir')) return;
  command
    .helpOption('-h, --help', 'show this help')
    .optionsGroup(EVERYWHERE)
    .option('--bank <dir>', 'the bank: a folder with bank.yaml and question files')
    .option('--data-dir <dir>', 'where your records are kept')
    .option('--json', 'print one JSON document, where there is one')
    .option('--plain', 'print tab-separated records, where there are some')
    .option('--accessible', 'plain lines for screen readers')
    .option('--ascii', 'no signs beyond ASCII')
    .addOption(new Option('--color <when>', 'when there is colour').choices(COLOUR_CHOICES))
    .option('--no-input', 'never ask anything')
    .option('-q, --quiet', 'say less')
    .optionsGroup('Options');
}
