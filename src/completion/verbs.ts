// The verbs and their flags as plain data: what there is to complete.
import type { Command, Option } from 'commander';
import { once } from '../core/once.ts';

export interface Verb {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly operands: readonly Operand[];
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
export interface Operand {
  readonly name: string;
  readonly isRepeated: boolean;
}

/** The verbs that help shows; the first is the program itself, without a verb. `equip` gives a command its flags. */
export function verbsOf(program: Command, equip: (command: Command) => void): Verb[] {
  const commands = [program, ...program.createHelp().visibleCommands(program)];
  return commands.map((command) => verbOf(command, command === program, equip));
}

/** Takes its flags when it is asked for what it takes: for all verbs that is a twentieth of what a Tab takes. */
function verbOf(command: Command, isProgram: boolean, equip: (command: Command) => void): Verb {
  const equipped = once(() => {
    equip(command);
    return command;
  });
  return {
    name: isProgram ? '' : command.name(),
    summary: command.summary() || command.description(),
    get flags() {
      return command.createHelp().visibleOptions(equipped()).map(flagOf);
    },
    get operands() {
      return isProgram ? [] : equipped().registeredArguments.map(operandOf);
    },
  };
}

function flagOf({ long, short, description, required, optional, argChoices = [] }: Option): Flag {
  return {
    names: [long, short].flatMap((name) => name ?? []),
    summary: description,
    takesValue: required || optional,
    choices: argChoices,
  };
}

function operandOf(argument: Command['registeredArguments'][number]): Operand {
  return { name: argument.name(), isRepeated: argument.variadic };
}
