import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hintInWords } from '../../../src/core/items/hints.ts';
import type { Item } from '../../../src/core/items/item.ts';
import { type Body, kindOf } from '../../../src/core/items/kinds/index.ts';
import { random } from '../../../src/core/random.ts';
import type { Command } from '../../../src/core/sitting/command.ts';
import { decide } from '../../../src/core/sitting/decide.ts';
import { evolve, replay } from '../../../src/core/sitting/evolve.ts';
import { drillPolicy, examPolicy, type Policy } from '../../../src/core/sitting/policy.ts';
import { initial } from '../../../src/core/sitting/state.ts';
import { view } from '../../../src/core/sitting/view.ts';
import { itemOf, optionsNamed } from '../../support/arbitraries.ts';
import { attemptsOf } from '../../support/learning.ts';
import { paperOf, play, START, startedWith, step } from '../../support/sittings.ts';

const bodies = {
  single: { type: 'single', options: optionsNamed('abcd'), answer: ['c'] },
  two: { type: 'single', options: optionsNamed('ab'), answer: ['a'] },
  multiple: { type: 'multiple', options: optionsNamed('abcdef'), answer: ['b', 'e'] },
  ordering: { type: 'ordering', options: optionsNamed('abcd'), answer: ['d', 'a', 'c', 'b'] },
  matching: {
    type: 'matching',
    left: optionsNamed('abc'),
    right: optionsNamed('xyz'),
    answer: { a: 'y', b: 'z', c: 'x' },
  },
  spare: {
    type: 'matching',
    left: optionsNamed('abc'),
    right: optionsNamed('wxyz'),
    answer: { a: 'y', b: 'z', c: 'x' },
  },
  text: { type: 'cloze', answer: { accept: ['near real time'] } },
  sign: { type: 'cloze', answer: { accept: ['k'] } },
  number: { type: 'cloze', answer: { number: 24, unit: 'hours', tolerance: 0 } },
  zero: { type: 'cloze', answer: { number: 0, tolerance: 0 } },
} satisfies Record<string, Body>;

const hintsOf = (body: Body, seed = '1') => kindOf(body).hints(body, random(seed));
const ask = (item: Item, policy: Policy, ...commands: Command[]) =>
  play(
    paperOf([item]),
    startedWith([item], policy),
    commands.map((command) => step(command)),
  );

describe('what is told of an answer', () => {
  test.each([
    ['single', 2, 1 / 2],
    ['two', 0, 1 / 2],
    ['multiple', 3, 1 / 3],
    ['ordering', 2, 1 / 2],
    ['matching', 1, 1 / 2],
    ['spare', 2, 1 / 2],
    ['text', 1, 1 / 4],
    ['sign', 0, 0],
    ['number', 1, 1 / 4],
    ['zero', 0, 0],
  ] as const)('%s: after all %d hints a guess is still right with a chance of %d only', (name, count, chance) => {
    const body = bodies[name];
    expect(hintsOf(body)).toHaveLength(count);
    expect(kindOf(body).chance(body, count)).toBeCloseTo(chance, 9);
  });

  test('leaves the answer certain, and no more than that, where a journal tells of more hints than there are', () => {
    for (const body of [bodies.single, bodies.multiple, bodies.ordering, bodies.spare])
      expect(kindOf(body).chance(body, 9)).toBe(1);
  });

  test('is true, and never a right option, whatever comes first', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        for (const name of ['single', 'multiple'] as const)
          for (const hint of hintsOf(bodies[name], seed))
            expect(bodies[name].answer).not.toContain('wrong' in hint && hint.wrong);
        for (const hint of hintsOf(bodies.ordering, seed))
          expect('place' in hint && bodies.ordering.answer[hint.place - 1]).toBe('option' in hint && hint.option);
        const pairs: Readonly<Record<string, string>> = bodies.spare.answer;
        for (const hint of hintsOf(bodies.spare, seed))
          expect('left' in hint && pairs[hint.left] === hint.right).toBe(true);
      }),
    );
  });

  test('is another wrong option first for another seed, so that nothing can be read from the order', () => {
    const firsts = Array.from({ length: 50 }, (_, seed) => JSON.stringify(hintsOf(bodies.single, String(seed))[0]));
    expect(new Set(firsts)).toEqual(new Set(['a', 'b', 'd'].map((wrong) => JSON.stringify({ wrong }))));
  });

  test.each([
    [24, '10 to 100'],
    [100, '100 to 1000'],
    [1, '1 to 10'],
    [0.05, '0.01 to 0.1'],
    [-7, '-10 to -1'],
  ])('of the number %d that it is %s', (number, looks) => {
    expect(hintsOf({ type: 'cloze', answer: { number, tolerance: 0 } })).toEqual([{ looks }]);
  });

  test.each([
    [['near real time'], 'n... r... t...'],
    [['vitamin C'], 'v...... .'],
    [['a b c d ef'], '. . . . ..'],
    [['SSE-KMS'], 'S......'],
    [['C.'], '..'],
  ])('of the text %j no more than how it looks', (accept, looks) => {
    expect(hintsOf({ type: 'cloze', answer: { accept } })).toEqual([{ looks }]);
  });

  test.each([[['..']], [['k']], [['....', 'x']]])('nothing of %j, where it would be the answer', (accept) => {
    expect(hintsOf({ type: 'cloze', answer: { accept } })).toEqual([]);
  });

  test('everything that is right lies where a number is said to lie', () => {
    const decimals = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(decimals, fc.double({ min: 0, max: 1e6, noNaN: true }), (number, tolerance) => {
        const [hint] = hintsOf({ type: 'cloze', answer: { number, tolerance } });
        if (hint === undefined) return;
        const [low = 0, high = 0] = 'looks' in hint ? hint.looks.split(' to ').map(Number) : [];
        expect(low).toBeLessThanOrEqual(number - tolerance + 1e-9);
        expect(high).toBeGreaterThanOrEqual(number + tolerance - 1e-9);
      }),
    );
    expect(hintsOf({ type: 'cloze', answer: { number: 3, tolerance: 8 } })).toEqual([]);
    expect(hintsOf({ type: 'cloze', answer: { number: 1e308, tolerance: 0 } })).toEqual([]);
  });

  test('stands in words with the numbers that are shown', () => {
    const shown = { kind: 'single', options: optionsNamed('cab'), left: optionsNamed('l'), right: optionsNamed('rs') };
    expect(hintInWords({ wrong: 'a' }, shown)).toBe('2) text of a is not right.');
    expect(hintInWords({ place: 1, option: 'b' }, shown)).toBe('In place 1 stands 3) text of b.');
    expect(hintInWords({ left: 'l', right: 's' }, shown)).toBe('"text of l" goes with 2) text of s.');
    expect(hintInWords({ looks: '-10 to -0.1' }, shown)).toBe('The number lies between -10 and -0.1.');
    expect(hintInWords({ looks: 'n... r... t...' }, shown)).toBe('What is missing looks like this: n... r... t...');
  });

  test('of code names its first line, with no full stop behind the dots', () => {
    const code = [{ id: 'c', text: '```\nopen file\nread file\n```' }];
    const shown = { kind: 'matching', options: code, left: code, right: code };
    expect(hintInWords({ place: 1, option: 'c' }, shown)).toBe('In place 1 stands 1) open file ...');
    expect(hintInWords({ left: 'c', right: 'c' }, shown)).toBe('"open file ..." goes with 1) open file ...');
  });
});

