// What the clock and an absence give reason to say.
import { expect, test } from 'vitest';
import { noticer } from '../../../src/core/sitting/notices.ts';
import type { View } from '../../../src/core/sitting/view.ts';

/** An exam that was left once, for so long. */
function viewAfter(last: number): View {
  const pauses = { count: 1, lost: last, last, unknown: 0, backAt: 0 };
  return { mode: 'exam', clock: 'active', remainingMs: 1000, limitMs: 2000, marks: [], pauses } as unknown as View;
}

test.each([
  [300, 'You were away for less than a second. The clock stood still.'],
  [42_000, 'You were away for 42 s. The clock stood still.'],
])('an absence of %d ms is told when an exam goes on: %s', (ms, words) => {
  expect(noticer()(viewAfter(ms))).toBe(words);
});
