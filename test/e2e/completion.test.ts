// Tab in real shells, and what the program answers to one.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { sitDown } from '../support/pty.ts';
import { BIN, quiz, TEA_BANK, tempFolder } from '../support/quiz.ts';

const HELPER = '/usr/share/bash-completion/bash_completion';

interface Shell {
  readonly name: 'bash' | 'zsh' | 'fish';
  /** The files of a home in which the shell completes `quiz`. */
  home(script: string): Readonly<Record<string, string>>;
  readonly start: string;
}

const SHELLS: readonly Shell[] = [
  {
    name: 'bash',
    home: (script) => ({ '.bashrc': `PS1='$ '\nset +o history\n. ${HELPER}\n. ~/quiz.bash\n`, 'quiz.bash': script }),
    start: 'exec bash --noprofile --rcfile ~/.bashrc -i',
  },
  {
    name: 'zsh',
    home: (script) => ({
      '.zshrc': "PS1='$ '\nfpath=(~/functions $fpath)\nautoload -Uz compinit\ncompinit -D -u\n",
      'functions/_quiz': script,
    }),
    start: 'exec zsh -i',
  },
  {
    name: 'fish',
    home: (script) => ({
      '.config/fish/config.fish': "function fish_prompt; echo -n '$ '; end\nset -g fish_greeting\n",
      '.config/fish/completions/quiz.fish': script,
      '.local/share/fish/generated_completions/none.fish': '', // else it reads all man pages, in the background
    }),
    start: 'exec fish -i',
  },
];

/** Why a shell cannot be tried here; undefined where it can. */
function missing({ name }: Shell): string | undefined {
  if (spawnSync(name, ['--version']).status !== 0) return `${name} is not installed`;
  return name === 'bash' && !existsSync(HELPER) ? 'bash-completion is not installed' : undefined;
}

