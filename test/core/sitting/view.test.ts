import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/core/items/item.ts';
import { type Body, kindOf } from '../../../src/core/items/kinds/index.ts';
import type { Command } from '../../../src/core/sitting/command.ts';
import { drillPolicy } from '../../../src/core/sitting/policy.ts';
import { gradingAt, view } from '../../../src/core/sitting/view.ts';
import { bodies, itemOf, optionsNamed, papers, SECRET } from '../../support/arbitraries.ts';
import { textsIn, valuesOf } from '../../support/deep.ts';
import { answers, paperOf, play, START, sittings, startedWith, step } from '../../support/sittings.ts';

/** The texts that only explain: they have no place in a view before grading. */
function secretsOf({ body }: Item): string[] {
  return body.type === 'cloze' ? [...valuesOf(['accept', 'number'], body), SECRET] : [SECRET];
}

describe('before a slot is graded', () => {
  test('its view holds no key, rationale, concept or quote, on random items', () => {
    fc.assert(
      fc.property(papers, fc.boolean(), (items, drill) => {
        const started = startedWith(items, drill ? drillPolicy : undefined);
        items.forEach((item, index) => {
          const { state, moment } = play(paperOf(items), started, [step({ type: 'move', to: index + 1 })]);
          const shown = textsIn(view(paperOf(items), state, moment));
          for (const secret of secretsOf(item)) expect(shown.filter((text) => text.includes(secret))).toEqual([]);
          expect(shown).not.toContain('concept');
          expect(shown).not.toContain('answer');
        });
      }),
    );
  });

  test('no view of a random session gives away a slot that is not graded', () => {
    fc.assert(
      fc.property(sittings, ({ paper, states }) => {
        for (const state of states) {
          const seen = view(paper, state, state.now);
          const item = paper.get(seen.item);
          if (state.slots[state.current - 1]?.graded || !item) continue;
          expect(seen.graded).toBeUndefined();
          expect(textsIn({ ...seen, response: null, draft: null }).some((text) => text.includes(SECRET))).toBe(false);
        }
      }),
    );
  });

  test('items that differ in nothing but the key look the same', () => {
    const pairs = bodies.map((body): [Body, Body] => {
      if (body.type === 'ordering') return [body, { ...body, answer: body.answer.toReversed() }];
      if (body.type !== 'single') return [body, body];
      return [body, { ...body, answer: body.options.slice(-1).map(({ id }) => id) }];
    });
    fc.assert(
      fc.property(pairs, ([body, other]) => {
        const [a, b] = [itemOf('q1', body), itemOf('q1', other)];
        const look = (item: Item) => view(paperOf([item]), play(paperOf([item]), startedWith([item]), []).state, START);
        expect(look(b)).toEqual(look(a));
      }),
    );
  });
});

describe('once a slot is graded', () => {
  test('score and explanation do not depend on the shuffle', () => {
    fc.assert(
      fc.property(papers, fc.string(), fc.string(), fc.boolean(), (items, seed, other, isRight) => {
        const responses = items.map(({ body }) => (isRight ? kindOf(body).key(body) : undefined));
        const gradings = [seed, other].map((each) => {
          const steps = [...answers(...responses), step({ type: 'finish' })];
          const { paper, state } = play(paperOf(items), startedWith(items, undefined, each), steps);
          return items.map((_, index) => gradingAt(paper, state, index + 1));
        });
        expect(gradings[1]).toEqual(gradings[0]);
        expect(gradings[0]).not.toContain(undefined);
      }),
    );
  });

  test('its view explains it: the key, the rationales and the quotes', () => {
    fc.assert(
      fc.property(papers, (items) => {
        const [item] = items;
        if (!item) return;
        const { key, rationales } = kindOf(item.body);
        const played = play(paperOf(items), startedWith(items, drillPolicy), answers(key(item.body)));
        const { graded } = view(played.paper, played.state, played.moment);
        expect(graded).toEqual({
          slot: 1,
          item: 'q1',
          score: 1,
          response: key(item.body),
          draft: null,
          explanation: {
            key: key(item.body),
            options: rationales(item.body),
            why: item.why,
            quotes: item.quotes,
            dated: item.dated,
          },
        });
        expect(gradingAt(played.paper, played.state, 1)).toEqual(graded);
        expect(gradingAt(played.paper, played.state, items.length + 1)).toBeUndefined();
      }),
    );
  });
});

