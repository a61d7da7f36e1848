// Tab in real shells, and what the program answers to one.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shells } from '../../src/completion/scripts.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';
import { pause, sitDown } from '../support/pty.ts';
import { BIN, TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

interface Shell {
  readonly name: 'bash' | 'zsh' | 'fish';
  /** The files of a home in which the shell completes `quiz`. */
  home(script: string): Readonly<Record<string, string>>;
  readonly start: string;
}

const SHELLS: readonly Shell[] = [
  {
    name: 'bash',
    home: (script) => ({ '.bashrc': "PS1='$ '\nset +o history\n. ~/quiz.bash\n", 'quiz.bash': script }),
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
  return spawnSync(name, ['--version']).status === 0 ? undefined : `${name} is not installed`;
}

/** A shell in a home of its own, with `quiz` on its path. */
function shellAt(shell: Shell, environment: NodeJS.ProcessEnv = {}) {
  const { out } = quiz(['completion', shell.name]);
  const data = folderWith(shell.home(out));
  const bin = join(data, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'quiz'), `#!/bin/sh\n"${process.execPath}" "${BIN}" "$@"\necho >> ${join(data, 'asked')}\n`);
  chmodSync(join(bin, 'quiz'), 0o755);
  const env = { PATH: `${bin}${delimiter}${process.env.PATH}`, XDG_CONFIG_HOME: '', ...environment };
  return { data, seat: sitDown([], { data, columns: 120, rows: 40, env, shell: shell.start }) };
}

/** Ctrl-U: the line is empty again in each of the shells. */
const CLEAR = '\u0015';

/** How often the program has answered. */
function timesAsked(data: string): number {
  const file = join(data, 'asked');
  return existsSync(file) ? readFileSync(file, 'utf8').length : 0;
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

  given(`commands, flags and their values, also behind "=", files and folders are completed${because}`, async () => {
    const { seat, data } = shellAt(shell, { QUIZ_BANK: TEA });
    mkdirSync(join(data, 'some folder'));
    writeFileSync(join(data, 'some-questions.csv'), '');
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
    seat.type(CLEAR);
    for (const [typed, seen] of [
      ['quiz drill --type=match', 'quiz drill --type=matching'],
      ['quiz import some-', 'quiz import some-questions.csv'],
      ['quiz stats --bank some', /quiz stats --bank (some\\ folder|'some folder')\//],
      ['quiz stats > some-', 'quiz stats > some-questions.csv'],
    ] as const) {
      await seat.see(/\$\s*$/);
      seat.type(`${typed}\t`);
      await seat.see(seen);
      seat.type(CLEAR);
    }
    seat.kill('SIGKILL');
    await seat.exit;
  });

  given(`Tab runs nothing that is on the line, and opens no file${because}`, async () => {
    const { seat, data } = shellAt(shell, { QUIZ_BANK: TEA });
    await seat.see('$');
    const touch = shell.name === 'fish' ? '(touch ran)' : '$(touch ran)';
    const broken: string[] = [];
    for (const line of [
      'quiz export > kept --fo',
      'quiz export >kept --fo',
      'quiz export 2> kept --fo',
      'quiz notes "tea" >> kept --acc',
      `quiz notes "${touch}" --acc`,
      `quiz notes ${touch} --acc`,
      ...(shell.name === 'fish' ? [] : ['quiz notes `touch ran` --acc', 'quiz notes "`touch ran`" --acc']),
      "quiz notes 'a; touch ran; b' --acc",
      'quiz notes a\\|touch\\ ran --acc',
      'quiz notes * --acc',
      "quiz notes ';touch ran; --acc",
      `quiz drill --type="${touch}" --acc`,
      `quiz drill '--x;touch ran;${touch}=`,
      'quiz drill --x\\;touch\\ ran\\;=',
      ...(shell.name === 'bash' ? ['quiz drill $(touch ran)', 'quiz drill "$(touch ran)'] : []), // zsh runs these itself
    ]) {
      writeFileSync(join(data, 'kept'), 'precious');
      const before = timesAsked(data);
      seat.type(`${line}\t`);
      for (let waited = 0; waited < 1000 && timesAsked(data) === before; waited += 50) await pause(50); // some are not asked about
      await pause(150);
      if (existsSync(join(data, 'ran')) || readFileSync(join(data, 'kept'), 'utf8') !== 'precious') broken.push(line);
      rmSync(join(data, 'ran'), { force: true });
      seat.type(CLEAR);
      await pause(50);
    }
    expect(broken).toEqual([]);
    expect(timesAsked(data)).toBeGreaterThan(9);
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

test.concurrent('no script has anything in it that evaluates text', () => {
  for (const shell of shells) {
    const { out } = quiz(['completion', shell]);
    expect(out).toContain('quiz complete');
    expect(out).not.toMatch(/\beval\b|Invoke-Expression|\biex\b|\bsource\b|ScriptBlock\]::Create/i);
  }
});

/** The words offered for the last of the words, and what else the shell may do. */
function tab(words: readonly string[], data = tempFolder()): { words: string[]; directive: string } {
  const { out, err, code } = quiz(['complete', '--', ...words], { data, env: { QUIZ_BANK: TEA } });
  expect([err, code]).toEqual(['', 0]);
  const lines = out.trimEnd().split('\n');
  return { words: lines.slice(0, -1).map((line) => line.split('\t')[0] ?? ''), directive: lines.at(-1) ?? '' };
}

const NO_FILES = ':nothing';

describe('the answer to a Tab', () => {
  test.each<[string, string[], string[]]>([
    ['topics', ['drill', 'leaf/'], ['leaf/oxidation']],
    ['topics again, as drill takes several', ['drill', 'leaf', 'bre'], ['brewing']],
    ['one topic for stats, and no second', ['stats', 'leaf', ''], []],
    ['exam profiles, also behind a flag with its value', ['exam', '--time', '3m', ''], ['tasting']],
    ['formats by their verb', ['check', '--format', ''], ['pretty', 'json', 'github']],
    ['types of questions, with an equals sign', ['drill', '--type=m'], ['multiple', 'matching']],
    ['levels of a new question', ['add', '--level', 'a'], ['apply', 'analyse']],
    ['colours', ['stats', '--color', ''], ['auto', 'always', 'never']],
    ['settings', ['config', 'set', 'exam'], ['exam-date']],
    ['the values of a setting', ['config', 'set', 'color', ''], ['auto', 'always', 'never']],
    ['the values of a switch', ['config', 'set', 'ascii', ''], ['on', 'off']],
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

  test.concurrent('all commands that help shows, and none that it does not', () => {
    const { words } = tab(['']);
    expect(words).toContain('drill');
    expect(words).not.toContain('complete');
  });

  test.concurrent('files and folders are left to the shell', () => {
    expect(tab(['import', ''])).toEqual({ words: [], directive: ':files' });
    expect(tab(['add', '--into', ''])).toEqual({ words: [], directive: ':files' });
    expect(tab(['drill', '--bank', ''])).toEqual({ words: [], directive: ':folders' });
  });

  test.concurrent('the bank named on the line is the one that is looked up', () => {
    const bank = folderWith({
      'q.yaml':
        'questions:\n  - { id: a, type: single, topics: [coffee], stem: Which?, options: [{id: a, text: A}, {id: b, text: B}], answer: a }\n',
    });
    expect(tab(['drill', '--bank', bank, '']).words).toEqual(['coffee']);
    expect(tab(['drill', `--bank=${bank}`, '']).words).toEqual(['coffee']);
  });

  test.concurrent('open exams to resume and past sessions, the newest first', () => {
    const data = tempFolder();
    const env = { QUIZ_BANK: TEA };
    const session = (out: string) => JSON.parse(out.split('\n')[0] ?? '').session as string;
    const open = session(quiz(['exam', '--jsonl'], { data, env }).out);
    const past = [1, 2].map(() =>
      session(quiz(['exam', '--jsonl', '-n', '1'], { data, env, input: '{"type":"finish"}\n' }).out),
    );
    expect(tab(['exam', '--resume', ''], data).words).toEqual([open]);
    expect(tab(['review', ''], data).words.toSorted()).toEqual(past.toSorted());
    expect(tab(['review', ''], data).directive).toBe(':nothing ordered');
  });

  test.concurrent('a bank that cannot be opened offers nothing and says nothing', () => {
    expect(tab(['drill', '--bank', '/nowhere', '']).words).toEqual([]);
  });
});

test.concurrent('a shell that is not known is refused with those that are', () => {
  const { code, err } = quiz(['completion', 'bahs']);
  expect(code).toBe(2);
  expect(err).toContain('did you mean bash?');
});
