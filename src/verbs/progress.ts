// The verbs that tell how it is going, with their flags.
import { type Command, Option } from 'commander';
import { type Execute, sub } from './verb.ts';

export function progressVerbs(program: Command, execute: Execute): void {
  sub(
    program,
    'stats',
    'where you stand, weakest first',
    ['quiz stats', 'quiz stats kinesis --json', 'quiz stats --html stats.html'],
    (verb) =>
      verb
        .argument('[topic]', 'one topic and what is below it')
        .option('--html <file>', 'save it as a page, with charts')
        .action((topic: string | undefined, options, command: Command) =>
          execute(command, async (context) => (await import('../commands/stats.ts')).stats(context, topic, options)),
        ),
  );
  sub(
    program,
    'report',
    'a past result again',
    ['quiz report', 'quiz report --list', 'quiz report --html result.html'],
    (verb) =>
      verb
        .argument('[session]', 'its name, or the beginning of it (default: the last one)')
        .option('--list', 'all results, one line each')
        .addOption(new Option('--html <file>', 'save it as a page, with every question').conflicts('list'))
        .action((session: string | undefined, options, command: Command) =>
          execute(command, async (context) =>
            (await import('../commands/report.ts')).report(context, session, options),
          ),
        ),
  );
  sub(program, 'topics', 'one line a topic', ['quiz topics', 'quiz topics --plain | cut -f1'], (verb) =>
    verb.action((_options, command: Command) =>
      execute(command, async (context) => (await import('../commands/stats.ts')).topics(context)),
    ),
  );
}
