import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin } from '../../../src/core/items/item.ts';
import type { Confidence } from '../../../src/core/sitting/events.ts';
import type { Attempt, Lesson } from '../../../src/learning/learner/attempts.ts';
import { isFlagged, isMissed, lastSeen } from '../../../src/learning/learner/history.ts';
import { LATEST, type Learner, learn, newLearner, revived, study } from '../../../src/learning/learner/learner.ts';
import { noteFlag, noteHints } from '../../../src/learning/learner/left.ts';
import { levelOf, pathTo, priorOf } from '../../../src/learning/learner/mastery.ts';
import { attempt, attempts, blankAt, pasts } from '../../support/attempts.ts';
import { tries } from '../../support/laws.ts';
import { advance } from '../../support/learning.ts';

const TOPICS = ['s3', 's3/encryption', 'kinesis', 'kinesis/streams', 'glue', 'valueOf'];

describe('advance', () => {
  test('session by session or all at once comes to the same', () => {
    fc.assert(
      fc.property(fc.array(attempts), (sessions) => {
        expect(sessions.reduce(advance, newLearner())).toEqual(advance(newLearner(), sessions.flat()));
      }),
    );
  });

  test('so it does with questions that exams left blank among them, written as JSON in between', () => {
    fc.assert(
      fc.property(pasts, fc.nat(30), (all, cut) => {
        const before = advance(newLearner(), all.slice(0, cut));
        expect(advance(revived(JSON.parse(JSON.stringify(before))), all.slice(cut))).toEqual(
          advance(newLearner(), all),
        );
      }),
    );
  });

  test('changes nothing of the learner it is given', () => {
    fc.assert(
      fc.property(attempts, attempts, (first, second) => {
        const before = advance(newLearner(), first);
        const copy = JSON.stringify(before);
        advance(before, second);
        expect(JSON.stringify(before)).toBe(copy);
      }),
    );
  });

  test('a learner that was written as JSON and read back goes on as if it had not been', () => {
    fc.assert(
      fc.property(attempts, attempts, (first, second) => {
        const before = advance(newLearner(), first);
        expect(advance(revived(JSON.parse(JSON.stringify(before))), second)).toEqual(advance(before, second));
      }),
    );
  });

  test('counts the answers of each question and of each topic with all above it, whatever they are called', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const learner = advance(newLearner(), all);
        const right = (some: typeof all) => some.filter(({ score }) => score === 1).length;
        expect(learner.answers).toBe(all.length);
        for (const item of new Set(all.map((one) => one.item))) {
          const own = all.filter((one) => one.item === item);
          expect(learner.items[item]).toMatchObject({
            answers: own.length,
            right: right(own),
            wasRight: own.toSorted((a, b) => a.at - b.at).at(-1)?.score === 1,
          });
        }
        for (const topic of TOPICS) {
          const own = all.filter(({ topics }) => isWithin(topics[0] ?? '', topic));
          expect(learner.topics[topic]?.answers ?? 0).toBe(own.length);
          expect(learner.topics[topic]?.right ?? 0).toBe(right(own));
        }
      }),
    );
  });

  test('the last answer to a question is the one that was given last, whichever of two terminals was left first', () => {
    const [wrong, right] = [attempt('q', 'glue', 0, 1000), attempt('q', 'glue', 1, 2000)];
    const { q: inOrder } = advance(newLearner(), [wrong, right]).items;
    const { q: late } = advance(newLearner(), [right, wrong]).items;
    expect(late).toMatchObject({ answers: 2, right: 1, wasRight: true, at: 2000, misses: inOrder?.misses });
    const beside = [right, wrong].map((one) => ({ ...one, cram: true as const }));
    expect(advance(newLearner(), beside).crammed.q?.at).toBe(2000);
  });

  test('one more right answer never lowers its topic, whatever comes before and after, repeats and marks included', () => {
    const answer = fc.record({
      topic: fc.constantFrom('s3', 's3/encryption', 'glue'),
      number: fc.nat(5),
      score: fc.constantFrom(0, 1),
      hours: fc.nat(50),
      confidence: fc.constantFrom<Confidence | undefined>(undefined, 'sure', 'unsure', 'guess'),
    });
    const levelAfter = (log: readonly Attempt[], topic: string) => {
      const { topics } = advance(newLearner(), log);
      return levelOf(pathTo(topic).map((name) => topics[name] ?? priorOf(name))).mean;
    };
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 40 }), fc.nat(), (list, nth) => {
        const place = nth % list.length;
        let at = 0;
        const log = list.map(({ topic, number, score, hours, confidence }): Attempt => {
          at += hours * 3_600_000;
          return { ...attempt(`${topic}-${number}`, topic, score, at), ...(confidence && { confidence }) };
        });
        const better = log.map((one, index) => (index === place ? { ...one, score: 1 } : one));
        const topic = list[place]?.topic ?? '';
        expect(levelAfter(better, topic)).toBeGreaterThanOrEqual(levelAfter(log, topic) - 1e-9);
      }),
      { numRuns: tries(80) },
    );
  });

  test('a question counts as a first try once, however often it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 9 }), (scores) => {
        const learner = advance(
          newLearner(),
          scores.map((score, index) => attempt('q1', 's3', score, index)),
        );
        expect(learner.topics.s3).toMatchObject({ answers: scores.length, firstTries: 1, firstRight: scores[0] });
      }),
    );
  });

  test('an answer to a question that was edited since is a first try again', () => {
    const edited = { ...attempt('q1', 's3', 1, 2000), rev: 'another' };
    const learner = advance(newLearner(), [attempt('q1', 's3', 0), edited]);
    expect(learner.topics.s3).toMatchObject({ answers: 2, firstTries: 2 });
    expect(learner.items.q1).toMatchObject({ rev: 'another', answers: 1, right: 1 });
  });

  test('an answer that is right in part is not remembered as right', () => {
    expect(advance(newLearner(), [attempt('q1', 's3', 0.99)]).items.q1).toMatchObject({ right: 0, wasRight: false });
  });

  test('a question that was left blank says nothing of what is known, and was seen', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const blank = { ...attempt('q1', 's3', 0), response: null };
        const [before, after] = [advance(newLearner(), all), advance(newLearner(), [...all, blank])];
        expect({ ...after, blank: {} }).toEqual({ ...before, blank: {} });
        expect(lastSeen(after, 'q1')).toBeGreaterThanOrEqual(blank.at);
      }),
    );
  });

  test('remembers the questions answered last, each once, the latest at the end', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const { latest } = advance(newLearner(), all);
        const order = [...new Set(all.map(({ item }) => item).reverse())].reverse();
        expect(latest).toEqual(order.slice(-LATEST));
      }),
    );
  });

  test('every number stays a number, in whatever order answers come', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const { topics, items, spent } = advance(newLearner(), all);
        const numbers = [...Object.values(topics), ...Object.values(items)].flatMap((state) =>
          Object.values(state).filter((value) => typeof value === 'number'),
        );
        for (const number of [...numbers, spent]) expect(Number.isFinite(number)).toBe(true);
      }),
    );
  });
});

