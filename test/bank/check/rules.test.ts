import { describe, expect, it } from 'vitest';
import { checkItems } from '../../../src/bank/check/check-items.ts';
import { rules } from '../../../src/bank/check/rules/index.ts';
import { examples, notes, quote, unexplained } from './examples.ts';
import { cloze, item, multiple, ordering, SOUND_BODY, single } from './items.ts';

function codesOfOptions(right: string, ...wrong: string[]): string[] {
  const { problems } = checkItems([item('q', { body: single(`*${right}`, ...wrong) })], []);
  return problems.map(({ code }) => code);
}

describe('rules that look at one item', () => {
  it.each(examples)('%s: finds it at its place', (code, bad) => {
    const { problems } = checkItems([item('first', bad, 10), item('second', { ...bad, family: 'f' }, 20)], notes);
    const found = problems.filter((problem) => problem.code === code);
    expect(found.map(({ at, item }) => ({ at, item }))).toEqual([
      { at: { file: 'topic.yaml', line: 10, column: 5 }, item: 'first' },
      { at: { file: 'topic.yaml', line: 20, column: 5 }, item: 'second' },
    ]);
  });

  it.each(examples)('%s: passes what is sound', (code, _, good) => {
    const { problems, tolerated } = checkItems([item('first', good, 10), item('second', good, 20)], notes);
    expect(problems.filter((problem) => problem.code === code)).toEqual([]);
    expect(tolerated[code]).toBeUndefined();
  });

  it.each(examples)('%s: a waiver silences it', (code, bad) => {
    const waived = { ...bad, waive: { [code]: 'meant so' } };
    const { problems, tolerated } = checkItems([item('first', waived, 10), item('second', waived, 20)], notes);
    expect(problems.filter((problem) => problem.code === code)).toEqual([]);
    expect(tolerated[code]).toBeUndefined();
  });

  it('code is quoted without its fences', () => {
    const odd = item('odd', { body: single('*```js\nopen()\n```', '```js\nopen()\n```', 'The shard count') });
    const messages = checkItems([odd], notes).problems.map(({ message }) => message);
    expect(messages).toContain('two options say "open()"');
    expect(messages.join()).not.toContain('```');
  });

  it('every one has an example here', () => {
    const codes = rules.filter(({ scope }) => scope === 'item').map(({ code }) => code);
    expect(examples.map(([code]) => code).toSorted()).toEqual(codes.toSorted());
  });
});

