// A question on the desk, as keys find it: the first of two.
import { describe, expect, test } from 'vitest';
import type { Presentation } from '../../../src/core/items/kinds/kind.ts';
import { keymapOf, usualKeys } from '../../../src/core/keymap.ts';
import type { View } from '../../../src/core/sitting/view.ts';
import { readOn } from '../../../src/terminal/input/keys.ts';
import { freshDesk, pressQuestion } from '../../../src/terminal/sitting/desk-keys.ts';

const options = ['white', 'green', 'black'].map((id) => ({ id, text: id }));
const single: Presentation = { kind: 'single', choose: 1, options };
const gap: Presentation = { kind: 'cloze', accepts: 'number' };

/** All that keys ask of a view. */
function viewOf(mode: View['mode'], presentation = single, slot = 1): View {
  const marks = [{ status: 'blank' }, { status: 'blank' }];
  const question = { stem: '', presentation };
  return { mode, slot, of: 2, marks, question, response: null, draft: null } as unknown as View;
}

/** A key as it comes from the keyboard, read on the page of a question. */
const keyNamed = (name: string, mode: View['mode']) =>
  readOn(mode, { name, text: name.length === 1 ? name : '' }, usualKeys);

/** What comes of the last of these keys, on a question that was seen to its end. */
function lastOf(view: View, names: readonly string[], isSeen = true) {
  const desk = { desk: freshDesk(view), send: [] };
  const press = (step: ReturnType<typeof pressQuestion>, name: string) =>
    pressQuestion(step.desk, keyNamed(name, view.mode), view, isSeen, usualKeys);
  return names.reduce(press, desk);
}

describe('going on', () => {
  test('scrolls a question that was not seen to its end, and leaves one that was', () => {
    const view = viewOf('exam');
    expect(lastOf(view, ['right'], false)).toMatchObject({ send: [], go: 'scroll' });
    expect(lastOf(view, ['right'])).toMatchObject({ send: [{ type: 'move', to: 2 }] });
  });

  test('leads from the last question to the review, with the focus on that question', () => {
    expect(lastOf(viewOf('exam', single, 2), ['right'])).toMatchObject({ go: { name: 'grid', grid: { cursor: 2 } } });
  });

  test('back stops at the first question, and says so', () => {
    expect(lastOf(viewOf('exam'), ['left'])).toMatchObject({
      send: [],
      desk: { message: 'This is the first question.' },
    });
    expect(lastOf(viewOf('exam', single, 2), ['left'])).toMatchObject({ send: [{ type: 'move', to: 1 }] });
  });
});

test('an answer in a drill is final, and taken when its question was seen to its end', () => {
  const unread = { send: [], go: 'scroll', desk: { message: 'Read on to the end first; then answer.' } };
  for (const keys of [['2'], ['down', 'enter']]) {
    expect(lastOf(viewOf('drill'), keys, false)).toMatchObject(unread);
    expect(lastOf(viewOf('drill'), keys).send).toMatchObject([{ type: 'respond' }]);
  }
  expect(lastOf(viewOf('drill', gap), ['7', 'enter'], false)).toMatchObject(unread);
  expect(lastOf(viewOf('drill'), ['enter'], false)).toMatchObject(unread); // not yet asked to choose
  expect(lastOf(viewOf('exam'), ['2'], false).send).toMatchObject([{ type: 'respond' }]);
});

describe('a text that was typed', () => {
  test('is sent before the question is left', () => {
    expect(lastOf(viewOf('exam', gap), ['7', 'right']).send).toEqual([
      { type: 'respond', response: '7' },
      { type: 'move', to: 2 },
    ]);
  });

  test('and is no number keeps its question once, but nobody who leaves the exam', () => {
    const view = viewOf('exam', gap);
    expect(lastOf(view, ['z', 'right'])).toMatchObject({
      send: [],
      desk: { message: expect.stringContaining('number') },
    });
    expect(lastOf(view, ['z', 'right', 'right'])).toMatchObject({ send: [{ type: 'move', to: 2 }] });
    expect(lastOf(view, ['z', 'esc'])).toMatchObject({ send: [], go: { name: 'leave' } });
  });

  test('takes letters for itself, until Tab makes commands of them', () => {
    const view = viewOf('exam', gap);
    expect(lastOf(view, ['f']).send).toEqual([{ type: 'draft', draft: 'f' }]);
    expect(lastOf(view, ['tab', 'f']).send).toEqual([{ type: 'flag' }]);
    expect(lastOf(view, ['tab', 'tab', 'f']).send).toEqual([{ type: 'draft', draft: 'f' }]);
  });

  test.each([
    ['x', 'There is nothing to cross out here.'],
    ['2', 'Tab first; then type the answer.'],
    ['b', 'Tab first; then type the answer.'],
  ])('after Tab has no use for %s, and says why', (name, message) => {
    for (const mode of ['exam', 'drill'] as const)
      expect(lastOf(viewOf(mode, gap), ['tab', name])).toMatchObject({
        send: [],
        desk: { message, striking: undefined },
      });
  });
});

