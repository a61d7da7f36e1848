// A section is named by its heading, or by the path to it where several headings say the same.
import { describe, expect, test } from 'vitest';
import { readNotes } from '../../../src/bank/notes/notes.ts';
import { sectionsNamed } from '../../../src/bank/notes/sections.ts';
import { anchor, newEfforts } from '../../../src/bank/quotes/anchor.ts';

const page = (title: string) => `# ${title}\n\n## Costs\n### Complexity\nLookups take logarithmic time.\n`;
const notes = [
  readNotes('trees/btree.md', page('B+ Tree')),
  readNotes('trees/lsm.md', page('LSM Tree')),
  readNotes('bare.md', '## Complexity\nLookups take logarithmic time.\n\n## C# > Java\nTyped.\n'),
];

const named = (section: string) => sectionsNamed(notes, section).map((one) => `${one.notes.file}:${one.heading.first}`);

describe('a section', () => {
  test.each([
    ['its heading', 'Costs', ['trees/btree.md:3', 'trees/lsm.md:3']],
    ['the path that the screen shows', 'LSM Tree › Costs › Complexity', ['trees/lsm.md:4']],
    ['a path with a gap', 'LSM Tree › Complexity', ['trees/lsm.md:4']],
    ['a path as it is typed', 'LSM Tree > Complexity', ['trees/lsm.md:4']],
    ['a path of a link between pages', 'lsm#Complexity', ['trees/lsm.md:4']],
    ['its file before its heading', 'bare.md › Complexity', ['bare.md:1']],
    ['its file in its folder', 'trees/btree.md › Complexity', ['trees/btree.md:4']],
    ['a heading that has the signs of a path', 'C# > Java', ['bare.md:4']],
    ['no path from the bottom up', 'Costs › LSM Tree', []],
    ['no heading of another page', 'bare › Costs', []],
  ])('is named by %s: %s', (_, section, places) => {
    expect(named(section)).toEqual(places);
  });
});

describe('words that stand in several sections of one name', () => {
  const words = 'Lookups take logarithmic time.';

  test('are found in the first, with the other that may be meant and the names that tell them apart', () => {
    expect(anchor(notes, 'Complexity', words, newEfforts())).toMatchObject({
      quote: { file: 'trees/btree.md', lines: [5, 5] },
      name: 'B+ Tree › Complexity',
      rival: { at: { file: 'trees/lsm.md', line: 5 }, section: 'LSM Tree › Complexity' },
    });
  });

  test.each([
    ['B+ Tree › Complexity', 'trees/btree.md'],
    ['LSM Tree › Complexity', 'trees/lsm.md'],
    ['LSM Tree', 'trees/lsm.md'],
    ['bare.md › Complexity', 'bare.md'],
  ])('are one place under %s', (section, file) => {
    const anchored = anchor(notes, section, words, newEfforts());
    expect(anchored).toMatchObject({ quote: { file } });
    expect(anchored).not.toHaveProperty('rival');
  });

  test('are one place where the other section of that name lies inside', () => {
    const nested = [readNotes('n.md', '# S3\nObjects.\n\n## S3\nObjects.\n')];
    expect(anchor(nested, 'S3', 'Objects.', newEfforts())).not.toHaveProperty('rival');
  });
});
