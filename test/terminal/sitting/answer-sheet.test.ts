// The answer sheet of a question with three options, and of a gap.
import { describe, expect, test } from 'vitest';
import type { Presentation, Press } from '../../../src/core/items/kinds/kind.ts';
import type { View } from '../../../src/core/sitting/view.ts';
import { answer, edit, freshSheet, goOnFrom, settle } from '../../../src/terminal/sitting/answer-sheet.ts';

const options = ['white', 'green', 'black'].map((id) => ({ id, text: id }));
const one: Presentation = { kind: 'single', choose: 1, options };
const two: Presentation = { kind: 'multiple', choose: 2, options };
const gap: Presentation = { kind: 'cloze', accepts: 'number' };

/** All that a sheet asks of a view. */
function viewOf(mode: View['mode'], presentation: Presentation, response: View['response'] = null): View {
  return { mode, response, draft: null, question: { stem: '', presentation } } as unknown as View;
}

/** The sheet after these keys, and what was sent and said at the last. */
function stepAfter(view: View, ...presses: readonly Press[]) {
  return presses.reduce((step, press) => edit(step.sheet, press, view), { sheet: freshSheet(view) });
}

const pick = (number: number): Press => ({ type: 'pick', number });
const type = (text: string): Press => ({ type: 'text', text });
const down: Press = { type: 'step', by: 1 };

describe('in an exam', () => {
  test('a complete choice is sent at once as the response, an incomplete one as a draft', () => {
    expect(stepAfter(viewOf('exam', one), pick(2))).toMatchObject({
      command: { type: 'respond', response: ['green'] },
    });
    expect(stepAfter(viewOf('exam', two), pick(2))).toMatchObject({ command: { type: 'draft', draft: ['green'] } });
    expect(stepAfter(viewOf('exam', one), down)).not.toHaveProperty('command');
  });

  test('a typed text is a draft until the question is left, and then the response', () => {
    const view = viewOf('exam', gap);
    const typed = stepAfter(view, type('7'));
    expect(typed).toMatchObject({ command: { type: 'draft', draft: '7' } });
    const given = settle(typed.sheet, view);
    expect(given).toMatchObject({ command: { type: 'respond', response: '7' } });
    expect(settle(given.sheet, viewOf('exam', gap, '7'))).not.toHaveProperty('command');
  });

  test('a text that is no number is left after one warning, and sent by nothing', () => {
    const view = viewOf('exam', gap);
    const first = settle(stepAfter(view, type('x')).sheet, view);
    expect(first).toMatchObject({ say: expect.stringContaining('A number is wanted here.') });
    expect(settle(first.sheet, view)).toEqual({ sheet: first.sheet });
  });

  test('Enter warns once where an option is only looked at, and never where one is chosen', () => {
    const view = viewOf('exam', one);
    const first = goOnFrom(stepAfter(view, down).sheet, view);
    expect(first).toMatchObject({ say: expect.stringContaining('Space chooses') });
    expect(goOnFrom(first.sheet, view)).not.toHaveProperty('say');
    expect(goOnFrom(stepAfter(view, down, { type: 'tick' }).sheet, view)).not.toHaveProperty('say');
    expect(goOnFrom(freshSheet(view), view)).not.toHaveProperty('say');
  });
});

describe('in a drill', () => {
  test('the number of an option is the answer where one is chosen, and only a tick where several are', () => {
    expect(stepAfter(viewOf('drill', one), pick(3))).toMatchObject({
      command: { type: 'respond', response: ['black'] },
    });
    expect(stepAfter(viewOf('drill', two), pick(3), pick(1))).not.toHaveProperty('command');
  });

  test('Enter submits the option in focus, as a guess where it is marked as one', () => {
    const view = viewOf('drill', one);
    const { sheet } = stepAfter(view, down);
    expect(answer(sheet, view)).toMatchObject({ command: { type: 'respond', response: ['white'] } });
    expect(answer(sheet, view).command).not.toHaveProperty('confidence');
    expect(answer({ ...sheet, isGuess: true }, view)).toMatchObject({ command: { confidence: 'guess' } });
  });

  test('Enter on an untouched question says how to begin', () => {
    const said = (presentation: Presentation) => {
      const view = viewOf('drill', presentation);
      return answer(freshSheet(view), view);
    };
    expect(said(one)).toMatchObject({ say: 'Choose first: a number, or arrows and Enter.' });
    expect(said(two)).toMatchObject({ say: 'Choose two first: their numbers, or arrows and Space.' });
    expect(said(gap)).toMatchObject({ say: 'Type an answer first.' });
  });

  test('leaving settles nothing: an answer is sent only by Enter', () => {
    const view = viewOf('drill', gap);
    const { sheet } = stepAfter(view, type('7'));
    expect(settle(sheet, view)).toEqual({ sheet });
  });
});

test('a key that changes nothing says why', () => {
  expect(stepAfter(viewOf('exam', two), pick(1), pick(2), pick(3))).toMatchObject({
    say: 'Choose two: take one back first.',
  });
  expect(stepAfter(viewOf('exam', one), pick(4))).toMatchObject({ say: 'There are 3 to choose from.' });
});

test('a sheet begins with what was entered before', () => {
  expect(freshSheet(viewOf('exam', one, ['green'])).draft.entered).toEqual(['green']);
});
