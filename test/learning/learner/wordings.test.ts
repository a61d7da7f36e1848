import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../../src/learning/learner/attempts.ts';
import { isEdited, isMissed, isUnread, lastSeen } from '../../../src/learning/learner/history.ts';
import { newLearner } from '../../../src/learning/learner/learner.ts';
import { noteChallenge, noteHints } from '../../../src/learning/learner/left.ts';
import { latestAt, ofText, withoutText, withText } from '../../../src/learning/learner/wordings.ts';
import { attempt, blankAt, pasts } from '../../support/attempts.ts';
import { advance } from '../../support/learning.ts';

const present = { id: 'q', item: 'q', rev: 'r' };
const older = (past: Attempt): Attempt => ({ ...past, rev: 'older' });

describe('the wordings of a question', () => {
  test('an answer to an older wording that comes late makes no question new that was answered in the present one', () => {
    const learner = advance(newLearner(), [attempt('q', 'glue', 1, 1000), older(attempt('q', 'glue', 0, 2000))]);
    expect([isEdited(learner, present), isMissed(learner, present)]).toEqual([false, false]);
    expect(lastSeen(learner, 'q')).toBe(2000);
    const { answers, topics } = learner;
    expect([answers, topics.glue?.answers]).toEqual([2, 2]);
  });

  test('neither does a blank, and it takes away none', () => {
    const missed = (...past: Attempt[]) => isMissed(advance(newLearner(), past), present);
    expect(missed(attempt('q', 'glue', 1, 1000), older(blankAt('q', 'glue', 2000)))).toBe(false);
    expect(missed(blankAt('q', 'glue', 1000), older(attempt('q', 'glue', 1, 2000)))).toBe(true);
    expect(missed(blankAt('q', 'glue', 1000), older(blankAt('q', 'glue', 2000)))).toBe(true);
  });

  test('what is known of one does not hang on answers to the other', () => {
    const known = (past: readonly Attempt[], item: string) => {
      const learner = advance(newLearner(), past);
      const { answers, right, wasRight, misses, at } = ofText(learner.items[item], { rev: 'r' }) ?? {};
      const question = { id: item, item, rev: 'r' };
      const blank = ofText(learner.blank[item], question)?.at;
      const crammed = ofText(learner.crammed[item], question)?.at;
      return { answers, right, wasRight, misses, at, blank, crammed, isUnread: isUnread(learner, question) };
    };
    fc.assert(
      fc.property(pasts, (past) => {
        const ofPresent = past.filter(({ rev }) => rev === 'r');
        for (const { item } of past) expect(known(past, item)).toEqual(known(ofPresent, item));
      }),
    );
  });

  test('hints and reports belong to theirs', () => {
    const learner = newLearner();
    noteHints(learner, { ...present, hints: [{ wrong: 'b' }], at: 1000 });
    noteHints(learner, { ...present, rev: 'older', hints: [{ wrong: 'c' }], at: 2000 });
    noteChallenge(learner, { ...present, text: 'the key is wrong', at: 1000 });
    noteChallenge(learner, { ...present, rev: 'older', text: 'odd', at: 2000 });
    const after = advance(learner, [older(attempt('q', 'glue', 1, 3000))]);
    expect(ofText(after.hinted.q, present)?.hints).toEqual([{ wrong: 'b' }]);
    expect(ofText(after.hinted.q, { rev: 'older' })).toBeUndefined();
    noteChallenge(after, { ...present, rev: 'older', text: '', at: 4000 });
    expect(ofText(after.challenges.q, present)?.text).toBe('the key is wrong');
    expect(ofText(after.challenges.q, { rev: 'older' })?.text).toBe('');
  });

  test('each stands once, the one that changed last in front', () => {
    type State = { readonly rev: string; readonly at: number; readonly others?: readonly State[] };
    const revs = ['a', 'b', 'c'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...revs), fc.nat(100), fc.boolean())), (changes) => {
        let known: State | undefined;
        const plain = new Map<string, number>();
        for (const [rev, at, isTakenAway] of changes) {
          known = isTakenAway ? known && withoutText(known, { rev }) : withText<State>(known, { rev, at });
          if (isTakenAway) plain.delete(rev);
          else plain.set(rev, at);
          if (!isTakenAway) expect(known).toMatchObject({ rev, at });
          for (const other of revs) expect(ofText(known, { rev: other })?.at).toBe(plain.get(other));
          expect(latestAt(known)).toBe(Math.max(0, ...plain.values()));
        }
      }),
    );
  });
});