/** A shell in a home of its own, with `quiz` on its path. */
function shellAt(shell: Shell, environment: NodeJS.ProcessEnv = {}) {
  const { out } = quiz(['completion', shell.name]);
  const data = folderWith(shell.home(out));
  const bin = join(data, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'quiz'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  chmodSync(join(bin, 'quiz'), 0o755);
  const env = { PATH: `${bin}${delimiter}${process.env.PATH}`, XDG_CONFIG_HOME: '', ...environment };
  return { data, seat: sitDown([], { data, columns: 120, rows: 40, env, shell: shell.start }) };
}

describe.each(SHELLS)('$name', (shell) => {
  const reason = missing(shell);
  const given = test.skipIf(reason !== undefined);
  const because = reason === undefined ? '' : ` (skipped: ${reason})`;

  given(`a Tab after "quiz drill kin" offers the topics of the bank${because}`, async () => {
    const { seat } = shellAt(shell);
    await seat.see('$');
    seat.type('quiz drill kin\t');
    await seat.see('quiz drill kinesis');
    seat.type('\t\t');
    await seat.see('kinesis/firehose');
    await seat.see('kinesis/streams-vs-firehose');
    seat.kill('SIGKILL');
    await seat.exit;
  });

  given(`flags, their values and commands are completed${because}`, async () => {
    const { seat } = shellAt(shell, { QUIZ_BANK: TEA_BANK });
    await seat.see('$');
    for (const [typed, seen] of [
      ['quiz dri', 'quiz drill'],
      ['--ty', 'quiz drill --type'],
      ['match', 'quiz drill --type matching'],
      ['brew', 'quiz drill --type matching brewing'],
    ]) {
      seat.type(`${typed}\t`);
      await seat.see(`${seen}`);
    }
    seat.kill('SIGKILL');
    await seat.exit;
  });

  given(`what a bank says is never run${because}`, async () => {
    const bank = folderWith({
      'notes.md': '# Tea\n',
      'questions.yaml': `questions:
  - id: one
    type: single
    topics: ['tea$(touch ran)', 'teapot']
    stem: 'Which \`touch ran\`?'
    options: [{ id: a, text: A }, { id: b, text: B }]
    answer: a
`,
    });
    const { seat, data } = shellAt(shell, { QUIZ_BANK: bank });
    await seat.see('$');
    seat.type('quiz drill tea\t');
    await seat.see('quiz drill teapot');
    expect(existsSync(join(data, 'ran'))).toBe(false);
    seat.kill('SIGKILL');
    await seat.exit;
  });
});

/** The words offered for the last of the words, and what else the shell may do. */
function tab(words: readonly string[], data = tempFolder()): { words: string[]; directive: string } {
  const { out, err, code } = quiz(['complete', '--', ...words], { data, env: { QUIZ_BANK: TEA_BANK } });
  expect([err, code]).toEqual(['', 0]);
  const lines = out.trimEnd().split('\n');
  return { words: lines.slice(0, -1).map((line) => line.split('\t')[0] ?? ''), directive: lines.at(-1) ?? '' };
}

const NO_FILES = ':4';

describe('the answer to a Tab', () => {
  test.each<[string, string[], string[]]>([
    ['topics', ['drill', 'leaf/'], ['leaf/oxidation']],
    ['topics again, as drill takes several', ['drill', 'leaf', 'bre'], ['brewing']],
    ['one topic for stats, and no second', ['stats', 'leaf', ''], []],
    ['exam profiles, also behind a flag with its value', ['exam', '--time', '3m', ''], ['tasting']],
    ['formats by their verb', ['check', '--format', ''], ['pretty', 'json', 'github']],
    ['types of questions, with an equals sign', ['drill', '--type=m'], ['multiple', 'matching']],
    ['colours', ['stats', '--color', ''], ['auto', 'always', 'never']],
    ['settings', ['config', 'set', 'exam'], ['exam-date']],
    ['actions', ['data', 'res'], ['restore', 'reset']],
    ['shells', ['completion', 'f'], ['fish']],
    ['commands for help', ['help', 'top'], ['topics']],
    ['pages for help', ['help', 'exit'], ['exit-codes']],
    ['codes for help', ['help', 'quote-not'], ['quote-not-found']],
    ['questions', ['preview', 'leaf-'], ['leaf-which-is-green', 'leaf-touched-by-air']],
    ['short flags too', ['drill', '-n'], ['-n']],
    ['nothing for a number', ['drill', '-n', ''], []],
    ['nothing after a command that is none', ['drlil', ''], []],
  ])('%s', (_, words, expected) => {
    const { words: offered, directive } = tab(words);
    expect(offered).toEqual(expected);
    expect(directive).toBe(NO_FILES);
  });

  test('all commands that help shows, and none that it does not', () => {
    const { words } = tab(['']);
    expect(words).toContain('drill');
    expect(words).not.toContain('complete');
  });

  test('files and folders are left to the shell', () => {
    expect(tab(['import', ''])).toEqual({ words: [], directive: ':0' });
    expect(tab(['drill', '--bank', ''])).toEqual({ words: [], directive: ':16' });
  });

  test('the bank named on the line is the one that is looked up', () => {
    const bank = folderWith({
      'q.yaml':
        'questions:\n  - { id: a, type: single, topics: [coffee], stem: Which?, options: [{id: a, text: A}, {id: b, text: B}], answer: a }\n',
    });
    expect(tab(['drill', '--bank', bank, '']).words).toEqual(['coffee']);
    expect(tab(['drill', `--bank=${bank}`, '']).words).toEqual(['coffee']);
  });

  test('open exams to resume and past sessions, the newest first', () => {
    const data = tempFolder();
    const env = { QUIZ_BANK: TEA_BANK };
    const session = (out: string) => JSON.parse(out.split('\n')[0] ?? '').session as string;
    const open = session(quiz(['exam', '--jsonl'], { data, env }).out);
    const past = [1, 2].map(() =>
      session(quiz(['exam', '--jsonl', '-n', '1'], { data, env, input: '{"type":"finish"}\n' }).out),
    );
    expect(tab(['exam', '--resume', ''], data).words).toEqual([open]);
    expect(tab(['review', ''], data).words.toSorted()).toEqual(past.toSorted());
    expect(tab(['review', ''], data).directive).toBe(':36');
  });

  test('a bank that cannot be opened offers nothing and says nothing', () => {
    expect(tab(['drill', '--bank', '/nowhere', '']).words).toEqual([]);
  });
});

test('a shell that is not known is refused with those that are', () => {
  const { code, err } = quiz(['completion', 'bahs']);
  expect(code).toBe(2);
  expect(err).toContain('did you mean bash?');
});
