import { expect, test } from 'vitest';
import { usualKeys } from '../../../src/core/keymap.ts';
import type { View } from '../../../src/core/sitting/view.ts';
import { readOn } from '../../../src/terminal/input/keys.ts';
import { pressFeedback } from '../../../src/terminal/sitting/feedback-keys.ts';

const quote = { text: 'Green tea is not oxidised', file: 'leaf.md' };
const grading = { score: 0, explanation: { quotes: [quote] } };
const marks = [{ status: 'missed' }, { status: 'blank' }];
/** All that the keys ask of a view: the first of two questions, answered. */
const graded = { mode: 'drill', slot: 1, of: 2, marks, graded: grading } as unknown as View;

const pressed = (name: string, { view = graded, hasMoreBelow = false } = {}) =>
  pressFeedback(readOn('feedback', { name, text: '' }, usualKeys), view, hasMoreBelow);

test.each(['enter', 'right', 'space'])('%s goes on to the next question', (name) => {
  expect(pressed(name)).toEqual({ send: { type: 'move', to: 2 } });
});

test('Space scrolls first where there is more, and Enter does not', () => {
  expect(pressed('space', { hasMoreBelow: true })).toBe('scroll');
  expect(pressed('enter', { hasMoreBelow: true })).toEqual({ send: { type: 'move', to: 2 } });
});

test('n opens the notes at the first quote, and is nothing where there is none', () => {
  expect(pressed('n')).toEqual({ notes: quote });
  const unquoted = { ...graded, graded: { ...grading, explanation: { quotes: [] } } } as unknown as View;
  expect(pressed('n', { view: unquoted })).toBeUndefined();
});

test('c compares what this answer mixed up', () => {
  expect(pressed('c')).toEqual({ compare: grading });
});

test.each([
  ['u', 'undo'],
  ['f', 'flag'],
  ['q', 'leave'],
  ['esc', 'leave'],
])('%s sends %s', (name, type) => {
  expect(pressed(name)).toEqual({ send: { type } });
});

test('keys that answer a question mean nothing after the answer', () => {
  expect(['1', 'x', 'left', 's', 'g'].map((name) => pressed(name))).toEqual(Array(5).fill(undefined));
});