describe('a hint in a sitting', () => {
  const item = itemOf('q', bodies.single);

  test('is given in a drill, one after the other, until more would tell the answer', () => {
    const { state, moment, paper, events } = ask(
      item,
      drillPolicy,
      { type: 'hint' },
      { type: 'hint' },
      { type: 'hint' },
    );
    expect(view(paper, state, moment).hints).toHaveLength(2);
    expect(decide(paper, state, { type: 'hint' }, moment)).toMatchObject({ refusal: { code: 'no-hint' } });
    expect(replay([...events, ...events.slice(1)])).toMatchObject({ slots: [{ hints: state.slots[0]?.hints }] });
  });

  test('is refused in an exam, where it leaves nothing behind', () => {
    const started = startedWith([item], examPolicy({ pass: 72 }));
    const decision = decide(paperOf([item]), initial({ ...START, ...started }), { type: 'hint' }, START);
    expect(decision).toEqual({ refusal: { code: 'no-hint', message: 'There are no hints in an exam.' } });
  });

  test('counts with the answer: how many there were, and how easily a guess was right after them', () => {
    const right: Command = { type: 'respond', response: ['c'] };
    const [alone] = attemptsOf(ask(item, drillPolicy, right).events);
    const [helped] = attemptsOf(ask(item, drillPolicy, { type: 'hint' }, { type: 'hint' }, right).events);
    expect(alone).toMatchObject({ score: 1, chance: 0.25 });
    expect(alone).not.toHaveProperty('hints');
    expect(helped).toMatchObject({ score: 1, chance: 0.5, hints: 2 });
  });

  test('stays given where the answer is taken back', () => {
    const { state, events } = ask(
      item,
      drillPolicy,
      { type: 'hint' },
      { type: 'respond', response: ['a'] },
      { type: 'undo' },
      { type: 'respond', response: ['c'] },
    );
    expect(state.slots[0]).toMatchObject({ hints: [{}], graded: { score: 1, hints: 1 } });
    expect(attemptsOf(events)).toMatchObject([{ hints: 1 }]);
  });

  test('that is damaged in a journal is passed over', () => {
    const { state } = ask(item, drillPolicy);
    const damaged = { ...START, type: 'hinted', slot: 1, hint: { wrong: 3 } } as never; // as a file may hold it
    expect(evolve(state, damaged)).toEqual(state);
  });
});
