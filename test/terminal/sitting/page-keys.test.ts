// What keys do on the page of an explanation.
import { expect, test } from 'vitest';
import { usualKeys } from '../../../src/core/keymap.ts';
import type { Grading, View } from '../../../src/core/sitting/view.ts';
import { type Hands, pressOn } from '../../../src/terminal/sitting/page-keys.ts';

const quote = { text: 'Green tea is not oxidised', file: 'leaf.md' };
const grading = { score: 0, explanation: { quotes: [quote] } } as unknown as Grading;
const marks = [{ status: 'missed' }, { status: 'blank' }];
/** All that the keys ask of a view: the first of two questions, answered. */
const graded = { mode: 'drill', slot: 1, of: 2, marks, graded: grading } as unknown as View;
const page = { name: 'feedback', grading } as const;

/** What a key brought about. */
function pressed(name: string, { view = graded, hasMoreBelow = false } = {}) {
  const done: unknown[] = [];
  const hands = {
    look: { keys: usualKeys },
    terminal: { hasMoreBelow: () => hasMoreBelow, scrollDown: () => done.push('scroll') },
    contrast: (of: Grading) => ({ of }),
    send: (command: unknown) => done.push(command),
    open: (opened: unknown) => done.push(opened),
    openNotes: (at: unknown) => done.push({ notes: at }),
  } as unknown as Hands;
  pressOn(page, { name, text: '' }, view, 1, hands);
  return done;
}

test.each(['enter', 'right', 'space'])('%s goes on to the next question', (name) => {
  expect(pressed(name)).toEqual([{ type: 'move', to: 2 }]);
});

test('Space scrolls first where there is more, and Enter does not', () => {
  expect(pressed('space', { hasMoreBelow: true })).toEqual(['scroll']);
  expect(pressed('enter', { hasMoreBelow: true })).toEqual([{ type: 'move', to: 2 }]);
});

test('n opens the notes at the first quote, and is nothing where there is none', () => {
  expect(pressed('n')).toEqual([{ notes: quote }]);
  const unquoted = { ...graded, graded: { ...grading, explanation: { quotes: [] } } } as unknown as View;
  expect(pressed('n', { view: unquoted })).toEqual([]);
});

test('c compares what this answer mixed up, ! reports the question, ? shows the keys', () => {
  expect(pressed('c')).toEqual([{ name: 'contrast', contrast: { of: grading } }]);
  expect(pressed('!')).toEqual([{ name: 'challenge', text: '', before: '', back: page }]);
  expect(pressed('?')).toEqual([{ name: 'keys', of: 'drill', back: page }]);
});

test.each([
  ['u', 'undo'],
  ['f', 'flag'],
  ['q', 'leave'],
  ['esc', 'leave'],
])('%s sends %s', (name, type) => {
  expect(pressed(name)).toEqual([{ type }]);
});

test('keys that answer a question mean nothing after the answer', () => {
  expect(['1', 'x', 'left', 's', 'g'].flatMap((name) => pressed(name))).toEqual([]);
});
