import { describe, expect, test } from 'vitest';
import {
  either,
  flag,
  type Intake,
  identifier,
  list,
  number,
  oneOf,
  optional,
  record,
  required,
  type Shape,
  table,
  text,
  whole,
} from '../../src/core/shape.ts';
import { nodeOf } from '../support/nodes.ts';

function read<T>(shape: Shape<T>, yaml: string) {
  const intake: Intake = { problems: [] };
  const value = shape.read(nodeOf(yaml), intake);
  return { value, problems: intake.problems, codes: intake.problems.map(({ code }) => code) };
}

describe('good', () => {
  test.each<[string, Shape<unknown>, string, unknown]>([
    ['a text', text(), 'Hello', 'Hello'],
    ['a text that looks like something else', text(), '012', '012'],
    ['white space at the ends goes', text(), '"  a b  "', 'a b'],
    ['an identifier', identifier(), 's3.key_use-1', 's3.key_use-1'],
    ['a number', number(), '-1.5', -1.5],
    ['a number in scientific notation', number(), '1e3', 1000],
    ['a whole number', whole(1, 10), '007', 7],
    ['true', flag(), 'true', true],
    ['false', flag(), 'false', false],
    ['a known word', oneOf('a', 'b'), 'b', 'b'],
    ['a list', list(text()), '[a, b]', ['a', 'b']],
    ['an empty list', list(text()), '[]', []],
    ['one for a list of one, where that may be', list(text(), { loose: true }), 'a', ['a']],
    [
      'a table, in the order written',
      table(number()),
      '{b: 1, a: 2}',
      [
        ['b', 1],
        ['a', 2],
      ],
    ],
    ['a record without what is optional', record({ a: required(text()), b: optional(text()) }), 'a: x', { a: 'x' }],
    ['a mapping or else', either(text(), record({ a: required(text()) })), 'a: x', { a: 'x' }],
    ['the else', either(text(), record({ a: required(text()) })), 'x', 'x'],
  ])('%s', (_, shape, yaml, value) => {
    expect(read(shape, yaml)).toMatchObject({ value, problems: [] });
  });
});

describe('refused', () => {
  test.each<[string, Shape<unknown>, string, string[]]>([
    ['an empty text', text(), '""', ['empty-text']],
    ['a text that is too long', text({ most: 3 }), 'abcd', ['too-long']],
    ['a list for a text', text(), '[a]', ['wrong-kind']],
    ['an identifier with a space', identifier(), 'a b', ['wrong-form']],
    ['an identifier that starts with a hyphen', identifier(), '"-a"', ['wrong-form']],
    ['an identifier with a slash', identifier(), '../a', ['wrong-form']],
    ['an identifier of 65 characters', identifier(), 'a'.repeat(65), ['wrong-form']],
    ['a word for a number', number(), 'five', ['wrong-number']],
    ['no text for a number', number(), '" "', ['wrong-number']],
    ['infinity', number(), 'Infinity', ['wrong-number']],
    ['a fraction for a whole number', whole(1, 10), '1.5', ['wrong-number']],
    ['a whole number out of range', whole(1, 10), '11', ['wrong-number']],
    ['yes for true', flag(), 'yes', ['wrong-form']],
    ['an unknown word', oneOf('single'), 'sinlge', ['unknown-word']],
    ['a text for a list', list(text()), 'a', ['wrong-kind']],
    ['too few in a list', list(text(), { least: 2 }), '[a]', ['wrong-count']],
    ['too many in a list', list(text(), { most: 1 }), '[a, b]', ['wrong-count']],
    ['every bad entry of a list', list(number()), '[a, 1, b]', ['wrong-number', 'wrong-number']],
    ['every bad value of a table', table(number()), '{x: a, y: b}', ['wrong-number', 'wrong-number']],
    ['a text for a record', record({}), 'a', ['wrong-kind']],
    ['a missing field', record({ a: required(text()) }), '{}', ['missing-field']],
    ['an unknown field', record({ a: optional(text()) }), 'zebra: 1', ['unknown-field']],
  ])('%s', (_, shape, yaml, codes) => {
    const result = read(shape, yaml);
    expect(result.value).toBeUndefined();
    expect(result.codes).toEqual(codes);
  });
});

test('record: all problems show at once, each at its place', () => {
  const shape = record({ a: required(text()), b: required(number()), c: required(flag()) });
  const { problems } = read(shape, 'b: x\nc: maybe\nzebra: 1\n');
  expect(problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`)).toEqual([
    ...['unknown-field 3:1', 'missing-field 1:1', 'wrong-number 1:4', 'wrong-form 2:4'],
  ]);
});

test('record: an unknown field comes with the one that is meant, or with all', () => {
  const shape = record({ stem: optional(text()), answer: optional(text()) });
  expect(read(shape, 'anwser: a').problems[0]?.hint).toBe('did you mean answer?');
  expect(read(shape, 'zebra: a').problems[0]?.hint).toBe('the fields here are stem, answer');
});

test('oneOf: an unknown word comes with the one that is meant', () => {
  expect(read(oneOf('single', 'multiple'), 'sinlge').problems[0]?.hint).toBe('did you mean single?');
});

test('a problem names the question it is in', () => {
  const intake: Intake = { problems: [], item: 'q1' };
  text().read(nodeOf('[]'), intake);
  expect(intake.problems[0]?.item).toBe('q1');
});
