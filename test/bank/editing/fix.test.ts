import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { compile } from '../../../src/bank/compile.ts';
import { fixFiles } from '../../../src/bank/editing/fix.ts';
import { readNotes } from '../../../src/bank/notes/notes.ts';
import { readYaml } from '../../../src/bank/yaml/read.ts';

const notes = [
  readNotes(
    'notes.md',
    `# Notes

## Streams
- Shards have to be provisioned in advance: "capacity planning"
- Retention is 24 hours by default, it’s extendable

## Firehose: delivery
- Records aren't kept # not at all
- 'Near real time' means 60 seconds at least, and no less than that whatever the buffers say
`,
  ),
];

const always = () => true;
const fixed = (source: string, file = 'a.yaml') => {
  const [only] = fixFiles([{ file, source }], notes, always);
  return only ?? { source, changes: [] };
};
const question = (quotes: string) => `questions:
  # what is asked
  - id: a
    topics: streams
    stem: What has to be done?   # once
    options: [{ id: x, text: one }, { id: y, text: two }]
    answer: x
    quotes:
${quotes}
    waive: { no-explanation: "none" }
`;

describe('a quote is mended where it stands', () => {
  test.each([
    [
      'in brackets',
      '      - { section: Firehose, text: Shards have to be provisioned in advance }  # kept',
      '      - { section: Streams, text: Shards have to be provisioned in advance }  # kept',
    ],
    [
      'in a block, with its comments',
      '      - section: Strems # s\n        # between\n        text: Retenton is 24 hours by default # t',
      '      - section: Streams # s\n        # between\n        text: Retention is 24 hours by default # t',
    ],
    [
      'in single quotes',
      "      - { section: Firehose, text: 'Retention is 24 hours by default, it''s extendable' }",
      "      - { section: Streams, text: 'Retention is 24 hours by default, it’s extendable' }",
    ],
    [
      'in double quotes',
      '      - { section: Streams, text: "Shards have to be provisoned in advance: \\"capacity planning\\"" }',
      '      - { section: Streams, text: "Shards have to be provisioned in advance: \\"capacity planning\\"" }',
    ],
    [
      'folded',
      '      - section: "Firehose: delivery"\n        text: >- # long\n          Near real time maens 60 seconds at\n          least\n',
      '      - section: "Firehose: delivery"\n        text: >- # long\n          Near real time\' means 60 seconds at least\n',
    ],
  ])('%s', (_, before, after) => {
    expect(fixed(question(before)).source).toBe(question(after));
  });

  test('a value that cannot stand without quotes gets them', () => {
    expect(fixed(question('      - section: Streams\n        text: Records arent kept')).source).toBe(
      question('      - section: "Firehose: delivery"\n        text: Records aren\'t kept'),
    );
  });

  test('and each change is told with its line', () => {
    const { changes } = fixed(question('      - section: Firehose\n        text: Retenton is 24 hours by default'));
    expect(changes).toEqual([
      { file: 'a.yaml', line: 9, message: 'the section is now "Streams"' },
      { file: 'a.yaml', line: 10, message: 'the quote has "Retention" instead of "Retenton"' },
    ]);
  });

  test('a statement that is left out on purpose is one too', () => {
    const manifest = 'id: x\nuncovered:\n  - { section: Gone, text: Records aren’t kept, reason: said }\n';
    expect(fixed(manifest, 'bank.yaml').source).toBe(
      'id: x\nuncovered:\n  - { section: "Firehose: delivery", text: Records aren\'t kept, reason: said }\n',
    );
  });
});

describe('what is not certain stays', () => {
  test.each([
    ['another number', '      - { section: Streams, text: Retention is 48 hours by default }'],
    ['other words', '      - { section: Streams, text: Shards are provisioned in advance }'],
    ['what is right', '      - { section: Streams, text: Retention is 24 hours by default }'],
    ['a file with an error', '      - { section: Firehose, text: Shards have to be provisioned in advance'],
    [
      'a quote given twice over',
      '      - { section: Firehose, text: Retention, text: Retention is 24 hours by default }',
    ],
  ])('%s', (_, quote) => {
    expect(fixed(question(quote))).toEqual({ source: question(quote), changes: [] });
  });

  test('files that are not meant', () => {
    const source = question('      - { section: Firehose, text: Shards have to be provisioned in advance }');
    expect([...fixFiles([{ file: 'a.yaml', source }], notes, () => false)]).toEqual([]);
  });
});

