// A bank made from notes, whatever they look like, has no errors.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExampleQuestion, examplesFrom } from '../../src/authoring/examples.ts';
import { examplesText, FIRST_NOTES, manifestText } from '../../src/authoring/first-files.ts';
import { outgrownMock } from '../../src/authoring/first-mock.ts';
import { judge } from '../../src/authoring/judge.ts';
import { type Outline, outlineOf } from '../../src/authoring/outline.ts';
import { passagesOf } from '../../src/authoring/passages.ts';
import { closed } from '../../src/authoring/sketch.ts';
import { teachingAmong } from '../../src/authoring/teaching.ts';
import { defaultManifest } from '../../src/bank/defaults.ts';
import { readManifest } from '../../src/bank/manifest.ts';
import { type Notes, readNotes } from '../../src/bank/notes/notes.ts';
import { readYaml } from '../../src/bank/yaml/read.ts';
import type { ItemFacts } from '../../src/core/items/item.ts';
import { isError, type Problem } from '../../src/core/problem.ts';
import { tries } from '../support/laws.ts';

interface Begun {
  readonly notes: readonly Notes[];
  readonly outline: Outline;
  readonly examples: readonly ExampleQuestion[];
}

function begin(...sources: string[]): Begun {
  const notes = sources.map((source, index) => readNotes(`notes-${index + 1}.md`, source));
  const outline = outlineOf(notes);
  return { notes, outline, examples: examplesFrom(passagesOf(notes), outline.topics) };
}

/** The errors of the two files that would be written. */
function errorsOf({ notes, outline, examples }: Begun): Problem[] {
  const files = notes.map(({ file }) => file);
  const yaml = manifestText({
    id: 'bank',
    title: outline.title ?? 'Bank',
    notes: files,
    outline,
    questions: examples.length,
  });
  const read = readYaml('bank.yaml', yaml);
  if (!('node' in read)) return [...read.problems];
  const { manifest, problems } = readManifest(read.node, defaultManifest('bank', []));
  if (!manifest) return [...problems];
  const topics = (manifest.topics ?? []).map(([topic]) => topic);
  const against = { around: { notes, topics, cases: new Map() }, items: [], taken: new Set<string>() };
  return examples.length === 0 ? [] : judge('examples.yaml', examplesText(examples), against).problems.filter(isError);
}

const words = fc.oneof(
  fc.constantFrom(
    'Kinesis',
    'streams of data',
    '1. Intro',
    '2) Ünïcödé',
    '日本語の見出し',
    'Тема',
    '🎉',
    '**bold** move',
    '`code`',
    'constructor',
    '__proto__',
    'a: b # c',
    '- dash',
    "it's",
    '[link](x)',
    '<br>',
    'null',
    '1.10',
    'term: its meaning is this',
    'Data is kept for 24 hours by default.',
    'An item holds **one idea** and no more.',
  ),
  fc.lorem({ maxCount: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, ' ')),
);
const line = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 6 }), words).map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
  },
  { weight: 3, arbitrary: words.map((text) => `- ${text}`) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(12), words).map(([number, text]) => `${number}. ${text}`) },
  { weight: 2, arbitrary: words },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '', '```', '---', '===', '| a | b |', '> quoted', '    - nested item here'),
  },
);
const page = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'));

test('random heading trees give a bank without errors', () => {
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 3 }), (pages) => {
      const begun = begin(...pages);
      expect(errorsOf(begun).map(({ code, at, message }) => `${at.file}:${at.line} ${code} ${message}`)).toEqual([]);
      expect(begun.outline.topics.length).toBeLessThanOrEqual(20);
      const ids = begun.outline.topics.map(({ id }) => id);
      expect(ids.every((id) => id.split('/').length <= 2 && ids.includes(id.split('/')[0] ?? ''))).toBe(true);
    }),
    { numRuns: tries(60) },
  );
});

