import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ItemFacts, isWithin } from '../../../src/core/items/item.ts';
import { keepApart } from '../../../src/core/papers/apart.ts';
import { largestRemainder } from '../../../src/core/papers/blueprint.ts';
import { type Drawing, draw } from '../../../src/core/papers/draw.ts';
import { slotsFor } from '../../../src/core/sitting/form.ts';
import { banks, blueprintOf, blueprints, papers, seeds } from '../../support/arbitraries.ts';

const totals = fc.integer({ min: 1, max: 25 });
const ids = ({ items }: Drawing) => items.map(({ id }) => id);

function facts(id: string, topic: string, more: Partial<ItemFacts> = {}): ItemFacts {
  return { id, rev: 'r', topics: [topic], type: 'single', ...more };
}

function several(topic: string, count: number, more: Partial<ItemFacts> = {}): ItemFacts[] {
  return Array.from({ length: count }, (_, index) => facts(`${topic}-${index}`, topic, more));
}

const part = (topic: string, weight: number) => ({ title: topic, weight, topics: [topic] });

describe('draw', () => {
  test('the same seed, bank and history give the same paper', () => {
    fc.assert(
      fc.property(blueprints, banks, totals, seeds, (blueprint, bank, total, seed) => {
        expect(draw(blueprint, bank, total, seed)).toEqual(draw(blueprint, bank, total, seed));
      }),
    );
  });

  test('another seed gives another paper', () => {
    const papers = new Set(
      Array.from({ length: 50 }, (_, seed) => ids(draw(blueprintOf([]), several('s3', 30), 10, `${seed}`)).join()),
    );
    expect(papers.size).toBe(50);
  });

  test('never more than asked for, never one twice, and only of the bank', () => {
    fc.assert(
      fc.property(blueprints, banks, totals, seeds, (blueprint, bank, total, seed) => {
        const drawn = ids(draw(blueprint, bank, total, seed));
        expect(drawn.length).toBeLessThanOrEqual(total);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(bank.map(({ id }) => id)).toEqual(expect.arrayContaining(drawn));
      }),
    );
  });

  test('every item is within a part of the blueprint', () => {
    fc.assert(
      fc.property(blueprints, banks, totals, seeds, (blueprint, bank, total, seed) => {
        const topics = blueprint.parts.flatMap(({ topics }) => topics);
        fc.pre(topics.length > 0);
        for (const item of draw(blueprint, bank, total, seed).items) {
          expect(topics.some((topic) => isWithin(item.topics[0], topic))).toBe(true);
        }
      }),
    );
  });

  test('never two of a family, and never two enemies, whichever of the two names the other', () => {
    fc.assert(
      fc.property(blueprints, banks, totals, seeds, (blueprint, bank, total, seed) => {
        const { items } = draw(blueprint, bank, total, seed);
        const families = items.flatMap(({ family }) => family ?? []);
        expect(new Set(families).size).toBe(families.length);
        for (const { id, enemies = [] } of items) {
          for (const other of items) if (other.id !== id) expect(enemies).not.toContain(other.id);
        }
      }),
    );
  });

  test('an item that names itself as its enemy can be drawn all the same', () => {
    expect(ids(draw(blueprintOf([]), [facts('a', 's3', { enemies: ['a'] })], 1, '1'))).toEqual(['a']);
  });

  test('a case comes whole or not at all, its items side by side in their order', () => {
    fc.assert(
      fc.property(blueprints, banks, totals, seeds, (blueprint, bank, total, seed) => {
        const drawn = ids(draw(blueprint, bank, total, seed));
        for (const name of ['case-1', 'case-2']) {
          const members = bank.filter((item) => item.case === name).map(({ id }) => id);
          const found = drawn.filter((id) => members.includes(id));
          expect([[], members]).toContainEqual(found);
          if (found.length > 0) {
            const from = drawn.indexOf(found[0] ?? '');
            expect(drawn.slice(from, from + found.length)).toEqual(members);
          }
        }
      }),
    );
  });

  test('weights are met where every part has enough', () => {
    const topics = ['s3', 'kinesis', 'glue', 'stores'];
    const bank = topics.flatMap((topic) => several(topic, 25));
    fc.assert(
      fc.property(
        fc.tuple(...topics.map(() => fc.integer({ min: 0, max: 50 }))),
        totals,
        seeds,
        (weights, total, seed) => {
          fc.pre(weights.some((weight) => weight > 0));
          const parts = topics.map((topic, index) => part(topic, weights[index] ?? 0));
          const drawing = draw(blueprintOf(parts), bank, total, seed);
          const wanted = largestRemainder(weights, total);
          expect(drawing.parts.map(({ got }) => got)).toEqual(wanted);
          topics.forEach((topic, index) => {
            expect(drawing.items.filter((item) => item.topics[0] === topic)).toHaveLength(wanted[index] ?? 0);
          });
          expect(drawing.shortfalls).toEqual([]);
        },
      ),
    );
  });

  test('a part that has too few is named, and its places go to the others by their weights', () => {
    const bank = [...several('s3', 2), ...several('kinesis', 20), ...several('glue', 20)];
    const drawing = draw(blueprintOf([part('s3', 50), part('kinesis', 30), part('glue', 20)]), bank, 10, '1');
    expect(drawing.shortfalls).toEqual([{ part: 's3', wanted: 5, got: 2 }]);
    expect(drawing.parts.map(({ got }) => got)).toEqual([2, 5, 3]);
    expect(drawing.items).toHaveLength(10);
  });

  test('a domain for which the bank has no topics is named', () => {
    const parts = [part('s3', 60), { title: 'Modelling', weight: 40, topics: [] }];
    const drawing = draw(blueprintOf(parts), several('s3', 20), 10, '1');
    expect(drawing.shortfalls).toEqual([{ part: 'Modelling', wanted: 4, got: 0 }]);
    expect(drawing.items).toHaveLength(10);
  });

  test('where the paper is too short, the parts that fell short say so', () => {
    fc.assert(
      fc.property(blueprints, banks, totals, seeds, (blueprint, bank, total, seed) => {
        const drawing = draw(blueprint, bank, total, seed);
        const got = drawing.parts.reduce((sum, { got }) => sum + got, 0);
        expect(drawing.items).toHaveLength(got);
        if (got < total) expect(drawing.shortfalls.length).toBeGreaterThan(0);
        for (const { wanted, got } of drawing.shortfalls) expect(got).toBeLessThan(wanted);
      }),
    );
  });

  test('a paper is only short where nothing that is left would fit', () => {
    fc.assert(
      fc.property(banks, totals, seeds, (bank, total, seed) => {
        const { items } = draw(blueprintOf([]), bank, total, seed);
        const apart = keepApart();
        items.forEach(apart.add);
        for (const item of bank) {
          const unit = item.case === undefined ? [item] : bank.filter((other) => other.case === item.case);
          if (apart.admits(unit)) expect(unit.length).toBeGreaterThan(total - items.length);
        }
      }),
    );
  });

  test.each([
    ['a case that fits, where one of its family would keep it out', [2, 3], 2, { a: 'x', b: 'x-f', c: '-f' }],
    [
      'cases that fit together, where a larger one would leave a gap',
      [4],
      4,
      { a: 'x', b: 'x', c: 'x', d: 'y', e: 'y', f: 'z', g: 'z' },
    ],
    ['two questions, where the enemy of both would stand alone', [2, 3], 2, { a: '', b: '', c: '!ab' }],
  ])('a paper that would end short takes %s', (_, totals, size, sketch) => {
    const bank = Object.entries(sketch).map(([id, words]) => {
      const [, shared, family, enemies] = /^(\w*)(?:-(\w))?(?:!(\w+))?$/.exec(words) ?? [];
      return facts(id, 's3', {
        ...(shared && { case: shared }),
        ...(family && { family }),
        ...(enemies && { enemies: [...enemies] }),
      });
    });
    for (const total of totals)
      for (let seed = 0; seed < 20; seed++)
        for (const parts of [[], [part('s3', 60), part('water', 40)]])
          expect(draw(blueprintOf(parts), bank, total, `${seed}`).items).toHaveLength(size);
  });

  test.each([
    [
      'of a family over two parts the one whose part has no other',
      3,
      { s3: [{ family: 'f' }, {}, {}], kinesis: [{ family: 'f' }] },
      { s3: 2, kinesis: 1 },
    ],
    [
      'of enemies the one whose part has no other',
      2,
      { s3: [{ enemies: ['kinesis-0'] }, {}], kinesis: [{}] },
      { s3: 1, kinesis: 1 },
    ],
    [
      'the case that has as many questions as its part has places',
      5,
      { s3: ['c', 'c', 'd', 'd', 'e', 'e', 'e'].map((shared) => ({ case: shared })), kinesis: [{}, {}, {}, {}] },
      { s3: 3, kinesis: 2 },
    ],
  ])('a paper that would be off its weights takes %s', (_, total, sketch, weights) => {
    const bank = Object.entries(sketch).flatMap(([topic, all]) =>
      all.map((more, index) => facts(`${topic}-${index}`, topic, more)),
    );
    const parts = Object.entries(weights).map(([topic, weight]) => part(topic, weight));
    for (let seed = 0; seed < 30; seed++) {
      const drawing = draw(blueprintOf(parts), bank, total, `${seed}`);
      expect([drawing.items.length, drawing.shortfalls]).toEqual([total, []]);
    }
  });

  test('each question of a case counts in its own part', () => {
    fc.assert(
      fc.property(banks, totals, seeds, (bank, total, seed) => {
        const parts = [part('s3', 3), part('kinesis', 2), part('glue', 1)];
        const drawing = draw(blueprintOf(parts), bank, total, seed);
        const inEach = parts.map(
          ({ title }) => drawing.items.filter(({ topics }) => isWithin(topics[0], title)).length,
        );
        expect(drawing.parts.map(({ got }) => got)).toEqual(inEach);
      }),
    );
  });

  test('a case over several parts keeps the weights of all of them, and is drawn whichever part its first question is of', () => {
    const across = ['kinesis', 's3', 'kinesis', 's3'].map((topic, index) => facts(`c${index}`, topic, { case: 'c' }));
    const bank = [...across, ...several('s3', 6), ...several('kinesis', 6), ...several('glue', 6)];
    const blueprint = blueprintOf([part('s3', 30), part('kinesis', 50), part('glue', 20)]);
    const drawings = Array.from({ length: 30 }, (_, seed) => draw(blueprint, bank, 10, `${seed}`));
    for (const drawing of drawings) {
      expect(drawing.parts.map(({ got }) => got)).toEqual([3, 5, 2]);
      expect(drawing.items.filter(({ topics }) => topics[0] === 's3')).toHaveLength(3);
      expect(drawing.shortfalls).toEqual([]);
    }
    expect(drawings.some((drawing) => ids(drawing).includes('c0'))).toBe(true);
    expect(drawings.every((drawing) => ids(drawing).includes('c0'))).toBe(false);
  });

  test('a case with more questions of a part than that has places stays behind where others fill the paper', () => {
    const across = ['s3', 'kinesis', 'kinesis', 'kinesis'].map((topic, index) =>
      facts(`c${index}`, topic, { case: 'c' }),
    );
    const bank = [...across, ...several('s3', 3), ...several('kinesis', 3)];
    for (let seed = 0; seed < 20; seed++)
      expect(ids(draw(blueprintOf([part('s3', 1), part('kinesis', 1)]), bank, 4, `${seed}`))).not.toContain('c0');
  });

  test('a case with a question of no part that is asked is on no paper', () => {
    const across = [facts('in', 's3', { case: 'c' }), facts('out', 'glue', { case: 'c' })];
    const parts = [part('s3', 1), part('glue', 0)];
    expect(ids(draw(blueprintOf(parts), [...across, ...several('s3', 1)], 3, '1'))).toEqual(['s3-0']);
    expect(ids(draw(blueprintOf(parts.slice(0, 1)), across, 2, '1'))).toEqual([]);
  });

  test('a case that does not fit into a part’s places waits for those that others leave', () => {
    const bank = [...several('s3', 4, { case: 'c' }), ...several('kinesis', 1)];
    const drawing = draw(blueprintOf([part('s3', 50), part('kinesis', 50)]), bank, 5, '1');
    expect(drawing.items).toHaveLength(5);
  });

  test('longest unseen first: what stays behind was seen at most as long ago as what is drawn', () => {
    const ages = fc.array(fc.oneof(fc.nat(9), fc.constant(Infinity)), { minLength: 20, maxLength: 20 });
    const bank = several('s3', 20);
    fc.assert(
      fc.property(ages, fc.integer({ min: 1, max: 20 }), seeds, (ages, total, seed) => {
        const age = (id: string) => ages[bank.findIndex((item) => item.id === id)] ?? 0;
        const drawn = ids(draw(blueprintOf([]), bank, total, seed, age));
        const left = bank.map(({ id }) => id).filter((id) => !drawn.includes(id));
        expect(drawn).toHaveLength(total);
        expect(Math.min(...drawn.map(age))).toBeGreaterThanOrEqual(Math.max(...left.map(age), 0));
      }),
    );
  });

  test('a case is as long unseen as the one of its questions that was seen last', () => {
    const inCase = [facts('old', 's3', { case: 'c' }), facts('fresh', 's3', { case: 'c' })];
    const bank = [...inCase, facts('middle', 's3'), facts('late', 's3')];
    const age = (id: string) => ({ old: 9, fresh: 1, middle: 5, late: 2 })[id] ?? 0;
    expect(ids(draw(blueprintOf([]), bank, 1, '1', age))).toEqual(['middle']);
    expect(ids(draw(blueprintOf([]), bank, 2, '1', age)).sort()).toEqual(['late', 'middle']);
  });

  test('the parts of a paper are mixed: none always comes first', () => {
    const bank = [...several('s3', 5), ...several('kinesis', 5)];
    const first = Array.from({ length: 50 }, (_, seed) => {
      const { items } = draw(blueprintOf([part('s3', 1), part('kinesis', 1)]), bank, 6, `${seed}`);
      return items[0]?.topics[0] ?? '';
    });
    expect(new Set(first)).toEqual(new Set(['s3', 'kinesis']));
  });

  test('a topic includes its children, and not its namesakes', () => {
    const bank = [facts('a', 's3'), facts('b', 's3/encryption'), facts('c', 's3-other')];
    expect(ids(draw(blueprintOf([part('s3', 1)]), bank, 3, '1')).sort()).toEqual(['a', 'b']);
  });
});

describe('slotsFor', () => {
  test('the order of the options is decided by the seed and the item alone', () => {
    fc.assert(
      fc.property(papers, seeds, (items, seed) => {
        const slots = slotsFor(items, seed);
        expect(slots.map(({ item, rev }) => ({ item, rev }))).toEqual(items.map(({ id, rev }) => ({ item: id, rev })));
        expect(slotsFor(items.toReversed(), seed).toReversed()).toEqual(slots);
      }),
    );
  });

  test('carries why an item is asked, where there is a reason', () => {
    fc.assert(
      fc.property(papers, (items) => {
        for (const slot of slotsFor(items, '1', { past: ({ id }) => (id === 'q1' ? { why: 'new' } : {}) })) {
          expect('why' in slot).toBe(slot.item === 'q1');
        }
      }),
    );
  });
});
