import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Notes, readNotes } from '../../../src/bank/notes/notes.ts';
import { locate } from '../../../src/bank/quotes/locate.ts';
import { SOURCE } from '../sample-notes.ts';

const notes = readNotes('notes.md', SOURCE);
const found = (section: string, text: string) => {
  const located = locate([notes], section, text);
  return 'quote' in located ? located.quote.lines : located.missing;
};

describe('locate finds', () => {
  test.each<[string, string, string, readonly [number, number]]>([
    ['words as they stand', 'Tiers', 'Durability -- 99.999999999%', [24, 24]],
    ['a part of a line', 'Overview', 'The Key is the FULL path', [13, 13]],
    ['without the bold marks', 'Overview', 'Objects lie in Buckets', [10, 10]],
    ['with the bold marks', 'Overview', 'Objects lie in **Buckets**', [10, 10]],
    ['without the emphasis', 'Overview', 'a globally unique name;', [15, 15]],
    ['with its bullet', 'Overview', '- Every object has a Key.', [13, 13]],
    ['over two points, without the bullets', 'Overview', 'FULL path... It helps with partitioning;', [13, 14]],
    ['over two points, with the bullets', 'Overview', '- one\n- two', [32, 33]],
    ['over an empty line', 'Overview', '(same as directories); ✏️ To Remember...', [10, 12]],
    ['with white space folded', 'Tiers', 'Standart  -\nGeneral Purpose', [26, 26]],
    ['the author’s typing errors', 'Tiers', 'Standart', [26, 26]],
    ['code as it stands', 'Overview', '<my_bucket>/my_file.txt', [19, 19]],
    ['eight lines', 'Overview', 'one two three four five six seven eight', [32, 39]],
    ['under a sub-heading', '1. Where it starts... Amazon S3', 'AZ -- >= 3', [25, 25]],
    ['a section named without its pictogram', 'Overview', 'Buckets have', [15, 15]],
    ['a section named with its pictogram', '📌 Overview', 'Buckets have', [15, 15]],
    ['under a heading that is underlined', 'Setext heading', 'Below the line.', [44, 44]],
  ])('%s', (_, section, text, lines) => {
    expect(found(section, text)).toEqual(lines);
  });

  test.each<[string, string, readonly (readonly [number, string])[] | undefined]>([
    [
      'a part of each line',
      'FULL path... It helps',
      [
        [13, 'FULL path...'],
        [14, 'It helps'],
      ],
    ],
    [
      'not the empty line between',
      '(same as directories); ✏️ To Remember...',
      [
        [10, '(same as directories);'],
        [12, '✏️ To Remember...'],
      ],
    ],
    [
      'whole lines, with their bullets left aside',
      '- one\n- two',
      [
        [32, 'one'],
        [33, 'two'],
      ],
    ],
    ['nothing where it stands on one', 'It helps with partitioning', undefined],
  ])('what of each line is quoted: %s', (_, text, rows) => {
    const located = locate([notes], 'Overview', text);
    expect('quote' in located && located.quote.rows).toEqual(rows);
  });

  test('where a line stands twice, the section decides', () => {
    expect(found('Tiers', 'AZ -- >= 3')).toEqual([25, 25]);
    expect(found('2. Kinesis', 'AZ -- >= 3')).toEqual([31, 31]);
  });

  test('where two sections share a name, the one that holds the words', () => {
    expect(found('Overview', 'AZ -- >= 3')).toEqual([31, 31]);
  });

  test('tells the file, the headings above and the lines around', () => {
    const located = locate([readNotes('other.md', '# Other\nText'), notes], 'Overview', 'It helps with partitioning');
    expect(located).toEqual({
      quote: {
        text: 'It helps with partitioning',
        section: 'Overview',
        file: 'notes.md',
        lines: [14, 14],
        path: ['1. Data', '1. Where it starts... Amazon S3', 'Overview'],
        context: {
          before: '- Every object has a Key. The Key is the FULL path...',
          after: '- Buckets have a _globally unique name_;',
        },
      },
    });
  });
});

test('a line that is the quote comes before one that goes on with other words', () => {
  const steps = readNotes(
    'steps.md',
    '# Steps\n\n- Create an endpoint configuration\n- Create an endpoint\n- Create\n',
  );
  const linesOf = (text: string) => {
    const located = locate([steps], 'Steps', text);
    return 'quote' in located ? located.quote.lines : located.missing;
  };
  expect(linesOf('Create an endpoint')).toEqual([4, 4]);
  expect(linesOf('an endpoint')).toEqual([3, 3]);
  expect(linesOf('Create an endpoint\nCreate')).toEqual([4, 5]);
});

