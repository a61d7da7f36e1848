import { afterEach, describe, expect, test, vi } from 'vitest';
import { wholeProgram } from '../../src/cli.ts';
import { keptTogether } from '../../src/core/text/wording.ts';
import { asTyped, asTypedInPieces, calledAs, carryFlags, commandLine } from '../../src/system/command-line.ts';

const npx = { npm_command: 'exec', npm_lifecycle_event: 'npx' };

test.each([
  ['from a shell', {}, '/usr/lib/node_modules/notes-quiz/dist/main.cjs', 'quiz'],
  [
    'by a script of npm',
    { npm_command: 'run-script', npm_lifecycle_event: 'start' },
    '/p/node_modules/notes-quiz/m',
    'quiz',
  ],
  ['in a clone or a project', npx, '/home/me/clone/dist/main.cjs', 'npx quiz'],
  ['from the registry', npx, '/home/me/.npm/_npx/ccf9/node_modules/notes-quiz/dist/main.cjs', 'npx notes-quiz'],
  ['on Windows', npx, 'C:\\Users\\me\\AppData\\Local\\npm-cache\\_npx\\ccf9\\main.cjs', 'npx notes-quiz'],
])('started %s', (_, env, file, name) => {
  expect(calledAs(env, file)).toBe(name);
});

describe('a command of ours in a text', () => {
  afterEach(() => {
    carryFlags({});
    vi.unstubAllEnvs();
  });
  const name = calledAs(process.env, ''); // npx may have started the tests

  test.each([
    ['Next: quiz drill, or quiz stats to see', `Next: ${name} drill --bank /b, or ${name} stats --bank /b to see`],
    [
      'Resume with: quiz exam --resume 261126-120000-abcdef',
      `Resume with: ${name} exam --resume 261126-120000-abcdef --bank /b`,
    ],
    [
      'See quiz doctor. Then: quiz check --bank /other',
      `See ${name} doctor --bank /b. Then: ${name} check --bank /other`,
    ],
    ['quiz init DIR makes one (quiz help init)', `${name} init DIR makes one (${name} help init)`],
    ['"quiz data path" prints it; see quiz notes.md, /a/quiz check/b and my-quiz stats', undefined],
  ])('carries the flags of the bank that it takes: %s', (words, typed) => {
    carryFlags({ bank: '/b' });
    expect(asTyped(words)).toBe(typed ?? words);
    expect(asTyped(asTyped(words))).toBe(typed ?? words);
  });

  test.each(
    wholeProgram()
      .commands.map((verb) => verb.name())
      .filter((verb) => verb !== 'complete'), // for shells, and no text names it
  )('is known, whichever it is: quiz %s', (verb) => {
    vi.stubEnv('npm_command', 'exec');
    vi.stubEnv('npm_lifecycle_event', 'npx');
    expect(asTyped(`quiz ${verb}`)).toBe(`npx quiz ${verb}`);
  });

  test('carries the data folder where it goes by records, with whole paths in quotes where a shell needs them', () => {
    carryFlags({ bank: "/my mother's", dataDir: 'here' });
    const folder = `${process.cwd()}/here`;
    expect(asTyped('quiz data restore 3')).toBe(`${name} data restore --data-dir ${folder} 3`);
    expect(commandLine('review', 'a b')).toBe(`${name} review 'a b' --bank '/my mother'\\''s' --data-dir ${folder}`);
  });

  test('keeps what it does to the records, so that it can be copied in one piece', () => {
    carryFlags({ dataDir: '/d' });
    const asked = 'Where a backup has more: quiz data restore, else quiz data reset --yes; see quiz config list';
    expect(asTypedInPieces(asked)).toBe(
      `Where a backup has more: ${keptTogether(`${name} data restore --data-dir /d`)}, else ` +
        `${keptTogether(`${name} data reset --yes --data-dir /d`)}; see ${keptTogether(`${name} config list --data-dir /d`)}`,
    );
  });

  test('asks for plain lines where this one did, of what would open a screen', () => {
    carryFlags({ accessible: true });
    expect(asTyped('Next: quiz drill, or quiz topics')).toBe(`Next: ${name} drill --accessible, or ${name} topics`);
    expect(asTyped('quiz exam --accessible')).toBe(`${name} exam --accessible`);
    expect(commandLine('review', 'a')).toBe(`${name} review a --accessible`);
  });

  test('is as it was where no flag was given, or an empty one', () => {
    carryFlags({ bank: '' });
    expect(asTyped('Next: quiz drill')).toBe(`Next: ${name} drill`);
  });
});
