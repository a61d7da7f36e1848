// What is read of each fixture, record by record: test/fixtures/interop/told.txt is the transcript.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/interop/format.ts';
import { formatNamed, formatOf } from '../../src/interop/index.ts';
import { decode } from '../../src/interop/reading/source.ts';
import { parseColumns, resolveColumns } from '../../src/interop/tables/columns-given.ts';
import { itemOf } from '../support/arbitraries.ts';
import { codes, takenBy } from '../support/interop.ts';
import { told, toldBy, toldWithoutLines } from '../support/told.ts';

const folder = join(import.meta.dirname, '../fixtures/interop');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.\w+$/.test(file) && file !== 'told.txt')
  .sort();

function named(name: string): Format {
  const format = formatNamed(name);
  if (!format) throw new Error(`there is no format ${name}`);
  return format;
}

test('each record of each fixture is taken in as it should be, or refused by name', async () => {
  const transcript: string[] = [];
  for (const file of files) {
    const bytes = readFileSync(join(folder, file));
    const source = decode(file, bytes);
    const format = 'code' in source ? named('json') : formatOf(file, source.text);
    expect(format, file).toBeDefined();
    transcript.push(`== ${file}: ${format?.name}`, ...(await toldBy(format ?? named('json'), bytes, file)), '');
  }
  await expect(transcript.join('\n')).toMatchFileSnapshot('../fixtures/interop/told.txt');
});

describe('keys are never guessed', () => {
  const json = (records: unknown) => takenBy('json', JSON.stringify(records));

  test('a number counts from 0 or from 1 as the file as a whole shows', async () => {
    const options = ['a', 'b', 'c'];
    const question = (answer: unknown) => ({ question: 'Which?', options, answer });
    expect(told(await json([question(0), question(1)]))).toEqual([
      '1 single: Which? [*a | b | c]',
      '1 single: Which? [a | *b | c]',
    ]);
    expect(told(await json([question(3), question(1)]))).toEqual([
      '1 single: Which? [a | b | *c]',
      '1 single: Which? [*a | b | c]',
    ]);
    expect(codes(await json([question(1), question(2)]))).toEqual(['key-ambiguous', 'key-ambiguous']);
  });

  test('an answer that is the text of an option, and can be no place, is that text', async () => {
    const taken = await json([{ question: 'How many?', options: [4, 2, 1], answer: 4 }]);
    expect(told(taken)).toEqual(['1 single: How many? [*4 | 2 | 1]']);
  });
});

describe('a letter beside options in the text', () => {
  const IN_TEXT = 'Which? A) red B) green';

  test.each<[string, (answer: string) => string, string]>([
    ['gift', (answer) => `${IN_TEXT} {=${answer}}\n`, 'a.gift'],
    ['anki', (answer) => `#separator:tab\n${IN_TEXT}\t${answer}\n`, 'a.txt'],
    ['json', (answer) => JSON.stringify([{ question: IN_TEXT, answer }]), 'a.json'],
    ['markdown', (answer) => `### ${IN_TEXT}\n\nAnswer: ${answer}\n`, 'a.md'],
    [
      'moodle-xml',
      (answer) =>
        `<quiz><question type="shortanswer"><questiontext><text>${IN_TEXT}</text></questiontext><answer fraction="100"><text>${answer}</text></answer></question></quiz>`,
      'a.xml',
    ],
  ])('%s: is never typed, and told when no option has it', async (name, source, file) => {
    const codes = (answer: string) => toldWithoutLines(name, source(answer), file);
    expect(await codes('B')).toEqual(['refused key-ambiguous']);
    expect(await codes('E')).toEqual(['refused key-out-of-range']);
    expect(await codes('green')).toEqual([`cloze: ${IN_TEXT} ["green"]`]);
  });

  test.each([
    ['anki', '#separator:tab\n"Which?\nA) red\nB) green"\tE\n', 'a.txt'],
    ['csv', 'question,A,B,answer\nWhich?,red,green,E\n', 'a.csv'],
    ['csv', 'question,A,B,answer\nWhich?,red,green,"B,E"\n', 'a.csv'],
  ])('%s: a letter beyond the options is out of range', async (name, source, file) => {
    expect((await toldBy(name, source, file))[0]).toMatch(/refused key-out-of-range$/);
  });
});

describe('a note of a type with gaps', () => {
  const notes = (head: string, ...rows: string[]) =>
    takenBy('anki', `#separator:tab\n${head}\n${rows.join('\n')}\n`, 'a.txt');

  test('that has none is refused', async () => {
    expect(told(await notes('#notetype:Cloze', 'No gap\textra', 'A {{c1::gap}}\t'))).toEqual([
      '3 refused no-gap',
      '4 cloze: A ____ ["gap"]',
    ]);
    expect(told(await notes('#notetype column:1', 'Cloze\tNo gap\textra', 'Basic\tWhat?\tThis'))).toEqual([
      '3 refused no-gap',
      '4 cloze: What? ["This"]',
    ]);
  });
});

