import { describe, expect, it } from 'vitest';
import { checkItems } from '../../../src/bank/check/check-items.ts';
import { mixOf } from '../../../src/bank/check/mix.ts';
import { rules } from '../../../src/bank/check/rules/index.ts';
import { guessing } from '../../../src/bank/check/rules/solvers.ts';
import type { Item } from '../../../src/core/items/item.ts';
import { random } from '../../../src/core/random.ts';
import { cloze, item, ordering, single } from './items.ts';

function codesOf(items: readonly Item[]): string[] {
  return checkItems(items, []).problems.map(({ code }) => code);
}

function found(items: readonly Item[], code: string) {
  return checkItems(items, []).problems.filter((problem) => problem.code === code);
}

const SHARDS =
  'A fleet of buses writes its positions to a stream in provisioned mode, spread evenly over the day. How many shards does it need?';

describe('contradiction', () => {
  it('finds the same question with another answer, at the later one', () => {
    const items = [
      item('one', { body: single('*24 hours', '48 hours') }, 3),
      item('two', { body: single('24 hours', '*48 hours') }, 9),
    ];
    expect(found(items, 'contradiction')).toEqual([
      expect.objectContaining({ severity: 'error', item: 'two', at: { file: 'topic.yaml', line: 9, column: 5 } }),
    ]);
  });

  it.each([
    ['other options', item('two', { body: single('Ash', '*Elm') })],
    [
      'another case text',
      item('two', { body: single('24 hours', '*48 hours'), case: { id: 'shop', text: 'A shop.' } }),
    ],
    ['a key that the first does not offer', item('two', { body: single('24 hours', '*72 hours') })],
    ['the same answer', item('two', { body: single('*24 hours', '72 hours') })],
  ])('passes %s', (_, other) => {
    expect(codesOf([item('one', { body: single('*24 hours', '48 hours') }), other])).not.toContain('contradiction');
  });

  it('sees what words leave out: operators', () => {
    const ask = (sign: string) => `What is the value of the expression 6 ${sign} 2 in this language?`;
    const items = [
      item('sum', { stem: ask('+'), body: cloze('8') }),
      item('quotient', { stem: ask('/'), body: cloze('3') }),
    ];
    expect(codesOf(items)).not.toContain('contradiction');
  });

  it('judges gaps and orders too', () => {
    const gap = 'By default a data stream keeps its records for ____ hours.';
    expect(
      codesOf([item('a', { stem: gap, body: cloze('24') }), item('b', { stem: gap, body: cloze('48') })]),
    ).toContain('contradiction');
    const steps = ['First we write it', 'Then we read it'];
    const items = [item('a', { body: ordering(steps, 'a', 'b') }), item('b', { body: ordering(steps, 'b', 'a') })];
    expect(codesOf(items)).toContain('contradiction');
  });
});

describe('near-duplicate', () => {
  it('finds a short question asked twice, where one has the answer of the other as a wrong one', () => {
    const port = (id: string, ...texts: string[]) =>
      item(id, { stem: 'Which port does SSH use by default?', body: single(...texts) });
    expect(found([port('ssh', '*22', '67', '137'), port('ssh-again', '22', '*23', '25')], 'near-duplicate')).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/100 % like that of ssh .*right in one is wrong in the other$/),
      }),
    ]);
    expect(codesOf([port('ssh', '*22', '67', '137'), port('smtp', '*25', '80')])).not.toContain('near-duplicate');
  });

  const twins = (changes = {}) => [
    item('one', { stem: SHARDS }, 3),
    item('two', { stem: SHARDS.replace('buses', 'trams'), ...changes }, 9),
  ];

  it('names the later of two like stems', () => {
    expect(found(twins(), 'near-duplicate')).toEqual([
      expect.objectContaining({ severity: 'warning', item: 'two', at: { file: 'topic.yaml', line: 9, column: 5 } }),
    ]);
  });

  it('passes a family, and enemies', () => {
    const [one, two] = twins();
    if (!one || !two) throw new Error('two items');
    expect(
      codesOf([
        { ...one, family: 'shards' },
        { ...two, family: 'shards' },
      ]),
    ).not.toContain('near-duplicate');
    expect(codesOf(twins({ enemies: ['one'] }))).not.toContain('near-duplicate');
  });

  it('passes short stems that share a phrase, unless they share the answer', () => {
    const capital = (country: string) => `What is the capital of ${country}?`;
    const items = [
      item('fr', { stem: capital('France'), body: cloze('Paris') }),
      item('es', { stem: capital('Spain'), body: cloze('Madrid') }),
    ];
    expect(codesOf(items)).not.toContain('near-duplicate');
    expect(codesOf([...items, item('it', { stem: capital('France'), body: cloze('paris') })])).toContain(
      'near-duplicate',
    );
  });
});

