import { describe, expect, test } from 'vitest';
import { either, list, record, table } from '../../../src/core/shapes/composed-shapes.ts';
import { optional, required, type Shape } from '../../../src/core/shapes/shape.ts';
import { flag, number, text } from '../../../src/core/shapes/value-shapes.ts';
import { readThrough } from '../../support/nodes.ts';

describe('good', () => {
  test.each<[string, Shape<unknown>, string, unknown]>([
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
    expect(readThrough(shape, yaml)).toMatchObject({ value, problems: [] });
  });
});

describe('refused', () => {
  test.each<[string, Shape<unknown>, string, string[]]>([
    ['a text for a list', list(text()), 'a', ['wrong-kind']],
    ['too few in a list', list(text(), { least: 2 }), '[a]', ['wrong-count']],
    ['too many in a list', list(text(), { most: 1 }), '[a, b]', ['wrong-count']],
    ['every bad entry of a list', list(number()), '[a, 1, b]', ['wrong-number', 'wrong-number']],
    ['every bad value of a table', table(number()), '{x: a, y: b}', ['wrong-number', 'wrong-number']],
    ['a text for a record', record({}), 'a', ['wrong-kind']],
    ['a missing field', record({ a: required(text()) }), '{}', ['missing-field']],
    ['an unknown field', record({ a: optional(text()) }), 'zebra: 1', ['unknown-field']],
  ])('%s', (_, shape, yaml, codes) => {
    const result = readThrough(shape, yaml);
    expect(result.value).toBeUndefined();
    expect(result.codes).toEqual(codes);
  });
});

test.each([
  [{ least: 1, most: 1 }, 'one'],
  [{ least: 2, most: 2 }, 'two'],
  [{ least: 1, most: 2 }, '1 to 2'],
  [{ least: 1 }, 'at least 1'],
])('list: one of another length than %o is told how many there are to be', (limits, words) => {
  const yaml = 'most' in limits ? '[a, b, c]' : '[]';
  expect(readThrough(list(text(), limits), yaml).problems[0]?.hint).toBe(`give it ${words}`);
});

test('record: all problems show at once, each at its place', () => {
  const shape = record({ a: required(text()), b: required(number()), c: required(flag()) });
  const { problems } = readThrough(shape, 'b: x\nc: maybe\nzebra: 1\n');
  expect(problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`)).toEqual([
    ...['unknown-field 3:1', 'missing-field 1:1', 'wrong-number 1:4', 'wrong-form 2:4'],
  ]);
});

test('record: where there is none, the hint names the keys that it needs, or else may have', () => {
  const hintOf = (shape: Shape<unknown>) => readThrough(shape, 'a').problems[0]?.hint;
  const about = optional(text());
  expect(hintOf(record({ id: required(text()), text: required(text()), about }))).toBe(
    'write keys with values (id: …, text: …) here',
  );
  expect(hintOf(record({ about }))).toBe('write keys with values (about: …) here');
});

test('record: an unknown field comes with the one that is meant, or with all', () => {
  const shape = record({ stem: optional(text()), answer: optional(text()) });
  expect(readThrough(shape, 'anwser: a').problems[0]?.hint).toBe('did you mean answer?');
  expect(readThrough(shape, 'zebra: a').problems[0]?.hint).toBe('the fields here are stem, answer');
});
