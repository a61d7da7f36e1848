import { describe, expect, it, test } from 'vitest';
import { coverageOf, omissionProblems } from '../../../src/bank/check/coverage.ts';
import { statementsOf } from '../../../src/bank/check/statements.ts';
import { readNotes } from '../../../src/bank/notes/notes.ts';
import { locate } from '../../../src/bank/quotes/locate.ts';
import type { Item } from '../../../src/core/items/item.ts';
import { ascii } from '../../../src/core/text/glyphs.ts';
import { isTable, plainText } from '../../../src/core/text/styled.ts';
import { coverageBlocks } from '../../../src/reports/coverage.ts';
import { item } from './items.ts';

const SOURCE = `---
title: front matter
---
# Store
Intro line of the store.

<br>

## Facts
- Objects have a **key**
- Names are short
- Producer
    - One per stream
Examples...
\`\`\`
by date: year/month
\`\`\`
\`\`\`python
print("a listing")
\`\`\`
## Very important limits
One megabyte a second

---
## Network
- Endpoint
    - Traffic stays inside
    - **Very important for the exam**
- Elsewhere

To remember...
- First thing
- Second thing

❗ Mind this
| name | value |
|------|-------|
Not important at all
`;
const notes = readNotes('notes.md', SOURCE);
const lineOf = (text: string) => notes.lines.findIndex((line) => line.includes(text)) + 1;

test('a listing that another fence stands in is a listing to its end', () => {
  const source = '# A\n````md\n```\nNo statement of the notes\n```\n````\nA statement of the notes\n';
  expect(statementsOf(readNotes('n.md', source)).map(({ text }) => text)).toEqual(['A statement of the notes']);
});

test('a formula is told with all its signs', () => {
  const source = '# A\n- *Kinetic* energy is $\\frac{1}{2} m_{0} \\hat{v}_1$\n';
  expect(statementsOf(readNotes('n.md', source)).map(({ text }) => text)).toEqual([
    'Kinetic energy is $\\frac{1}{2} m_{0} \\hat{v}_1$',
  ]);
});

describe('statements', () => {
  const statements = statementsOf(notes);

  it('are the lines that claim something', () => {
    expect(statements.map(({ text }) => text)).toEqual(
      [
        'Intro line of the store.',
        'Objects have a key',
        'Names are short',
        'One per stream',
        'by date: year/month',
        'One megabyte a second',
        'Traffic stays inside',
        'Elsewhere',
        'First thing',
        'Second thing',
        '❗ Mind this',
        'Not important at all',
      ].map((text) => text.replace('❗ ', '')),
    );
  });

  it('weigh three where the author marks them', () => {
    const marked = statements.filter(({ weight }) => weight === 3).map(({ text }) => text);
    expect(marked).toEqual([
      'Objects have a key',
      'One megabyte a second',
      'Traffic stays inside',
      'First thing',
      'Second thing',
      'Mind this',
    ]);
  });

  it.each([
    ['the names of columns', '| Tea | Oxidised |\n|:---|---|\n| Black | fully |', ['| Black | fully |']],
    [
      'a row that has no names above it',
      '| Black | fully |\n| Green | not |',
      ['| Black | fully |', '| Green | not |'],
    ],
    ['the head of a callout', '> [!note] Mark\n> Oolong is partly oxidised.', ['Oolong is partly oxidised.']],
    ['but a callout whose title says something', '> [!tip]- Green tea is not oxidised', ['Green tea is not oxidised']],
    ['comments', '%% ask her %%\nIt is fired %%or steamed%% first.', ['It is fired first.']],
    ['pictures', '![[leaf.png]]\n![a leaf](leaf.png)', []],
    [
      'lists of other pages',
      '- [[Oolong]], [[Puerh|Pu-erh]]\n- [Green](green.md)\n- See [[Oolong]]',
      ['See [[Oolong]]'],
    ],
  ])('are not %s', (_, source, texts) => {
    const found = statementsOf(readNotes('n.md', `# H\n\n${source}\n`));
    expect(found.map(({ text }) => text)).toEqual(texts);
    expect(found.every(({ weight }) => weight === 1)).toBe(true);
  });

  it('below a callout that is called important are important', () => {
    const found = statementsOf(readNotes('n.md', '# H\n\n> [!important]\n> Oolong is partly oxidised.\n'));
    expect(found).toMatchObject([{ text: 'Oolong is partly oxidised.', weight: 3 }]);
  });

  it('know their section and line', () => {
    expect(statements[1]).toEqual({
      file: 'notes.md',
      line: lineOf('Objects'),
      section: 'Facts',
      text: 'Objects have a key',
      weight: 3,
    });
  });
});

function asking(id: string, section: string, text: string, scenario = false): Item {
  const located = locate([notes], section, text);
  if (!('quote' in located)) throw new Error(`not in the notes: ${text}`);
  return item(id, { quotes: [located.quote], scenario });
}

function omission(section: string, text: string) {
  const at = { file: 'bank.yaml', line: 7, column: 5 };
  return { section, text, reason: 'out of date', at, located: locate([notes], section, text) };
}