describe('cued-by-stem', () => {
  const asked = {
    stem: 'Which store holds the table definitions that query engines look up?',
    body: single('*The data catalog', 'A crawler', 'A trigger'),
  };
  const cue = {
    stem: 'The data catalog is the store that holds table definitions; query engines look them up there. Who fills it?',
    body: single('A shard', '*A crawler', 'A trigger'),
  };

  it('names the item whose answer another stem states', () => {
    expect(found([item('asked', asked, 4), item('cue', cue, 8)], 'cued-by-stem')).toEqual([
      expect.objectContaining({ item: 'asked', at: { file: 'topic.yaml', line: 4, column: 5 } }),
    ]);
  });

  it('passes declared enemies', () => {
    expect(codesOf([item('asked', asked), item('cue', { ...cue, enemies: ['asked'] })])).not.toContain('cued-by-stem');
  });
});

/** Items with stems that share nothing; `place` says where the key stands. */
function many(count: number, textsOf: (n: number) => readonly string[], place: (n: number) => number): Item[] {
  return Array.from({ length: count }, (_, n) => {
    const texts = textsOf(n).map((text, at) => (at === place(n) ? `*${text}` : text));
    return item(
      `item-${n}`,
      { stem: `Why did q${n}a meet q${n}b near q${n}c before q${n}d?`, body: single(...texts) },
      n + 1,
    );
  });
}

const next = random('balance');
const lots = Array.from({ length: 400 }, () => Math.floor(next() * 4));
const byLot = (n: number) => lots[n] ?? 0;
const HEAD = { file: 'bank.yaml', line: 1, column: 1 };
const even = (n: number) => [`ash${n}x`, `elm${n}x`, `oak${n}x`, `fir${n}x`];
const growing = (n: number) => [`ash${n}x`, `elm${n}xy`, `oak${n}xyz`, `fir${n}wxyz`];

describe('kept-apart-in-case', () => {
  const lake = { id: 'lake', text: 'A retailer has a lake.' };

  it('finds two of a family, or enemies, at the later one', () => {
    const items = [
      item('one', { case: lake, family: 'columns' }),
      item('two', { case: lake, family: 'columns' }),
      item('three', { case: lake }),
      item('four', { case: lake, enemies: ['three'] }),
    ];
    expect(found(items, 'kept-apart-in-case').map(({ item }) => item)).toEqual(['two', 'four']);
  });

  it('passes those of other cases, and those that nothing keeps apart', () => {
    const items = [
      item('one', { case: lake, family: 'columns' }),
      item('two', { case: { ...lake, id: 'pond' }, family: 'columns' }),
      item('three', { family: 'columns' }),
      item('four', { case: lake, family: 'rows' }),
    ];
    expect(codesOf(items)).not.toContain('kept-apart-in-case');
  });
});

describe('unknown-enemy', () => {
  it('finds an id that no question has, at the question that names it', () => {
    const items = [item('one', { enemies: ['two', 'tow'] }), item('two', { enemies: ['gone'] })];
    const problems = found(items, 'unknown-enemy');
    expect(problems.map(({ item, message }) => [item, /"(.+)"/.exec(message)?.[1]])).toEqual([
      ['one', 'tow'],
      ['two', 'gone'],
    ]);
  });

  it('finds a question that names itself', () => {
    const [problem, ...others] = found([item('one', { enemies: ['one', 'two'] }), item('two')], 'unknown-enemy');
    expect([problem?.item, problem?.message, others]).toEqual(['one', 'enemies: names "one", which is itself', []]);
  });

  it('passes ids of questions, later or earlier', () => {
    expect(codesOf([item('one', { enemies: ['two'] }), item('two', { enemies: ['one'] })])).not.toContain(
      'unknown-enemy',
    );
  });
});

