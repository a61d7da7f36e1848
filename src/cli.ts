// The verbs and their flags. Loads one command, and is the only place that catches; ending.ts ends the program.
import { Command, CommanderError, Option } from 'commander';
import { authorVerbs } from './author-verbs.ts';
import type { Context, Globals } from './commands/context.ts';
import type { Use } from './commands/soundness.ts';
import { nearest } from './core/nearest.ts';
import { end, reportBug } from './ending.ts';
import { Failure } from './failure.ts';
import { topics } from './help/topics.ts';
import { setupVerbs } from './setup-verbs.ts';
import { equip, sub, verb } from './verb.ts';
import { version } from './version.ts';

export async function main(argv: readonly string[]): Promise<void> {
  process.on('SIGUSR1', () => undefined); // else Node opens its debugger
  process.on('uncaughtException', reportBug);
  const program = build();
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    const cause = error instanceof CommanderError ? fromCommander(error) : error;
    end(cause, argv.includes('--json'), argv.includes('--quiet') || argv.includes('-q'));
  }
}

const COMMAND_GROUPS = { practise: 'Practise', progress: 'Progress', author: 'Author' };

/** The program with all its verbs and every flag of theirs: for the manual. */
export function wholeProgram(): Command {
  const program = build();
  program.commands.forEach(equip);
  return program;
}