describe('coverage', () => {
  const items = [
    asking('a', 'Facts', 'Objects have a key'),
    asking('b', 'Facts', 'Objects have a key Names are short', true),
    asking('c', 'Facts', 'Objects have a key'),
    asking('d', 'Network', 'First thing'),
  ];
  const coverage = coverageOf(items, [notes], [omission('Network', 'Elsewhere')]);

  it('counts the questions that quote each line, scenarios apart', () => {
    const counts = coverage.statements.filter(({ questions }) => questions > 0);
    expect(counts.map(({ text, questions, scenarios }) => [text, questions, scenarios])).toEqual([
      ['Objects have a key', 3, 1],
      ['Names are short', 1, 1],
      ['First thing', 1, 0],
    ]);
  });

  it('sums by weight', () => {
    expect(coverage).toMatchObject({ coveredWeight: 3 + 1 + 3, totalWeight: 6 * 3 + 6 });
    expect(coverage.share).toBeCloseTo(7 / 24);
  });

  it('tells left out from uncovered', () => {
    expect(coverage.leftOut.map(({ text, reason }) => [text, reason])).toEqual([['Elsewhere', 'out of date']]);
    expect(coverage.uncovered).toHaveLength(coverage.statements.length - 4);
  });

  it('names sections without any question', () => {
    expect(coverage.emptySections.map(({ section }) => section)).toEqual(['Store', 'Very important limits']);
  });

  it('names what is important and asked by fewer than three, or by no scenario', () => {
    expect(coverage.short.map(({ text }) => text)).toEqual([
      'One megabyte a second',
      'Traffic stays inside',
      'First thing',
      'Second thing',
      'Mind this',
    ]);
  });

  it('of notes that state nothing is whole', () => {
    expect(coverageOf([], [], []).share).toBe(1);
  });
});

describe('what is left out', () => {
  it.each([
    ['left-out-not-found', omission('Facts', 'Objects have no key')],
    ['left-out-not-found', omission('Fictions', 'Objects have a key')],
    ['left-out-but-quoted', omission('Facts', 'Objects have a key')],
  ])('%s: stands at its entry in the manifest', (code, entry) => {
    const coverage = coverageOf([asking('a', 'Facts', 'Objects have a key')], [notes], [entry]);
    expect(omissionProblems(coverage, [entry])).toEqual([
      expect.objectContaining({ code, severity: 'warning', at: entry.at }),
    ]);
  });

  it('passes what is in the notes and not asked', () => {
    const entry = omission('Facts', 'Names are short');
    expect(omissionProblems(coverageOf([], [notes], [entry]), [entry])).toEqual([]);
  });
});

describe('the report', () => {
  it('of no notes tells no share', () => {
    const mix = { questions: 0, types: {}, levels: {}, scenarios: 0 };
    const rows = coverageBlocks(coverageOf([], [], []), mix, ascii).flatMap((block) =>
      isTable(block) ? [] : plainText(block),
    );
    expect(rows.join('\n').trim()).toBe('There are no notes to be covered, or nothing stands in them.');
  });

  it('names the file of each section where there are several', () => {
    const pages = ['a.md', 'b.md'].map((file) => readNotes(file, 'A lead of its own.\n\n# Facts\nNames are short.\n'));
    const mix = { questions: 0, types: {}, levels: {}, scenarios: 0 };
    const titles = coverageBlocks(coverageOf([], pages, []), mix, ascii).flatMap((block) =>
      isTable(block) ? [block.columns[0]?.title] : [],
    );
    expect(titles).toEqual(['a.md > a', 'a.md > Facts', 'b.md > b', 'b.md > Facts']);
  });

  it('shows every statement, then what is missing, then the sum', () => {
    const coverage = coverageOf([asking('a', 'Facts', 'Names are short')], [notes], [omission('Network', 'Elsewhere')]);
    const mix = { questions: 1, types: { single: 1 }, levels: { none: 1 }, scenarios: 0 };
    const rows = coverageBlocks(coverage, mix, ascii).flatMap((block) =>
      isTable(block)
        ? [block.columns[0]?.title ?? '', ...block.rows.map((cells) => cells.map(({ text }) => text).join(' | '))]
        : [plainText(block)],
    );
    expect(rows).toContain('Facts');
    expect(rows).toContain(`Names are short | ${lineOf('Names')} | 1 | `);
    expect(rows).toContain(`Objects have a key | ${lineOf('Objects')} | - | uncovered, important`);
    expect(rows).toContain('    left out: out of date');
    expect(rows).toContain('Types      single 100 %');
    expect(rows).toContain(
      '4 % of the notes is covered: weight 1 of 24, 1 of 12 statements; 1 left out with a reason, 10 uncovered.',
    );
  });
});

it.each([
  ['definitions of links', '# H', (at: number) => `[a${at}]: http://x.y/${at}`],
  ['a section of one name again and again', '# H', (at: number) => (at % 2 ? '# H' : `Point ${at}`)],
  ['marked labels', '# H', () => 'Remember:'],
  ['remarks in a list', '# H', () => '- Very important'],
  ['a title of thousands of lines', `${'so\n'.repeat(10_000)}===`, (at: number) => `point ${at}`],
])('notes full of %s are looked through once', (_, head, line) => {
  const lines = Array.from({ length: 19_000 }, (_, at) => line(at));
  const notes = readNotes('notes.md', `${head}\n${lines.join('\n')}\n`);
  const { emptySections, statements } = coverageOf([], [notes], []);
  expect(emptySections.length).toBe(statements.length > 0 ? 1 : 0);
});

it('a rule at the top of the notes is no front matter: what follows counts', () => {
  const statements = statementsOf(
    readNotes('n.md', '---\nTea is steeped in hot water.\n\n---\nIt cools in the cup.\n'),
  );
  expect(statements.map(({ line }) => line)).toEqual([2, 5]);
});
