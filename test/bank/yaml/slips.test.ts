import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/bank/yaml/read.ts';

const slips = (source: string) => {
  const read = readYaml('q.yaml', source);
  return 'problems' in read
    ? read.problems.map(({ at, item, message, hint }) => `${at.line}:${at.column} ${item ?? '-'}: ${message}; ${hint}`)
    : [];
};

const QUESTION = `questions:
  - id: audit
    topics: s3
    stem: Which one?
    options:
      - { id: a, text: One }
      - { id: b, text: Two }
    answer: a
`;
const changed = (from: string, to: string) => {
  expect(QUESTION).toContain(from);
  return QUESTION.replace(from, to);
};
const begins = (column: number, right: number) =>
  `this line begins in column ${column}, where nothing around it does; begin it in column ${right}, like the lines it belongs to`;

describe('a slip is told once, at the line at fault, by what would mend it', () => {
  test.each([
    ['a field too far to the right', changed('    stem', '     stem'), `4:6 audit: ${begins(6, 5)}`],
    ['a field too far to the left', changed('    stem', '   stem'), `4:4 audit: ${begins(4, 5)}`],
    ['the last field too far to the right', changed('    answer', '      answer'), `8:7 audit: ${begins(7, 5)}`],
    ['an option out of line', changed('      - { id: b', '     - { id: b'), `7:6 audit: ${begins(6, 7)}`],
    ['a tab', changed('    stem', '\tstem'), '4:1 audit: a tab stands before this line; indent it by blanks'],
    [
      'one tab for six blanks',
      changed('      - { id: b', '\t- { id: b'),
      '7:1 audit: a tab stands before this line; indent',
    ],
    ['a colon in a text', changed('Which one', 'Which: one'), '4:11 audit: a colon and a space stand inside this text'],
    ['a colon in an option', changed('Two', 'Two: more'), '7:24 audit: a colon and a space stand inside this text'],
    ['a sign that means something', changed('Which one', '@one'), '4:11 audit: this text cannot stand without quotes'],
    ['a word in quotes', changed('Which one', '"Which" one'), '4:11 audit: text follows the closing quotation mark'],
    ['an open quote', changed('Which', '"Which'), '4:11 audit: a quotation mark opens here and is not closed'],
    [
      'an apostrophe in quotes',
      changed('Which', "'Whose's").replace('?', "?'"),
      '4:11 audit: a quotation mark stands inside',
    ],
    ['an open quote in an option', changed('One', '"One'), '6:24 audit: a quotation mark opens here and is not closed'],
    [
      'one before another field',
      changed('text: One', 'text: "One, why: It is'),
      '6:24 audit: a quotation mark opens here',
    ],
    [
      'an apostrophe in an option',
      changed('One', "'It's one'"),
      '6:24 audit: a quotation mark stands inside this text',
    ],
    [
      'quotes in an option',
      changed('One', '"say "one""'),
      "6:24 audit: a quotation mark stands inside this text; put the whole text in quotes: '…'",
    ],
    ['a sign in an option', changed('One', '@one'), '6:24 audit: this text cannot stand without quotes'],
    ['a bracket in an option', changed('One', 'One]'), '6:24 audit: this text cannot stand without quotes'],
    ['braces in an option', changed('One', 'One {or so}'), '6:24 audit: this text cannot stand without quotes'],
    ['a number sign in an option', changed('One', 'Rule #1'), '6:24 audit: this text cannot stand without quotes'],
    ['an open brace', changed('One }', 'One'), '6:9 audit: a brace opens here and is not closed; close it with }'],
    [
      'an open bracket',
      changed('answer: a', 'answer: [a'),
      '8:13 audit: a bracket opens here and is not closed; close it with ]',
    ],
    ['no colon', changed('stem:', 'stem'), '4:8 audit: a colon is missing behind stem; write stem: …'],
    ['no colon before a list', changed('options:', 'options'), '5:11 audit: a colon is missing behind options'],
    ['no colon behind the dash', changed('id:', 'id'), '2:6 -: a colon is missing behind id'],
    ['a wide colon', changed('stem: ', 'stem：'), '4:9 audit: a wide colon stands behind stem; write stem: …'],
    ['a wide colon and a blank', changed('id: ', 'id： '), '2:7 -: a wide colon stands behind id; write id: …'],
    [
      'a wide colon before the questions',
      changed('questions:', 'questions：'),
      '1:10 -: a wide colon stands behind questions',
    ],
    ['no space', changed('id: audit', 'id:audit'), '2:7 audit: a space is missing after the colon; write - id: …'],
  ])('%s', (_, source, expected) => {
    const [slip, ...others] = slips(source);
    expect(slip).toContain(expected);
    expect(others).toEqual([]);
  });

  test('one for each question that has one, and each with its question', () => {
    const two = `${changed('    stem', '   stem')}${changed('    topics', '     topics').replace('questions:\n', '').replace('audit', 'other')}`;
    expect(slips(two)).toEqual([`4:4 audit: ${begins(4, 5)}`, `10:6 other: ${begins(6, 5)}`]);
  });

  test('before the questions, and in a file without a list', () => {
    expect(slips(`cases: { a: b\n${QUESTION}`)).toHaveLength(1);
    expect(slips('id: demo\ntitle: One: two\n')).toEqual([
      '2:8 -: a colon and a space stand inside this text; put the whole text in quotes: "…"',
    ]);
  });

  test('Windows line ends make no difference, nor does a comment behind the heading', () => {
    expect(slips(changed('    stem', '   stem').replaceAll('\n', '\r\n'))).toEqual([`4:4 audit: ${begins(4, 5)}`]);
    const commented = changed('    stem', '   stem').replace('questions:', 'questions: # mine');
    expect(slips(commented)).toEqual([`4:4 audit: ${begins(4, 5)}`]);
    expect(slips(commented.replaceAll('\n', '\r\n'))).toEqual([`4:4 audit: ${begins(4, 5)}`]);
  });

  test('what no small change mends is told as the parser says it', () => {
    expect(slips(changed('answer: a', 'answer: a]\n    why: [}'))).toHaveLength(1);
  });
});

test('two slips of one question are told at once', () => {
  const both = changed('Which one?', 'Which: one?').replace('text: Two', 'text: Two: more');
  expect(slips(both)).toEqual([
    expect.stringContaining('4:11 audit: a colon and a space stand inside this text'),
    expect.stringContaining('7:24 audit: a colon and a space stand inside this text'),
  ]);
  const mixed = changed('Which one?', 'Which: one?').replace('    answer', '      answer');
  expect(slips(mixed)).toEqual([
    expect.stringContaining('4:11 audit: a colon and a space stand inside this text'),
    expect.stringContaining('8:7 audit: this line begins in column 7'),
  ]);
});