describe('topics', () => {
  const topics = (source: string) => begin(source).outline.topics.map(({ id, title }) => `${id}: ${title}`);

  test('are the chapters under a title and what stands below them', () => {
    expect(topics('# Tea\n## 1. The leaf\n### Oxidation\n## 2. Brewing\n#### Water & heat\n')).toEqual([
      'the-leaf: The leaf',
      'the-leaf/oxidation: Oxidation',
      'brewing: Brewing',
      'brewing/water-heat: Water & heat',
    ]);
  });

  test('are chapters alone where they would be more than one can keep apart; the rest is offered', () => {
    const parts = Array.from({ length: 12 }, (_, at) => `### Part ${at + 1}\n`).join('');
    const { topics, further } = begin(`# T\n## One\n${parts}## Two\n${parts}`).outline;
    expect(topics.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(further.length).toBe(24);
    expect(further[0]?.id).toBe('one/part-1');
  });

  test('stay apart where headings are the same, and keep the letters of their script', () => {
    expect(topics('## Über Tee\n## Über Tee\n## Größe\n## 紅茶\n## 2. 緑茶（抹茶）\n## Чай, чёрный\n## !?\n')).toEqual([
      'uber-tee: Über Tee',
      'uber-tee-2: Über Tee',
      'grosse: Größe',
      '紅茶: 紅茶',
      '緑茶-抹茶: 緑茶（抹茶）',
      'чай-чёрный: Чай, чёрный',
    ]);
  });

  test('leave out a title that stands beside the chapters', () => {
    expect(begin('# Notes on tea\nWelcome.\n# Book\n## Leaf\n## Water\n').outline).toMatchObject({
      title: 'Notes on tea',
      topics: [{ id: 'leaf' }, { id: 'water' }],
    });
  });
});

test('examples name a heading as the notes have it, with its number', () => {
  const part = (number: string, drug: string) =>
    `## ${number} ${drug}\n- ${drug} is given by mouth\n- ${drug} lowers the pulse\n`;
  const { examples } = begin(`# Drugs\n${part('2.', 'Digoxin')}${part('3.1', 'Atenolol')}`);
  const single = JSON.stringify(examples.find(({ type }) => type === 'single'));
  expect(single).toContain('under the heading “2. Digoxin”?');
  expect(single).toContain('It stands under “3.1 Atenolol”');
});

describe('topics of several files', () => {
  test('are not those of a page with nothing but to-dos, unless there is no other page', () => {
    const toDos = readNotes('README.md', '# My notes\n\nTo do\n-----\n\n- [ ] oolong\n- [x] buy tea\n  * [ ] green\n');
    const tea = readNotes('tea.md', '# Tea\n\n- [ ] Green tea is steamed.\n- Black tea is oxidised.\n');
    expect(teachingAmong([toDos, tea])).toEqual([tea]);
    expect(teachingAmong([toDos])).toEqual([toDos]);
  });

  const RAFT = '# Raft\nA leader is elected by most.\n';
  const FORMS = '# Normal forms\n## First\nAtoms.\n## Second\nWhole keys.\n';

  test('are all their titles, those of short pages at the beginning too', () => {
    const { topics, title } = begin(RAFT, '# CAP\nTwo of three.\n', FORMS).outline;
    expect(topics.map(({ id }) => id)).toEqual([
      'raft',
      'cap',
      'normal-forms',
      'normal-forms/first',
      'normal-forms/second',
    ]);
    expect(title).toBeUndefined();
  });

  test('are named by their files where no heading is the title, as pages of Obsidian are', () => {
    const page = (term: string) =>
      `---\ntags: [tea]\n---\nSee [[CAP]].\n## Terms\n- ${term}: leaves\n## Rules\nWarm the pot.\n`;
    const { topics, title } = begin(
      page('Oolong'),
      page('Sencha'),
      '## Only part\nOf a page.\n',
      'See above.\n## Part\nOf it.\n',
    ).outline;
    expect(topics.map(({ id, title }) => `${id}: ${title}`)).toEqual([
      'notes-1: notes-1',
      'notes-1/terms: Terms',
      'notes-1/rules: Rules',
      'notes-2: notes-2',
      'notes-2/terms: Terms',
      'notes-2/rules: Rules',
      'only-part: Only part',
      'notes-4: notes-4',
      'notes-4/part: Part',
    ]);
    expect(title).toBeUndefined();
    expect(begin(page('Oolong')).outline.topics.map(({ id }) => id)).toEqual(['terms', 'rules']);
  });

  test('are asked for by examples that say in which file each option stands', () => {
    const page = (tea: string) =>
      `# ${tea}\n\n## Leaf\n- ${tea} leaves are rolled by hand\n\n## Cup\n- ${tea} is poured into small cups\n`;
    const single = begin(page('Oolong'), page('Sencha')).examples.find(({ type }) => type === 'single');
    expect(JSON.stringify(single)).toContain('It stands under “Leaf”, in line 4 of notes-1.md.');
    const alone = begin(page('Oolong')).examples.find(({ type }) => type === 'single');
    expect(JSON.stringify(alone)).toContain('It stands under “Leaf”, in line 4."');
  });

  test('leave out a title that stands before the chapters of its own file, and no heading behind it', () => {
    const book = '# Notes on tea\nWelcome.\n# Preface\nHello.\n# Leaf\n## Green\nNot oxidised.\n';
    expect(begin(RAFT, book).outline.topics.map(({ id }) => id)).toEqual(['raft', 'preface', 'leaf', 'leaf/green']);
    expect(begin(book).outline.topics.map(({ id }) => id)).toEqual(['preface', 'leaf', 'leaf/green']);
  });
});

describe('notes as other programs write them', () => {
  test('a chapter beside others does not name the bank', () => {
    expect(begin('# Estimators\n\n## Bias\nText.\n\n# Tests\n\n## Errors\nText.\n').outline.title).toBeUndefined();
    expect(begin('# Statistics\n\n# Tests\n\n## Errors\nText.\n').outline.title).toBe('Statistics');
  });

  test('headings of which each has one below it at most divide nothing: the one below the title is the topic', () => {
    const { topics } = begin('# Marketing\n\n## Segments\nText.\n\n### Toggle\nText.\n').outline;
    expect(topics.map(({ id }) => id)).toEqual(['segments', 'segments/toggle']);
  });

  test.each([
    ['classes of pandoc', 'Estimators {#sec:est .unnumbered}', 'estimators', 'Estimators'],
    ['links between pages', '[[Mitochondria|The mitochondrion]]', 'the-mitochondrion', 'The mitochondrion'],
    ['links', '[Amazon S3](https://example.org/s3)', 'amazon-s3', 'Amazon S3'],
    ['tags', 'The cell #bio #exam/1', 'the-cell', 'The cell'],
    ['emphasis', '**Bold** `code`', 'bold-code', 'Bold code'],
  ])('%s are no part of a topic', (_, heading, id, title) => {
    const { topics } = begin(`# Notes\n\n## ${heading}\nText.\n\n## Other\nText.\n`).outline;
    expect(topics[0]).toMatchObject({ id, title });
  });

  test.each([
    [
      'z. B. stands inside',
      'Innerorts gilt 50 km/h, z. B. Pkw bis 3,5 t.',
      ['Innerorts gilt 50 km/h, z. B. Pkw bis 3,5 t.'],
    ],
    [
      'an ordinal stands inside',
      'Am 3. Oktober 1990 trat der Vertrag in Kraft. Berlin wurde Hauptstadt.',
      ['Am 3. Oktober 1990 trat der Vertrag in Kraft.', 'Berlin wurde Hauptstadt.'],
    ],
    ['a price is no ordinal', 'A cup of it is $7. Tea is cheap there.', ['A cup of it is $7.', 'Tea is cheap there.']],
    ['a decimal is none', 'The pH is 6.5. Tea is a bit sour.', ['The pH is 6.5.', 'Tea is a bit sour.']],
    ['a title of a person', 'It was found by Dr. Smith in 1920.', ['It was found by Dr. Smith in 1920.']],
    [
      'no capitals in the script',
      'بروتوكول TCP موثوق. بروتوكول UDP أسرع.',
      ['بروتوكول TCP موثوق.', 'بروتوكول UDP أسرع.'],
    ],
    ['a task', '- [ ] read the third chapter', []],
    ['a comment', 'The cell %%ask her%% has a nucleus.', ['The cell has a nucleus.']],
    ['a footnote', 'It makes 30 units a day[^1].', ['It makes 30 units a day.']],
    [
      'the text of a footnote',
      'The cell has a nucleus.\n\n[^1]: But for red blood cells.',
      ['The cell has a nucleus.'],
    ],
    ['lines that are a link', '[Gradient descent](Gradient%20descent.md)\n\n- [[Photosynthesis of plants]]', []],
    ['a name of a block', 'It makes 30 units a day. ^block', ['It makes 30 units a day.']],
    ['highlights', 'The ==cell== has a nucleus.', ['The cell has a nucleus.']],
    [
      'a wide blank before a sentence',
      '未成年者の行為には同意が要る。　ただし単に権利を得る行為は別である。',
      ['未成年者の行為には同意が要る。', 'ただし単に権利を得る行為は別である。'],
    ],
    [
      'points of Japanese lists',
      '・未成年者とは十八歳に満たない者をいう\n・成年被後見人には後見人が付される',
      ['未成年者とは十八歳に満たない者をいう', '成年被後見人には後見人が付される'],
    ],
    [
      'points of other editors',
      '• The cell has a nucleus\n‣ It makes 30 units',
      ['The cell has a nucleus', 'It makes 30 units'],
    ],
    ['a wrapped line', '登記をしなければ\n第三者に対抗できない。', ['登記をしなければ第三者に対抗できない。']],
    [
      'code in a longer fence',
      '````md\n```\nThe code is no prose\n```\nThe code goes on\n````\nThe prose is here',
      ['The prose is here'],
    ],
  ])('passages with %s', (_, line, texts) => {
    expect(passagesOf([readNotes('n.md', `# Notes\n\n${line}\n`)]).map(({ text }) => text)).toEqual(texts);
  });
});

test.each([
  ['Antihistaminikum i.v.', 'Antihistaminikum i.v.'],
  ['Antihistaminikum i.v.;', 'Antihistaminikum i.v.'],
  ['It has a nucleus.', 'It has a nucleus'],
  ['未成年者である。', '未成年者である'],
])('"%s" ends a list as "%s"', (text, option) => {
  expect(closed(text)).toBe(option);
});

describe('examples', () => {
  test('of every type come out of the notes for those who have none', () => {
    const begun = begin(FIRST_NOTES);
    expect(begun.examples.map(({ type }) => type)).toEqual(['single', 'multiple', 'ordering', 'matching', 'cloze']);
    expect(errorsOf(begun)).toEqual([]);
  });

  test('are left out where the notes are too thin for them', () => {
    expect(begin('# Water\n\nWater boils at 100 degrees at sea level.\n').examples).toMatchObject([
      { id: 'example-cloze', stem: expect.stringContaining('boils at ____ degrees'), answer: ['100'] },
    ]);
    expect(begin('# Water\n\nWet.\n').examples).toEqual([]);
    expect(begin('').examples).toEqual([]);
  });

  test('of notes without a heading quote the file by its name', () => {
    const { outline, examples } = begin('- A noun names a thing\n- A verb names an action\n');
    expect([outline.isFromNames, outline.title, outline.topics.map(({ id }) => id)]).toEqual([
      true,
      undefined,
      ['notes-1'],
    ]);
    expect(examples[0]).toMatchObject({ quotes: [{ section: 'notes-1', text: 'A noun names a thing' }] });
  });

  test('ask what is right by the notes: the key of a choice stands in its section, no other option does', () => {
    const [single] = begin(FIRST_NOTES).examples as unknown as {
      answer: string;
      options: { id: string; text: string }[];
    }[];
    const section = FIRST_NOTES.split('## ').find((part) => part.startsWith('Reading a heading')) ?? '';
    const inSection = single?.options.filter(({ text }) => section.includes(text)).map(({ id }) => id);
    expect(inSection).toEqual([single?.answer]);
  });

  test('take the order of a numbered list and the terms of a list of terms', () => {
    const notes =
      '# A\n1. Boil the water\n2. Pour it over the leaves\n3. Wait for three minutes\n\n# B\n- Pot: holds the tea\n- Cup: takes it to you\n- Tray: keeps them together\n';
    const [ordering, matching] = begin(notes).examples.filter(({ type }) => type === 'ordering' || type === 'matching');
    expect(ordering).toMatchObject({
      answer: ['step-1', 'step-2', 'step-3'],
      options: [{ text: 'Boil the water' }, {}, {}],
    });
    expect(matching).toMatchObject({ left: [{ text: 'Pot' }, { text: 'Cup' }, { text: 'Tray' }] });
  });
});

test('the mock exam asks for all questions there are, and for no more than a good mock has', () => {
  const mock = (questions: number) =>
    /questions: (\d+)( # all there are so far.*)?\n {4}minutes: (\d+)/.exec(
      manifestText({ id: 'bank', title: 'Bank', notes: ['n.md'], outline: begin('## One\n').outline, questions }),
    );
  expect(mock(3)?.slice(1)).toEqual(['3', expect.stringContaining('raise it'), '6']);
  expect(mock(0)?.slice(1)).toEqual(['20', undefined, '40']);
  expect(mock(30)?.slice(1)).toEqual(['20', undefined, '40']);
});

describe('a mock is outgrown', () => {
  const manifest = (questions: number) =>
    manifestText({ id: 'bank', title: 'Bank', notes: ['n.md'], outline: begin('## One\n').outline, questions });
  const text = manifest(4);
  const grown = (source: string, questions: number, more: (index: number) => Partial<ItemFacts> = () => ({})) => {
    const read = readYaml('bank.yaml', source);
    const made = 'node' in read ? readManifest(read.node, defaultManifest('bank', [])).manifest : undefined;
    const facts = Array.from({ length: questions }, (_, index): ItemFacts => {
      return { id: `q${index}`, rev: 'r', topics: ['one'], type: 'single', ...more(index) };
    });
    return outgrownMock(source, { exams: made?.exams ?? [], facts });
  };
  const line = text.split('\n').findIndex((one) => one.includes('questions: 4')) + 1;

  test('by twice its questions, while it has the remark of its beginning and is no good mock yet', () => {
    expect(grown(text, 7)).toBeUndefined();
    expect(grown(text, 8)).toEqual({ line, asked: 4, possible: 8, minutes: 16, together: 8 });
    expect(grown(text, 365)).toMatchObject({ line, asked: 4, possible: 20, minutes: 40 });
    expect(grown(text.replace(/ # all there are.*/, ''), 365)).toBeUndefined();
    expect(grown(text.replace('questions: 4', 'questions: 20'), 365)).toBeUndefined();
    expect(grown(manifest(20), 365)).toBeUndefined();
    expect(grown('# all there are so far', 365)).toBeUndefined();
  });

  test('by questions that go on one paper: of a family counts one, and of enemies one', () => {
    const inFamilies = (index: number) => ({ family: `f${index % 9}` });
    expect(grown(text, 30, inFamilies)).toMatchObject({ possible: 9, minutes: 18, together: 9 });
    expect(grown(text, 30, (index) => ({ family: `f${index % 7}` }))).toBeUndefined();
    expect(grown(text, 14, (index) => ({ enemies: [`q${index ^ 1}`] }))).toBeUndefined();
  });
});

test('of more headings than topics can be kept apart, the further ones stand as comments, and the rest are counted', () => {
  const begun = begin(Array.from({ length: 100 }, (_, at) => `## Part ${at + 1}\n\ntext\n`).join('\n'));
  expect(begun.outline.topics).toHaveLength(20);
  expect(begun.outline.further).toHaveLength(60);
  expect(begun.outline.beyond).toBe(20);
  const { outline } = begun;
  const yaml = manifestText({ id: 'bank', title: 'Bank', notes: ['notes-1.md'], outline, questions: 0 });
  expect(yaml).toContain('  # part-21: Part 21');
  expect(yaml).toContain('and 20 more');
  expect(errorsOf(begun)).toEqual([]);
});

test('of thousands of headings with one name the first become topics, and the others are counted', () => {
  const { topics, further, beyond } = outlineOf([readNotes('notes.md', '# H\ntext\n'.repeat(24_000))]);
  expect([topics.length, further.length, beyond]).toEqual([20, 60, 23_920]);
  expect([topics[0]?.id, topics[19]?.id, further.at(-1)?.id]).toEqual(['h', 'h-20', 'h-80']);
});