describe('ids', () => {
  const list = (...questions: string[]) => `questions:\n${questions.map((one) => `  - ${one}\n`).join('')}`;
  test.each([
    [
      'a question without one gets one from its topic and stem',
      list('topics: s3/tiers\n    stem: Which class is cheapest?', '{ topics: [s3], stem: "Größe?" }'),
      list(
        'id: tiers-which-class-is-cheapest\n    topics: s3/tiers\n    stem: Which class is cheapest?',
        '{ id: s3-grosse, topics: [s3], stem: "Größe?" }',
      ),
    ],
    [
      'from a sum of the stem where neither has a Latin word',
      list('{ topics: [1-時効], stem: 取得時効は何年か }'),
      list('{ id: q-df45391a, topics: [1-時効], stem: 取得時効は何年か }'),
    ],
    [
      'that is free, in any case',
      list('{ id: S3-Why, stem: a }', '{ topics: s3, stem: Why }'),
      list('{ id: S3-Why, stem: a }', '{ id: s3-why-2, topics: s3, stem: Why }'),
    ],
    [
      'that differs by case alone is told apart: the first keeps it',
      list('{ id: s3-a, stem: a }', '{ id: "S3-A", stem: b }'),
      list('{ id: s3-a, stem: a }', '{ id: "S3-A-2", stem: b }'),
    ],
    ['written twice alike, it is for the author to say', list('{ id: a, stem: a }', '{ id: a, stem: b }'), undefined],
    [
      'that differs by case and is written twice, too',
      list('{ id: a, stem: a }', '{ id: A, stem: b }', '{ id: A, stem: c }'),
      undefined,
    ],
    [
      'named as an enemy, it is for the author to say',
      list('{ id: a, stem: a }', '{ id: A, stem: b }', '{ id: c, stem: c, enemies: [A] }'),
      undefined,
    ],
    ['under another name, its name is what is wrong', list('{ ID: a, stem: a }'), undefined],
  ])('%s', (_, before, after) => {
    expect(fixed(before).source).toBe(after ?? before);
  });

  test('are unique over all files, in the order in which they are read', () => {
    const files = ['a.yaml', 'b.yaml'].map((file) => ({ file, source: list('topics: s3\n    stem: Why?') }));
    expect([...fixFiles(files, notes, always)].map(({ source }) => source)).toEqual([
      list('id: s3-why\n    topics: s3\n    stem: Why?'),
      list('id: s3-why-2\n    topics: s3\n    stem: Why?'),
    ]);
  });

  test('move what stands below: each change is told with the line on which it is now', () => {
    const source = list('stem: a', 'stem: b\n    quotes: [{ section: Gone, text: Shards have to be provisioned }]');
    expect(fixed(source).changes.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(fixed(source).source.split('\n')[5]).toContain('section: Streams');
  });

  test('and quotes of a long file are mended piece by piece, at their lines', () => {
    const source = list(
      ...Array.from({ length: 450 }, (_, at) => `id: q${at}\n    stem: a`),
      'stem: b\n    quotes: [{ section: Gone, text: Shards have to be provisioned }] # kept',
    );
    const { source: after, changes } = fixed(`# head\n${source}cases: { a: b }\n`);
    expect(changes.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '903 the question has the id b',
      '905 the section is now "Streams"',
    ]);
    expect(after).toBe(
      `# head\n${source.replace('stem: b', 'id: b\n    stem: b').replace('Gone', 'Streams')}cases: { a: b }\n`,
    );
    expect(fixed(`# head\n${source}cases: { a: b\n`).changes).toEqual([]); // an error after the list
  });

  test.each(['>', '>-', '>+', '|', '|-', '|+'])(
    'reach a text in a block after %s, and what stands beside it',
    (header) => {
      const source = question(
        `      - section: Streams\n        text: ${header}\n          Shards have to be provisoned in advance\n      - { section: Gone, text: Records aren't kept }`,
      );
      expect(fixed(source).changes.map(({ message }) => message)).toEqual([
        'the quote has "provisioned" instead of "provisoned"',
        'the section is now "Firehose: delivery"',
      ]);
      expect(fixed(fixed(source).source).changes).toEqual([]);
    },
  );

  test('keep the line ends of the file', () => {
    const windows = list('topics: s3\n    stem: Why?').replaceAll('\n', '\r\n');
    expect(fixed(windows).source).toBe(list('id: s3-why\n    topics: s3\n    stem: Why?').replaceAll('\n', '\r\n'));
  });
});

