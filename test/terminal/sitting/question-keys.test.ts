import { describe, expect, test } from 'vitest';
import { usualKeys } from '../../../src/core/keymap.ts';
import { readOn } from '../../../src/terminal/input/keys.ts';
import { leavesQuestion, meaningOf } from '../../../src/terminal/sitting/question-keys.ts';

const meaning = (name: string, mode: 'exam' | 'drill') => meaningOf(readOn(mode, { name, text: '' }, usualKeys), mode);

describe('what a key does to the question', () => {
  test.each(['enter', 'f', 'x', 'q', 'esc', '?'])('%s is the same in an exam and in a drill', (name) => {
    expect(meaning(name, 'exam')).toHaveProperty('act');
    expect(meaning(name, 'drill')).toEqual(meaning(name, 'exam'));
  });

  test.each(['right', 'left'])('%s does something in an exam only', (name) => {
    expect(meaning(name, 'exam')).toHaveProperty('act');
    expect(meaning(name, 'drill')).toBeUndefined();
  });

  test.each(['r', 't'])('%s does something in an exam, and in a drill says why not', (name) => {
    expect(meaning(name, 'exam')).toHaveProperty('act');
    expect(meaning(name, 'drill')).toHaveProperty('say');
  });

  test.each(['h', 's', 'u'])('%s does something in a drill, and in an exam says why not', (name) => {
    expect(meaning(name, 'drill')).toHaveProperty('act');
    expect(meaning(name, 'exam')).toHaveProperty('say');
  });

  test.each(['c', 'n'])('%s opens nothing before the answer, and says so', (name) => {
    expect(meaning(name, 'drill')).toHaveProperty('say');
    expect(meaning(name, 'exam')).toHaveProperty('say');
  });

  test.each(['1', 'a', 'up', 'space', 'backspace', 'constructor'])(
    '%s means nothing to the question as a whole',
    (name) => {
      expect(meaning(name, 'exam')).toBeUndefined();
      expect(meaning(name, 'drill')).toBeUndefined();
    },
  );
});

test('to flag, to cross out and to read the keys leaves the question open', () => {
  expect((['flag', 'cross-out', 'keys', 'clock'] as const).filter(leavesQuestion)).toEqual([]);
  expect((['enter', 'forward', 'back', 'review', 'leave'] as const).every(leavesQuestion)).toBe(true);
});
