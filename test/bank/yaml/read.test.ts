import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/bank/yaml/read.ts';
import { unsafeCharacter } from '../../../src/core/text/safe.ts';
import { tries } from '../../support/laws.ts';
import { nodeOf, plain, textUnder } from '../../support/nodes.ts';

const problemsOf = (source: string) => {
  const read = readYaml('s3.yaml', source);
  return 'problems' in read ? read.problems : [];
};
const refusals = (source: string) => problemsOf(source).map(({ code, at }) => `${code} ${at.line}:${at.column}`);

describe('texts stay as they are written', () => {
  test.each([
    'no',
    'yes',
    'on',
    'true',
    'null',
    '~',
    '012',
    '0x1F',
    '1.10',
    '1e3',
    '.5',
    '12:30',
    '2026-11-25',
    '1_000',
  ])('%s', (written) => {
    expect(textUnder(nodeOf(`a: ${written}`), 'a')).toBe(written);
    expect(plain(nodeOf(`- ${written}`))).toEqual([written]);
    expect(plain(nodeOf(`${written}: a`))).toEqual({ [written]: 'a' });
  });

  test('under a directive of an older version too', () => {
    expect(plain(nodeOf('%YAML 1.1\n---\na: no\n'))).toEqual({ a: 'no' });
  });

  test('nothing written is the empty text', () => {
    expect(plain(nodeOf('a:\nb: ""\nc: [x, ""]'))).toEqual({ a: '', b: '', c: ['x', ''] });
  });

  test('folded and literal blocks are what YAML says', () => {
    expect(textUnder(nodeOf('a: >\n  one\n  two\n\n  three\n'), 'a')).toBe('one two\nthree\n');
    expect(textUnder(nodeOf('a: |\n  one\n    two\n'), 'a')).toBe('one\n  two\n');
  });

  test('any text fit to be shown comes back from double quotes as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !unsafeCharacter(text)),
        (text) => {
          expect(plain(nodeOf(`a: ${JSON.stringify(text)}`))).toEqual({ a: text });
        },
      ),
    );
  });
});

describe('every part knows its place', () => {
  test('keys, texts, lists and mappings, from 1', () => {
    const node = nodeOf('questions:\n  - id: a\n    options: [x, y]\n');
    expect(node.at).toEqual({ file: 'test.yaml', line: 1, column: 1 });
    const [question] = node.kind === 'map' ? node.entries : [];
    const [first] = question?.value.kind === 'list' ? question.value.items : [];
    expect(first?.at).toMatchObject({ line: 2, column: 5 });
    const options = first?.kind === 'map' ? first.entries[1] : undefined;
    expect(options?.key.at).toMatchObject({ line: 3, column: 5 });
    expect(options?.value.at).toMatchObject({ line: 3, column: 14 });
  });

  test('Windows line ends and a byte order mark do not shift it', () => {
    expect(refusals('\ufeffa: 1\r\nb: 2\r\na: 3\r\n')).toEqual(['duplicate-key 3:1']);
  });
});

describe('refused, with line and column', () => {
  test.each([
    ['a tag', 'a: !secret b', ['tag 1:12']],
    ['a tag of YAML itself', 'a: b\nc: !!binary aGk=', ['tag 2:13']],
    ['the tag for texts', 'a: !!str no', ['tag 1:10']],
    ['a tag on a mapping', '!!map {a: b}', ['tag 1:7']],
    ['a tag on a list', 'a: !!seq [b]', ['tag 1:10']],
    ['the non-specific tag', 'a: ! b', ['tag 1:6']],
    ['an anchor', 'a: &x b', ['alias 1:7']],
    ['an alias and its anchor', 'a: &x b\nc: *x', ['alias 1:7', 'alias 2:4']],
    ['a duplicate key', 'a: 1\nb: 2\na: 3', ['duplicate-key 3:1']],
    ['a duplicate key deep inside', 'a:\n  - b: 1\n    b: 2', ['duplicate-key 3:5']],
    ['each further duplicate', 'a: 1\na: 2\na: 3', ['duplicate-key 2:1', 'duplicate-key 3:1']],
    ['a second document', 'a: 1\n---\nb: 2', ['second-document 2:1']],
    ['a second document after an end', 'a: 1\n...\nb: 2', ['second-document 3:1']],
    ['a merge key', 'a: 1\n<<: { b: 2 }', ['bad-key 2:1']],
    ['__proto__', 'a:\n  __proto__: 1', ['bad-key 2:3']],
    ['constructor', 'constructor: 1', ['bad-key 1:1']],
    ['a list as a key', '? [a]\n: b', ['bad-key 1:3']],
    ['a mapping as a key', '{ {a: b}: c }', ['bad-key 1:3']],
    ['a tab for indentation', 'a:\n\tb: 1', ['yaml-syntax 2:1']],
    ['an open bracket', 'a: [1, 2', ['yaml-syntax 1:4']],
    ['an open quote', 'a: "b\nc: d\n', ['yaml-syntax 1:4']],
    ['a broken indentation', 'a: 1\n  b: 2', ['yaml-syntax 2:3']],
  ])('%s', (_, source, expected) => {
    expect(refusals(source)).toEqual(expected);
    for (const { hint, message, severity, at } of problemsOf(source)) {
      expect(hint).not.toBe('');
      expect(message).not.toBe('');
      expect([severity, at.file]).toEqual(['error', 's3.yaml']);
    }
  });

  test.each(['', '\n\n', '# only a remark\n'])('a file with nothing in it: %j', (source) => {
    expect(refusals(source)).toEqual(['empty-file 1:1']);
    expect(problemsOf(source)[0]?.hint).toMatch(/ "questions:" .*bank\.yaml with "id:"/);
  });

  test('a duplicate key is told where its first is', () => {
    expect(problemsOf('a: 1\nb: 2\na: 3')[0]?.hint).toBe('line 1 has it first: keep one');
  });
});

describe('hostile files', () => {
  test.each([
    ['brackets', '['.repeat(20_000)],
    ['mappings on one line', '{a: '.repeat(5000)],
    ['lists in lists', '- '.repeat(20_000)],
    ['question marks', '? '.repeat(5000)],
    ['lists that close', '['.repeat(3000) + ']'.repeat(3000)],
  ])('nested far too deep, as %s, are refused and end', (_, source) => {
    expect(problemsOf(source).length).toBeGreaterThan(0);
  });

  test('any text is read or refused, never thrown over, and every problem lies inside the file', () => {
    const yamlish = fc.string({
      unit: fc.constantFrom(
        ...'abc:-?,[]{}&*!|>\'"%@`#~ \n\t<=.01',
        '---\n',
        '  - ',
        'a: ',
        '<<: ',
        '__proto__: ',
        '\ufeff',
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(yamlish, fc.string({ unit: 'binary' })), (source) => {
        const lines = source.split(/\r\n|\n|\r/).length;
        for (const { at } of problemsOf(source)) {
          expect(at.line).toBeGreaterThanOrEqual(1);
          expect(at.line).toBeLessThanOrEqual(lines);
          expect(at.column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: tries(500) },
    );
  });
});