describe('laws, over questions written in any style', () => {
  const texts = fc.constantFrom(
    'Shards have to be provisioned in advance: "capacity planning"',
    'Shards have to be provisoned in advance: “capacity planning”',
    "Retention is 24 hours by default, it's extendable",
    'Retention is 25 hours by default',
    'Records arent kept # not at all',
    "'Near real time' means 60 seconds at least, and no less than that whatever the buffres say",
    'nothing like it',
  );
  const sections = fc.constantFrom('Streams', 'Streems', 'Firehose: delivery', 'Gone');
  const scalar = (value: string, style: number) =>
    style === 0 || /[:#'"]/.test(value)
      ? JSON.stringify(value)
      : style === 1
        ? `'${value.replace(/'/g, "''")}'`
        : style === 2
          ? `>- # folded\n            ${value.split(' ').join('\n            ')}`
          : value;
  const quote = fc
    .record({ section: sections, text: texts, style: fc.nat(3), isFlow: fc.boolean() })
    .map(({ section, text, style, isFlow }) =>
      isFlow
        ? `      - { text: ${scalar(text, style % 2)}, section: ${scalar(section, 0)} } # q`
        : `      - section: ${scalar(section, style % 2)} # s\n        # t\n        text: ${scalar(text, style)}`,
    );
  const bankOf = (...ids: (string | undefined)[]) =>
    fc
      .array(fc.record({ id: fc.constantFrom(...ids), quotes: fc.array(quote, { maxLength: 3 }) }), {
        minLength: 1,
        maxLength: 5,
      })
      .map((all) =>
        [
          '# head',
          'questions:',
          ...all.map(({ id, quotes }, n) =>
            [
              `  - ${id === undefined ? '' : `id: ${id}\n    `}type: single`,
              `    stem: "Question ${n}?" # stem`,
              '    topics: [s3]',
              '    options: [{ id: x, text: one }, { id: y, text: two }]',
              '    answer: x',
              ...(quotes.length > 0 ? ['    quotes:', ...quotes] : []),
            ].join('\n'),
          ),
          '',
        ].join('\n'),
      );
  const bank = bankOf('a', 'A', 'b', undefined);
  const errorsIn = (source: string) => {
    const read = readYaml('a.yaml', source);
    return 'node' in read ? compile(read.node, { notes, topics: [], cases: new Map() }).problems : read.problems;
  };
  // biome-ignore lint/suspicious/noExplicitAny: whatever the text holds
  const valuesOf = (source: string): any => parseDocument(source, { schema: 'failsafe' }).toJS();

  test('fixing twice is fixing once', () => {
    fc.assert(
      fc.property(bank, (source) => {
        const once = fixed(source).source;
        expect(fixed(once)).toEqual({ source: once, changes: [] });
      }),
    );
  });

  test('there are never more problems, and none that it could have mended', () => {
    const named = bankOf('a', 'A', 'b'); // what has no id is not read any further: with one, more of it can be told
    fc.assert(
      fc.property(named, (source) => {
        const after = errorsIn(fixed(source).source);
        expect(after.length).toBeLessThanOrEqual(errorsIn(source).length);
        expect(after.filter(({ fixable }) => fixable)).toEqual([]);
      }),
    );
  });

  test('nothing but ids and quotes changes, and every comment stays', () => {
    fc.assert(
      fc.property(bank, (source) => {
        const { source: after } = fixed(source);
        const rest = (text: string) =>
          valuesOf(text).questions.map(({ id: _, quotes, ...others }: { id: string; quotes?: unknown[] }) => ({
            ...others,
            quotes: quotes?.length,
          }));
        expect(rest(after)).toEqual(rest(source));
        const comments = (text: string) => text.match(/# (?:head|q|s|t|stem|folded)$/gm);
        expect(comments(after)).toEqual(comments(source));
      }),
    );
  });
});
