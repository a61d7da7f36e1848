// A line that is being written, taken apart as bash would.
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsIn } from '../../src/completion/line.ts';
import { tries } from '../support/laws.ts';

test.each<[string, string, string[]]>([
  ['words', 'quiz drill kin', ['drill', 'kin']],
  ['a blank at the end begins a word', 'quiz drill ', ['drill', '']],
  ['the name alone', 'quiz', []],
  ['quotes', `quiz --bank "my \\"bank\\"" 'it$x' a\\ b`, ['--bank', 'my "bank"', 'it$x', 'a b']],
  ['quotes that are not closed', `quiz notes "two wor`, ['notes', 'two wor']],
  ['a value behind an equals sign', `quiz drill --type='m`, ['drill', '--type=m']],
  ['variables before the name', 'QUIZ_ASCII=1 quiz dr', ['dr']],
  ['nothing is expanded', 'quiz notes $(touch x) `y` $HOME ~ *', ['notes', '$(touch', 'x)', '`y`', '$HOME', '~', '*']],
  ['redirections are no words', 'quiz export >a 2>> b <c &>d 2>&1 >| e <<<f --fo', ['export', '--fo']],
  ['digits before a redirection without a space are its own', 'quiz drill -n 5 2>x ', ['drill', '-n', '5', '']],
  ['a redirection ends a word', 'quiz export>x --fo', ['export', '--fo']],
])('%s', (_, line, words) => {
  expect(wordsIn(line)).toEqual({ words, isRedirection: false });
});

test.each(['quiz export > b', 'quiz export >b', 'quiz export 2> ', 'quiz import < "b c'])(
  'the file of a redirection is known as one: %s',
  (line) => expect(wordsIn(line).isRedirection).toBe(true),
);

test('words come back out of their quotes as bash has them, whatever they hold', () => {
  const quoted = fc
    .array(
      fc.tuple(
        fc.string({ unit: fc.constantFrom(...'ab $`"\\\';|&<>(){}*~=\n') }),
        fc.constantFrom('single', 'double', 'stroke'),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((words) => words.map(([word, how]) => inQuotes(word, how)).join(' '));
  // Twenty lines for one shell: starting one takes long from a process that has much memory.
  fc.assert(
    fc.property(fc.array(quoted, { minLength: 1, maxLength: 20, size: 'max' }), (lines) => {
      const script = lines.map((line) => `printf '%s\\0' ${line}; printf '\\1'`).join('\n');
      const printed = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\u0001').slice(0, -1);
      const words = lines.map((line) => wordsIn(`quiz ${line}`).words);
      expect(words).toEqual(printed.map((line) => line.split('\0').slice(0, -1)));
    }),
    { numRuns: tries(10) },
  );
});

function inQuotes(word: string, how: string): string {
  if (word === '' || how === 'single') return `'${word.replaceAll("'", `'\\''`)}'`;
  if (how === 'double') return `"${word.replace(/["\\$`]/g, '\\$&')}"`;
  return word.replace(/[^a-z]/g, (sign) => (sign === '\n' ? "'\n'" : `\\${sign}`)); // a stroke takes a line's end away
}

test('any line at all is taken apart, in time that grows with it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a1 "\'\\<>&|$=\n') }), (line) => {
      expect(Array.isArray(wordsIn(line).words)).toBe(true);
    }),
    { numRuns: tries(200) },
  );
  expect(wordsIn(`quiz ${'"\\'.repeat(50_000)}`).words.length).toBeGreaterThan(0);
});
