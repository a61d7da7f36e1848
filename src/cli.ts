// The verbs and their flags. Loads one command, and is the only place that catches; ending.ts ends the program.
import { Command, CommanderError, Option } from 'commander';
import type { Context, Globals } from './commands/context.ts';
import type { Use } from './commands/soundness.ts';
import { nearest } from './core/nearest.ts';
import { end, reportBug } from './ending.ts';
import { Failure } from './failure.ts';
import { helpPage } from './help.ts';
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

function build(): Command {
  const program = verb(new Command('quiz'), 'practise for an exam from your own notes', [
    'quiz                       home: one key to the next question',
    'quiz drill kinesis -n 5    five questions on one topic',
    'quiz exam --time 45m       timed mock exam with a report',
  ])
    .usage('[command] [options]')
    .version(version, '-V, --version', 'print the version')
    .helpCommand(false)
    .argument('[nothing]')
    .action(async (stray: string | undefined, _options, command: Command) => {
      if (stray !== undefined) throw unknownCommand(stray, program);
      await execute(command, async (context) => (await import('./commands/home.ts')).home(context));
    });

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
    'quiz review --all',
  ])
    .argument('[session]', 'its name, or the beginning of it (default: the last one)')
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
  sub(program, 'stats', 'where you stand, weakest first', ['quiz stats', 'quiz stats kinesis --json'])
    .argument('[topic]', 'one topic and what is below it')
    .action((topic: string | undefined, _options, command: Command) =>
      execute(command, async (context) => (await import('./commands/stats.ts')).stats(context, topic)),
    );
  sub(program, 'report', 'a past result again', ['quiz report', 'quiz report --list', 'quiz report --json'])
    .argument('[session]', 'its name, or the beginning of it (default: the last one)')
    .option('--list', 'all results, one line each')
    .action((session: string | undefined, options, command: Command) =>
      execute(command, async (context) => (await import('./commands/report.ts')).report(context, session, options)),
    );
  sub(program, 'topics', 'one line a topic', ['quiz topics', 'quiz topics --plain | cut -f1']).action(
    (_options, command: Command) =>
      execute(command, async (context) => (await import('./commands/stats.ts')).topics(context)),
  );

  program.commandsGroup(COMMAND_GROUPS.author);
  sub(program, 'check', 'validate a bank', ['quiz check', 'quiz check --bank my-bank --format github'])
    .option('--format <format>', 'pretty, json or github (default: pretty)')
    .option('--max-warnings <n>', 'exit 1 when there are more')
    .option('--coverage', 'how far the questions cover the notes')
    .action((options, command: Command) =>
      execute(command, async (context) => (await import('./commands/check.ts')).check(context, options)),
    );
  sub(program, 'import', 'take in questions of other tools', [
    'quiz import capitals.gift --bank geography',
    'quiz import questions.csv --columns question=1,options=2-5,answer=6 --dry-run',
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
  sub(program, 'data', 'your own records', [
    'quiz data path',
    'quiz data backup',
    'quiz data merge ../other/notes-quiz',
  ])
    .argument('<action>', 'path, backup, restore [backup], merge <dir>, reset, rebuild or repair')
    .argument('[name]', 'the backup or the folder')
    .option('--yes', 'reset without asking')
    .action((action: string, name: string | undefined, options, command: Command) =>
      execute(command, async (context) => (await import('./commands/data.ts')).data(context, action, name, options)),
    );
  sub(program, 'config', 'what you set once and for all', [
    'quiz config list',
    'quiz config set exam-date 2026-12-15',
    'quiz config set minutes-a-day 20',
  ])
    .argument('<action>', 'list, get, set, unset or path')
    .argument('[key]', 'the setting')
    .argument('[value]', 'its value')
    .action((action: string, key: string | undefined, value: string | undefined, _options, command: Command) =>
      execute(command, async (context) => (await import('./commands/config.ts')).config(context, action, key, value)),
    );
  sub(program, 'doctor', 'what quiz sees of its surroundings and your records', [
    'quiz doctor',
    'quiz doctor --json',
  ]).action((_options, command: Command) =>
    execute(command, async (context) => (await import('./commands/doctor.ts')).doctor(context)),
  );
  sub(program, 'help', 'help for a command', ['quiz help drill'])
    .argument('[command]', 'a command')
    .action((name: string | undefined) => showHelp(program, name));
  return program;
}

function showHelp(program: Command, name: string | undefined): void {
  const command = name === undefined ? program : program.commands.find((one) => one.name() === name);
  if (!command) throw unknownCommand(name ?? '', program);
  command.outputHelp();
}

function sub(program: Command, name: string, summary: string, examples: readonly string[]): Command {
  return verb(program.command(name).summary(summary), summary, examples);
}

/** What every command has: its help, the global flags, and errors that come to us instead of ending the program. */
function verb(command: Command, summary: string, examples: readonly string[]): Command {
  return command
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({
      subcommandTerm: (sub) => `${sub.name()} ${sub.usage().replace('[options]', '').trim()}`.trim(),
      formatHelp: (target, helper) => helpPage(target, helper, summary, examples),
    })
    .helpOption('-h, --help', 'show this help')
    .optionsGroup('Everywhere')
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

function unknownCommand(name: string, program: Command): Failure {
  const known = program.commands.map((command) => command.name());
  const meant = nearest(name, known);
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
  const [text = '', suggestion] = message.replace(/^error: /, '').split('\n');
  const meant = suggestion && /Did you mean (.*)\?/.exec(suggestion)?.[1];
  return new Failure(
    'usage',
    code.replace('commander.', ''),
    text,
    meant ? `did you mean ${meant}?` : 'quiz --help, or quiz help COMMAND, lists what there is',
  );
}
