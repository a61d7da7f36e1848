import { expect, test } from 'vitest';
import type { View } from '../../src/core/view.ts';
import { keysText } from '../../src/terminal/linear-texts.ts';

const asked = (kind: string) => ({ mode: 'drill', question: { presentation: { kind } } }) as unknown as View; // all that it asks for

test('in a gap commands begin with a stroke: a bare letter is an answer there', () => {
  expect(keysText(asked('cloze'))).toContain('/q leave, /? help');
  expect(keysText(asked('single'))).toContain(' q leave, ? help');
});
