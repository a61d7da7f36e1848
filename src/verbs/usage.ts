// What commander refuses, in our words.
import type { CommanderError } from 'commander';
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

/** The failure that tells an error of commander's. `verb`: the command, where one was named. */
export function usageFailure({ code, message }: CommanderError, verb: string | undefined): Failure {
  const [told = '', suggestion = ''] = message.replace(/^error: /, '').split('\n');
  const [theirs, ours] = MESSAGES.find(([pattern]) => pattern.test(told)) ?? [told, told];
  const meant = /Did you mean (.*)\?/.exec(suggestion)?.[1];
  const help = verb ? `quiz help ${verb} shows what it takes` : 'quiz --help lists what there is';
  return new Failure(
    'usage',
    code.replace('commander.', '').replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`),
    `${verb ? `quiz ${verb}: ` : ''}${told.replace(theirs, ours)}`,
    meant ? `did you mean ${meant}?` : help,
  );
}
