// The guard between a screen that has changed and the keys that were meant for the one before.
import { expect, test } from 'vitest';
import { type Key, keyGuard } from '../../../src/terminal/input/keys.ts';

const letter = (text: string): Key => ({ name: text, text });
const enter: Key = { name: 'enter', text: '' };

/** A guard after a key at time 0 has changed the screen. */
function guardAfter(key: Key) {
  const guard = keyGuard();
  guard.admits(0, key, false);
  guard.screenChanged(0);
  return guard;
}

/** Which of these keys, all at time 1, act. */
function heard(first: Key, keys: readonly Key[], isTyping: boolean): string {
  const guard = guardAfter(first);
  return keys.map((key) => (guard.admits(1, key, isTyping) ? key.name : '-')).join('');
}

test('a key right after a new screen does nothing, and begins the wait anew', () => {
  const guard = guardAfter(enter);
  expect([100, 249, 398, 548].map((now) => guard.admits(now, enter, false))).toEqual([false, false, false, true]);
});

test('what is typed on into a field that was opened stands in it', () => {
  expect(heard(letter('!'), [...'tee'].map(letter), true)).toBe('tee');
  const guard = guardAfter(letter('!'));
  expect(guard.admits(1, { name: 'ctrl-u', text: '' }, true)).toBe(true);
  expect(guard.admits(1, { name: 'backspace', text: '' }, true)).toBe(true);
});

test('a key that is held is not typed into a new field, no other key acts, nor does what comes behind it', () => {
  expect(heard(letter('!'), [...'!!'].map(letter), true)).toBe('--');
  for (const name of ['enter', 'delete', 'esc'])
    expect(heard(letter('!'), [letter('a'), { name, text: '' }, letter('b'), enter], true)).toBe('a---');
});

test('where keys are no text none is let in', () => {
  expect(heard(enter, [...'12'].map(letter), false)).toBe('--');
});