test('of rows of a table the head stands beside them, and its rows are told by their cells', () => {
  const table =
    '| Gas  | arterial | venous |\n| :--- | -------: | ---: |\n| pO₂ | 95 |  40 |\n| pCO₂ | 40 | 46 |\n| a \\| b | 1 | 2 |';
  const gases = readNotes('gas.md', `# Gas\n\n${table}\n\nText | of prose\nwith a stroke\n`);
  const contextOf = (text: string) => {
    const located = locate([gases], 'Gas', text);
    return 'quote' in located ? located.quote.context : located.missing;
  };
  const head = [3, 'Gas | arterial | venous'];
  expect(contextOf('pO₂ | 95 | 40')).toEqual({ head, after: 'pCO₂ | 40 | 46' });
  expect(contextOf('pCO₂ | 40 | 46')).toEqual({ head, before: 'pO₂ | 95 | 40', after: 'a \\| b | 1 | 2' });
  expect(contextOf('Gas | arterial | venous')).toEqual({});
  expect(contextOf('Text | of prose')).toEqual({ after: 'with a stroke' });
});

test('what is quoted of code is shown as it is written, in whole lines', () => {
  const code = readNotes('code.md', '# Code\n```python\n  def __init__(self):\n      self.x = 2**n\n```\n**Text**\n');
  const quoteOf = (text: string) => {
    const located = locate([code], 'Code', text);
    return 'quote' in located ? { isCode: located.quote.isCode, rows: located.quote.rows } : located.missing;
  };
  expect(quoteOf('self.x = 2**n')).toEqual({ isCode: true });
  expect(quoteOf('def __init__(self):\n    self.x = 2**n')).toEqual({
    isCode: true,
    rows: [
      [3, 'def __init__(self):'],
      [4, '    self.x = 2**n'],
    ],
  });
  expect(quoteOf('Text')).toEqual({});
});

test('a fence of code is not shown, neither in a quote that runs over it nor beside one', () => {
  const code = readNotes('code.md', '# Code\nIt doubles:\n```python\ny = 2 * x\n```\nso 3 gives 6\n');
  const rowsOf = (text: string) => {
    const located = locate([code], 'Code', text);
    return 'quote' in located ? located.quote.rows : located.missing;
  };
  expect(rowsOf('It doubles: python y = 2 * x')).toEqual([
    [2, 'It doubles:'],
    [4, 'y = 2 * x'],
  ]);
  expect(rowsOf('y = 2 * x so 3 gives 6')).toEqual([
    [4, 'y = 2 * x'],
    [6, 'so 3 gives 6'],
  ]);
  const beside = locate([code], 'Code', 'It doubles:');
  expect('quote' in beside && beside.quote.context).toEqual({});
});

describe('locate refuses', () => {
  test.each([
    ['a word cut at its end', 'Overview', 'Every obj'],
    ['a word cut at its start', 'Overview', 'very object'],
    ['a number cut short', 'Tiers', '99.99999'],
    ['another word', 'Overview', 'Every item has a Key'],
    ['a typing error put right', 'Tiers', 'Standard'],
    ['another case', 'Overview', 'every object has a key'],
    ['words left out', 'Overview', 'The Key is the path'],
    ['words of another section', 'Tiers', 'Every object has a Key'],
    ['nine lines', 'Overview', 'one two three four five six seven eight nine'],
    ['nothing but marks', 'Overview', '**'],
    ['nothing but punctuation', 'Overview', '...'],
  ])('%s', (_, section, text) => {
    expect(found(section, text)).toBe('text');
  });
});

test('a number is no proof where it is a part of another one', () => {
  const doses = readNotes(
    'doses.md',
    '# Doses\n\n- Adults: 4,5 mg/kg\n- At most 4.500 mg\n- Store at –5 °C\n- Take 5 mg/kg\n',
  );
  const lineOf = (text: string) => {
    const located = locate([doses], 'Doses', text);
    return 'quote' in located ? located.quote.lines[0] : located.missing;
  };
  expect(['5 mg/kg', '4,5 mg/kg', '500 mg', '5 °C', '–5 °C', 'Adults: 4'].map(lineOf)).toEqual([
    6,
    3,
    'text',
    'text',
    5,
    'text',
  ]);
});

test('two stars in code and between numbers are no marks', () => {
  const code = readNotes('code.md', '# Code\n\nUse 10**9 keys\nwith `f(**kwargs)` in it\n**Never** more\n');
  const lineOf = (text: string) => {
    const located = locate([code], 'Code', text);
    return 'quote' in located ? located.quote.lines[0] : located.missing;
  };
  expect(['10**9 keys', '`f(**kwargs)` in', 'f(**kwargs) in', '**Never** more'].map(lineOf)).toEqual([3, 4, 4, 5]);
  expect(['109 keys', 'f(kwargs) in'].map(lineOf)).toEqual(['text', 'text']);
});

