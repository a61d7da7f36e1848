// A question is added to a file, and nothing else in the file changes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/authoring/judge.ts';
import { appended } from '../../../src/bank/editing/append.ts';
import { questionText } from '../../../src/bank/yaml/write.ts';
import { tries } from '../../support/laws.ts';

const around = { notes: [], topics: [], cases: new Map([['shop', 'A shop.']]) };
const against = { around, items: [], taken: new Set<string>() };
const QUESTION = {
  id: 'new',
  type: 'cloze',
  topics: ['t'],
  stem: 'A ____: "b" # no comment',
  answer: ['no', '012', '1.10'],
};
const ids = (text: string) => judge('a.yaml', text, against).items.map(({ id }) => id);
const old = (id: string, indent = 2, more = '') => `${questionText({ ...QUESTION, id }, indent).trimEnd()}${more}\n`;

describe('every character of the file stays, in its place', () => {
  test.each<[string, string, string]>([
    ['a list', `questions:\n${old('a')}`, ''],
    ['a list at the margin', `questions:\n${old('a', 0)}`, ''],
    ['a list far in', `questions:\n${old('a', 6)}`, ''],
    ['no line end at the end', `questions:\n${old('a')}`.trimEnd(), ''],
    ['a comment behind the last value', `questions:\n${old('a', 2, ' # sure?')}`, ''],
    ['a comment inside the last question', `questions:\n${old('a')}    # until we know better\n`, ''],
    [
      'comments inside it after a blank line',
      `questions:\n${old('a')}\n    # one\n    # two\n`,
      '\ncases: { x: A case. }\n',
    ],
    ['something after the list', `questions:\n${old('a')}`, '\n# Cases.\ncases: { x: A case. }\n'],
    ['a comment after the list', `questions:\n${old('a')}`, '# The end.\n'],
    [
      'a text over several lines at the end',
      `questions:\n${old('a', 2, '\n    why: >\n      So it is,\n      and stays.\n')}`,
      '',
    ],
    ['a broken question', `questions:\n  - id: b\n    stem: Unfinished\n${old('a')}`, ''],
  ])('%s', (_, before, after) => {
    const text = appended(before + after, [QUESTION]);
    expect(text.startsWith(before)).toBe(true);
    expect(text.endsWith(after)).toBe(true);
    expect(ids(text)).toEqual([...ids(before + after), 'new']);
  });

  test('lines of Windows', () => {
    const before = `questions:\n${old('a')}`.replaceAll('\n', '\r\n');
    const text = appended(before, [QUESTION]);
    expect(text.startsWith(before)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(ids(text)).toEqual(['a', 'new']);
  });
});

test('a file without questions gets the list', () => {
  expect(ids(appended('', [QUESTION]))).toEqual(['new']);
  expect(appended('# Mine.\n', [QUESTION])).toMatch(/^# Mine\.\nquestions:\n {2}- id: new\n/);
  expect(ids(appended('cases: { x: A case. }', [QUESTION]))).toEqual(['new']);
});

test('a list in brackets, and an empty one, are written anew; comments stay', () => {
  const inBrackets = '# Mine.\nquestions: [{ id: a, type: cloze, topics: t, stem: A ____, answer: 012 }] # short\n';
  const text = appended(inBrackets, [QUESTION]);
  expect(ids(text)).toEqual(['a', 'new']);
  expect(text).toContain('# Mine.');
  expect(text).toContain('# short');
  expect(text).toContain('012');
  expect(ids(appended('questions:\n# none yet\n', [QUESTION]))).toEqual(['new']);
  expect(ids(appended('questions: []\n', [QUESTION]))).toEqual(['new']);
});

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => /[\p{L}\p{N}]/u.test(text));
const stem = fc.oneof(
  word,
  fc.constantFrom(
    'no',
    '- a',
    '? b',
    "it's",
    'a: b',
    '# c',
    '{',
    '"',
    '|',
    '1.10',
    'null',
    '  x',
    '`y`',
    '@z',
    '%',
    '&a',
    '*b',
    '!c',
  ),
);

test('whatever the texts are, they come back as they were', () => {
  fc.assert(
    fc.property(fc.array(stem, { minLength: 1, maxLength: 4 }), (stems) => {
      const questions = stems.map((text, index) => ({
        ...QUESTION,
        id: `q${index}`,
        stem: `${text} ____`,
        answer: [text],
      }));
      const text = questions.reduce((file, question) => appended(file, [question]), '');
      const { items, problems } = judge('a.yaml', text, against);
      fc.pre(!problems.some(({ code }) => code === 'unsafe-character'));
      expect(items.map((item) => item.stem)).toEqual(questions.map((question) => question.stem.trim()));
    }),
    { numRuns: tries(60) },
  );
});

test('whether it is a scenario stands there as yes or no and not as a text, as editors want it', () => {
  for (const scenario of [true, 'true']) expect(questionText({ id: 'a', scenario })).toContain('scenario: true\n');
  for (const scenario of [false, 'false']) expect(questionText({ id: 'a', scenario })).toContain('scenario: false\n');
});