describe('the registry', () => {
  it('names each rule once, in kebab case, with a source and an explanation', () => {
    const codes = rules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, source, title, why } of rules) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(source).toMatch(/^docs\/rules\.md [EWB]\d\d/);
      expect([title, why].every((text) => text.length > 5 && text.length < 300)).toBe(true);
      expect(title.length).toBeLessThanOrEqual(60);
    }
  });

  it('lets a finding pass while the bank is within the tolerance, and counts it', () => {
    const long = { body: single('Ash', 'Elm', '*The oak that stands behind the house') };
    const { problems, tolerated } = checkItems([item('odd', long), item('even', { family: 'f' })], []);
    expect(problems.filter(({ code }) => code === 'longest-is-right')).toEqual([]);
    expect(tolerated['longest-is-right']).toBe(1);
  });

  it('says once what most items share', () => {
    const items = Array.from({ length: 20 }, (_, n) => item(`item-${n}`, { body: unexplained, family: 'f' }, n + 1));
    const found = checkItems(items, []).problems.filter(({ code }) => code === 'no-explanation');
    expect(found).toHaveLength(1);
    expect(found[0]?.at).toEqual({ file: 'bank.yaml', line: 1, column: 1 });
    expect(found[0]?.message).toContain('20 of 20 questions, such as item-0, item-1 and item-2');
  });

  it('finds one thing of a rule in a question, however often it breaks it', () => {
    const twice = item('q', { body: single('*The crawler run', 'The bucket', 'The bucket', 'The list', 'The list') });
    const found = checkItems([twice], []).problems.filter(({ code }) => code === 'same-option');
    expect(found).toHaveLength(1);
  });

  it('stays silent on a clean bank', () => {
    const clean = [
      item('crawler'),
      item('encryption', {
        level: 'understand',
        stem: 'Auditors of a bank want a record of each use of the key that protects their objects. Which way of encrypting gives them one?',
        body: single('SSE-S3 by default', '*SSE-KMS for all', 'SSE-C by header', 'TLS on the way'),
      }),
      item('serverless', {
        stem: 'Which TWO of these stores need no machines to be planned by the team beforehand?',
        body: multiple('*Amazon S3', '*DynamoDB', 'Redshift', 'Amazon RDS'),
      }),
      item('steps', {
        stem: 'Put the steps of a delivery in order, from the first record to the last copy.',
        body: ordering(['Records are collected', 'A batch is written', 'Tables are loaded'], 'a', 'b', 'c'),
      }),
      item('retention', {
        stem: 'By default a data stream keeps its records for ____ hours.',
        body: cloze('24', 'twenty-four'),
        quotes: [quote],
      }),
    ];
    expect(checkItems(clean, notes)).toEqual({ problems: [], tolerated: {} });
  });

  it('judges no language but English by its words', () => {
    const german = {
      stem: 'Die Verwaltungsvorschriften der Datenschutzgrundverordnung verlangen Aufbewahrungsfristen für personenbezogene Gesundheitsinformationen in Krankenhausinformationssystemen. Welche Speicherklasse ist angemessen?',
      body: single('*Standard', 'Archiv', 'Zwischenspeicher'),
    };
    expect(checkItems([item('eins', german), item('zwei', { ...german, family: 'f' })], []).problems).toEqual([
      expect.objectContaining({ code: 'near-duplicate' }),
    ]);
  });

  it('asks of a key in a script without blanks that its numbers stand in the notes, and no more', () => {
    const said = '請求権は、知った時から5年、AWSの解除には債務者の帰責事由は不要である';
    const codes = (key: string) => {
      const body = single(`*${key}`, '甲', '乙', '丙');
      const proof = { text: said, section: 'S', file: 'n.md', lines: [1, 1] as const, path: ['S'], context: {} };
      const { problems } = checkItems([item('q', { level: 'recall', stem: 'どれか。', body, quotes: [proof] })], []);
      return problems.map(({ code }) => code).filter((code) => code === 'key-not-in-notes');
    };
    expect(['不要である', '要らない', '5年', 'AWSの解除'].flatMap(codes)).toEqual([]);
    expect(codes('10年')).toEqual(['key-not-in-notes']);
  });

  it.each([
    ['three', 'It keeps 3 replicas', []],
    ['3 replicas', 'It keeps three replicas', []],
    ['three', 'A shard takes 4 writers', ['key-not-in-notes']],
    ['3 replicas', 'It keeps four replicas', ['key-not-in-notes']],
  ])('finds a small number in digits and in words: "%s" in "%s"', (key, text, expected) => {
    const body = single(`*${key}`, 'Never', 'Always', 'Sometimes');
    const quotes = [{ text, section: 'S', file: 'n.md', lines: [1, 1] as const, path: ['S'], context: {} }];
    const asked = item('q', { level: 'recall', stem: 'How much of it is kept?', body, quotes });
    const codes = checkItems([asked], []).problems.map(({ code }) => code);
    expect(codes.filter((code) => code === 'key-not-in-notes')).toEqual(expected);
  });

  it.each<[number, string, string]>([
    [0.5, 'mg', 'maximal 0,5 mg'],
    [3.9, 'mmol/l', 'Blutzucker unter 3,9 mmol/l'],
    [1000, 'mg', 'maximal 1.000 mg'],
    [5, '年', '知った時から5年'],
    [3, 'Zones', 'At least three zones'],
    [47, 'mg', 'A cup holds 47 milligrams'],
  ])('finds the number %d %s in %s', (number, unit, text) => {
    const quotes = [{ text, section: 'S', file: 'n.md', lines: [1, 1] as const, path: ['S'], context: {} }];
    const asked = { level: 'recall', stem: 'Wie viel: ____', quotes } as const;
    const codesOf = (answer: number) =>
      checkItems(
        [item('q', { ...asked, body: { type: 'cloze', answer: { number: answer, unit, tolerance: 0 } } })],
        [],
      ).problems.map(({ code }) => code);
    expect(codesOf(number)).not.toContain('key-not-in-notes');
    expect(codesOf(number + 1)).toContain('key-not-in-notes');
  });

  it.each([
    'The records are kept for _____ hours.',
    'The records are kept for … hours.',
    'The records are kept for [ ] hours.',
    'The records are kept for how many hours?',
    'レコードの保持期間は（　）時間である。',
    'レコードの保持期間は何時間か。',
    'The method __init__ is called when an object is ____.',
  ])('sees the one gap, or the question, of: %s', (stem) => {
    const { problems } = checkItems([item('q', { stem, body: cloze('24') })], []);
    expect(problems.map(({ code }) => code).filter((code) => code.includes('gap'))).toEqual([]);
  });

  it.each([
    ['Green', 'green'],
    ['Green', 'GREEN '],
    ['Green', 'green.'],
    ['naïve', 'Naïve'],
    ['Grün', 'GRÜN'],
    ['Δέλτα', 'δέλτα'],
  ])('%s and %s are the same option', (one, other) => {
    expect(codesOfOptions(one, other, 'Black')).toContain('same-option');
  });

  it.each([
    ['`String`', '`string`', 'Number'],
    ['null', 'NULL', 'value_of'],
    ['string', 'String', 'int[]'],
    ['MB', 'Mb', 'Kilobyte'],
    ['MBps', 'Mbps', 'Kilobyte'],
    ['camelCase', 'Camelcase', 'Kebab'],
    ['v2', 'V2', 'Third'],
    ['--all', '--ALL', 'None'],
  ])('%s and %s may differ by more than case', (one, other, third) => {
    expect(codesOfOptions(one, other, third)).not.toContain('same-option');
  });

  it('numbers of things that are no unit ascend as they stand', () => {
    expect(codesOfOptions('1 constructor', '2 constructors', '3 constructors')).not.toContain('numbers-unordered');
    expect(codesOfOptions('3 constructors', '1 constructor', '2 constructors')).toContain('numbers-unordered');
  });

  it('sizes and times ascend in any of their units', () => {
    expect(codesOfOptions('500 gigabytes', '1 terabyte', '2 TB')).not.toContain('numbers-unordered');
    expect(codesOfOptions('1 terabyte', '500 gigabytes', '2 TB')).toContain('numbers-unordered');
    expect(codesOfOptions('900 TiB', '1 PiB', '2 PiB')).not.toContain('numbers-unordered');
    expect(codesOfOptions('500 µs', '1 ms', '1 s')).not.toContain('numbers-unordered');
  });

  it('numbers of things that cannot be compared have no order', () => {
    expect(codesOfOptions('900 thousand', '1 million', '2 million')).not.toContain('numbers-unordered');
    expect(codesOfOptions('1 day', '10 records', '20 records')).not.toContain('numbers-unordered');
    expect(codesOfOptions('1 hour', '1 minute', '2 KB')).not.toContain('numbers-unordered');
  });

  it('numbers with a decimal comma ascend', () => {
    expect(codesOfOptions('0,5 %', '1,5 %', '12 %')).not.toContain('numbers-unordered');
    expect(codesOfOptions('1,5 %', '0,5 %', '12 %')).toContain('numbers-unordered');
    expect(codesOfOptions('900', '1,000', '1,000,000')).not.toContain('numbers-unordered');
  });

  it.each(['Both A and B', 'A and C', 'Neither A nor B', 'Options A or B'])('"%s" points to other options', (text) => {
    expect(codesOfOptions('Ash', 'Elm', text)).toContain('all-of-the-above');
  });

  it.each(['Welche ZWEI Aussagen stimmen?', 'Welche Aussagen treffen zu?', '正しいものを２つ選べ。'])(
    'leaves it to other languages to say how many are right: %s',
    (stem) => {
      const { problems } = checkItems([item('q', { stem, body: multiple('*Esche', '*Ulme', 'Eiche') })], []);
      expect(problems.map(({ code }) => code)).not.toContain('count-missing');
    },
  );

  it.each([
    ['longest-is-rigth', 'did you mean longest-is-right?'],
    ['nonsense', 'quiz help codes lists them; errors of form cannot be waived'],
  ])('says of the waiver %s what may be meant', (code, hint) => {
    const { problems } = checkItems([item('q', { waive: { [code]: 'a reason' } })], notes);
    expect(problems).toMatchObject([{ code: 'unknown-waiver', severity: 'warning', item: 'q', hint }]);
    expect(problems[0]?.message).toContain(`"${code}"`);
  });

  it('has a sound item to vary', () => {
    expect(checkItems([item('sound', { body: SOUND_BODY })], notes).problems).toEqual([]);
  });
});
