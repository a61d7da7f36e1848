import { expect, test } from 'vitest';
import type { View } from '../../../src/core/sitting/view.ts';
import { helpText, keysText, lastText, promptText } from '../../../src/terminal/linear/linear-texts.ts';

/** All that these texts ask of a view. */
const asked = (kind: string, mode: View['mode'] = 'drill', accepts?: 'text' | 'number') =>
  ({ mode, question: { presentation: { kind, accepts } } }) as unknown as View;

test('in a gap commands begin with a stroke: a bare letter is an answer there', () => {
  expect(keysText(asked('cloze'))).toContain('/q leave, /? help');
  expect(keysText(asked('single'))).toContain(' q leave, ? help');
});

test('nor does any other text name a bare letter there', () => {
  expect(lastText(asked('cloze', 'exam'))).toBe('This is the last question. Type /r to review, /s to submit.');
  expect(lastText(asked('single', 'exam'))).toBe('This is the last question. Type r to review, s to submit.');
  expect(helpText(asked('cloze', 'exam', 'number'))).toMatch(
    /^Type the missing number\. .* \/f flags, \/! and .* \/s submits\. \/q/,
  );
  expect(helpText(asked('single', 'exam'))).toMatch(
    /^Type the number of your answer.* f flags, ! and .* s submits\. q/,
  );
  expect(helpText(asked('single'))).not.toContain('submits');
});

test('a gap says what it wants', () => {
  expect(promptText(asked('cloze', 'exam', 'number'))).toBe('Missing number (commands begin with /)');
  expect(promptText(asked('cloze', 'exam', 'text'))).toBe('Missing text (commands begin with /)');
});
