// How much an import takes: each of these files would fill the memory or run for minutes where its bound did not hold.
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/core/limits.ts';
import { MOST_GROUPS } from '../../src/interop/data/records.ts';
import { type Format, isRefused } from '../../src/interop/format.ts';
import { formatNamed } from '../../src/interop/index.ts';
import { cardsIn } from '../../src/interop/markdown/forms/cards.ts';
import { begin, isPlacedInPicture, namesPlacing } from '../../src/interop/markdown/question/found.ts';
import { truthIn } from '../../src/interop/markdown/question/truth.ts';
import { markdownToText } from '../../src/interop/markdown/text.ts';
import { htmlToText } from '../../src/interop/markup/html.ts';
import { newBounds } from '../../src/interop/reading/bounds.ts';
import { lineCounter } from '../../src/interop/reading/lines.ts';
import { decode } from '../../src/interop/reading/source.ts';
import { takenBy } from '../support/interop.ts';

const MANY = 1_000_000;
const many = (unit: string, length = MANY) => unit.repeat(length / unit.length);
const record = (unit: string) => many(unit, limits.importRecordLength - 1000);

/** What is told of the first record that is refused. */
async function refusal(format: string, text: string, file?: string): Promise<string> {
  const taken = await takenBy(format, text, file);
  const first = taken.find(isRefused);
  return first ? `${first.at.line} ${first.code}: ${first.message}` : 'nothing';
}

const LONG_LINE = 'too-large: this line has more than 100000 characters';
const HEAP = 'truncated-html: a text ends in the middle of an HTML tag, or nests more than 100 of them';

test.each([
  ['csv', 'commas', many(','), `1 ${LONG_LINE}`],
  [
    'csv',
    'cells in a row',
    `question\n${','.repeat(limits.importFields)}\n`,
    '2 broken-row: this row has more than 128 cells: the rest is not read',
  ],
  [
    'csv',
    'options',
    `question,options,answer\nq?,"${record('a;')}",${'a;'.repeat(400)}\n`,
    '2 too-many-options: there are 49500 options; 26 is the most',
  ],
  ['csv', 'tags in tags', `question,a,b,answer\n${`${record('<b id=x>')},x,y,A\n`.repeat(5)}`, `2 ${HEAP}`],
  ['aiken', 'a line', many('x'), `1 ${LONG_LINE}`],
  ['aiken', 'options', `Q?\n${many('A. x\n')}ANSWER: A\n`, '1 key-ambiguous: two options are called A'],
  ['gift', 'a block', many('so it goes on\n'), '1 too-large: this record has more than 100000 characters'],
  ['gift', 'answers', `q {=a ${record('~b ')}}`, '1 too-many-options: the answer has more than 128 parts'],
  [
    'gift',
    'digits',
    `q {#${record('1')}}`,
    '1 unreadable-answer: "1111111111111111111111111111111111111111" is not a number',
  ],
  ['gift', 'tags', `${many('// [tag:a]\n')}q {=a ~b}`, '90910 wrong-count: this list has 128 entries; give it 1 to 32'],
  ['markdown', 'options', `# q?\n${many('- [x] b\n')}`, '1 too-large: this record has more than 100000 characters'],
  ['markdown', 'a line', `# q?\n${many('- ')}`, `2 ${LONG_LINE}`],
  [
    'anki',
    'gaps',
    `#separator:tab\n${Array.from({ length: 200 }, (_, at) => `{{c${at}::x}}`).join('')}\tb\n`,
    '2 too-large: this note has more than 128 gaps',
  ],
  ['anki', 'lists in lists', `#separator:tab\n${`${record('<ol type=A>')}\tA\n`.repeat(5)}`, `2 ${HEAP}`],
  [
    'anki',
    'sounds',
    `#separator:tab\n${`q\t${record('[sound:')}\n`.repeat(5)}`,
    '2 answer-too-long: the back is a text to be read, not an answer to be typed',
  ],
  [
    'moodle-xml',
    'elements',
    `<quiz>\n<question type="x">${many('<a/>')}</question>`,
    '2 broken-xml: this question cannot be read: it has more than 2000 elements',
  ],
  [
    'moodle-xml',
    'elements in elements',
    `<quiz>\n<question type="x">${many('<a>')}</question>`,
    '2 broken-xml: this question cannot be read: elements are nested deeper than 64',
  ],
  [
    'moodle-xml',
    'entities',
    `<quiz>\n<question type="x"><text>${many('&amp;')}</text></question>`,
    '2 broken-xml: this question cannot be read: it has more than 100000 characters of text',
  ],
  [
    'moodle-xml',
    'languages',
    `<quiz>\n<question type="multichoice"><questiontext><text>${record('&lt;span ')}</text></questiontext></question>`,
    '2 too-few-options: there are 0 options; two is the least',
  ],
  [
    'qti',
    'elements',
    `<assessmentItem>${many('<a/>')}</assessmentItem>`,
    '1 broken-xml: it has more than 2000 elements',
  ],
  [
    'qti',
    'elements of an item of QTI 1.2',
    `<questestinterop>\n<item ident="a">${many('<a/>')}</item>`,
    '2 broken-xml: this item cannot be read: it has more than 2000 elements',
  ],
  [
    'qti',
    'items of QTI 1.2',
    `<questestinterop>${many('<item>', 300_000)}`,
    '1 broken-xml: this item cannot be read: <item> is never closed',
  ],
  ['json', 'brackets', many('['), '1 too-large: the file is nested deeper than 64 levels'],
  ['json', 'fields in fields', many('{"a":'), '1 too-large: the file is nested deeper than 64 levels'],
  [
    'json',
    'marks',
    many(',', limits.importJsonMarks + 1),
    '1 too-large: the file has more than 5000000 marks: split it',
  ],
  [
    'json',
    'a text full of marks',
    `[{"question": "${many('\\"', 4_000_000)}"}]`,
    '1 too-large: entry 1: this entry has more than 100000 characters',
  ],
  [
    'json',
    'options',
    `[{"question": "q", "options": [${record('"a",')}"b"], "answer": "b"}]`,
    '1 too-many-options: entry 1: there are 24751 options; 26 is the most',
  ],
  ['yaml', 'marks', `[${many(',', 9000)}]\n`.repeat(300), '1 too-large: this file holds too much for one; split it'],
  [
    'yaml',
    'an entry',
    `${'- { question: "q?", answer: x }\n'.repeat(100)}- [${many('a, ', 60_000)}]\n`,
    '101 too-large: this line has more than 20000 characters; break it',
  ],
])('%s, %s without end: refused by name', async (format, _, text, expected) => {
  expect(await refusal(format, text)).toBe(expected);
});

