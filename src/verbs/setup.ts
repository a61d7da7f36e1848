// The verbs for records, settings, shells and assistants, with their flags.
import type { Command } from 'commander';
import { type Execute, equip, type Verb } from './verb.ts';

export const setupVerbs = (execute: Execute): readonly Verb[] => [
  {
    name: 'data',
    summary: 'your own records',
    examples: ['quiz data path', 'quiz data backup', 'quiz data merge ../other/notes-quiz'],
    declare: (verb) =>
      verb
        .argument('<action>', 'path, backup, restore [backup], merge <dir>, reset, rebuild or repair')
        .argument('[name]', 'the backup or the folder')
        .option('--yes', 'reset without asking')
        .action(execute(async () => (await import('../commands/data.ts')).data)),
  },
  {
    name: 'config',
    summary: 'what you set once and for all',
    examples: [
      'quiz config list',
      'quiz config set exam-date 2026-12-15',
      'quiz config set minutes-a-day 20',
      'quiz config set keys "flag=m guess=y"',
    ],
    declare: (verb) =>
      verb
        .argument('<action>', 'list, get, set, unset or path')
        .argument('[key]', 'the setting')
        .argument('[value]', 'its value')
        .action(execute(async () => (await import('../commands/config.ts')).config)),
  },
  {
    name: 'doctor',
    summary: 'what quiz sees of its surroundings and your records',
    examples: ['quiz doctor', 'quiz doctor --json'],
    declare: (verb) => verb.action(execute(async () => (await import('../commands/doctor.ts')).doctor)),
  },
  {
    name: 'completion',
    summary: 'make Tab complete what you type in your shell',
    examples: [
      'mkdir -p ~/.local/share/bash-completion/completions',
      'quiz completion bash > ~/.local/share/bash-completion/completions/quiz',
      'quiz completion zsh > "$fpath[1]/_quiz"',
      'quiz completion fish > ~/.config/fish/completions/quiz.fish',
      'quiz completion powershell >> $PROFILE',
    ],
    declare: (verb) =>
      verb
        .argument('<shell>', 'bash (with the package bash-completion), zsh, fish or powershell')
        .action(async (shell: string) => {
          (await import('../commands/completion.ts')).completion(shell);
        }),
  },
  {
    name: 'mcp',
    summary: 'your bank and records as tools for an assistant',
    examples: [
      'quiz mcp                   your assistant starts it, and talks to it',
      'quiz mcp --bank my-bank --allow-drafts',
    ],
    declare: (verb) =>
      verb
        .option('--allow-drafts', 'let it write questions that pass every check, into new files')
        .action(execute(async () => (await import('../commands/mcp.ts')).mcp)),
  },
];

/** The hidden verb that the scripts of `quiz completion` call at each Tab. */
export function addComplete(program: Command): void {
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .option('--last <word>')
    .option('--line <text>')
    .action(async (words: string[], options: { last?: string; line?: string }) => {
      const [{ complete }, { verbsOf }] = await Promise.all([
        import('../commands/complete.ts'),
        import('../completion/verbs.ts'),
      ]);
      await complete({ words, ...options }, verbsOf(program, equip));
    });
}
