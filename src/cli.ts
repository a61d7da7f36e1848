// The verbs and their flags. Loads one command, and is the only place that catches; ending.ts ends the program.
import { Command, CommanderError } from 'commander';
import type { Globals } from './commands/context.ts';
import type { Use } from './commands/shared/soundness.ts';
import { nearest } from './core/text/nearest.ts';
import { listed } from './core/text/wording.ts';
import { wrapped } from './core/text/wrap.ts';
import { beforeWords, end, isForDocuments, reportBug } from './ending/ending.ts';
import { Failure } from './failure.ts';
import { topics } from './help/topics.ts';
import { windowSize } from './system/output.ts';
import { authorVerbs } from './verbs/author.ts';
import { practiseVerbs } from './verbs/practise.ts';
import { progressVerbs } from './verbs/progress.ts';
import { addComplete, setupVerbs } from './verbs/setup.ts';
import { addVerb, declareOwn, type Execute, equip, type Verb, withHelp } from './verbs/verb.ts';
import { version } from './version.ts';

export async function main(given: readonly string[]): Promise<void> {
  const argv = withVerbFirst(given);
  process.on('SIGUSR1', () => undefined); // else Node opens its debugger
  // Without a listener Node ignores SIGXFSZ, and a write beyond the limit just fails. One that a library adds and removes makes it deadly.
  process.on('SIGXFSZ', () => undefined);
  process.on('uncaughtException', reportBug);
  const program = build(argv[2]);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    const isRefused = error instanceof CommanderError;
    if (isRefused && error.exitCode === 0) return; // commander throws help and the version as well
    const cause = isRefused ? await refused(error, program) : error;
    const flags = beforeWords(argv);
    end(cause, isForDocuments(argv), flags.includes('--quiet') || flags.includes('-q'));
  }
}

/** `quiz --help drill` is `quiz help drill`: commander would show what all of them are. */
function withVerbFirst(argv: readonly string[]): readonly string[] {
  const [, , flag = '', name = '-', ...more] = argv;
  const isHelpFor = ['-h', '--help'].includes(flag) && !name.startsWith('-') && more.length === 0;
  return isHelpFor ? [...argv.slice(0, 2), 'help', name] : argv;
}

async function refused(error: CommanderError, program: Command): Promise<Failure> {
  const [first] = program.args; // flags before the verb are not among them
  const verb = program.commands.find((one) => one.name() === first);
  const unknown = verb ? undefined : unknownFirst(program);
  return unknown ?? (await import('./verbs/usage.ts')).usageFailure(error, verb ?? program, verb?.name());
}

/** The program with all its verbs and every flag of theirs: for the manual. */
export function wholeProgram(): Command {
  const program = build();
  program.commands.forEach(equip);
  return program;
}

/** The program with the one verb that is named first, since all of them take two hundred kilobytes; with all where that is no verb. */
function build(first?: string): Command {
  const program = withHelp(
    new Command('quiz').hook('preSubcommand', (_, command) => equip(command)),
    'practise for an exam from your own notes',
    [
      'quiz                       home: one key to the next question',
      'quiz drill kinesis -n 5    five questions on one topic',
      'quiz exam --time 45m       timed mock exam with a report',
    ],
  )
    .usage('[command] [options]')
    .version(version, '-V, --version', 'print the version')
    .helpCommand(false)
    .addHelpText('before', () => {
      const unknown = unknownFirst(program);
      if (unknown) throw unknown;
      program.commands.forEach(declareOwn); // the page shows their arguments
      return '';
    })
    .addHelpText('after', () => `\n${wrapped(moreHelp(), windowSize().columns)}`)
    .argument('[nothing]')
    .action(async (stray: string | undefined, ...given) => {
      if (stray !== undefined) throw unknownCommand(stray, program);
      await execute(async () => (await import('./commands/home.ts')).home)(...given);
    });

  const verbs = groups.flatMap(([title, verbsOf]) => verbsOf(execute).map((verb) => ({ ...verb, title })));
  const named = verbs.filter(({ name }) => name === first);
  for (const { title, ...verb } of named.length > 0 ? named : verbs) addVerb(program.commandsGroup(title), verb);
  if (named.length > 0) return program;
  equip(program); // only here: a verb has all these flags itself
  addComplete(program);
  addVerb(program, help(program));
  return program;
}

const groups = [
  ['Practise', practiseVerbs],
  ['Progress', progressVerbs],
  ['Author', authorVerbs],
  ['Set up', setupVerbs],
] as const;

const help = (program: Command): Verb => ({
  name: 'help',
  summary: 'help for a command, a topic, or a code of quiz check',
  examples: [
    'quiz help drill',
    'quiz help quote-not-found',
    ...topics.map(({ name, summary }) => `quiz help ${name.padEnd(14)}${summary}`),
  ],
  declare: (verb) =>
    verb
      .argument('[name]', 'a command, a topic or a code')
      .action(async (name: string | undefined, _options, command: Command) => {
        const names = visibleNames(program);
        const named = program.commands.find((one) => one.name() === name && names.includes(name));
        if (named) equip(named);
        if (name === undefined) program.outputHelp();
        else if (named) named.outputHelp();
        else await execute(async () => (await import('./commands/help.ts')).help)(name, names, command);
      }),
});

/** Commands that end with 4 where the records are damaged; the others say so and go on. */
const NEED_SOUND_RECORDS = ['stats', 'topics', 'report', 'review'];

/** Runs a verb with its context, and ends with its exit code. */
const execute: Execute =
  (load) =>
  async (...given) => {
    const command = given.at(-1) as Command; // commander puts it behind the arguments and the flags
    const { contextFrom } = await import('./commands/context.ts');
    const context = await contextFrom(command.optsWithGlobals<Globals>());
    const judge = async (use: Use) => {
      if (!context.places.hasData) return; // what ran did without records
      await context.noteSharedId();
      if (context.sessions.noted().length > 0)
        (await import('./commands/shared/soundness.ts')).judgeRecords(context, use);
    };
    try {
      const run = await load();
      process.exitCode = (await run(context, ...(given.slice(0, -1) as never[]))) || 0; // what the verb has declared
    } catch (error) {
      await judge('practice');
      throw error;
    }
    if (context.places.hasData) await context.sessions.later.done();
    await judge(NEED_SOUND_RECORDS.includes(command.name()) ? 'history' : 'practice');
  };

function moreHelp(): string {
  const names = topics.map(({ name }) => name);
  return `quiz help also tells of ${listed(names)}.`;
}

function visibleNames(program: Command): string[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .map((command) => command.name());
}

/** Where the first word names no command, that is told, whatever is wrong with the flags behind it: they are those of the one meant. */
function unknownFirst(program: Command): Failure | undefined {
  const [first] = program.args;
  if (first === undefined || first.startsWith('-')) return undefined;
  return program.commands.some((one) => one.name() === first) ? undefined : unknownCommand(first, program);
}

function unknownCommand(name: string, program: Command): Failure {
  const meant = nearest(name, visibleNames(program));
  return new Failure(
    'usage',
    'unknown-command',
    `there is no command "${name}"`,
    meant ? `did you mean ${meant}? quiz ${meant}` : 'quiz help lists the commands',
  );
}
