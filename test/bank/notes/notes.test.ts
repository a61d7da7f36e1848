import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNotes } from '../../../src/bank/notes/notes.ts';
import { SOURCE } from '../sample-notes.ts';

const notes = readNotes('notes.md', SOURCE);

describe('readNotes', () => {
  test('knows every heading with its lines, and takes no code for one', () => {
    expect(notes.headings.map(({ title, depth, first, last }) => [title, depth, first, last])).toEqual([
      ['My notes', 1, 1, 4],
      ['1. Data', 1, 5, 44],
      ['1. Where it starts... Amazon S3', 2, 7, 27],
      ['Overview', 3, 9, 22],
      ['Tiers', 3, 23, 27],
      ['2. Kinesis', 2, 28, 41],
      ['Overview', 3, 30, 41],
      ['Setext heading', 2, 42, 44],
    ]);
  });

  test('Windows and old Macintosh line ends give the same lines', () => {
    for (const end of ['\r\n', '\r']) {
      const other = readNotes('notes.md', SOURCE.replaceAll('\n', end));
      expect(other.headings).toEqual(notes.headings);
      expect(other.lines).toEqual(notes.lines);
    }
  });

  test('any text is read without throwing, and headings lie inside it', () => {
    const markdown = fc.string({
      unit: fc.constantFrom('# ', '\n', '```', '- ', '> ', 'a', '**', '<br>', '\r\n', '---', '=', '\t'),
    });
    fc.assert(
      fc.property(markdown, (source) => {
        const { headings, lines, plain } = readNotes('n.md', source);
        expect(plain).toHaveLength(lines.length);
        for (const { first, last } of headings) {
          expect(first).toBeGreaterThanOrEqual(1);
          expect(last).toBeGreaterThanOrEqual(first);
          expect(last).toBeLessThanOrEqual(lines.length);
        }
      }),
    );
  });
});

test('front matter is no heading, and lines keep their numbers', () => {
  const { headings, lines } = readNotes('n.md', '---\ntitle: Notes\ntags: [a, b]\n---\n# Tea\n');
  expect(headings).toMatchObject([{ title: 'Tea', first: 5 }]);
  expect(lines[1]).toBe('title: Notes');
});

test('a rule at the top with prose under it is no front matter', () => {
  const { headings } = readNotes('n.md', '---\nNotes on tea, and more\n---\n');
  expect(headings).toMatchObject([{ title: 'Notes on tea, and more' }]);
});

test('marks without an end are found fast', () => {
  const long = ['[', '[[', '==', '~~', '<b', '[a](', '{#', '<!--', '<!---->', '%%', ' ^a', '[^'].map((mark) =>
    mark.repeat(50_000),
  );
  expect(readNotes('n.md', long.join('\n')).plain).toHaveLength(long.length);
});
