import { expect, test } from 'vitest';
import type { Item, ItemId, Quote } from '../../../src/core/items/item.ts';
import type { Command } from '../../../src/core/sitting/command.ts';
import { drillPolicy, examPolicy } from '../../../src/core/sitting/policy.ts';
import { type Challenge, tracesOf } from '../../../src/learning/learner/attempts.ts';
import { newLearner } from '../../../src/learning/learner/learner.ts';
import { noteChallenge } from '../../../src/learning/learner/left.ts';
import { openChallenges } from '../../../src/learning/standing/challenges.ts';
import { itemOf } from '../../support/arbitraries.ts';
import { paperOf, play, startedWith, step } from '../../support/sittings.ts';

const gap = (accept: string) => itemOf('q', { type: 'cloze', answer: { accept: [accept] } });
const item = gap('x');
const say = (text: string): Command => ({ type: 'challenge', text });
const played = (policy = drillPolicy, ...commands: Command[]) =>
  play(
    paperOf([item]),
    startedWith([item], policy),
    commands.map((command) => step(command)),
  );

function openAfter(...sessions: Command[][]) {
  const learner = newLearner();
  for (const commands of sessions)
    for (const challenge of tracesOf(played(drillPolicy, ...commands).events).challenges)
      noteChallenge(learner, challenge);
  return (bank = [item]) => {
    const items = new Map(bank.map((one) => [one.id, one]));
    const load = (ids: readonly ItemId[]) => new Map([...items].filter(([id]) => ids.includes(id)));
    return openChallenges(learner, load).map(({ item: { id }, text }) => `${id}: ${text}`);
  };
}

test('the last word on a question counts, in an exam as in a drill, answered or not', () => {
  for (const policy of [drillPolicy, examPolicy({ pass: 72 })]) {
    const { events, state } = played(policy, say('odd'), { type: 'respond', response: 'x' }, say('  even\n odder  '));
    expect(state.slots[0]?.challenge?.text).toBe('even odder');
    expect(tracesOf(events).challenges).toMatchObject([{ item: 'q', rev: item.rev, text: 'even odder' }]);
  }
});

test('nothing takes back what was said, in this session or an earlier one', () => {
  expect(openAfter([say('odd')], [say(' ')])()).toEqual([]);
  expect(openAfter([say('odd'), say('')])()).toEqual([]);
  expect(openAfter([say('odd')], [say('odder'), say(' ')])()).toEqual([]);
});

test('of two terminals the one in which more was said last has the last word, whichever was left first', () => {
  const word = { item: 'q', rev: item.rev };
  const [odd, nothing, odder] = ['odd', '', 'odder'].map((text, index) => ({ ...word, text, at: index + 1 }));
  const openOf = (...said: readonly (Challenge | undefined)[]) => {
    const learner = newLearner();
    for (const challenge of said) if (challenge) noteChallenge(learner, challenge);
    return openChallenges(learner, () => new Map([['q', item]])).map(({ text }) => text);
  };
  for (const order of [
    [odd, nothing],
    [nothing, odd],
  ])
    expect(openOf(...order)).toEqual([]);
  for (const order of [
    [odd, odder, nothing],
    [odder, nothing, odd],
  ])
    expect(openOf(...order)).toEqual(['odder']);
});

test('it stands until another session says something else, or the question is changed or gone', () => {
  const open = openAfter([say('odd')], [say('still odd')], [{ type: 'respond', response: 'x' }]);
  expect(open()).toEqual(['q: still odd']);
  expect(open([gap('y')])).toEqual([]);
  expect(open([])).toEqual([]);
});

const [quote] = item.quotes;

test.each<[string, Partial<Item>]>([
  ['its explanation', { why: 'For another reason.' }],
  ['a quote', { quotes: [{ ...quote, text: 'another passage' } as Quote] }],
  ['the section of a quote', { quotes: [{ ...quote, section: 'Another' } as Quote] }],
  ['its remark of a date', { dated: { asOf: '2027', says: 'It is so still.' } }],
  ['its case', { case: { id: 'lake', text: 'A lake of data.' } }],
])('it falls where somebody changed %s, with the same revision', (_, change) => {
  expect(openAfter([say('odd')])([{ ...item, ...change }])).toEqual([]);
});

test('it stands where the question moved: in its file, in the notes, to another topic', () => {
  const moved = { ...item, topics: ['glue'], at: { file: 'other.yaml', line: 9, column: 1 } } as const;
  const quotes = [{ ...quote, lines: [7, 8], path: ['Another'], context: {} } as unknown as Quote];
  expect(openAfter([say('odd')])([{ ...moved, quotes }])).toEqual(['q: odd']);
});

test('one of before reports told how the question read stands as long as the revision does', () => {
  const learner = newLearner();
  noteChallenge(learner, { item: 'q', rev: item.rev, text: 'odd', at: 1 });
  const open = (one: Item) => openChallenges(learner, () => new Map([['q', one]])).map(({ text }) => text);
  expect(open({ ...item, why: 'For another reason.' })).toEqual(['odd']);
  expect(open(gap('y'))).toEqual([]);
});

test('five hundred characters are taken, and one more is refused', () => {
  expect(played(drillPolicy, say('é'.repeat(500))).state.slots[0]?.challenge?.text).toHaveLength(500);
  expect(played(drillPolicy, say('é'.repeat(501))).state.slots[0]).not.toHaveProperty('challenge');
});