test('JSON Lines: brackets that are open at the end of a line are closed there', async () => {
  const lines = `${'{"question": [\n'.repeat(200)}{"question": "q?", "options": ["x", "y"], "answer": "x"}\n`;
  const taken = await takenBy('json', lines, 'q.jsonl');
  expect(taken.filter((one) => !isRefused(one))).toHaveLength(1);
});

test('a YAML list full of mistakes is read as far as an import goes', async () => {
  const text = `questions:\n${'- ]\n'.repeat(limits.importRefused + 100)}`;
  const taken = await takenBy('yaml', text);
  expect(taken).toHaveLength(limits.importRefused + 1);
  expect(taken.at(-1)).toMatchObject({ at: { line: limits.importRefused + 2 }, code: 'yaml-syntax' });
});

test('a table whose quotation marks are wrong in every row is left after a hundred rows', async () => {
  const taken = await takenBy('csv', `question,answer\n${`"a" "b,${'c'.repeat(1000)}\n`.repeat(2000)}`);
  const told = taken.map((one) => isRefused(one) && `${one.at.line} ${one.message}`);
  expect([told.length, told[0], told.at(-1)]).toEqual([
    100,
    '2 text follows a closing quotation mark',
    '101 more than 100 rows are broken: the rest is not read',
  ]);
});

test('no sign is lost where the parser of tables is handed the next part of a text', async () => {
  const rows = Array.from({ length: 400 }, (_, at) => `${'x'.repeat(at % 3)}${'\u{1d54f}'.repeat(9)} ${at}?,y`);
  const taken = await takenBy('csv', `question,answer,type\n${rows.join(',cloze\n')},cloze\n`);
  expect(taken.filter((one) => isRefused(one) || one.question.stem.includes('\ufffd'))).toEqual([]);
});

test('a file may have so many lines and no more', () => {
  const told = (lines: number) => {
    const source = decode('q.md', new TextEncoder().encode('\n'.repeat(lines - 1)));
    return 'code' in source ? `${source.code}: ${source.message}` : 'read';
  };
  expect([told(limits.importLines), told(limits.importLines + 1)]).toEqual([
    'read',
    'too-large: the file has more than 1000000 lines: split it',
  ]);
});

const next = { at: { file: 'q.csv', line: 7 }, code: 'no-key', message: '' };

test.each([
  [
    'records',
    limits.importRecords,
    false,
    '100000 records of this file were read, 0 of them refused: from here on it is not read',
  ],
  [
    'refusals',
    limits.importRefused,
    true,
    '5000 records of this file were read, 5000 of them refused: from here on it is not read',
  ],
])('after so many %s the rest of a file is not read', (_, most, wereRefused, message) => {
  const bounds = newBounds('');
  for (let records = 1; records < most; records++) bounds.add(wereRefused);
  expect(bounds.beyond(next)).toBeUndefined();
  bounds.add(wereRefused);
  expect(bounds.beyond(next)).toEqual({ at: next.at, code: 'too-much', message });
});

describe('after so many characters of refused records the rest of a file is not read:', () => {
  const text = `${'x'.repeat(99_999)}\n`.repeat(41);
  const lines = (isRefused: (line: number) => boolean, size?: number) => {
    const bounds = newBounds(text);
    for (let line = 1; line <= 41; line++) {
      if (bounds.beyond({ ...next, at: { file: 'q', line }, ...(size !== undefined && { size }) })) return line;
      bounds.add(isRefused(line));
    }
    return 'all';
  };
  const most = limits.importRefusedLength / 100_000;

  test('counted by the lines up to the next record', () => {
    expect(lines(() => true)).toBe(most + 1);
    expect(lines((line) => line % 2 === 0)).toBe(2 * most + 1);
    expect(lines(() => false)).toBe('all');
  });

  test('or by what a reader says that it went through', () => {
    expect(lines(() => true, 10)).toBe('all');
    expect(lines(() => true, limits.importRefusedLength / 2)).toBe(3);
  });
});

test('Markdown is left after so many lines without a question', async () => {
  const question = '# Is it?\n- [x] yes\n- [ ] no\n\n---\n';
  const told = async (idle: number) =>
    (await takenBy('markdown', `${question}${'---\n'.repeat(idle)}${question}`)).map((one) =>
      isRefused(one) ? `${one.at.line} ${one.code}` : one.question.stem,
    );
  expect(await told(limits.importIdleLines - 10)).toEqual(['Is it?', 'Is it?']);
  expect(await told(limits.importIdleLines)).toEqual(['Is it?', `${limits.importIdleLines + 2} too-much`]);
});

test.each([
  ['a question mark', `Which is it?${record(' ')}x\n\n- [x] a\n- [ ] b\n`],
  ['the number of a question', `Question 3${record('\u00a0')}x\n\nWhich is it?\n\n- [x] a\n- [ ] b\n`],
  ['an option', `Which is it?\n\n- a ✅${record(' ')}x\n- **b**\n`],
])('Markdown with white space without end is gone through a few times: behind %s', async (_, text) => {
  expect(await takenBy('markdown', text)).toHaveLength(1);
});

test('the lines of an option in Markdown are gone through a few times, however many', async () => {
  const question = `# Which is it?\n\nA) x\n${'.\n'.repeat(19_000)}B) y\n\nAnswer: A\n\n`;
  expect(await takenBy('markdown', question.repeat(3))).toHaveLength(3);
});

test.each(['prose', 'DRAG DROP'])(
  'at each paragraph below %s a few lines are looked at, however many there are',
  (first) => {
    const { found } = begin(1);
    found.stem.push(first, ...Array.from({ length: 30_000 }, () => 'on it goes'));
    expect(found.stem.some(() => isPlacedInPicture(found))).toBe(false);
  },
);

test.each([
  ['headings of answers', '**Answers**\n1. none of them\n', 6000],
  ['blocks of a quiz', '<?quiz?>\n', 40_000],
  ['points below points', '- a\n  - b\n', 10_000],
  ['a text without end', '[a]: b\n', 40_000],
])('Markdown is gone through a few times, however often something seems to begin: %s', async (_, unit, times) => {
  const taken = await takenBy('markdown', unit.repeat(times));
  expect(taken.every(isRefused)).toBe(true);
});

test.each<[string, (line: string) => unknown, unknown]>([
  ['a truth behind it', (line) => truthIn(`The moon is${line}far`), undefined],
  ['a card', (line) => cardsIn(['#flashcards', `${line}far`]), []],
  ['what calls itself a question', (line) => namesPlacing({ ...begin(1).found, stem: [`${line}far`] }), false],
])('blanks in a line of Markdown are gone through a few times, however many: %s', (_, read, found) => {
  expect(read(' '.repeat(300_000))).toEqual(found);
});

test('lists and maps without a question are looked into as long as there may be records in them', async () => {
  const told = async (groups: number) =>
    (
      await takenBy(
        formatNamed('json') as Format,
        `[${'{"questions":[]},'.repeat(groups)}{"question":"Is it?","options":["yes","no"],"answer":"yes"}]`,
      )
    ).map((one) => (isRefused(one) ? one.code : one.question.stem));
  expect(await told(MOST_GROUPS / 2 - 1)).toEqual(['Is it?']);
  expect(await told(MOST_GROUPS)).toEqual(['no-questions']);
});

test('places in a text of one line are told without looking through it each time', () => {
  const text = `\n${'x'.repeat(20_000_000)}`;
  const lineAt = lineCounter(text);
  const lines = new Set(Array.from({ length: 20_000 }, (_, at) => lineAt(at + 1)));
  expect([...lines, lineAt(0), lineAt(1)]).toEqual([2, 1, 2]);
});

test.each([
  ['entities', '&amp;', '&'],
  ['paragraphs', '<p>x</p>', 'x\n\n'],
  ['breaks', 'x<br>', 'x\n'],
])('HTML of any length is read once: %s', (_, unit, read) => {
  expect(htmlToText(unit.repeat(50_000)).text).toBe(read.repeat(50_000).trim());
});

test.each(['_a', '**a *b* ', '<?', '<!--', '[a]('])(
  'Markdown with more marks than a text has stays as it is: %s',
  (unit) => {
    const text = unit.repeat(9000 / unit.length);
    expect(Array.from({ length: 50 }, () => markdownToText([text]).text).at(-1)).toBe(text);
  },
);
