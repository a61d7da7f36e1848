import { describe, expect, test } from 'vitest';
import { spansIn } from '../../../src/bank/yaml/spans.ts';
import type { Problem } from '../../../src/core/problem.ts';

const SOURCE = `zebra: 1
questions:
  - id: a
    stem: >
      folded
    options: [{ id: x, text: "one, two" }, y]
    why: "日本語"  # said
    long: in
      two lines
`;
/** What is marked of the line when a problem stands at the first place of the text. */
function marked(text: string, code = 'wrong-form', source = SOURCE): string {
  const offset = source.indexOf(text);
  const before = source.slice(0, offset).split('\n');
  const at = { file: 'a.yaml', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const problem: Problem = { code, severity: 'error', at, message: '', hint: '' };
  return source.slice(offset, offset + spansIn(source)(problem));
}

describe('a problem is about', () => {
  test.each([
    ['a text', 'x, text', 'x'],
    ['a text in quotes, with them', '"one', '"one, two"'],
    ['wide characters', '"日', '"日本語"'],
    ['what stands in brackets', '[{', '[{ id: x, text: "one, two" }, y]'],
    ['fields in braces', '{ id', '{ id: x, text: "one, two" }'],
    ['a question: its first field', 'id: a', 'id: a'],
    ['a folded text: its sign', '>', '>'],
    ['the first line of several', 'in\n', 'in'],
  ])('%s', (_, text, span) => {
    expect(marked(text)).toBe(span);
  });

  test('a name, where the name is what is wrong', () => {
    expect(marked('zebra', 'unknown-field')).toBe('zebra');
    expect(marked('zebra')).toBe('zebra: 1');
  });

  test('one character, where the file cannot be parsed or the place is nowhere', () => {
    expect(marked('[', 'yaml-syntax', 'a: [')).toBe('[');
    expect(marked('ded')).toBe('d');
    expect(marked('[', 'too-deep', '['.repeat(50_000))).toMatch(/^\[+$/);
  });
});
