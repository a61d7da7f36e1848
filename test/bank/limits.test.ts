import { expect, test } from 'vitest';
import { readYaml } from '../../src/bank/read.ts';
import { limits } from '../../src/core/limits.ts';

const codes = (source: string) => {
  const read = readYaml('q.yaml', source);
  return 'problems' in read ? read.problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`) : [];
};

test('a line at the limit is read, one character more is refused with its place', () => {
  const line = (length: number) => `a: 1\nb: ${'x'.repeat(length - 3)}`;
  expect(codes(line(limits.lineLength))).toEqual([]);
  expect(codes(line(limits.lineLength + 1))).toEqual(['too-large 2:1']);
});

test('a file with too many marks is refused before it is parsed', () => {
  expect(codes('- a\n'.repeat(limits.yamlTokens / 5 - 1))).toEqual([]);
  expect(codes('- a\n'.repeat(limits.yamlTokens / 5 + 1))).toEqual(['too-large 1:1']);
});

test('nesting at the limit is read, one level more is one problem, and a nest of thousands is one problem too', () => {
  const nest = (levels: number) => `${'['.repeat(levels)}a${']'.repeat(levels)}`;
  expect(codes(nest(limits.depth - 1))).toEqual([]);
  expect(codes(nest(limits.depth))).toEqual([expect.stringMatching(/^too-deep /)]);
  expect(codes(nest(5000))).toEqual([expect.stringMatching(/^too-deep /)]);
  expect(codes('- '.repeat(50_000))).toHaveLength(1);
});

test('a mapping may have so many fields and no more', () => {
  const map = (fields: number) => Array.from({ length: fields }, (_, at) => `k${at}: v`).join('\n');
  expect(codes(map(limits.keys))).toEqual([]);
  expect(codes(map(limits.keys + 1))).toEqual(['too-large 1:1']);
});

test('no file tells more problems than a person mends at a time', () => {
  const source = Array.from({ length: 100 }, (_, at) => `- k: &a${at} v`).join('\n');
  expect(codes(source)).toHaveLength(limits.problemsShown);
});

test.each([
  ['an escape', '"a\\e[31mb"'],
  ['a carriage return', '"a\\rb"'],
  ['a backspace', '"a\\bb"'],
  ['C1', '"a\\x9bb"'],
  ['a bidi override that is not closed', '"a\\u202eb"'],
  ['a bidi isolate that is closed and never opened', '"a\\u2069b"'],
  ['a line separator', '"a\\u2028b"'],
  ['a zero-width space', '"a\\u200bb"'],
  ['a tag character', '"a\\U000e0041b"'],
])('%s in a text is refused with its place', (_, scalar) => {
  expect(codes(`stem: fine\nwhy: ${scalar}`)).toEqual(['unsafe-character 2:6']);
});

test.each([
  ['line feeds and tabs', '"a\\n\\tb"'],
  ['Hebrew with closed isolates', '"\\u2067שלום\\u2069"'],
  ['emoji joined with ZWJ', '"👩‍💻"'],
  ['Persian with ZWNJ', '"می‌خواهم"'],
])('%s may stand in a text', (_, scalar) => {
  expect(codes(`why: ${scalar}`)).toEqual([]);
});
