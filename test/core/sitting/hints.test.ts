// Hints of a drill that was left, when their question is asked again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/core/items/item.ts';
import { kindOf } from '../../../src/core/items/kinds/index.ts';
import type { Hint } from '../../../src/core/items/kinds/kind.ts';
import { random } from '../../../src/core/random.ts';
import { decide } from '../../../src/core/sitting/decide.ts';
import type { Started } from '../../../src/core/sitting/events.ts';
import { replay } from '../../../src/core/sitting/evolve.ts';
import { slotsFor } from '../../../src/core/sitting/form.ts';
import { drillPolicy } from '../../../src/core/sitting/policy.ts';
import { isSound } from '../../../src/core/sitting/sound.ts';
import { view } from '../../../src/core/sitting/view.ts';
import { itemOf, optionsNamed, papers, seeds } from '../../support/arbitraries.ts';
import { answers, paperOf, play, START, startedWith, step } from '../../support/sittings.ts';

const hint = step({ type: 'hint' });
const options = optionsNamed('abcd');
const item = itemOf('q1', { type: 'single', options, answer: ['a'] });

/** A drill of a question with hints from before. */
function drillWith(asked: Item, hints: readonly Hint[], seed: string): Started {
  const started = startedWith([asked], drillPolicy, seed);
  return { ...started, form: { ...started.form, slots: slotsFor([asked], seed, { past: () => ({ hints }) }) } };
}

describe('hints from before', () => {
  test('stand beside the question, and its answer is graded with them', () => {
    const drill = drillWith(item, [{ wrong: 'b' }], '1');
    const { state, moment } = play(paperOf([item]), drill, []);
    expect(view(paperOf([item]), state, moment).hints).toEqual([{ wrong: 'b' }]);
    const [graded] = play(paperOf([item]), drill, answers(['a'])).state.slots;
    expect(graded?.graded).toMatchObject({ score: 1, hints: 1, chance: 0.333333 });
  });

  test('are read back from the journal, and a start with something else in their place is none', () => {
    const { events, state } = play(paperOf([item]), drillWith(item, [{ wrong: 'b' }], '1'), [hint]);
    expect(replay(JSON.parse(JSON.stringify(events)))).toEqual(state);
    const damaged = drillWith(item, ['b'] as unknown as Hint[], '1');
    expect(isSound({ ...START, ...damaged })).toBe(false);
  });

  test('are not given again under another seed, and no more is told than there is to tell', () => {
    fc.assert(
      fc.property(papers, seeds, seeds, fc.nat(4), ([asked], first, second, some) => {
        fc.pre(asked !== undefined);
        const all = kindOf(asked.body).hints(asked.body, random(first));
        const before = all.slice(0, some);
        const { state, moment } = play(paperOf([asked]), drillWith(asked, before, second), Array(6).fill(hint));
        const { hints = [] } = state.slots[0] ?? {};
        expect(hints.slice(0, before.length)).toEqual(before);
        expect(hints).toHaveLength(all.length);
        expect(new Set(hints.map((one) => JSON.stringify(one))).size).toBe(all.length);
        expect(decide(paperOf([asked]), state, hint.command, moment)).toHaveProperty('refusal.code', 'no-hint');
      }),
    );
  });
});