describe('an answer beside the schedule', () => {
  const crammed = (score: number, at: number): Attempt => ({ ...attempt('q1', 's3', score, at), cram: true });

  test('moves its topic and leaves the memory of the question as it was', () => {
    fc.assert(
      fc.property(attempts, fc.constantFrom(0, 1), (all, score) => {
        const [before, after] = [all, [...all, crammed(score, 200_000)]].map((list) => advance(newLearner(), list));
        expect(after?.items).toEqual(before?.items);
        expect(after?.topics.s3?.answers).toBe((before?.topics.s3?.answers ?? 0) + 1);
      }),
    );
  });

  test('takes no flag off', () => {
    const flagged = { ...attempt('q1', 's3', 1, 1000), flagged: true };
    expect(isFlagged(advance(newLearner(), [flagged, crammed(1, 2000)]), 'q1')).toBe(true);
  });

  test('is a first try once: crammed again, or asked in earnest, it is a repeat', () => {
    const twice = advance(newLearner(), [crammed(1, 1000), crammed(1, 2000), attempt('q1', 's3', 1, 3000)]);
    expect(twice.topics.s3).toMatchObject({ answers: 3, firstTries: 1 });
    const once = advance(newLearner(), [crammed(1, 1000)]);
    const apart = advance(newLearner(), [crammed(1, 1000), { ...crammed(1, 2000), item: 'q2' }]);
    const level = ({ topics }: Learner) => topics.s3?.mean ?? 0;
    expect(level(twice) - level(once)).toBeLessThan(level(apart) - level(once));
  });
});