describe('notes in scripts without blanks', () => {
  const law = readNotes(
    'law.md',
    '# 民法　総則\n\n解除には債務者の帰責事由は不要である。\n登記をしなければ\n対抗できない。\n「例外」がある\n- AWS の鍵は\n  S3 にある\n- 第 二\n- 三 条\n- 甲は　乙に貸す\n',
  );
  const rowsOf = (text: string) => {
    const located = locate([law], '民法　総則', text);
    return 'quote' in located ? (located.quote.rows ?? located.quote.lines) : located.missing;
  };

  test('are quoted from anywhere to anywhere', () => {
    expect(rowsOf('債務者の帰責事由は不要である。')).toEqual([3, 3]);
    expect(rowsOf('帰責事由')).toEqual([3, 3]);
  });

  test.each([
    'しなければ対抗できない。「例外」',
    'しなければ 対抗できない。 「例外」',
    '登記をしなければ\n対抗できない。\n',
  ])('go on from line to line without a blank, and with the one that an editor shows there: %s', (text) => {
    expect((rowsOf(text) as [number, string][])[1]).toEqual([5, '対抗できない。']);
    expect((rowsOf(text) as [number, string][])[0]?.[0]).toBe(4);
  });

  test('may be quoted with and without the blanks inside a line', () => {
    expect(['甲は　乙に', '甲は 乙に', '甲は乙に'].map(rowsOf)).toEqual([
      [11, 11],
      [11, 11],
      [11, 11],
    ]);
  });

  test('keep their blanks beside other scripts, and between numerals', () => {
    expect(['AWS の鍵はS3', 'AWSの鍵', '第二三条', '第二 三条'].map(rowsOf)).toEqual([
      'text',
      'text',
      'text',
      [
        [9, '第二'],
        [10, '三条'],
      ],
    ]);
    expect(rowsOf('AWS の鍵は S3')).toEqual([
      [7, 'AWS の鍵は'],
      [8, 'S3'],
    ]);
  });
});

describe('laws', () => {
  const runs = (of: Notes) =>
    fc
      .constantFrom(...of.headings)
      .chain((heading) => {
        const words = of.plain
          .slice(heading.first - 1, heading.last)
          .flatMap((text, index) =>
            text === '' ? [] : text.split(' ').map((word) => ({ word, line: heading.first + index })),
          );
        return fc
          .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 30 }))
          .map(([from, length]) => ({ heading, words: words.slice(from, from + length) }));
      })
      .filter(({ words }) => words.some(({ word }) => /[\p{L}\p{N}]/u.test(word)));

  test('every run of whole words of a section within eight lines is found in it, on lines that hold it', () => {
    fc.assert(
      fc.property(runs(notes), ({ heading, words }) => {
        const [first, last] = [words[0]?.line ?? 0, words.at(-1)?.line ?? 0];
        fc.pre(last - first < 8);
        const text = words.map(({ word }) => word).join(' ');
        const located = locate([notes], heading.title, text);
        if (!('quote' in located)) throw new Error(`not found: ${text}`);
        const [from, to] = located.quote.lines;
        expect(
          notes.plain
            .slice(from - 1, to)
            .filter(Boolean)
            .join(' '),
        ).toContain(text);
        expect(to - from).toBeLessThan(8);
      }),
    );
  });

  test('a run with one letter changed is never found', () => {
    fc.assert(
      fc.property(runs(notes), fc.nat(), ({ heading, words }, place) => {
        const text = words.map(({ word }) => word).join(' ');
        const letters = [...text.matchAll(/[a-z]/g)].map(({ index }) => index);
        fc.pre(letters.length > 0);
        const at = letters[place % letters.length] ?? 0;
        expect(locate([notes], heading.title, `${text.slice(0, at)}§${text.slice(at + 1)}`)).toHaveProperty('missing');
      }),
    );
  });

  test('no text brings it down', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (section, text) => {
        expect(locate([notes], section, text)).toHaveProperty('missing');
      }),
    );
  });
});

test('what no heading stands above is a section by the name of the file', () => {
  const flat = readNotes('week 3/todo.list.md', '- One thing\n- Another thing\n');
  const found = locate([flat], 'todo.list', 'One thing');
  expect(found).toMatchObject({ quote: { lines: [1, 1], path: ['todo.list'], context: { after: '- Another thing' } } });
  const headed = readNotes('todo.md', '---\ntags: [now]\n---\n\n- One thing\n\n# Later\n- Another thing\n');
  expect(locate([headed], 'todo', 'One thing')).toMatchObject({ quote: { lines: [5, 5], path: ['todo'] } });
  expect(locate([headed], 'todo', 'Another thing')).toMatchObject({ missing: 'text' });
  expect(locate([headed], 'todo', 'tags: [now]')).toMatchObject({ missing: 'text' });
  const titled = readNotes('todo.md', '\n***\n# Later\n- One thing\n');
  expect(locate([titled], 'todo', 'One thing')).toMatchObject({ missing: 'section' });
});

