import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { lexer } from 'marked';
import { expect, test } from 'vitest';
import { headingsIn } from '../../../src/bank/notes/headings.ts';
import { tries } from '../../support/laws.ts';
import { BANK } from '../../support/quiz.ts';

/** The headings that a whole reader of Markdown finds. */
function byMarked(source: string) {
  let line = 1;
  return lexer(source).flatMap((token) => {
    const first = line;
    line += token.raw.split('\n').length - 1;
    return token.type === 'heading' ? [{ text: token.text.replace(/\s+/g, ' '), depth: token.depth, first }] : [];
  });
}

const byUs = (source: string) =>
  headingsIn(source.split('\n')).map((heading) => ({ ...heading, text: heading.text.replace(/\s+/g, ' ') }));

test('the headings of the notes are those that a whole reader of Markdown finds', () => {
  const source = readFileSync(join(BANK, 'notes.md'), 'utf8');
  expect(byUs(source).length).toBeGreaterThan(20);
  expect(byUs(source)).toEqual(byMarked(source));
});

test('the headings of any text of headings, paragraphs, lists, quotations and code are those that a whole reader finds', () => {
  const lines = fc.array(
    fc.constantFrom(
      ...['# one', '## two ##', '###', '#none', 'text', 'more text', '', '', '- item', '1. item'],
      ...['> quoted', '```', '```js', '````', '~~~', '---', '===', '    code', '`x`', '* * *'],
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(lines, (all) => {
      expect(byUs(all.join('\n'))).toEqual(byMarked(all.join('\n')));
    }),
    { numRuns: tries(600), examples: [[['> quoted', '', '    code', 'text', '---']]] },
  );
});

test.each([
  ['quotations in quotations', '> '.repeat(100_000)],
  ['lists in lists', Array.from({ length: 5000 }, (_, at) => `${' '.repeat(at % 1000)}- a`).join('\n')],
  ['marks of emphasis', '_a'.repeat(500_000)],
  ['tags that never end', '<a '.repeat(300_000)],
  ['a table', `${'a|'.repeat(2000)}\n${'-|'.repeat(2000)}\n${`${'b|'.repeat(2000)}\n`.repeat(200)}`],
  ['line feeds', '\n'.repeat(2_000_000)],
])('a storm of %s holds no heading', (_, source) => {
  expect(headingsIn(source.split('\n'))).toEqual([]);
});

test('a rule ends a list: what is indented after it is code', () => {
  const source = ['1. item', '---', '    code', '===', '---'].join('\n');
  expect(byUs(source)).toEqual(byMarked(source));
});