function build(): Command {
  const program = verb(
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
    .argument('[nothing]')
    .action(async (stray: string | undefined, _options, command: Command) => {
      if (stray !== undefined) throw unknownCommand(stray, program);
      await execute(command, async (context) => (await import('./commands/home.ts')).home(context));
    });

  equip(program);

  program.commandsGroup(COMMAND_GROUPS.practise);
  sub(program, 'drill', 'practise with feedback after each answer', [
    'quiz drill                 the planner chooses',
    'quiz drill kinesis -n 5    five questions on one topic',
    'quiz drill --missed        what you missed last time',
  ])
    .argument('[topic...]', 'topics, by id or title (quiz topics lists them)')
    .option('-n, --questions <n>', 'how many questions (default: 10)')
    .option('--weak', 'only your weak topics, weakest first')
    .option('--due', 'only questions that are due for another look')
    .option('--missed', 'only questions you missed last time')
    .option('--flagged', 'only questions you flagged')
    .option('--new', 'only questions you have not seen')
    .option('--confused', 'only questions on things you mixed up')
    .option('--type <type>', 'only one type of question')
    .option('--cram', 'practise without touching the schedule of reviews')
    .option('--seed <seed>', 'the same choice again')
    .option('--jsonl', 'run it over JSON lines, without a terminal')
    .action((topics: string[], options, command: Command) =>
      execute(command, async (context) => (await import('./commands/drill.ts')).drill(context, topics, options)),
    );
  sub(program, 'exam', 'sit a timed mock exam', [
    'quiz exam                  the default mock',
    'quiz exam -n 20 --time 30m',
    'quiz exam --resume         go on where you left',
  ])
    .argument('[profile]', 'exam profile of the bank')
    .option('-n, --questions <n>', "how many questions (default: the profile's)")
    .option('--time <time>', "time limit: 90s, 45m, 1h30m (default: the profile's)")
    .option('--extra-time <time>', 'more time: 30m or 25%')
    .option('--untimed', 'no time limit')
    .option('--strict', 'the deadline is absolute: it passes while you are away')
    .option('--seed <seed>', 'the same paper again')
    .option('--resume [id]', 'continue an open exam (default: the one last worked on)')
    .option('--fail-under <percent>', 'exit 1 when the result is lower')
    .option('--jsonl', 'run it over JSON lines, without a terminal')
    .action((profile: string | undefined, options, command: Command) =>
      execute(command, async (context) => (await import('./commands/exam.ts')).exam(context, profile, options)),
    );
  sub(program, 'review', 'walk through a past session with quotes', [
    'quiz review                the last session, what you missed',
    'quiz review --flagged --changed   either of them',
  ])
    .argument('[session]', 'its name, or the beginning of it (default: the last one)')
    .option('--wrong', 'the questions you missed (what it shows by itself, where you missed any)')
    .option('--flagged', 'the questions you flagged')
    .option('--changed', 'the questions whose answer you changed')
    .option('--all', 'all questions')
    .action((session: string | undefined, options, command: Command) =>
      execute(command, async (context) => (await import('./commands/review.ts')).review(context, session, options)),
    );

  sub(program, 'notes', 'read or search your notes', ['quiz notes', 'quiz notes shard'])
    .argument('[words...]', 'words to look for')
    .action((words: string[], _options, command: Command) =>
      execute(command, async (context) => (await import('./commands/notes.ts')).notes(context, words)),
    );

  program.commandsGroup(COMMAND_GROUPS.progress);
  sub(program, 'stats', 'where you stand, weakest first', [
    'quiz stats',
    'quiz stats kinesis --json',
    'quiz stats --html stats.html',
  ])
    .argument('[topic]', 'one topic and what is below it')
    .option('--html <file>', 'save it as a page, with charts')
    .action((topic: string | undefined, options, command: Command) =>
      execute(command, async (context) => (await import('./commands/stats.ts')).stats(context, topic, options)),
    );
  sub(program, 'report', 'a past result again', ['quiz report', 'quiz report --list', 'quiz report --html result.html'])
    .argument('[session]', 'its name, or the beginning of it (default: the last one)')
    .option('--list', 'all results, one line each')
    .addOption(new Option('--html <file>', 'save it as a page, with every question').conflicts('list'))
    .action((session: string | undefined, options, command: Command) =>
      execute(command, async (context) => (await import('./commands/report.ts')).report(context, session, options)),
    );
  sub(program, 'topics', 'one line a topic', ['quiz topics', 'quiz topics --plain | cut -f1']).action(
    (_options, command: Command) =>
      execute(command, async (context) => (await import('./commands/stats.ts')).topics(context)),
  );

  program.commandsGroup(COMMAND_GROUPS.author);
  authorVerbs(program, execute);
  sub(program, 'check', 'validate a bank', [
    'quiz check',
    'quiz check my-bank/s3.yaml --watch',
    'quiz check --bank my-bank --fix',
    'quiz help codes            all that it can find',
  ])
    .argument('[file...]', 'question files, or folders of banks (default: the bank)')
    .option('--format <format>', 'pretty, json or github (default: pretty)')
    .option('--max-warnings <n>', 'exit 1 when there are more')
    .option('--fix', 'mend what needs no guess: where quotes stand, ids')
    .option('--watch', 'check again whenever a file changes')
    .option('--all', 'show all problems, however many')
    .option('--coverage', 'how far the questions cover the notes')
    .action((files: string[], options, command: Command) =>
      execute(command, async (context) => (await import('./commands/check.ts')).check(context, files, options)),
    );
  sub(program, 'import', 'take in questions of other tools', [
    'quiz import capitals.gift --bank geography',
    'quiz import questions.csv --columns question=1,options=2-5,answer=6',
  ])
    .argument('<path...>', 'files and folders; - reads standard input')
    .option('--format <format>', 'gift, aiken, moodle-xml, csv, anki, markdown, json, yaml or qti (default: by ending)')
    .option('--dry-run', 'say what would come in, and write nothing')
    .option('--columns <map>', 'what the columns of a table hold')
    .option('--topic <topic>', 'the topic of all questions')
    .action((paths: string[], options, command: Command) =>
      execute(command, async (context) =>
        (await import('./commands/import.ts')).importQuestions(context, paths, options),
      ),
    );
  sub(program, 'export', 'the bank for other tools, or to print', [
    'quiz export > bank.json',
    'quiz export --format paper --output mock.html',
  ])
    .option('--format <format>', 'json, gift, moodle-xml, aiken, csv, anki, markdown, qti or paper (default: json)')
    .option('--output <file>', 'write a file (default: standard output)')
    .action((options, command: Command) =>
      execute(command, async (context) => (await import('./commands/export.ts')).exportBank(context, options)),
    );

  program.commandsGroup('Set up');
  setupVerbs(program, execute);
  sub(program, 'help', 'help for a command, a topic, or a code of quiz check', [
    'quiz help drill',
    'quiz help quote-not-found',
    ...topics.map(({ name, summary }) => `quiz help ${name.padEnd(14)}${summary}`),
  ])
    .argument('[name]', 'a command, a topic or a code')
    .action(async (name: string | undefined, _options, command: Command) => {
      const names = visibleNames(program);
      const named = program.commands.find((one) => one.name() === name && names.includes(name));
      if (named) equip(named);
      if (name === undefined) program.outputHelp();
      else if (named) named.outputHelp();
      else await execute(command, async (context) => (await import('./commands/help.ts')).help(context, name, names));
    });
  return program;
}

/** Commands that end with 4 where the records are damaged; the others say so and go on. */
const NEED_SOUND_RECORDS = ['stats', 'topics', 'report', 'review'];

/** Runs a command with its context and ends with its exit code. */
async function execute(command: Command, run: (context: Context) => Promise<number>): Promise<void> {
  const { contextFrom } = await import('./commands/context.ts');
  const context = await contextFrom(command.optsWithGlobals<Globals>());
  const judge = async (use: Use) => {
    if (context.sessions.noted().length > 0) (await import('./commands/soundness.ts')).judgeRecords(context, use);
  };
  try {
    process.exitCode = await run(context);
  } catch (error) {
    await judge('practice');
    throw error;
  }
  await judge(NEED_SOUND_RECORDS.includes(command.name()) ? 'history' : 'practice');
}

function visibleNames(program: Command): string[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .map((command) => command.name());
}

function unknownCommand(name: string, program: Command): Failure {
  const meant = nearest(name, visibleNames(program));
  return new Failure(
    'usage',
    'unknown-command',
    `there is no command "${name}"`,
    meant ? `did you mean ${meant}? quiz ${meant}` : 'quiz --help lists the commands',
  );
}

/** Help and version are no errors; the rest of commander's are about usage. */
function fromCommander({ code, message }: CommanderError): Failure | undefined {
  if (code === 'commander.help' || code === 'commander.helpDisplayed' || code === 'commander.version') return undefined;
  const [told = '', suggestion] = message.replace(/^error: /, '').split('\n');
  const text = told.replace(/^unknown option '(.*)'$/, 'there is no option "$1"');
  const meant = suggestion && /Did you mean (.*)\?/.exec(suggestion)?.[1];
  return new Failure(
    'usage',
    code.replace('commander.', ''),
    text,
    meant ? `did you mean ${meant}?` : 'quiz --help, or quiz help COMMAND, lists what there is',
  );
}