describe('reading an exam afterwards', () => {
  const inExam = (score: number) => ({ ...attempt('q1', 's3', score), mode: 'exam' as const });
  const lesson = { at: 5000, item: 'q1', rev: 'r', topics: ['s3'] };
  const left = blankAt('q1', 's3');
  const learnt = (attempts: Attempt[], lessons: Lesson[]) => {
    const learner = advance(newLearner(), attempts);
    for (const one of lessons) study(learner, one);
    return learner;
  };

  test('lifts the topic, and less than an explanation at once', () => {
    const level = ({ topics }: Learner) => topics.s3?.mean ?? 0;
    const [exam, read, drill] = [
      level(learnt([inExam(0)], [])),
      level(learnt([inExam(0)], [lesson])),
      level(learnt([attempt('q1', 's3', 0)], [])),
    ] as const;
    expect(read).toBeGreaterThan(exam);
    expect(read).toBeLessThan(drill);
  });

  test('makes the question as well known as an explanation at once does', () => {
    expect(learnt([inExam(0)], []).items.q1?.learned).toBe(0);
    expect(learnt([inExam(0)], [lesson]).items.q1?.learned).toBe(
      learnt([attempt('q1', 's3', 0)], []).items.q1?.learned,
    );
  });

  test('counts once, however often it is read', () => {
    expect(learnt([inExam(0)], [lesson, lesson])).toEqual(learnt([inExam(0)], [lesson]));
  });

  test('says nothing of a question that was explained since, was edited, or was not asked', () => {
    const explained = [inExam(0), attempt('q1', 's3', 1, 2000)];
    expect(learnt(explained, [lesson])).toEqual(learnt(explained, []));
    expect(learnt([inExam(0)], [{ ...lesson, rev: 'another' }])).toEqual(learnt([inExam(0)], []));
    expect(learnt([inExam(0)], [{ ...lesson, item: 'q2' }])).toEqual(learnt([inExam(0)], []));
  });

  test('of a question that was left blank lifts its topic once, and is no answer', () => {
    const level = ({ topics }: Learner) => topics.s3?.mean ?? 0;
    const [blank, read] = [learnt([left], []), learnt([left], [lesson])];
    expect(level(read)).toBeGreaterThan(level(blank));
    expect(learnt([left], [lesson, lesson])).toEqual(read);
    expect([read.answers, read.items, isMissed(read, { id: 'q1', rev: 'r' })]).toEqual([0, {}, true]);
  });

  test('of a question that was left blank makes its first answer a repeat, as an answer that was seen does', () => {
    const right = attempt('q1', 's3', 1, 6000);
    const answered = (learner: Learner) => advance(learner, [right]).topics.s3;
    expect(answered(learnt([left], []))).toEqual(answered(newLearner()));
    expect(answered(learnt([left], [lesson]))).toMatchObject({ answers: 1, right: 1, firstTries: 0, asked: 0 });
    const gain = (learner: Learner) => (answered(learner)?.mean ?? 0) - (learner.topics.s3?.mean ?? 0);
    expect(gain(learnt([left], [lesson]))).toBeLessThan(gain(learnt([left], [])) / 2);
    const again = advance(learnt([left], [lesson]), [{ ...left, at: 5500 }]); // by another exam
    expect(answered(again)).toEqual(answered(learnt([left], [lesson])));
    const edited = advance(learnt([left], [lesson]), [{ ...right, rev: 'another' }]);
    expect(edited.topics.s3).toMatchObject({ firstTries: 1 });
  });

  test('says nothing of a blank that was answered since, or explained before', () => {
    for (const other of [attempt('q1', 's3', 1, 2000), { ...attempt('q1', 's3', 1, 2000), cram: true as const }])
      for (const log of [
        [left, other],
        [other, { ...left, at: 3000 }],
      ])
        expect(learnt(log, [lesson])).toEqual(learnt(log, []));
  });

  test('is no answer', () => {
    const { answers, items } = learnt([inExam(0)], [lesson]);
    expect([answers, items.q1?.answers]).toEqual([1, 1]);
  });
});

