// The verbs of practice, with their flags.
import type { Execute, Verb } from './verb.ts';

export const practiseVerbs = (execute: Execute): readonly Verb[] => [
  {
    name: 'drill',
    summary: 'practise with feedback after each answer',
    examples: [
      'quiz drill                 the planner chooses',
      'quiz drill kinesis -n 5    five questions on one topic',
      'quiz drill --missed        what you missed last time',
    ],
    declare: (verb) =>
      verb
        .argument('[topic...]', 'topics, by id or title (quiz topics lists them)')
        .option('-n, --questions <n>', 'how many questions (default: 10)')
        .option('--weak', 'only your weak topics, weakest first')
        .option('--due', 'only questions that are due for another look')
        .option('--missed', 'only questions you missed last time')
        .option('--flagged', 'only questions you flagged; an answer takes the flag off')
        .option('--new', 'only questions you have not seen')
        .option('--confused', 'only questions on things you mixed up')
        .option('--type <type>', 'only one type of question')
        .option('--cram', 'practise without touching the schedule of reviews')
        .option('--seed <seed>', 'the same choice again')
        .option('--jsonl', 'run it over JSON lines, without a terminal')
        .action(execute(async () => (await import('../commands/drill.ts')).drill)),
  },
  {
    name: 'exam',
    summary: 'sit a timed mock exam',
    examples: [
      'quiz exam                  the default mock',
      'quiz exam -n 20 --time 30m',
      'quiz exam --resume         go on where you left',
    ],
    declare: (verb) =>
      verb
        .argument('[profile]', 'exam profile of the bank')
        .option('-n, --questions <n>', "how many questions (default: the profile's)")
        .option(
          '--time <time>',
          "time limit: 90s, 45m, 1h30m (default: the profile's; in proportion where -n asks for fewer or more questions)",
        )
        .option('--extra-time <time>', 'more time: 30m or 25%')
        .option('--untimed', 'no time limit')
        .option('--strict', 'the deadline is absolute: it passes while you are away')
        .option('--seed <seed>', 'the same paper again')
        .option('--resume [id]', 'continue an open exam (default: the one last worked on, of the profile if named)')
        .option('--fail-under <percent>', 'exit 1 when the result is lower')
        .option('--jsonl', 'run it over JSON lines, without a terminal')
        .action(execute(async () => (await import('../commands/exam.ts')).exam)),
  },
  {
    name: 'review',
    summary: 'walk through a past session with quotes',
    examples: [
      'quiz review                the last session, what you missed',
      'quiz review --flagged --changed   either of them',
    ],
    declare: (verb) =>
      verb
        .argument('[session]', 'its name, or the beginning of it (default: the last one)')
        .option('--wrong', 'the questions you missed (what it shows by itself, where you missed any)')
        .option('--flagged', 'the questions you flagged')
        .option('--changed', 'the questions whose answer you changed')
        .option('--all', 'all questions')
        .action(execute(async () => (await import('../commands/review.ts')).review)),
  },
  {
    name: 'notes',
    summary: 'read or search your notes',
    examples: ['quiz notes', 'quiz notes shard'],
    declare: (verb) =>
      verb
        .argument('[words...]', 'words to look for')
        .action(execute(async () => (await import('../commands/notes.ts')).notes)),
  },
];
