// The notes of a bank, as the reader turns their pages: of one with two files, and of the shipped one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readNotes } from '../../../src/bank/notes/notes.ts';
import { usualKeys } from '../../../src/core/keymap.ts';
import { unicode } from '../../../src/core/text/glyphs.ts';
import { plainText } from '../../../src/core/text/styled.ts';
import { readOn } from '../../../src/terminal/input/keys.ts';
import type { OpenNotes } from '../../../src/terminal/notes/notes-page.ts';
import { notesReader } from '../../../src/terminal/notes/notes-reader.ts';
import { palette } from '../../../src/terminal/painting/colour.ts';
import { heightOf, layOut, type Size } from '../../../src/terminal/painting/layout.ts';
import { rememberingPainter } from '../../../src/terminal/painting/paint.ts';
import { keys, sitDown } from '../../support/pty.ts';
import { BANK, tempFolder } from '../../support/quiz.ts';

const leaf = readNotes('leaf.md', '# Leaf\n- Green tea is not oxidised\n\n## Black\n- Black tea is\n- to the end');
const water = readNotes('water.md', '# Water\n- Green tea wants 80 degrees\n\n## Hard\n- Hard water dulls it');
const shipped = readNotes('notes.md', readFileSync(join(BANK, 'notes.md'), 'utf8'));
const look = { glyphs: unicode, palette: palette(false), keys: usualKeys };
const SIZE = { columns: 80, rows: 10 };

function readerOf(reading: Partial<OpenNotes>) {
  const nothing = () => undefined;
  return notesReader({ notes: [leaf, water], marks: new Map(), ...reading }, look, nothing, nothing);
}

/** What the reader shows after these keys: where it stands, what is marked, and what is said under the page. */
function shown(reading: Partial<OpenNotes>, ...names: string[]) {
  const reader = readerOf(reading);
  reader.screen(SIZE);
  for (const name of names) reader.press(readOn('reader', { name, text: name }, look.keys));
  const { header, body, footer } = reader.screen(SIZE);
  const [head] = header;
  const where = head && 'right' in head ? (head.right ?? []).map(({ text }) => text).join('') : '';
  const marked = body
    .map((block) => ('columns' in block ? '' : plainText(block)))
    .filter((text) => text.startsWith('▌'));
  return {
    where,
    marked: marked.map((text) => text.replace(/^▌ +\d+ +• /, '- ')),
    said: footer.length > 1 && footer[0] ? plainText(footer[0]) : '',
  };
}

test('while words are typed the footer names what Enter and Esc do to them', () => {
  const reader = readerOf({ drill: () => undefined });
  const foot = (...names: string[]) => {
    for (const name of names) reader.press(readOn('reader', { name, text: name }, look.keys));
    return reader.screen(SIZE).footer.map(plainText).at(-1);
  };
  expect(foot('/')).toBe('Enter\u00a0find  Esc\u00a0back');
  expect(foot('esc')).not.toContain('find  Esc');
});

test('begin with the first file, and name the file on the screen', () => {
  expect(shown({}).where).toBe('leaf.md line 1 of 6');
});

test('go on into the next file at the end of one, and back at its beginning', () => {
  expect(shown({}, 'down').where).toBe('leaf.md line 2 of 6');
  expect(shown({}, 'space').where).toBe('leaf.md line 6 of 6');
  expect(shown({}, 'space', 'space').where).toBe('water.md line 1 of 5');
  expect(shown({}, 'space', 'space', 'up').where).toBe('leaf.md line 6 of 6');
});

test('code stands as it is written, numbers and boxes stay, and marks go', () => {
  const source = [
    '## 2. Code',
    '```python',
    'def __init__(self, **kw):',
    '    # a comment',
    '            return a**b**c',
    '- 1',
    '```',
    '1. a **first** step',
    '    - [x] `done`',
    '- [ ] to do',
  ];
  const reader = readerOf({ notes: [readNotes('code.md', source.join('\n'))] });
  const rows = layOut(
    reader.screen({ ...SIZE, rows: 20 }),
    { ...SIZE, rows: 20 },
    0,
    rememberingPainter(look.palette),
  ).rows;
  expect(rows.slice(2, 12).map((row) => row.trimEnd())).toEqual([
    '      1  2. Code',
    '      2  python',
    '      3  def __init__(self, **kw):',
    '      4      # a comment',
    '      5              return a**b**c',
    '      6  - 1',
    '      7',
    '      8  1. a first step',
    '      9      • [x] done',
    '     10  • [ ] to do',
  ]);
});

test('in a narrow window the keys take two rows at most, whatever Enter does', () => {
  const narrow = { columns: 40, rows: 20 };
  for (const reading of [{}, { drill: () => undefined }]) {
    const { footer } = readerOf(reading).screen(narrow);
    expect(heightOf(footer, narrow.columns, look.palette)).toBe(2);
    expect(footer.map(plainText).join()).toMatch(/find.*back.*keys/);
  }
});

test('headings lead from file to file, and stop at the first and the last', () => {
  expect(shown({}, ']', ']').where).toBe('water.md line 1 of 5');
  expect(shown({}, ']', ']', ']', ']', ']').where).toBe('water.md line 4 of 5');
  expect(shown({}, ']', ']', '[').where).toBe('leaf.md line 4 of 6');
  expect(shown({}, '[').where).toBe('leaf.md line 1 of 6');
});

test.each([
  ['Esc', ['/', 'x', 'esc']],
  ['Enter in an empty field', ['/', 'enter']],
])('%s leaves what is looked for as it was', (_, typed) => {
  expect(shown({ search: 'green' }, ...typed, 'n').said).toBe('2 of 2 lines with "green"');
});

