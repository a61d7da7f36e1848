// The verbs that make, check and carry questions, with their flags.
import type { Execute, Verb } from './verb.ts';

export const authorVerbs = (execute: Execute): readonly Verb[] => [
  {
    name: 'init',
    summary: 'make a bank from your notes',
    examples: [
      'quiz init                  from the Markdown files in this folder and below',
      'quiz init tea              a new folder, with notes to begin with',
      'quiz init tea --notes oolong.md green.md',
    ],
    declare: (verb) =>
      verb
        .argument('[dir]', 'the folder of the bank (default: this one)')
        .option('--notes <file...>', 'notes, or folders of Markdown; those outside the bank are copied into it')
        .action(execute(async () => (await import('../commands/init.ts')).init)),
  },
  {
    name: 'add',
    summary: 'a new question, checked before it is written',
    examples: [
      'quiz add                   asks for it, part by part',
      'quiz add --file question.yaml --dry-run',
      [
        'quiz add --topic leaf --stem "A tea that is fully oxidised is a ____ tea."',
        '    --answer black --from notes.md:6 --why "Its leaf stays in the air."',
      ].join(' \\\n  '),
    ],
    declare: (verb) =>
      verb
        .option('--from <file:lines>', 'the passage that proves it: notes.md:103-104 (again for more)', several)
        .option('--topic <topic>', 'its topic, by id or title (again for more)', several)
        .option('--type <type>', 'single, multiple, ordering, matching or cloze (default: what the rest amounts to)')
        .option('--level <level>', 'recall, understand, apply or analyse')
        .option('--stem <text>', 'what is asked; in a cloze ____ is the gap')
        .option('--option <text>', 'an option, or a step in the right order (again for each)', several)
        .option('--pair <pair>', '"LEFT = RIGHT", for matching (again for each)', several)
        .option(
          '--answer <answer>',
          'the right option by number or text, or what fills the gap (again for more)',
          several,
        )
        .option('--number <number>', 'the number that fills the gap, instead of --answer')
        .option('--unit <unit>', 'its unit, shown beside the gap')
        .option('--tolerance <number>', 'how far off is still right (default: 0)')
        .option('--why <text>', 'the reason; of options to choose from one for each in their order', several)
        .option('--id <id>', 'its name (default: from the topic and the stem)')
        .option('--into <file>', 'the question file (default: where the topic has most)')
        .option('--file <file>', 'one question or several in YAML; - reads standard input')
        .option('--dry-run', 'print the YAML, and write nothing')
        .action(execute(async () => (await import('../commands/add.ts')).add)),
  },
  {
    name: 'preview',
    summary: 'a question as the learner will see it',
    examples: [
      'quiz preview leaf-which-is-green',
      'quiz preview leaf-which-is-green --watch     again after each change',
    ],
    declare: (verb) =>
      verb
        .argument('<id>', 'the question')
        .option('--watch', 'show it again whenever a file of the bank changes')
        .option('--seed <seed>', 'another order of the options')
        .action(execute(async () => (await import('../commands/preview.ts')).preview)),
  },
  {
    name: 'check',
    summary: 'validate a bank',
    examples: [
      'quiz check',
      'quiz check my-bank/s3.yaml --watch',
      'quiz check --bank my-bank --fix',
      'quiz help codes            all that it can find',
    ],
    declare: (verb) =>
      verb
        .argument('[file...]', 'question files, or folders of banks (default: the bank)')
        .option('--format <format>', 'pretty, json or github (default: pretty)')
        .option('--max-warnings <n>', 'exit 1 when there are more')
        .option('--fix', 'mend what needs no guess: where quotes stand, ids')
        .option('--watch', 'check again whenever a file changes')
        .option('--all', 'show all problems, however many')
        .option('--coverage', 'how far the questions cover the notes')
        .action(execute(async () => (await import('../commands/check.ts')).check)),
  },
  {
    name: 'import',
    summary: 'take in questions of other tools',
    examples: [
      'quiz import capitals.gift --bank geography',
      'quiz import questions.csv --columns question=1,options=2-5,answer=6',
    ],
    declare: (verb) =>
      verb
        .argument('<path...>', 'files and folders; - reads standard input')
        .option(
          '--format <format>',
          'gift, aiken, moodle-xml, csv, anki, markdown, json, yaml, qti, blackboard or ncvec (default: by ending)',
        )
        .option('--dry-run', 'say what would come in, and write nothing')
        .option('--columns <map>', 'what the columns of a table hold')
        .option('--topic <topic>', 'the topic of all questions')
        .action(execute(async () => (await import('../commands/import.ts')).importQuestions)),
  },
  {
    name: 'export',
    summary: 'the bank for other tools, or to print',
    examples: ['quiz export > bank.json', 'quiz export --format paper --output mock.html'],
    declare: (verb) =>
      verb
        .option(
          '--format <format>',
          'json, gift, moodle-xml, aiken, csv, anki, markdown, qti or paper (default: by the ending of the file, else json)',
        )
        .option('--output <file>', 'write a file (default: standard output)')
        .option('--dry-run', 'say what would be written and what would be lost, and write nothing')
        .action(execute(async () => (await import('../commands/export.ts')).exportBank)),
  },
];

/** A flag that may be given again. */
function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
