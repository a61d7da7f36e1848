import { describe, expect, test } from 'vitest';
import type { Shape } from '../../../src/core/shapes/shape.ts';
import {
  date,
  flag,
  identifier,
  number,
  oneOf,
  text,
  whereabouts,
  whole,
} from '../../../src/core/shapes/value-shapes.ts';
import { readThrough } from '../../support/nodes.ts';

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
    ['a month', date(), '2026-11', '2026-11'],
    ['a year', date(), '2026', '2026'],
    ['a day', date(), '2026-11-30', '2026-11-30'],
    ['a last day', date(), '2026-12-31', '2026-12-31'],
    ['a leap day', date(), '2028-02-29', '2028-02-29'],
    ['an address', whereabouts(), 'https://example.org/a:b', 'https://example.org/a:b'],
    ['a book', whereabouts(), '"The manual: chapter 3"', 'The manual: chapter 3'],
  ])('%s', (_, shape, yaml, value) => {
    expect(readThrough(shape, yaml)).toMatchObject({ value, problems: [] });
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
    ['a number in another base', number(), '0x10', ['wrong-number']],
    ['digits of another script', number(), '١٦', ['wrong-number']],
    ['no text for a number', number(), '" "', ['wrong-number']],
    ['infinity', number(), 'Infinity', ['wrong-number']],
    ['a fraction for a whole number', whole(1, 10), '1.5', ['wrong-number']],
    ['a whole number out of range', whole(1, 10), '11', ['wrong-number']],
    ['yes for true', flag(), 'yes', ['wrong-form']],
    ['an unknown word', oneOf('single'), 'sinlge', ['unknown-word']],
    ['a word for a month', date(), 'soon', ['wrong-form']],
    ['a thirteenth month', date(), '2026-13', ['wrong-form']],
    ['a day that no month has', date(), '2026-10-32', ['wrong-form']],
    ['a day that November has not', date(), '2026-11-31', ['wrong-form']],
    ['a day that February has not', date(), '2028-02-30', ['wrong-form']],
    ['a script for an address', whereabouts(), '"javascript:alert(1)"', ['wrong-form']],
    ['a script in capitals', whereabouts(), '"JavaScript:alert(1)"', ['wrong-form']],
    ['an address of another sort', whereabouts(), 'file:///etc/passwd', ['wrong-form']],
  ])('%s', (_, shape, yaml, codes) => {
    const result = readThrough(shape, yaml);
    expect(result.value).toBeUndefined();
    expect(result.codes).toEqual(codes);
  });
});

test('oneOf: an unknown word comes with the one that is meant', () => {
  expect(readThrough(oneOf('single', 'multiple'), 'sinlge').problems[0]?.hint).toBe('did you mean single?');
});