describe('what to come back to', () => {
  const blank = (at: number) => blankAt('q', 'glue', at);

  test('a question is missed that was answered wrongly last, or left blank in an exam since', () => {
    const missedAfter = (...all: Attempt[]) => isMissed(advance(newLearner(), all), { id: 'q', rev: 'r' });
    expect(missedAfter()).toBe(false);
    expect(missedAfter(attempt('q', 'glue', 0, 1000))).toBe(true);
    expect(missedAfter(attempt('q', 'glue', 1, 1000))).toBe(false);
    expect(missedAfter(attempt('q', 'glue', 1, 1000), blank(2000))).toBe(true);
    expect(missedAfter(blank(1000), attempt('q', 'glue', 1, 2000))).toBe(false);
    expect(missedAfter(blank(1000))).toBe(true);
  });

  test('a blank stays missed where the answer was given before it and comes to hand after it, or beside the schedule', () => {
    const missedAfter = (...all: Attempt[]) => isMissed(advance(newLearner(), all), { id: 'q', rev: 'r' });
    expect(missedAfter(blank(2000), attempt('q', 'glue', 1, 1000))).toBe(true);
    expect(missedAfter(blank(1000), { ...attempt('q', 'glue', 1, 2000), cram: true })).toBe(true);
  });

  test('a question that was flagged and left without an answer stays flagged until it is answered', () => {
    const learner = newLearner();
    noteFlag(learner, { item: 'q', at: 1000, on: true });
    expect(isFlagged(learner, 'q')).toBe(true);
    expect(isFlagged(advance(learner, [attempt('q', 'glue', 1, 2000)]), 'q')).toBe(false);
    expect(isFlagged(advance(learner, [{ ...attempt('q', 'glue', 1, 2000), flagged: true }]), 'q')).toBe(true);
  });

  test('a flag stays that was left after the answer, whichever of two terminals was left first', () => {
    const flaggedAt = (at: number, answer: Attempt) => {
      const [flagFirst, answerFirst] = [newLearner(), newLearner()];
      const flag = { item: 'q', at, on: true };
      noteFlag(flagFirst, flag);
      learn(flagFirst, answer);
      learn(answerFirst, answer);
      noteFlag(answerFirst, flag);
      return [flagFirst, answerFirst].map((learner) => isFlagged(learner, 'q'));
    };
    expect(flaggedAt(2000, attempt('q', 'glue', 1, 1000))).toEqual([true, true]);
    expect(flaggedAt(1000, attempt('q', 'glue', 1, 2000))).toEqual([false, false]);
  });

  test('the last word on a flag counts, whatever comes to hand first', () => {
    const words = fc.uniqueArray(
      fc.record({ item: fc.constant('q'), at: fc.nat(100), on: fc.boolean(), isAnswer: fc.boolean() }),
      { selector: ({ at }) => at },
    );
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.nat()), (all, lots) => {
        const learner = newLearner();
        for (const { isAnswer, ...flag } of all.toSorted(() => (lots.next().value % 2 === 0 ? 1 : -1)))
          if (isAnswer) learn(learner, { ...attempt('q', 'glue', 1, flag.at), flagged: flag.on });
          else noteFlag(learner, flag);
        expect(isFlagged(learner, 'q')).toBe(all.toSorted((a, b) => a.at - b.at).at(-1)?.on === true);
      }),
    );
  });

  test('hints that had no answer are kept until there is one, beside the schedule too, and not for another question', () => {
    const learner = newLearner();
    noteHints(learner, { item: 'q', rev: 'r', hints: [{ wrong: 'b' }], at: 1000 });
    const hintsAfter = (...all: Attempt[]) =>
      advance(revived(JSON.parse(JSON.stringify(learner))), all).hinted.q?.hints;
    expect(hintsAfter(attempt('other', 'glue', 1), blank(2000))).toEqual([{ wrong: 'b' }]);
    expect(hintsAfter(attempt('q', 'glue', 0))).toBeUndefined();
    expect(hintsAfter({ ...attempt('q', 'glue', 0), cram: true })).toBeUndefined();
    expect(hintsAfter({ ...attempt('q', 'glue', 0), mode: 'exam' })).toBeUndefined();
  });

  test('hints are kept where no answer has come since, whichever of two terminals was left first', () => {
    const hints = [{ wrong: 'b' }];
    const keptAt = (hintAt: number, answerAt: number, answer: Partial<Attempt> = {}) => {
      const given = { item: 'q', rev: 'r', hints, at: hintAt };
      const answered = { ...attempt('q', 'glue', 0, answerAt), ...answer };
      const [hintFirst, answerFirst] = [newLearner(), newLearner()];
      noteHints(hintFirst, given);
      learn(hintFirst, answered);
      learn(answerFirst, answered);
      noteHints(answerFirst, given);
      return [hintFirst, answerFirst].map(({ hinted }) => hinted.q?.hints);
    };
    for (const answer of [{}, { cram: true as const }, { mode: 'exam' as const }]) {
      expect(keptAt(1000, 2000, answer)).toEqual([undefined, undefined]);
      expect(keptAt(2000, 1000, answer)).toEqual([hints, hints]);
    }
    expect(keptAt(1000, 2000, { rev: 'another' })).toEqual([hints, hints]); // that was another question
  });

  test('of hints in two terminals those stay that came last', () => {
    const [older, newer] = [1000, 2000].map((at) => ({ item: 'q', rev: 'r', hints: [{ wrong: `b${at}` }], at }));
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      const learner = newLearner();
      for (const given of order) if (given) noteHints(learner, given);
      expect(learner.hinted.q?.hints).toEqual(newer?.hints);
    }
  });
});
