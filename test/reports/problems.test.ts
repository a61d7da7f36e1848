import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/core/problem.ts';
import { plainText } from '../../src/core/text/styled.ts';
import { drawnProblem, problemRecord, restLines, shownOf, toldProblem } from '../../src/reports/problems.ts';

const commands = { fix: 'quiz check --fix', all: 'quiz check --all' };
const problem: Problem = {
  code: 'quote-not-found',
  severity: 'error',
  at: { file: 's3.yaml', line: 42, column: 14 },
  message: 'this quote does not stand in the section "Firehose"',
  hint: 'copy the words from the notes',
  item: 'kin-07',
};
const rows = (problem: Problem, source: string, length: number, columns = 80) =>
  drawnProblem(problem, { source, length }, columns, commands).map(plainText);

describe('a problem that is drawn', () => {
  test('says what, where, shows the line with carets under the place, and what to do', () => {
    const closest = { file: 'notes.md', line: 226, text: '- Near Real Time (60 seconds)' };
    expect(rows({ ...problem, closest, fixable: true }, '      quote: "Near Real Time (90 seconds)"', 29)).toEqual([
      'error[quote-not-found]: this quote does not stand in the section "Firehose"',
      '  --> s3.yaml:42:14  (question kin-07)',
      '42 |       quote: "Near Real Time (90 seconds)"',
      '   |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
      '   = closest: notes.md:226 "- Near Real Time (60 seconds)"',
      '   = help: copy the words from the notes; quiz check --fix does it',
      '',
    ]);
  });

  test('counts the cells of wide characters and what a control character is shown as', () => {
    const at = { ...problem.at, column: 5 };
    expect(rows({ ...problem, at }, '日本: 語x', 2).slice(2, 4)).toEqual(['42 | 日本: 語x', '   |       ^^^']);
    expect(rows({ ...problem, at }, '\t\u001b: b', 1).slice(2, 4)).toEqual([
      '42 |     \\u{1b}: b',
      '   |             ^',
    ]);
  });

  test.each([40, 60, 80])('in %d columns no row of the excerpt is wider, and the carets are in sight', (columns) => {
    const source = `${'  '.repeat(12)}text: "${'word '.repeat(40)}"`;
    for (const column of [25, 31, 60, 120, 200]) {
      const [, , text = '', carets = ''] = rows({ ...problem, at: { ...problem.at, column } }, source, 30, columns);
      expect(text.length).toBeLessThanOrEqual(columns);
      expect(carets.length).toBeLessThanOrEqual(columns);
      const place = carets.indexOf('^');
      expect(text.slice(place, place + 4)).toBe(source.slice(column - 1, column + 3));
    }
  });

  test('a line that is not there or empty has no excerpt', () => {
    expect(drawnProblem(problem, undefined, 80, commands)).toHaveLength(4);
    expect(rows(problem, '', 1)).toHaveLength(4);
  });
});

test('a problem that is told is made of sentences, and nothing is drawn', () => {
  const closest = { file: 'notes.md', line: 226, text: 'Near Real Time' };
  expect(toldProblem({ ...problem, closest }, 2, 5, commands).map(plainText)).toEqual([
    'Problem 2 of 5: error quote-not-found in s3.yaml, line 42, column 14, question kin-07.',
    'This quote does not stand in the section "Firehose".',
    'Closest: notes.md, line 226: "Near Real Time".',
    'What to do: copy the words from the notes.',
    '',
  ]);
});

test('a sentence that ends in a colon or dots gets no full stop', () => {
  const told = toldProblem({ ...problem, hint: 'give each option a why:' }, 1, 1, commands).map(plainText);
  expect(told).toContain('What to do: give each option a why:');
});

test('a problem as a record has each of its texts in one cell', () => {
  expect(problemRecord({ ...problem, message: 'a\tb\nc' })).toEqual([
    's3.yaml:42:14',
    'error',
    'quote-not-found',
    'kin-07',
    'a b c',
    'copy the words from the notes',
  ]);
});

describe('where there are many', () => {
  const many = (errors: number, warnings: number) =>
    Array.from({ length: errors + warnings }, (_, line) => ({
      ...problem,
      at: { ...problem.at, line },
      severity: line < warnings ? ('warning' as const) : ('error' as const),
    }));

  test('errors are shown before warnings, and still from top to bottom', () => {
    const problems = many(15, 30);
    const shown = shownOf(problems, 20);
    expect(shown.map(({ at }) => at.line)).toEqual([0, 1, 2, 3, 4, ...Array.from({ length: 15 }, (_, n) => 30 + n)]);
    expect(restLines(problems, shown, commands).map(plainText)).toEqual([
      'and 25 more warnings: quiz check --all lists them',
      '',
    ]);
  });

  test('what is left out is counted', () => {
    const problems = many(22, 1);
    expect(restLines(problems, shownOf(problems, 20), commands).map(plainText)[0]).toBe(
      'and 2 more errors and 1 more warning: quiz check --all lists them',
    );
    expect(restLines(problems, problems, commands)).toEqual([]);
  });
});
