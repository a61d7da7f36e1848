// The verbs that tell how it is going, with their flags.
import { Option } from 'commander';
import type { Execute, Verb } from './verb.ts';

export const progressVerbs = (execute: Execute): readonly Verb[] => [
  {
    name: 'stats',
    summary: 'where you stand, weakest first',
    examples: ['quiz stats', 'quiz stats kinesis --json', 'quiz stats --html stats.html'],
    declare: (verb) =>
      verb
        .argument('[topic]', 'one topic and what is below it')
        .option('--html <file>', 'save it as a page, with charts')
        .action(execute(async () => (await import('../commands/stats.ts')).stats)),
  },
  {
    name: 'report',
    summary: 'a past result again',
    examples: ['quiz report', 'quiz report --list', 'quiz report --html result.html'],
    declare: (verb) =>
      verb
        .argument('[session]', 'its name, or the beginning of it (default: the last one)')
        .option('--list', 'all results, one line each')
        .addOption(new Option('--html <file>', 'save it as a page, with every question').conflicts('list'))
        .action(execute(async () => (await import('../commands/report.ts')).report)),
  },
  {
    name: 'topics',
    summary: 'one line a topic',
    examples: ['quiz topics', 'quiz topics --plain | cut -f1'],
    declare: (verb) => verb.action(execute(async () => (await import('../commands/stats.ts')).topics)),
  },
];