describe('balance', () => {
  it.each([
    ['position-pattern', many(300, even, (n) => n % 4), many(300, even, byLot), many(299, even, (n) => n % 4)],
    [
      'guessable',
      many(100, growing, (n) => (n % 2 === 0 ? 3 : byLot(n))),
      many(400, growing, byLot),
      many(99, growing, () => 3),
    ],
    ['key-length-share', many(40, growing, () => 3), many(400, growing, byLot), many(39, growing, () => 3)],
    [
      'key-length-ratio',
      many(
        40,
        (n) => ['ash', 'elm', 'oak', `fir and fig ${n}`],
        () => 3,
      ),
      many(40, even, byLot),
      many(39, growing, () => 3),
    ],
    [
      'one-sided-name',
      many(
        12,
        (n) => ['Amazon S3', ...even(n).slice(1)],
        () => 0,
      ),
      many(
        12,
        (n) => ['Amazon S3', ...even(n).slice(1)],
        (n) => n % 4,
      ),
      many(
        9,
        (n) => ['Amazon S3', ...even(n).slice(1)],
        () => 0,
      ),
    ],
  ])('%s: stands at the head of the manifest, and only with enough questions', (code, bad, good, few) => {
    expect(found(bad, code)[0]?.at).toEqual(HEAD);
    expect(found(good, code)).toEqual([]);
    expect(found(few, code)).toEqual([]);
  });

  it('every rule of the whole bank has an example here', () => {
    const tested = [
      'contradiction',
      'near-duplicate',
      'cued-by-stem',
      'kept-apart-in-case',
      'unknown-enemy',
      'position-pattern',
      'guessable',
      'key-length-share',
      'key-length-ratio',
      'one-sided-name',
    ];
    expect(
      rules
        .filter(({ scope }) => scope === 'bank')
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(tested.toSorted());
  });
});

describe('guessing', () => {
  const by = (items: readonly Item[], solver: RegExp) => guessing(items).find((each) => solver.test(each.solver));

  it('counts ties in shares and leaves out what cannot be told apart', () => {
    const items = [
      item('long', { body: single('*aaaa', 'bbbb', 'c', 'd') }),
      item('tie', { body: single('*aa', 'bb') }),
    ];
    expect(by(items, /longest/)).toMatchObject({ n: 1, right: 0.5, chance: 0.25, gain: 0.25 });
  });

  it.each([
    [/specific/, single('soon', '*within 60 seconds (default)', 'later')],
    [/stem/, single('a lake', '*the columns of files', 'a shard')],
    [/middle/, single('1 day', '*7 days', '30 days')],
    [/most like/, single('red oak', '*red elm', 'blue elm')],
  ])('%s: picks what it should', (solver, body) => {
    expect(by([item('one', { body })], solver)).toMatchObject({ n: 1, right: 1 });
  });

  it('knows what is right elsewhere without looking at the item itself', () => {
    const items = [
      item('one', { body: single('*Firehose', 'Glue') }),
      item('two', { body: single('Firehose', '*Athena') }),
    ];
    expect(by(items, /elsewhere/)).toMatchObject({ n: 1, right: 0 });
  });
});

describe('mix', () => {
  it('counts types, levels and scenarios', () => {
    const items = [
      item('a', { level: 'apply', scenario: true }),
      item('b'),
      item('c', { body: cloze('x'), level: 'apply' }),
    ];
    expect(mixOf(items)).toEqual({
      questions: 3,
      types: { single: 2, cloze: 1 },
      levels: { apply: 2, none: 1 },
      scenarios: 1,
    });
  });
});