test('x crosses out the option in focus; where none is, it asks for a number', () => {
  const view = viewOf('exam');
  expect(lastOf(view, ['down', 'x']).send).toEqual([{ type: 'strike', option: 'white' }]);
  expect(lastOf(view, ['x'])).toMatchObject({
    send: [],
    desk: { message: expect.stringContaining('Cross out which?') },
  });
  expect(lastOf(view, ['x', '3']).send).toEqual([{ type: 'strike', option: 'black' }]);
});

describe('while it is asked what to cross out', () => {
  const silent = { message: undefined, striking: undefined };

  test('of more than nine each is reached by its number, with Enter where that begins another one', () => {
    const right = Array.from({ length: 12 }, (_, index) => ({ id: `p${index + 1}`, text: '' }));
    const view = viewOf('drill', { kind: 'matching', left: options, right });
    const struck = (...names: string[]) => lastOf(view, ['x', ...names]);
    expect(struck('9').send).toEqual([{ type: 'strike', option: 'p9' }]);
    expect(struck('1')).toMatchObject({ send: [], desk: { message: 'Cross out 1_  Enter, or another digit.' } });
    expect(struck('1', '2').send).toEqual([{ type: 'strike', option: 'p12' }]);
    expect(struck('1', '0').send).toEqual([{ type: 'strike', option: 'p10' }]);
    expect(struck('1', 'enter').send).toEqual([{ type: 'strike', option: 'p1' }]);
    expect(struck('1', '5')).toMatchObject({ send: [], desk: { message: 'There are 12 to choose from.' } });
    expect(struck('1', 'esc')).toMatchObject({ send: [], desk: silent });
    expect(struck('1', 'f')).toMatchObject({ send: [{ type: 'flag' }], desk: silent });
  });

  test.each(['x', 'esc'])('%s takes the question back and does nothing else', (name) => {
    const step = lastOf(viewOf('exam'), ['x', name]);
    expect(step).toMatchObject({ send: [], desk: silent });
    expect(step).not.toHaveProperty('go');
  });

  test('another key does what it does, and the question goes away', () => {
    expect(lastOf(viewOf('exam'), ['x', 'f'])).toMatchObject({ send: [{ type: 'flag' }], desk: silent });
    expect(lastOf(viewOf('drill'), ['x', 'h'])).toMatchObject({ send: [{ type: 'hint' }], desk: silent });
    expect(lastOf(viewOf('exam'), ['x', 'r'])).toMatchObject({ send: [], desk: silent, go: { name: 'grid' } });
    expect(lastOf(viewOf('exam'), ['x', 'down', 'x']).send).toEqual([{ type: 'strike', option: 'white' }]);
  });

  test('a number that no option has answers nothing, and says so', () => {
    const said = { message: 'There are 3 to choose from.', striking: undefined };
    expect(lastOf(viewOf('drill'), ['x', '9'])).toMatchObject({ send: [], desk: said });
  });
});

test('a guess is marked before the answer and behind it, and each answer from then on is one, also where the hand is ahead', () => {
  const guess = { type: 'respond', response: ['green'], confidence: 'guess' };
  for (const mode of ['exam', 'drill'] as const) {
    expect(lastOf(viewOf(mode), ['g']).send).toEqual([{ type: 'guess' }]);
    expect(lastOf(viewOf(mode), ['g', '2']).send).toEqual([guess]);
    expect(lastOf(viewOf(mode), ['g', 'g', '2']).send).toEqual([{ type: 'respond', response: ['green'] }]);
    expect(lastOf({ ...viewOf(mode), isGuess: true }, ['2']).send).toEqual([guess]);
  }
  expect(lastOf({ ...viewOf('exam'), response: ['green'] }, ['g']).send).toEqual([{ type: 'guess' }]);
  const typed = { ...viewOf('exam', gap), response: '7' };
  expect(lastOf(typed, ['0', 'tab', 'g', 'right']).send[0]).toEqual({ ...guess, response: '70' });
});

test('a typed text that ends as it began is given again: what was typed between may be the last that is saved', () => {
  const given = { ...viewOf('exam', gap), response: '7' };
  const [again, move] = [
    { type: 'respond', response: '7' },
    { type: 'move', to: 2 },
  ];
  expect(lastOf(given, ['0', 'backspace', 'right']).send).toEqual([again, move]);
  expect(lastOf(given, ['right']).send).toEqual([move]);
});

test('a sentence stands until the next key', () => {
  expect(lastOf(viewOf('exam'), ['u']).desk.message).toContain('Answers can be changed');
  expect(lastOf(viewOf('exam'), ['u', 'down']).desk.message).toBeUndefined();
});

test('q leaves a drill at once, and an exam only after it was asked', () => {
  expect(lastOf(viewOf('drill'), ['q'])).toMatchObject({ send: [{ type: 'leave' }] });
  expect(lastOf(viewOf('exam'), ['q'])).toMatchObject({ send: [], go: { name: 'leave' } });
});

test('what is said names keys as they were moved', () => {
  const keys = keymapOf('review=v view=r submit=z compare=y');
  const said = (mode: View['mode'], name: string) =>
    pressQuestion(freshDesk(viewOf(mode)), readOn(mode, { name, text: name }, keys), viewOf(mode), true, keys).desk
      .message;
  expect(said('exam', 'z')).toBe('To submit: v, then z.');
  expect(said('drill', 'y')).toContain('then y compares');
  expect(said('exam', 's')).toBeUndefined();
});
