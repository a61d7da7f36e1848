// A question file read a few questions at a time is what it is when read whole, and where anything is wrong it is read whole.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineCounter } from 'yaml';
import { readChunked } from '../../../src/bank/yaml/chunked-file.ts';
import { contentsOf } from '../../../src/bank/yaml/document.ts';
import { convert, positionsIn } from '../../../src/bank/yaml/nodes.ts';
import type { Node } from '../../../src/core/shapes/node.ts';
import { tries } from '../../support/laws.ts';
import { change, changed, file } from '../../support/question-files.ts';

const FILE = 'q.yaml';
const inChunks = (source: string) => readChunked(FILE, source.split('\n'));

/** The document as one; undefined where there is a mistake in it. */
function whole(source: string): Node | undefined {
  let mistakes = 0;
  const counter = new LineCounter();
  const add = () => {
    mistakes += 1;
  };
  const contents = contentsOf(source, counter, add, { weight: Number.POSITIVE_INFINITY });
  const node = mistakes === 0 ? convert(contents, 1, positionsIn(FILE, counter), add) : undefined;
  return mistakes === 0 ? node : undefined;
}

describe('what is read in chunks is what is read whole', () => {
  test.each([
    ['indented by two', file(20)],
    ['by nothing', file(20, '')],
    ['by seven', file(20, '       ')],
    ['with line ends of Windows', file(20).replaceAll('\n', '\r\n')],
    ['with nothing after the questions', file(20).replace('note: the end\n', '')],
    ['without an end of the last line', file(20).replace('note: the end\n', '').trimEnd()],
    ['with a dash by itself', file(20).replace('- id: q5', '-\n    id: q5')],
    ['with a question that is empty', file(20).replace('  - id: q5', '  - \n  - id: q5')],
  ])('%s', (_, source) => {
    expect(inChunks(source)).toBeDefined();
    expect(inChunks(source)).toEqual(whole(source));
  });

  test('every file of the bank that comes with the program', () => {
    const bank = join(import.meta.dirname, '../../../questions/aws-ml');
    const files = readdirSync(bank).filter((name) => /(?<!bank)\.yaml$/.test(name));
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      const source = readFileSync(join(bank, name), 'utf8');
      expect([name, inChunks(source)]).toEqual([name, whole(source)]);
    }
  });
});

describe('read whole is', () => {
  test.each([
    ['a file of a few questions', file(8)],
    ['one with documents', `---\n${file(20)}`],
    ['one that ends before its end', file(20).replace('  - id: q5', '...\n  - id: q5')],
    ['one with a field twice, before and after', file(20).replace('note: the end', 'questions: again')],
    ['one whose questions are no list', file(20).replace('questions: #', 'questions: |\n  text\nother: #')],
    ['one with something before the list', file(20).replace('here they are', "here\n  ''")],
    ['one with a mistake in a question', file(20).replace('stem: >', 'stem: "')],
    ['one with one before them', file(20).replace('one: A case', 'one: [A case')],
    ['one with one after them', file(20).replace('the end', '[the end')],
    ['one with an alias', file(20).replace('plain text', '*plain')],
    ['one nested too deep', file(20).replace('plain text', '['.repeat(30) + ']'.repeat(30))],
  ])('%s', (_, source) => {
    expect(inChunks(source)).toBeUndefined();
  });
});

test('a file that is read in chunks reads as it does as a whole, whatever is changed in it', () => {
  const indent = fc.constantFrom('', ' ', '  ', '    ');
  let read = 0;
  fc.assert(
    fc.property(indent, fc.array(change, { minLength: 1, maxLength: 3 }), (own, changes) => {
      const source = changes.reduce(changed, file(10, own));
      const found = inChunks(source);
      if (!found) return;
      read += 1;
      expect(found).toEqual(whole(source));
    }),
    { numRuns: tries(100) },
  );
  expect(read).toBeGreaterThan(0);
});
