import { describe, expect, test } from 'vitest';
import { type Compiled, compile, type Surroundings } from '../../src/bank/compile.ts';
import { readNotes } from '../../src/bank/notes/notes.ts';
import { readYaml } from '../../src/bank/yaml/read.ts';

const notes = readNotes(
  'notes.md',
  '# Storage\n\n## Encryption\n- SSE-KMS keeps an audit trail\n- SSE-S3 does not\n\n## Tiers\n- Glacier is for archives\n',
);
const around: Surroundings = {
  notes: [notes],
  topics: ['s3', 's3/encryption', 's3/lifecycle'],
  cases: new Map([['lake', 'A retailer has a lake.']]),
};

function compiled(source: string, surroundings = around): Compiled {
  const read = readYaml('s3.yaml', source);
  return 'node' in read ? compile(read.node, surroundings) : { items: [], problems: read.problems };
}

const GOOD = `
  - id: audit
    type: single
    topics: [s3/encryption]
    stem: Which one leaves an audit trail?
    options:
      - { id: s3, text: SSE-S3 }
      - { id: kms, text: SSE-KMS }
    answer: kms
    quotes:
      - { section: Encryption, text: SSE-KMS keeps an audit trail }
`;
const file = (...questions: string[]) => `questions:${questions.join('')}`;
const changed = (from: string, to: string) => {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
};
const told = ({ problems }: Compiled) => problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`);

describe('a good question', () => {
  test('is read with all its fields', () => {
    const source = file(
      changed(
        '    quotes:',
        `    level: apply
    scenario: true
    why: The key is yours.
    dated: { asOf: 2026-11, says: New objects are encrypted anyway. }
    family: keys
    enemies: other
    case: lake
    waive: { stem-long: It has to be. }
    quotes:`,
      ),
    );
    expect(compiled(source)).toEqual({
      problems: [],
      items: [
        {
          id: 'audit',
          rev: expect.stringMatching(/^[0-9a-f]{16}$/),
          topics: ['s3/encryption'],
          level: 'apply',
          scenario: true,
          stem: 'Which one leaves an audit trail?',
          why: 'The key is yours.',
          dated: { asOf: '2026-11', says: 'New objects are encrypted anyway.' },
          family: 'keys',
          enemies: ['other'],
          case: { id: 'lake', text: 'A retailer has a lake.' },
          waive: { 'stem-long': 'It has to be.' },
          quotes: [
            {
              text: 'SSE-KMS keeps an audit trail',
              section: 'Encryption',
              file: 'notes.md',
              lines: [4, 4],
              path: ['Storage', 'Encryption'],
              context: { after: '- SSE-S3 does not' },
            },
          ],
          at: { file: 's3.yaml', line: 2, column: 5 },
          body: {
            type: 'single',
            options: [
              { id: 's3', text: 'SSE-S3' },
              { id: 'kms', text: 'SSE-KMS' },
            ],
            answer: ['kms'],
          },
        },
      ],
    });
  });

  test('keeps its texts as written', () => {
    const { items } = compiled(file(changed('text: SSE-S3', 'text: no').replace('text: SSE-KMS', 'text: 1.10')));
    expect(items[0]?.body).toMatchObject({ options: [{ text: 'no' }, { text: '1.10' }] });
  });

  test('may stand under a case that its own file brings', () => {
    const source = `cases: { shop: A shop sells shoes. }\n${file(changed('    quotes:', '    case: shop\n    quotes:'))}`;
    expect(compiled(source).items[0]?.case).toEqual({ id: 'shop', text: 'A shop sells shoes.' });
  });

  test('may have any topic where the bank names none', () => {
    expect(compiled(file(changed('s3/encryption', 'anything')), { ...around, topics: [] }).problems).toEqual([]);
  });
});

test('a topic that stands twice counts once, and is told where it stands again', () => {
  const result = compiled(file(changed('[s3/encryption]', '[s3/encryption, s3, s3/encryption]')));
  expect([result.items[0]?.topics, told(result)]).toEqual([['s3/encryption', 's3'], ['repeated-topic 4:33']]);
});

describe('a question with an error is left out, told with its place, code and question', () => {
  test.each([
    ['an unknown field', changed('answer:', 'anwser:'), ['unknown-field 9:5']],
    [
      'an unknown field that resembles none',
      changed('    answer:', '    zebra: 1\n    answer:'),
      ['unknown-field 9:5'],
    ],
    ['a missing stem', changed('    stem: Which one leaves an audit trail?\n', ''), ['missing-field 2:5']],
    ['an unknown topic', changed('s3/encryption', 's3/encyrption'), ['unknown-topic 4:13']],
    ['an unknown type', changed('type: single', 'type: singel'), ['unknown-word 3:11']],
    ['an unknown level', changed('    quotes:', '    level: hard\n    quotes:'), ['unknown-word 10:12']],
    ['an unknown case', changed('    quotes:', '    case: shop\n    quotes:'), ['unknown-case 10:11']],
    ['a key that is no option', changed('answer: kms', 'answer: sse'), ['key-invalid 9:13']],
    ['an id with a space', changed('id: audit', 'id: au dit'), ['wrong-form 2:9']],
    ['a question that is a text', '\n  - a question\n', ['wrong-kind 2:5']],
  ])('%s', (_, question, expected) => {
    const result = compiled(file(question));
    expect(result.items).toEqual([]);
    expect(told(result)).toEqual(expected);
    for (const { hint, severity } of result.problems) {
      expect(hint).not.toBe('');
      expect(severity).toBe('error');
    }
  });

  test.each([
    ['anwser', changed('answer:', 'anwser:'), 'did you mean answer?'],
    ['s3/encyrption', changed('s3/encryption', 's3/encyrption'), 'did you mean s3/encryption?'],
    ['singel', changed('type: single', 'type: singel'), 'did you mean single?'],
    ['sse', changed('answer: kms', 'answer: sse'), 'the options are s3, kms'],
  ])('%s: the hint says what may be meant', (_, question, hint) => {
    const { problems } = compiled(file(question));
    expect(problems[0]).toMatchObject({ hint, item: 'audit' });
  });

  test.each([
    ['a month that is none', 'dated: { asOf: soon, says: It changed. }', 'wrong-form 12:20'],
    [
      'a source nobody should follow',
      'dated: { asOf: 2026-11, says: New., source: "javascript:alert(1)" }',
      'wrong-form 12:49',
    ],
  ])('with %s', (_, field, problem) => {
    expect(told(compiled(file(`${GOOD}    ${field}\n`)))).toEqual([problem]);
  });

  test.each(['s3', 'S3'])('with two options of the id s3, one of them written %s, names both places', (id) => {
    const { problems } = compiled(file(changed('{ id: kms, ', `{ id: ${id}, `).replace('answer: kms', 'answer: s3')));
    expect(problems).toMatchObject([
      {
        code: 'duplicate-option',
        at: { file: 's3.yaml', line: 8, column: 15 },
        message: `the id "${id}" is taken by the option at s3.yaml:7:15`,
      },
    ]);
  });

  test('all problems of all questions at once, and the good questions stay', () => {
    const bad = changed('id: audit', 'id: bad')
      .replace('answer: kms', 'answer: sse')
      .replace('s3/encryption', 'nowhere')
      .replace('SSE-KMS keeps an audit trail', 'SSE-KMS keeps no audit trail');
    const worse = changed('id: audit', 'id: worse')
      .replace('answer: kms', 'answer: kms\n    zebra: 1')
      .replace('single', 'sngle');
    const result = compiled(file(bad, GOOD, worse));
    expect(result.items.map(({ id }) => id)).toEqual(['audit']);
    expect(result.problems.map(({ code, item }) => `${item}: ${code}`)).toEqual([
      ...['bad: key-invalid', 'bad: unknown-topic', 'bad: quote-not-found'],
      ...['worse: unknown-word', 'worse: unknown-field'],
    ]);
  });

  test('what is wrong in its form hides neither its answer nor its topic nor its quote', () => {
    const bad = changed('answer: kms', 'answer: sse\n    zebra: 1')
      .replace('s3/encryption', 'nowhere')
      .replace('SSE-KMS keeps an audit trail', 'SSE-KMS keeps no audit trail');
    expect(compiled(file(bad)).problems.map(({ code }) => code)).toEqual([
      ...['unknown-field', 'key-invalid', 'unknown-topic', 'quote-not-found'],
    ]);
  });

  test('of an unknown type is judged by what all types have', () => {
    const bad = changed('type: single', 'type: essay').replace('s3/encryption', 'nowhere');
    expect(compiled(file(bad)).problems.map(({ code }) => code)).toEqual(['unknown-word', 'unknown-topic']);
  });
});

describe('a file that cannot be read whole', () => {
  const readable = (source: string) => {
    const read = readYaml('s3.yaml', source);
    if (!('problems' in read) || !read.rest) throw new Error('there is nothing left of it');
    return compile(read.rest, around, read.problems);
  };
  const named = ({ problems }: ReturnType<typeof compile>) =>
    problems.map(({ code, item, at }) => `${item}: ${code} ${at.line}:${at.column}`);

  test.each([
    ['a field that stands twice', changed('topics:', 'type: single\n    topics:'), 'bad: duplicate-key 4:5'],
    ['a tag', changed('type: single', 'type: !x single'), 'bad: tag 3:14'],
    ['an alias', changed('type: single', 'type: *x'), 'bad: alias 3:11'],
    ['a merge key', changed('type: single', '<<: *x'), 'bad: bad-key 3:5'],
    ['a character that cannot be seen', changed('Which', 'Whi\u200bch'), 'bad: unsafe-character 5:11'],
    ['a slip of indentation', changed('    stem', '   stem'), 'bad: yaml-syntax 5:4'],
  ])('%s costs that question alone', (_, question, expected) => {
    const bad = question.replace('id: audit', 'id: bad');
    const worse = changed('id: audit', 'id: worse').replace('answer: kms', 'answer: sse');
    const source = file(bad, GOOD, worse);
    const result = readable(source);
    expect(result.items.map(({ id }) => id)).toEqual(['audit']);
    const line = source.split('\n').indexOf('    answer: sse') + 1;
    expect(named(result)).toEqual([expected, `worse: key-invalid ${line}:13`]);
  });

  test('a flaw beside the questions is told once and costs none of them', () => {
    const result = readable(`${file(GOOD)}cases: { shop: !x A shop }\n`);
    expect(result.items.map(({ id }) => id)).toEqual(['audit']);
    expect(result.problems.map(({ code }) => code)).toEqual(['tag']);
  });
});

test.each([
  ['type: single', 'answer: kms', 'answer: SSE-KMS (KMS)', 'write the id of an option, not its text'],
  ['type: ordering', 'answer: kms', 'answer: [s3, The second]', 'write the id of a step, not its text'],
])('an answer of %s by its text is told to be an id', (type, from, to, hint) => {
  const { problems } = compiled(file(changed('type: single', type).replace(from, to)));
  expect(problems).toMatchObject([{ code: 'wrong-form', hint }]);
});

describe('a quote', () => {
  test('that does not stand in its section is told with the closest passage; the question stays without it', () => {
    const result = compiled(file(changed('SSE-KMS keeps an audit trail', 'SSE-KMS leaves an audit trail')));
    expect(result.items[0]?.quotes).toEqual([]);
    expect(result.problems).toEqual([
      {
        code: 'quote-not-found',
        severity: 'error',
        at: { file: 's3.yaml', line: 11, column: 38 },
        message: 'this quote does not stand in the section "Encryption"',
        hint: 'copy the words from the notes',
        closest: { file: 'notes.md', line: 4, text: '- SSE-KMS keeps an audit trail' },
        item: 'audit',
      },
    ]);
  });

  test('of an unknown section, whose words stand nowhere, is told with the closest section', () => {
    const { problems } = compiled(
      file(changed('section: Encryption, text: SSE-KMS keeps', 'section: Encrypton, text: KMS leaves')),
    );
    expect(problems).toMatchObject([
      { code: 'unknown-section', at: { line: 11, column: 20 }, closest: { line: 3, text: 'Encryption' } },
    ]);
  });

  test('of an unknown section, whose words changed too, is told with the line most like them', () => {
    const { problems } = compiled(
      file(changed('section: Encryption, text: SSE-KMS keeps an audit', 'section: Gone, text: SSE-KMS keeps 2 audit')),
    );
    expect(problems).toMatchObject([
      {
        code: 'unknown-section',
        hint: 'name a heading of the notes; most like the words is notes.md:4 "- SSE-KMS keeps an audit trail"',
      },
    ]);
  });

  test.each(['Tiers', 'Encrypton'])('of the section %s that stands once elsewhere stays, with an error', (section) => {
    const { items, problems } = compiled(file(changed('section: Encryption', `section: ${section}`)));
    expect(problems).toEqual([
      {
        code: 'quote-moved',
        severity: 'error',
        at: { file: 's3.yaml', line: 11, column: 20 },
        message: `these words stand under "Encryption", not under "${section}"`,
        hint: 'write section: Encryption',
        fixable: true,
        item: 'audit',
      },
    ]);
    expect(items[0]?.quotes).toMatchObject([{ section: 'Encryption', lines: [4, 4] }]);
  });

  test('with a typing error that the notes do not have is told with the word', () => {
    const { problems } = compiled(file(changed('SSE-KMS keeps an audit trail', 'SSE-KMS keeps an audit tril')));
    expect(problems).toMatchObject([
      { code: 'quote-not-found', hint: 'the notes have "trail" where the quote has "tril"', fixable: true },
    ]);
  });

  test('in a word that the question says too is told with the difference, and left to its author', () => {
    const source = changed('SSE-KMS keeps an audit trail }', 'SSE-KMS keeps an audt trail }').replace(
      'Which one leaves an audit trail?',
      'Which one leaves an audt trail?',
    );
    const [problem] = compiled(file(source)).problems;
    expect(problem).toMatchObject({ code: 'quote-not-found', closest: { line: 4 } });
    expect(problem?.hint).toBe(
      'the notes have "audit" where the quote has "audt"; the question says it as the quote does: look at both',
    );
    expect(problem).not.toHaveProperty('fixable');
  });

  test('that spans more than eight lines is told as that, though its words stand there', () => {
    const lines = Array.from({ length: 9 }, (_, at) => `- Key number ${at + 1}`);
    const long = readNotes('notes.md', `# Keys\n\n${lines.join('\n')}\n`);
    const quoting = (count: number) =>
      compiled(
        file(
          changed(
            'section: Encryption, text: SSE-KMS keeps an audit trail',
            `section: Keys, text: "${lines.slice(0, count).join(' ').replaceAll('- ', '')}"`,
          ),
        ),
        { ...around, notes: [long] },
      ).problems;
    expect(quoting(8)).toEqual([]);
    expect(quoting(9)).toMatchObject([
      {
        code: 'quote-not-found',
        at: { line: 11, column: 32 },
        message: 'this quote spans more than 8 lines of the notes',
        hint: 'quote the lines that prove the answer: 8 at most',
      },
    ]);
  });

  test('of a bank without notes is told as that', () => {
    const { items, problems } = compiled(file(GOOD), { ...around, notes: [] });
    expect(problems).toMatchObject([
      { code: 'unknown-section', at: { line: 11, column: 20 }, message: 'there are no notes that it could stand in' },
    ]);
    expect(items[0]?.quotes).toEqual([]);
  });

  test('that resembles nothing says what to do', () => {
    const { problems } = compiled(file(changed('SSE-KMS keeps an audit trail', 'zzzz')));
    expect(problems).toMatchObject([{ code: 'quote-not-found', hint: 'copy the words from the notes' }]);
  });

  test('needs a section and a text', () => {
    const result = compiled(file(changed('{ section: Encryption, text: SSE-KMS keeps an audit trail }', '{}')));
    expect(told(result)).toEqual(['missing-field 11:9', 'missing-field 11:9']);
  });
});

