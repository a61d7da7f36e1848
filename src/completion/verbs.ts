// The verbs and their flags as plain data: what there is to complete.
import type { Command, Option } from 'commander';

export interface Verb {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly places: readonly Place[];
}

export interface Flag {
  /** "--questions", "-n": the long one first. */
  readonly names: readonly string[];
  readonly summary: string;
  /** Whether a value follows. One that may be left out counts: it can be completed. */
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** Where a word without a dash goes: "topic". */
export interface Place {
  readonly name: string;
  readonly isRepeated: boolean;
}

/** The verbs that help shows; the first is the program itself, without a verb. */
export function verbsOf(program: Command): Verb[] {
  return [program, ...program.createHelp().visibleCommands(program)].map((command) => ({
    name: command === program ? '' : command.name(),
    summary: command.summary() || command.description(),
    flags: command.createHelp().visibleOptions(command).map(flagOf),
    places: command === program ? [] : command.registeredArguments.map(placeOf),
  }));
}

function flagOf({ long, short, description, required, optional, argChoices = [] }: Option): Flag {
  return {
    names: [long, short].flatMap((name) => name ?? []),
    summary: description,
    takesValue: required || optional,
    choices: argChoices,
  };
}

function placeOf(argument: Command['registeredArguments'][number]): Place {
  return { name: argument.name(), isRepeated: argument.variadic };
}