test('a search finds what stands in any file, one after the other, and begins anew after the last', () => {
  const search = { search: 'degrees' };
  expect(shown(search).where).toBe('water.md line 1 of 5');
  expect(shown({ search: 'green tea' })).toMatchObject({ marked: ['- Green tea is not oxidised'] });
  expect(shown({ search: 'green tea' }, 'n')).toMatchObject({
    where: 'water.md line 1 of 5',
    marked: ['- Green tea wants 80 degrees'],
    said: '2 of 2 lines with "green tea"',
  });
  expect(shown({ search: 'green tea' }, 'n', 'n')).toMatchObject({ said: '1 of 2 lines with "green tea"' });
  expect(shown({ search: 'green tea' }, 'n', 'j').marked).toEqual([]);
  expect(shown({}, '/', 'enter').said).toBe('');
  expect(shown({}, 'n').said).toBe('Nothing is looked for yet: press / and type a word.');
  expect(shown({ search: 'milk' }).said).toBe('"milk" does not stand in the notes.');
});

test('a quote is shown in its own file', () => {
  const quote = { file: 'water.md', lines: [5, 5] as const };
  expect(shown({ quote })).toMatchObject({ where: 'water.md line 3 of 5' });
  expect(shown({ quote: { ...quote, file: 'gone.md' } }).where).toBe('leaf.md line 1 of 6');
});

const SIZES = ['132x43', '80x24', '60x15', '40x20', '40x10'].map((text) => {
  const [columns = 0, rows = 0] = text.split('x').map(Number);
  return [text, { columns, rows }] as const;
});

/** The rows of a reader's window. */
function rowsOf(reader: ReturnType<typeof readerOf>, size: Size): string[] {
  const { rows } = layOut(reader.screen(size), size, 0, rememberingPainter(look.palette));
  return rows.map((row) => row.trimEnd());
}

/** Presses the key until it changes nothing: all rows that were seen on the way. */
function seenBy(reader: ReturnType<typeof readerOf>, name: string, size: Size): Set<string> {
  const seen = new Set<string>();
  for (let last = '', now = rowsOf(reader, size); now.join() !== last; now = rowsOf(reader, size)) {
    for (const row of now) seen.add(row);
    last = now.join();
    reader.press({ name, text: '' });
  }
  return seen;
}

test.each(SIZES)('page by page every row of the shipped notes is seen, down and up again (%s)', (_, size) => {
  const all = rowsOf(readerOf({ notes: [shipped] }), { ...size, rows: 5000 }).slice(3, -4);
  const reader = readerOf({ notes: [shipped] });
  for (const key of ['space', 'b']) {
    const seen = seenBy(reader, key, size);
    expect(all.filter((row) => !seen.has(row))).toEqual([]);
  }
});

/** How many lines of the window are marked. */
function marked(reader: ReturnType<typeof readerOf>, size: Size): number {
  return rowsOf(reader, size).filter((row) => row.startsWith(' ▌')).length;
}

test.each(SIZES)('each line that is found is on the screen, in a window of any size (%s)', (_, size) => {
  for (const search of ['the', 'shard', 'data']) {
    const reader = readerOf({ notes: [shipped], search });
    const of = Number(/of (\d+)\s+lines/.exec(rowsOf(reader, size).join('\n'))?.[1]);
    expect(of).toBeGreaterThan(5);
    for (let found = 1; found <= of; found++) {
      expect([search, found, marked(reader, size)]).toEqual([search, found, 1]);
      reader.press({ name: 'next', text: 'n' });
    }
  }
});

test('a quote is on the screen in a short window and after the window was made smaller', () => {
  const quote = { file: 'notes.md', lines: [186, 187] as const };
  const reader = readerOf({ notes: [shipped], quote });
  for (const [, size] of [...SIZES, ...SIZES.toReversed()]) {
    expect(rowsOf(reader, size).some((row) => row.startsWith(' ▌  186'))).toBe(true);
    expect(marked(reader, size)).toBe(2);
  }
});

test('what `quiz notes` was asked for is seen in a window of ten rows', async () => {
  const seat = sitDown(['notes', 'shard', '--bank', BANK], { data: tempFolder(), rows: 10 });
  await seat.see(/▌ +186 /);
  seat.resize(40, 10);
  await seat.see(/▌ +186 /);
  await seat.press(' ', ' ', keys.ctrlC);
  await seat.exit;
});

test('a word is found that was pasted, of several lines the first; a long one shows its end', async () => {
  const seat = sitDown(['notes', '--bank', BANK], { data: tempFolder() });
  await seat.see('line 1 of 376');
  await seat.press('/');
  seat.type('\u001b[200~shard\r\nfirehose\u001b[201~');
  await seat.see('Find: shard_');
  await seat.press(keys.enter);
  await seat.see('1 of 8 lines with "shard"');
  await seat.press('/', 'a', '👋');
  await seat.see('Find: a👋_');
  await seat.press('\u007f');
  await seat.see('Find: a_');
  await seat.press(' ', 'b', '\u0017');
  await seat.see('Find: a _');
  await seat.press('\u0015');
  await seat.see('Find: _');
  await seat.press('a');
  seat.type(`${'lorem ipsum '.repeat(300)}`);
  await seat.see(/^ Find: \.\.\.[lorem ipsu]{66,}_$/m);
  expect((await seat.screen()).split('\n').at(-1)).toBe(' Enter find  Esc back');
  await seat.press(keys.esc, 'q');
  await seat.exit;
});
