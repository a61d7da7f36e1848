// The manual page is the help again, for `man quiz`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MAN_PAGE, manPage } from '../scripts/man.ts';
import { wholeProgram } from '../src/cli.ts';
import { quiz } from './support/quiz.ts';

const file = join(import.meta.dirname, '..', MAN_PAGE);
const written = readFileSync(file, 'utf8');

test('the build has written man/quiz.1 from the help as it is now', () => {
  expect(written).toBe(manPage());
});

test('npm is told of it as a list, since it links no manual page that is a single text', () => {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  expect(manifest.man).toEqual([MAN_PAGE]);
});

const isThere = spawnSync('groff', ['--version']).status === 0;

test.runIf(isThere)(
  'troff reads it without a warning, and it tells of every command and flag that help tells of',
  () => {
    const { stdout, stderr } = spawnSync('groff', ['-man', '-Tascii', '-P-c', '-ww', '-rLL=200n', file], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const shown = stdout.replace(/.\u0008/g, ''); // letters are printed twice to make them bold
    for (const command of wholeProgram().commands) {
      if (command.name() === 'complete') continue;
      expect(shown).toContain(`QUIZ ${command.name().toUpperCase()}\n`);
      const { out } = quiz([command.name(), '--help']);
      for (const [, flag = ''] of out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)) expect(shown).toContain(flag);
    }
  },
);