describe('what is copied from a page that shows the notes stands in them', () => {
  const shown = readNotes(
    'n.md',
    `# Notes

## **Bold** \`S3\` {#sec:s3 .unnumbered}
The [S3](https://example.org/a_b "title") service, or [[Simple storage|storage]], keeps ==objects== for <b>years</b><sup>1</sup>.
- [ ] A [[bucket]] holds ~~files~~ objects
It makes 30<!-- no, more --> units[^1] a <!-- day <!-- or so --> day.
The ${'café'.normalize('NFD')} is open.
Rust has Vec<u8> and Vec<u16>, and a == b == c.
![picture](a.png)
`,
  );
  const stands = (section: string, text: string) => 'quote' in locate([shown], section, text);

  test.each([
    'The S3 service, or storage, keeps objects for years1.',
    'The [S3](https://example.org/a_b "title") service, or [[Simple storage|storage]], keeps ==objects==',
    'A bucket holds files objects',
    'It makes 30 units a day.',
    `The ${'café'.normalize('NFC')} is open`,
    'Vec<u8> and Vec<u16>, and a == b == c',
  ])('%s', (text) => {
    expect(stands('Bold S3', text)).toBe(true);
    expect(stands('**Bold** `S3`', text)).toBe(true);
    expect(stands('**Bold** `S3` {#sec:s3 .unnumbered}', text)).toBe(true);
  });

  test.each([
    ['a link whose address has brackets', 'See the [manual](https://x.org/z_(a)) of it', 'See the manual of it'],
    ['a link whose address stands elsewhere', 'See the [manual page][m] of it', 'See the manual page of it'],
    ['a bare address', 'See <https://x.org/a> for it', 'See https://x.org/a for it'],
    ['signs kept from being marks', 'Call f(\\*args) with a\\_b and 5\\. of it', 'Call f(*args) with a_b and 5. of it'],
    ['entities', 'Pressure &lt; 90&nbsp;mmHg &amp; rising&#33;', 'Pressure < 90 mmHg & rising!'],
    ['letters set lower', 'Water is H~2~O here', 'Water is H2O here'],
    ['soft hyphens', 'Der Blut\u00addruck sinkt', 'Der Blutdruck sinkt'],
    ['indices', 'Take list[1][2] of about ~5 or ~6', 'Take list[1][2] of about ~5 or ~6'],
  ])('%s', (_, line, text) => {
    const page = readNotes('n.md', `# N\n\n${line}\n`);
    expect(locate([page], 'N', text)).toMatchObject({ quote: { lines: [3, 3] } });
    expect(locate([page], 'N', line)).toMatchObject({ quote: { lines: [3, 3] } });
  });

  test.each(['Take list[1][3] of about ~5', 'Take list[2] of about'])('and not %s', (text) => {
    expect(locate([readNotes('n.md', '# N\n\nTake list[1][2] of about ~5\n')], 'N', text)).toEqual({ missing: 'text' });
  });

  test.each(['Vec<u16> and Vec<u16>', 'Vec and Vec', 'a b c', 'picture'])('but not %s', (text) => {
    expect(stands('Bold S3', text)).toBe(text === 'picture');
  });
});

test('the rows of a quote keep the signs of a formula, which are no marks', () => {
  const maths = readNotes(
    'm.md',
    '# Energy\n- With $E = m_{0}\\,c^{2}$ **always**\n- and $\\hat{y}_i$, *never* less\n',
  );
  const found = locate([maths], 'Energy', 'With $E = m_{0}\\,c^{2}$ always\nand $\\hat{y}_i$, never less');
  expect('quote' in found && found.quote.rows).toEqual([
    [2, 'With $E = m_{0}\\,c^{2}$ always'],
    [3, 'and $\\hat{y}_i$, never less'],
  ]);
});

test('so do rows that are quoted in part', () => {
  const formulas = readNotes(
    'n.md',
    '# Laws\nIt is known that \\(m_{0}\\) rests,\nand $v_{1} * w_{2}$ moves, for $5 and $10_x.\n',
  );
  const rowsOf = (text: string) => {
    const located = locate([formulas], 'Laws', text);
    return 'quote' in located ? located.quote.rows : located.missing;
  };
  expect(rowsOf('\\(m_{0}\\) rests, and $v_{1} * w_{2}$')).toEqual([
    [2, '\\(m_{0}\\) rests,'],
    [3, 'and $v_{1} * w_{2}$'],
  ]);
  expect(rowsOf('that \\(m_{0}\\) rests, and $v_{1}')).toEqual([
    [2, 'that \\(m_{0}\\) rests,'],
    [3, 'and $v_{1}'],
  ]);
});
