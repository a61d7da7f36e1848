import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/core/items/item.ts';
import { askedOf, isSameKey } from '../../../src/interop/reading/asked.ts';

type Body = Item['body'];
const choice = (answer: string[], ...texts: string[]): Body => ({
  type: answer.length > 1 ? 'multiple' : 'single',
  options: texts.map((text) => ({ id: text, text })),
  answer,
});
const asks = (stem: string, body: Body, caseText?: string) => askedOf({ stem, body }, caseText);
const one = asks('Which one?', choice(['b'], 'a', 'b', 'c'));

describe('what a question asks', () => {
  test.each([
    ['its options in another order', asks('Which one?', choice(['b'], 'c', 'b', 'a'))],
    ['another case, punctuation and white space', asks('which  ONE', choice(['b'], 'a', 'b', 'c'))],
    ['another key, and several of them', asks('Which one?', choice(['a', 'b'], 'a', 'b', 'c'))],
  ])('is the same with %s', (_, other) => {
    expect(other.what).toBe(one.what);
  });

  test.each([
    ['another word', asks('Which two?', choice(['b'], 'a', 'b', 'c'))],
    ['another option', asks('Which one?', choice(['b'], 'a', 'b', 'd'))],
    ['a sign in the stem that carries meaning', asks('Which one + one?', choice(['b'], 'a', 'b', 'c'))],
    ['a sign in an option', asks('Which one?', choice(['b'], 'a', 'b', '(c)'))],
    ['a case above it', asks('Which one?', choice(['b'], 'a', 'b', 'c'), 'A shop sells shoes.')],
    ['another type', asks('Which one?', { type: 'cloze', answer: { accept: ['b'] } })],
  ])('differs with %s', (_, other) => {
    expect(other.what).not.toBe(one.what);
  });
});

test('a number without its unit, which some formats leave out, is the same answer', () => {
  const [bare, degrees] = [undefined, 'degrees'].map((unit) =>
    asks('How hot?', { type: 'cloze', answer: { number: 80, ...(unit && { unit }) } } as Body),
  );
  expect(bare && degrees && isSameKey(bare, degrees)).toBe(true);
  const hotter = asks('How hot?', { type: 'cloze', answer: { number: 90, unit: 'degrees' } } as Body);
  expect(degrees && isSameKey(degrees, hotter)).toBe(false);
});

describe('what is right', () => {
  const matching = (answer: Record<string, string>): Body => ({
    type: 'matching',
    left: [
      { id: 'l', text: 'L' },
      { id: 'm', text: 'M' },
    ],
    right: [
      { id: '1', text: 'One' },
      { id: '2', text: 'Two' },
    ],
    answer,
  });
  const ordering = (answer: string[]): Body => ({
    type: 'ordering',
    options: ['a', 'b', 'c'].map((id) => ({ id, text: id })),
    answer,
  });
  const gap = (...accept: string[]): Body => ({ type: 'cloze', answer: { accept } });

  test.each<[string, Body, Body, boolean]>([
    ['the same option elsewhere', choice(['b'], 'a', 'b'), choice(['b'], 'b', 'a'), true],
    ['another option', choice(['b'], 'a', 'b'), choice(['a'], 'b', 'a'), false],
    ['one of two keys', choice(['b'], 'a', 'b', 'c'), choice(['a', 'b'], 'a', 'b', 'c'), false],
    ['the same pairs', matching({ l: '1', m: '2' }), matching({ m: '2', l: '1' }), true],
    ['other pairs', matching({ l: '1', m: '2' }), matching({ l: '2', m: '1' }), false],
    ['another order', ordering(['a', 'b', 'c']), ordering(['a', 'c', 'b']), false],
    ['a further spelling', gap('Colour'), gap('color', 'colour'), true],
    ['another text', gap('Colour'), gap('Shape'), false],
  ])('%s', (_, first, second, isSame) => {
    const [a, b] = [asks('Stem', first), asks('Stem', second)];
    expect(a.what).toBe(b.what);
    expect(isSameKey(a, b)).toBe(isSame);
  });
});