test('questions by name may be as many as a file has room for', async () => {
  const named100 = Array.from(
    { length: 100 },
    (_, n) => `  q${n}: { question: "Which ${n}?", options: [a, b], answer: b }\n`,
  );
  const taken = await takenBy('yaml', `quiz:\n${named100.join('')}`, 'a.yaml');
  expect(told(taken)).toHaveLength(100);
  expect(told(taken)[99]).toBe('101 single: Which 99? [a | *b]');
});

describe('columns named by the user', () => {
  const table = 'x;Which?;red;green;blue;3\ny;And?;1;2;3;1\n';
  const resolved = (text: string, row: readonly string[]) => resolveColumns(parseColumns(text) ?? new Map(), row);
  const meant = (text: string, row: readonly string[]) => {
    const found = resolved(text, row);
    if ('missing' in found) throw new Error(`there is no ${found.missing}`);
    return found;
  };
  const headings = ['Nr', 'Frage', 'Antwort A', 'Antwort B', 'Antwort-C', 'Richtig'];

  test('need no headings', async () => {
    const columns = meant('question=2,options=3-5,answer=6', ['x', 'Which?', 'red', 'green', 'blue', '3']);
    expect(await toldBy('csv', table, 'a.csv', columns)).toEqual([
      '1 single: Which? [red | green | *blue]',
      '2 single: And? [*1 | 2 | 3]',
    ]);
  });

  test('or are headings in any language, which are then no question', async () => {
    const german = `${headings.join(';')}\n1;Welche?;rot;grün;blau;C\n`;
    const columns = meant('question=frage,options=Antwort A-Antwort-C,answer=Richtig', headings);
    expect(await toldBy('csv', german, 'a.csv', columns)).toEqual(['2 single: Welche? [rot | grün | *blau]']);
  });

  test.each([
    ['question=2,options=3-4,answer=6', { question: 2, 'option 1': 3, 'option 2': 4, answer: 6 }],
    ['question=Frage,option a=antwort a,option b=Antwort B', { question: 2, 'option a': 3, 'option b': 4 }],
    ['question=Frage,options=Antwort-C', { question: 2, options: 5 }],
  ])('%s', (text, expected) => {
    const found = resolved(text, headings);
    expect('columns' in found && Object.fromEntries(found.columns)).toEqual(expected);
  });

  test.each([
    ['question=7', '7'],
    ['question=2,options=3-9', '3-9'],
    ['question=Stem', 'Stem'],
    ['question=2,options=5-3', '5-3'],
  ])('%s names what is not there', (text, missing) => {
    expect(resolved(text, headings)).toEqual({ missing });
  });

  test.each(['', 'question', 'question=0', '=1', 'question=1,zebra=2', 'question=1,question=2', 'from=2'])(
    '"%s" is refused',
    (text) => {
      expect(parseColumns(text)).toBeUndefined();
    },
  );
});

test.each([
  ['text after a closing quotation mark', '"r2" then,x,y,B'],
  ['a quotation mark that nothing closes', '"r2 then,x,y,B'],
  ['a quotation mark that opens inside a cell', 'r2 "then,x,y",B'],
])('a row of a table with %s is refused by its line, and no other row is lost', async (_, broken) => {
  const rows = ['r1,x,y,A', broken, 'r3,x,y,A', 'r4,x,y,B', '"r5",x,y,A', '', 'r6,x,y,A', 'r7,"x",y,B', 'r8,x,y,B'];
  const taken = await takenBy('csv', ['question,a,b,answer', ...rows, ''].join('\n'));
  expect(told(taken).map((line) => line.replace(/ \[.*/, ''))).toEqual([
    '2 single: r1',
    '3 refused broken-row',
    '4 single: r3',
    '5 single: r4',
    '6 single: r5',
    '8 single: r6',
    '9 single: r7',
    '10 single: r8',
  ]);
});

test('a spreadsheet runs no cell: what could be a formula stands behind a quotation mark', async () => {
  const texts = ['=1+1', '+1', '-1', '@x'];
  const options = texts.map((text, index) => ({ id: 'abcd'[index] ?? '', text }));
  const item = { ...itemOf('q', { type: 'single', options, answer: ['a'] }), stem: '=HYPERLINK("x")' };
  const bank = { id: 'x', title: 'x', topics: new Map(), exams: [], items: [item] };
  const written = await named('csv').writes?.(bank);
  const cells = String(written?.content).split('\r\n')[1]?.split(',') ?? [];
  expect(cells).toEqual(expect.arrayContaining(["'=1+1", "'+1", "'-1", "'@x"]));
  expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
});
