// The notes of a bank with two files, as the reader turns their pages.
import { expect, test } from 'vitest';
import { readNotes } from '../../src/bank/notes.ts';
import { unicode } from '../../src/core/glyphs.ts';
import { plainText } from '../../src/core/text.ts';
import { notesReader, type Reading } from '../../src/terminal/notes-reader.ts';

const leaf = readNotes('leaf.md', '# Leaf\n- Green tea is not oxidised\n\n## Black\n- Black tea is\n- to the end');
const water = readNotes('water.md', '# Water\n- Green tea wants 80 degrees\n\n## Hard\n- Hard water dulls it');
const SIZE = { columns: 80, rows: 10 };

/** What the reader shows after these keys: where it stands, what is marked, and what is said under the page. */
function shown(reading: Partial<Reading>, ...names: string[]) {
  const reader = notesReader(
    { notes: [leaf, water], marks: new Map(), ...reading },
    unicode,
    () => undefined,
    () => undefined,
  );
  reader.screen(SIZE);
  for (const name of names) reader.press({ name, text: name });
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

test('begin with the first file, and name the file on the screen', () => {
  expect(shown({}).where).toBe('leaf.md line 1 of 6');
});

test('go on into the next file at the end of one, and back at its beginning', () => {
  expect(shown({}, 'space').where).toBe('leaf.md line 5 of 6');
  expect(shown({}, 'space', 'space').where).toBe('leaf.md line 6 of 6');
  expect(shown({}, 'space', 'space', 'space').where).toBe('water.md line 1 of 5');
  expect(shown({}, 'space', 'space', 'space', 'up').where).toBe('leaf.md line 6 of 6');
});

test('headings lead from file to file, and stop at the first and the last', () => {
  expect(shown({}, ']', ']').where).toBe('water.md line 1 of 5');
  expect(shown({}, ']', ']', ']', ']', ']').where).toBe('water.md line 4 of 5');
  expect(shown({}, ']', ']', '[').where).toBe('leaf.md line 4 of 6');
  expect(shown({}, '[').where).toBe('leaf.md line 1 of 6');
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
  expect(shown({ search: 'milk' }).said).toBe('"milk" does not stand in the notes.');
});

test('a quote is shown in its own file', () => {
  const quote = { file: 'water.md', lines: [5, 5] as const };
  expect(shown({ quote })).toMatchObject({ where: 'water.md line 1 of 5' });
  expect(shown({ quote: { ...quote, file: 'gone.md' } }).where).toBe('leaf.md line 1 of 6');
});
