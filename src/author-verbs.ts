// The verbs that make questions, with their flags.
import type { Command } from 'commander';
import { type Execute, sub } from './verb.ts';

export function authorVerbs(program: Command, execute: Execute): void {
  sub(program, 'init', 'make a bank from your notes', [
    'quiz init                  from the Markdown files in this folder',
    'quiz init tea              a new folder, with notes to begin with',
    'quiz init tea --notes oolong.md green.md',
  ])
    .argument('[dir]', 'the folder of the bank (default: this one)')
    .option('--notes <file...>', 'Markdown notes; those outside the folder are copied into it')
    .action((dir: string | undefined, options, command: Command) =>
      execute(command, async (context) => (await import('./commands/init.ts')).init(context, dir, options)),
    );
  sub(program, 'add', 'a new question, checked before it is written', [
    'quiz add                   asks for it, part by part',
    'quiz add --topic leaf --stem "Green tea is not ____." --answer oxidised',
    'quiz add --file question.yaml --dry-run',
  ])
    .option('--from <file:lines>', 'the passage that proves it: notes.md:103-104 (again for more)', several)
    .option('--topic <topic>', 'its topic, by id or title (again for more)', several)
    .option('--type <type>', 'single, multiple, ordering, matching or cloze (default: what the rest amounts to)')
    .option('--level <level>', 'recall, understand, apply or analyse')
    .option('--stem <text>', 'what is asked; in a cloze ____ is the gap')
    .option('--option <text>', 'an option, or a step in the right order (again for each)', several)
    .option('--pair <pair>', '"LEFT = RIGHT", for matching (again for each)', several)
    .option('--answer <answer>', 'the right option by number or text, or what fills the gap (again for more)', several)
    .option('--why <text>', 'the reason, or one for each option in their order', several)
    .option('--id <id>', 'its name (default: from the topic and the stem)')
    .option('--into <file>', 'the question file (default: where the topic has most)')
    .option('--file <file>', 'one question or several in YAML; - reads standard input')
    .option('--dry-run', 'print the YAML, and write nothing')
    .action((options, command: Command) =>
      execute(command, async (context) => (await import('./commands/add.ts')).add(context, options)),
    );
  sub(program, 'preview', 'a question as the learner will see it', [
    'quiz preview leaf-which-is-green',
    'quiz preview leaf-which-is-green --watch     again after each change',
  ])
    .argument('<id>', 'the question')
    .option('--watch', 'show it again whenever a file of the bank changes')
    .option('--seed <seed>', 'another order of the options')
    .action((id: string, options, command: Command) =>
      execute(command, async (context) => (await import('./commands/preview.ts')).preview(context, id, options)),
    );
}

/** A flag that may be given again. */
function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