const options = optionsNamed('ab');
const items = ['q1', 'q2', 'q3', 'q4', 'q5'].map((id) => itemOf(id, { type: 'single', options, answer: ['a'] }));

test('each slot has the mark of its state', () => {
  const steps = [
    ...answers(['a'], ['b']),
    step({ type: 'move', to: 3 }),
    step({ type: 'draft', draft: ['b'] }),
    step({ type: 'flag' }),
  ];
  const bank = paperOf(items.slice(0, 4));
  const marks = (played: ReturnType<typeof play>) => view(bank, played.state, played.moment).marks;
  const [exam, drill] = [startedWith(items), startedWith(items, drillPolicy)];
  expect(marks(play(bank, exam, steps)).map(({ status }) => status)).toEqual([
    ...['answered', 'answered', 'incomplete', 'blank', 'withdrawn'],
  ]);
  expect(marks(play(bank, exam, steps)).map(({ flagged }) => flagged)).toEqual([false, false, true, false, false]);
  expect(
    marks(play(bank, drill, steps))
      .slice(0, 2)
      .map(({ status }) => status),
  ).toEqual(['right', 'missed']);
});

/** Whether the question that is open after these commands of an exam is marked as a guess. */
const isGuess = (...commands: readonly Command[]) => {
  const steps = commands.map((command) => step(command));
  const { state, moment } = play(paperOf(items), startedWith(items), steps);
  return view(paperOf(items), state, moment).isGuess;
};

test('an answer that was marked as a guess is one when its question is opened again, until it is replaced', () => {
  const answer: Command = { type: 'respond', response: ['b'] };
  const back: Command = { type: 'move', to: 1 };
  expect(isGuess({ ...answer, confidence: 'guess' }, back)).toBe(true);
  expect(isGuess({ ...answer, confidence: 'guess' }, { type: 'move', to: 2 })).toBe(false);
  expect(isGuess({ ...answer, confidence: 'guess' }, back, answer, back)).toBe(false);
});

test('a guess that was marked before the answer is one until that is taken back, also where the question is left open', () => {
  const mark: Command = { type: 'guess' };
  const there: Command[] = [
    { type: 'move', to: 2 },
    { type: 'move', to: 1 },
  ];
  expect(isGuess(mark, ...there)).toBe(true);
  expect(isGuess(mark, { type: 'draft', draft: ['b'] }, ...there, { type: 'draft', draft: [] })).toBe(true);
  expect(isGuess(mark, ...there, mark)).toBe(false);
  expect(isGuess({ type: 'respond', response: ['b'] }, mark)).toBe(true);
});

test('a withdrawn question is shown as such, without a text', () => {
  const bank = paperOf(items.slice(1));
  const { state, moment } = play(bank, startedWith(items), []);
  expect(view(bank, state, moment)).toMatchObject({ slot: 1, of: 5, item: 'q1', topics: [] });
  expect(view(bank, state, moment)).not.toHaveProperty('question');
});

test('the case text stands with each of its questions', () => {
  const [first] = items;
  const item = { ...(first as Item), case: { id: 'lake', text: 'A retailer has a lake.' } }; // there are five
  const { state, moment } = play(paperOf([item]), startedWith([item]), []);
  expect(view(paperOf([item]), state, moment).question?.caseText).toBe('A retailer has a lake.');
});

test('a view can be written as JSON and read back', () => {
  fc.assert(
    fc.property(sittings, ({ paper, state, moment }) => {
      const seen = view(paper, state, moment);
      expect(JSON.parse(JSON.stringify(seen))).toEqual(seen);
    }),
  );
});
