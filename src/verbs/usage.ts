// What commander refuses, in our words.
import type { Command, CommanderError } from 'commander';
import { listed } from '../core/text/wording.ts';
import { Failure } from '../failure.ts';

/** The messages of commander 14 that learners meet. */
const MESSAGES: readonly (readonly [theirs: RegExp, ours: string])[] = [
  [/^unknown option '(.*)'$/, 'there is no option "$1"'],
  [/^option '(.*)' argument missing$/, 'nothing follows the option $1'],
  [/^missing required argument '(.*)'$/, '<$1> is missing'],
  [/^too many arguments for '.*'. Expected 0 arguments? but got \d+\.$/, 'it takes no arguments'],
  [
    /^too many arguments for '.*'. Expected (\d+) arguments? but got (\d+)\.$/,
    'there are $2 arguments, and it takes $1',
  ],
];

/** The failure that tells an error of commander's. `verb`: the name of the command, where it is not the program itself. */
export function usageFailure({ code, message }: CommanderError, command: Command, verb: string | undefined): Failure {
  const [told = '', suggestion = ''] = message.replace(/^error: /, '').split('\n');
  const ours = code.replace('commander.', '').replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  const [, flag, value, choices = ''] = CHOICE.exec(told) ?? [];
  if (flag !== undefined)
    return new Failure('usage', ours, `${flag} cannot be "${value}"`, `write ${listed(choices.split(', '), 'or')}`);
  const [theirs, inOurs] = MESSAGES.find(([pattern]) => pattern.test(told)) ?? [told, told];
  const meant = begunWith(told, command) ?? writtenTo(told, command) ?? /Did you mean (.*)\?/.exec(suggestion)?.[1];
  const help = verb ? `quiz help ${verb} shows what it takes` : 'quiz help lists what there is';
  return new Failure(
    'usage',
    ours,
    `${verb ? `quiz ${verb}: ` : ''}${told.replace(theirs, inOurs)}${whatIsMissing(told, command)}`,
    meant ? `did you mean ${meant}?` : help,
  );
}

/** A flag that takes one of a few words. */
const CHOICE = /^option '(\S+) .*' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s;

/** What an argument that is missing would be, so that nobody has to open the help for it: ": list, get, set, unset or path". */
function whatIsMissing(told: string, { registeredArguments }: Command): string {
  const name = /^missing required argument '(.*)'$/.exec(told)?.[1];
  const description = registeredArguments.find((one) => one.name() === name)?.description;
  return description ? `: ${description}` : '';
}

/** The option for a file, or for a format, that stands where a command takes none. */
function writtenTo(told: string, { args, options }: Command): string | undefined {
  const [word] = args;
  const isMisplaced = /^too many arguments/.test(told) && options.some(({ long }) => long === '--output');
  if (!isMisplaced || word === undefined) return undefined;
  return /[./\\]/.test(word) ? `--output ${word}` : `--format ${word}`;
}

/** The flags that an unknown one is the beginning of: nearer than any that a few other letters would make of it. */
function begunWith(told: string, { options }: Command): string | undefined {
  const name = /^unknown option '(--[^'=]+)/.exec(told)?.[1];
  const flags = options.flatMap(({ long }) => long ?? []);
  const begun = name === undefined ? [] : flags.filter((flag) => flag.startsWith(name));
  return begun.length > 0 ? begun.join(' or ') : undefined;
}