test.each([
  ['no questions', 'cases: { a: b }', ['missing-field 1:1']],
  ['questions that are no list', 'questions: { id: a }', ['wrong-kind 1:12']],
  ['a file that is a list', '- id: a', ['wrong-kind 1:1']],
])('a file with %s is refused', (_, source, expected) => {
  const result = compiled(source);
  expect(result.items).toEqual([]);
  expect(told(result)).toEqual(expected);
});

test('a question without a type or topics is told what can stand there', () => {
  const { problems } = compiled('questions:\n  - { id: audit, stem: What is kept? }\n');
  expect(problems.map(({ hint }) => hint).slice(0, 2)).toEqual([
    'add type: single, multiple, ordering, matching or cloze',
    'add topics: [TOPIC], as bank.yaml has it',
  ]);
});

test('a field of the file that does not exist is told, and its questions stay', () => {
  const result = compiled(`question: []\n${file(GOOD)}`);
  expect(result.items.map(({ id }) => id)).toEqual(['audit']);
  expect(told(result)).toEqual(['unknown-field 1:1']);
});

test('a file with an empty list has no questions and no problems', () => {
  expect(compiled('questions: []')).toEqual({ items: [], problems: [] });
});

describe('texts that YAML reads otherwise than they look', () => {
  test.each<[string, string, string, string[]]>([
    [
      'a text that a # ends',
      'stem: Which one leaves an audit trail?',
      'stem: Which one leaves #1?',
      ['cut-by-comment 5:11'],
    ],
    ['one in a list of options', 'text: SSE-S3 }', 'text: SSE-S3\n          } #x', []],
    ['a remark', 'answer: kms', 'answer: kms # the trail', []],
    ['a # inside a word', 'stem: Which one', 'stem: Which C# one', []],
    ['a # in quotes', 'stem: Which one leaves an audit trail?', 'stem: "Which one leaves #1?"', []],
  ])('%s', (_, from, to, expected) => {
    const result = compiled(file(changed(from, to)));
    expect(told(result)).toEqual(expected);
    expect(result.items).toHaveLength(1);
  });

  test('an answer to be typed in typographic quotation marks', () => {
    const cloze = (answer: string) =>
      compiled(`questions:\n  - { id: a, type: cloze, topics: s3, stem: It is ____., answer: ${answer} }`);
    expect(told(cloze('[“Naloxon”, Naloxon]'))).toEqual(['typographic-quotes 2:67']);
    expect(told(cloze('["Naloxon", “A” or “B” is]'))).toEqual([]);
  });

  test('a field that only typographic quotation marks would have made a text', () => {
    const { problems } = compiled(file(changed('text: SSE-S3 }', 'text: “SSE-S3, or none” }')));
    expect(problems[0]).toMatchObject({ code: 'unknown-field', hint: expect.stringContaining('no quotes of YAML') });
  });
});

test('the section to be written is shown as YAML wants it', () => {
  const tagged = {
    ...around,
    notes: [readNotes('n.md', '# Was ist eine Dosis? #wichtig\nDie Dosis macht das Gift\n')],
  };
  const source = changed(
    '{ section: Encryption, text: SSE-KMS keeps an audit trail }',
    '{ section: Gift, text: Die Dosis macht das Gift }',
  );
  expect(compiled(file(source), tagged).problems).toMatchObject([
    { code: 'quote-moved', hint: 'write section: "Was ist eine Dosis? #wichtig"' },
  ]);
});
